// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/runbook/StepExecutor.h"

#include <QHash>

#include <memory>

namespace cockpit::adapters::postgres {

/// Steps of kind "sql": one statement, in a transaction of its own, with inputs as bound parameters.
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
    /// What was shown for a step (by digest): it must still be the same server when the step runs.
    std::shared_ptr<QHash<QByteArray, TargetIdentity>> m_shown;
};

}  // namespace cockpit::adapters::postgres
