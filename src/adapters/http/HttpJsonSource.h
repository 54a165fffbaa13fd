// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpCall.h"
#include "core/metrics/SignalSource.h"
#include "core/metrics/ValueExpression.h"

#include <memory>

namespace cockpit::adapters::http {

/// Signals of kind "http_json": one GET per path answers all signals that look at it; each value is a ValueExpression.
class HttpJsonSource final : public SignalSource
{
public:
    HttpJsonSource(const Clock& clock, HttpTransport& http, ConnectionResolver& connections);

    QString kind() const override { return QStringLiteral("http_json"); }
    QString groupKey(const SignalSpec& signal) const override;
    QFuture<QList<Reading>> read(const PollRequest& request) override;

private:
    /// What delta() remembers, by platform and signal.
    using Memories = QHash<QString, ValueMemory>;

    static QList<Reading> judge(const PollRequest& request, const Result<HttpReply>& reply, const QDateTime& now,
                                Memories& memories);

    const Clock& m_clock;
    HttpTransport& m_http;
    ConnectionResolver& m_connections;
    std::shared_ptr<Memories> m_memories;
};

}  // namespace cockpit::adapters::http
