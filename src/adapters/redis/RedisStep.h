// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/runbook/StepExecutor.h"

#include <memory>

namespace cockpit::adapters::redis {

class WarmConnections;

/// Steps of kind "redis": one command as an argument vector, or a list of keys; and, for capsules made here, saved
/// content put back (the parameter `restore`, which a playbook cannot write).
class RedisStep final : public StepExecutor
{
public:
    explicit RedisStep(ConnectionResolver& connections);

    QString kind() const override;
    Result<ResolvedStep> resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                 const QMap<QString, QString>& inputs) const override;
    QFuture<Result<StepPreview>> preview(const ResolvedStep& step) override;
    std::unique_ptr<StepExecution> start(const ResolvedStep& step) override;

private:
    ConnectionResolver& m_connections;
    std::shared_ptr<WarmConnections> m_warm;
};

}  // namespace cockpit::adapters::redis
