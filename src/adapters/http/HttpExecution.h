// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/http/HttpPlan.h"
#include "core/connections/HttpCall.h"
#include "core/runbook/StepExecutor.h"

namespace cockpit::adapters::http {

/// One http step on its way.
class HttpExecution final : public StepExecution
{
    Q_OBJECT

public:
    HttpExecution(HttpTransport& http, ConnectionResolver& connections, const ResolvedStep& step);

    void cancel() override;

private:
    void send();
    void judge(const Result<HttpReply>& reply);
    StepOutcome outcomeOf(const HttpReply& reply) const;
    StepOutcome outcomeOf(const Error& error) const;
    QString redirectText(const HttpReply& reply) const;
    void finish(const StepOutcome& outcome);

    HttpTransport& m_http;
    ConnectionResolver& m_connections;
    HttpPlan m_plan;
    QString m_connectionId;
    Milliseconds m_deadline;
    std::optional<TargetIdentity> m_approved;
    QFuture<Result<HttpReply>> m_exchange;
    bool m_sending = false;
    bool m_finished = false;
};

}  // namespace cockpit::adapters::http
