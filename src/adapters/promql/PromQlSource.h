// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpCall.h"
#include "core/metrics/SignalSource.h"

namespace cockpit::adapters::promql {

/// Signals of kind "promql": an instant query each.
class PromQlSource final : public SignalSource
{
public:
    PromQlSource(const Clock& clock, HttpTransport& http, ConnectionResolver& connections);

    QString kind() const override { return QStringLiteral("promql"); }
    QString groupKey(const SignalSpec& signal) const override;
    QFuture<QList<Reading>> read(const PollRequest& request) override;

private:
    const Clock& m_clock;
    HttpTransport& m_http;
    ConnectionResolver& m_connections;
};

}  // namespace cockpit::adapters::promql
