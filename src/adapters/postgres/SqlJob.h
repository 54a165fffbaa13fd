// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresIdentity.h"
#include "adapters/postgres/PostgresLink.h"
#include "adapters/postgres/SqlPlan.h"
#include "core/runbook/StepExecutor.h"

#include <atomic>
#include <functional>

namespace cockpit::adapters::postgres {

/// Where the worker, sitting in its open transaction, and the engine meet about a change that is not final.
struct HoldGate {
    std::function<void(const StepHold&)> tell;  ///< called on the worker; hands over and returns at once
    std::atomic<bool> goOn{false};              ///< set before `decided` is raised
    Interrupt decided;
};

/// What was seen before a step is confirmed.
struct SqlPreview {
    StepPreview shown;
    std::optional<QList<SessionKey>> sessions;  ///< that would be ended
};

/// Reads identity and blast radius; changes nothing. Thread: a worker's.
Result<SqlPreview> previewSql(PostgresLink& link, const PostgresSettings& settings, const SqlPlan& plan,
                              const Bounds& bounds);

/// Runs the one statement in its transaction and, where the plan holds, waits at the gate before it commits. Another
/// target than the approved one is refused. Thread: a worker's.
StepOutcome runSql(PostgresLink& link, const PostgresSettings& settings, const SqlPlan& plan, HoldGate& gate,
                   const Bounds& bounds);

/// Rows as an aligned plain-text table; NULL as NULL, the text "NULL" in quotes.
QString formatTable(const Table& table);

}  // namespace cockpit::adapters::postgres
