// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresIdentity.h"
#include "adapters/postgres/PostgresLink.h"
#include "core/runbook/StepExecutor.h"

namespace cockpit::adapters::postgres {

/// What a resolved SQL step does on its connection; travels in ResolvedStep::payload.
struct SqlPlan {
    Danger danger = Danger::Read;
    Statement run;
    std::optional<Statement> preview;
    qint64 maximumRows = 500;
    qint64 expectedAffected = -1;  ///< the previewed count that was approved; -1: none

    QJsonObject toPayload() const;
    static SqlPlan fromPayload(const QJsonObject& payload);
};

/// Reads identity and blast radius; changes nothing. Thread: a worker's.
Result<StepPreview> previewSql(PostgresLink& link, const PostgresSettings& settings, const SqlPlan& plan,
                               const Bounds& bounds);

/// Runs the one statement in its transaction. `approved` is the target that was shown before; another one is refused.
/// Thread: a worker's.
StepOutcome runSql(PostgresLink& link, const PostgresSettings& settings, const SqlPlan& plan,
                   const std::optional<TargetIdentity>& approved, const Bounds& bounds);

/// Rows as an aligned plain-text table; NULL as NULL, the text "NULL" in quotes.
QString formatTable(const Table& table);

}  // namespace cockpit::adapters::postgres
