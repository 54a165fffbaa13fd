// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"
#include "core/runbook/StepExecutor.h"

namespace cockpit::adapters::http {

/// Steps of kind "http": one request, sent at most once. A lost answer to a request that may change something is an
/// unknown outcome, never a success.
class HttpStep final : public StepExecutor
{
public:
    HttpStep(HttpTransport& http, ConnectionResolver& connections);

    QString kind() const override { return QStringLiteral("http"); }
    Result<ResolvedStep> resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                 const QMap<QString, QString>& inputs) const override;
    QFuture<Result<StepPreview>> preview(const ResolvedStep& step) override;
    std::unique_ptr<StepExecution> start(const ResolvedStep& step) override;

private:
    HttpTransport& m_http;
    ConnectionResolver& m_connections;
};

}  // namespace cockpit::adapters::http
