// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/SqlPlan.h"
#include "core/runbook/StepExecutor.h"

namespace cockpit::adapters::postgres {

/// The sessions that a statement of the shape "SELECT … pg_terminate_backend(pid) FROM pg_stat_activity …" names.
struct NamedSessions {
    Table table;             ///< to be shown
    QList<SessionKey> hit;   ///< client sessions other than our own, sorted
    QList<int> spared;       ///< rows of `table` that are left alone: replication, the server's own processes, ours
    qint64 sparedCount = 0;  ///< also those not in `table`
};

/// Reads them. Errors: those of PostgresLink::run(). Thread: a worker's.
Result<NamedSessions> namedSessions(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds);

/// Puts them into the preview: those hit are counted, those spared are struck out.
void describeSessions(const NamedSessions& sessions, const SqlPlan& plan, StepPreview& preview);

/// Ends (or cancels) exactly the sessions that were shown, by number and start time; when others are named now,
/// nothing. Thread: a worker's.
Result<StepOutcome> endSessions(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds);

/// "3 sessions"
QString sessionsText(qint64 count);

}  // namespace cockpit::adapters::postgres
