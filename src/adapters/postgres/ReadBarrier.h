// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresLink.h"
#include "adapters/postgres/SqlClass.h"

namespace cockpit::adapters::postgres {

/// What a read-only transaction does not stop: functions made by users that may act on the server, called by the
/// statement itself, by its operators and casts, or by views and row policies of what it reads. Errors: Refused (names
/// the function), and those of PostgresLink::run(). Thread: a worker's.
Status checkOnlyReads(PostgresLink& link, const SqlNames& names, const Bounds& bounds);

}  // namespace cockpit::adapters::postgres
