// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/SqlPlan.h"
#include "core/runbook/StepExecutor.h"

#include <QHash>

#include <memory>

namespace cockpit::adapters::postgres {

/// Steps of kind "sql": one statement, in a transaction of its own, with inputs as bound parameters. What the text
/// really does is read by PostgreSQL's own grammar; a step that declares less is raised.
class SqlStep final : public StepExecutor
{
public:
    explicit SqlStep(ConnectionResolver& connections);

    QString kind() const override;
    Result<ResolvedStep> resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                 const QMap<QString, QString>& inputs) const override;
    QFuture<Result<StepPreview>> preview(const ResolvedStep& step) override;
    std::unique_ptr<StepExecution> start(const ResolvedStep& step) override;

private:
    ConnectionResolver& m_connections;
    /// The sessions that were shown to be ended, by the digest of the step: only those are.
    std::shared_ptr<QHash<QByteArray, QList<SessionKey>>> m_sessions;
};

}  // namespace cockpit::adapters::postgres
