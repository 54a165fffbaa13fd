// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/http/HttpTransport.h"
#include "core/metrics/SignalSource.h"
#include "core/runbook/StepExecutor.h"
#include "tests/support/FixedConnections.h"
#include "tests/support/HttpReceiver.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Wait.h"

#include <ostream>

namespace cockpit {

/// For test messages; found by its argument.
inline std::ostream& operator<<(std::ostream& out, const Reading& reading)
{
    return out << qPrintable(readingStateName(reading.state)) << " " << reading.value << " "
               << qPrintable(reading.detail);
}

}  // namespace cockpit

namespace cockpit::test {

/// A connection "p/api" to a receiver of its own, with what adapters of HTTP need around it.
struct HttpBench {
    ManualClock clock;
    std::unique_ptr<HttpTransport> http = adapters::http::makeHttpTransport();
    FixedConnections connections;
    HttpReceiver server;

    explicit HttpBench(const QString& kind = QStringLiteral("http")) { connect(server.urlText(), kind); }

    void connect(const QString& url, const QString& kind = QStringLiteral("http"), const QByteArray& secret = {},
                 const QJsonObject& more = {})
    {
        connections.put(connection(url, kind, secret, more));
    }

    static ResolvedConnection connection(const QString& url, const QString& kind, const QByteArray& secret = {},
                                         const QJsonObject& more = {})
    {
        ResolvedConnection connection;
        connection.spec.id = QStringLiteral("p/api");
        connection.spec.kind = kind;
        connection.spec.settings = more;
        if (!url.isEmpty())
            connection.spec.settings.insert(QStringLiteral("url"), url);
        connection.secret = Secret(secret);
        return connection;
    }

    static SignalSpec signal(const QString& kind, const QJsonObject& parameters,
                             const QString& unit = QStringLiteral("count"))
    {
        SignalSpec spec;
        spec.id = QStringLiteral("s");
        spec.kind = kind;
        spec.unit = unit;
        spec.connection = QStringLiteral("api");
        spec.parameters = parameters;
        return spec;
    }

    static PollRequest poll(const QList<SignalSpec>& specs, Milliseconds deadline = Milliseconds{2'000})
    {
        return {QStringLiteral("p"), QStringLiteral("p/api"), specs, deadline};
    }

    /// One poll of one signal.
    static Reading readOne(SignalSource& source, const SignalSpec& spec, Milliseconds deadline = Milliseconds{2'000})
    {
        const QList<Reading> readings = waitFor(source.read(poll({spec}, deadline)));
        return readings.size() == 1 ? readings.first() : Reading{};
    }
};

}  // namespace cockpit::test
