// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresLink.h"
#include "core/connections/Connection.h"
#include "core/playbook/Playbook.h"

namespace cockpit::adapters::postgres {

/// The statement as a line for a terminal, its values as quoted literals and the password as a variable. Reading steps
/// ask for read-only transactions. Empty when the connection is not set up or the line would be longer than 64 KiB.
QString psqlLine(const ConnectionSpec& connection, const Statement& statement, Danger danger);

}  // namespace cockpit::adapters::postgres
