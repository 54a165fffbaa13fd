// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/runbook/StepExecutor.h"

namespace cockpit::adapters::shell {

/// Steps of kind "shell": one program by argument vector, on this workstation or on a server; no shell sees the inputs.
class ShellStep final : public StepExecutor
{
public:
    explicit ShellStep(ConnectionResolver& connections);

    QString kind() const override;
    Result<ResolvedStep> resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                 const QMap<QString, QString>& inputs) const override;
    QFuture<Result<StepPreview>> preview(const ResolvedStep& step) override;
    std::unique_ptr<StepExecution> start(const ResolvedStep& step) override;

private:
    ConnectionResolver& m_connections;
};

}  // namespace cockpit::adapters::shell
