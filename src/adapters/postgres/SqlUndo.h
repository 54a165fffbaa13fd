// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/SqlPlan.h"
#include "core/runbook/UndoCapsule.h"

namespace cockpit::adapters::postgres {

/// The rows a plain UPDATE or DELETE is about to change, as they are: locked, so that they stay so.
struct CapturedRows {
    qint64 count = -1;                ///< how many there are; -1: more than are kept, or not known
    std::optional<UndoCapsule> undo;  ///< empty: `missing` says why
    QString missing;
};

/// Locks and reads the old rows inside the open transaction, which must work on one snapshot, so that the statement
/// after it meets the same rows. Errors: those of PostgresLink::run(). Thread: a worker's.
Result<CapturedRows> captureRows(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds);

/// What else a plain UPDATE or DELETE hits: rows of other tables by foreign keys, and triggers. One sentence each.
Result<QStringList> alsoHit(PostgresLink& link, const SqlShape& shape, const Bounds& bounds);

}  // namespace cockpit::adapters::postgres
