// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/promql/PromQlSource.h"

#include "adapters/promql/QueryAnswer.h"
#include "core/base/SafeText.h"

#include <QPromise>
#include <QUrl>

#include <memory>

namespace cockpit::adapters::promql {

namespace {

ReadingState stateFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized: return ReadingState::Unauthorized;
    case ErrorKind::MissingField: return ReadingState::MissingField;
    default: return ReadingState::Unreachable;
    }
}

Reading toReading(Reading reading, const Result<HttpReply>& reply)
{
    if (!reply) {
        reading.detail = safeLine(reply.error().message, 300);
        return reading;
    }
    reading.elapsed = reply->elapsed;
    const auto data = dataOf(*reply);
    const auto value = data ? instantValue(*data) : data.error();
    if (value) {
        reading.state = ReadingState::Value;
        reading.value = *value;
    } else {
        reading.state = stateFor(value.error().kind);
        reading.detail = safeLine(value.error().message, 300);
    }
    return reading;
}

/// The readings of one poll as they come in, each from a query of its own.
struct Gathering {
    QPromise<QList<Reading>> promise;
    QList<Reading> readings;
    qsizetype missing = 0;
};

}  // namespace

PromQlSource::PromQlSource(const Clock& clock, HttpTransport& http, ConnectionResolver& connections)
    : m_clock(clock)
    , m_http(http)
    , m_connections(connections)
{
}

QString PromQlSource::groupKey(const SignalSpec& signal) const
{
    return signal.id;
}

QFuture<QList<Reading>> PromQlSource::read(const PollRequest& request)
{
    auto gathering = std::make_shared<Gathering>();
    gathering->promise.start();
    gathering->readings = readingsOf(request, ReadingState::Unreachable, {}, m_clock.utcNow());
    gathering->missing = gathering->readings.size();
    const auto future = gathering->promise.future();
    if (gathering->missing == 0) {
        gathering->promise.addResult(QList<Reading>());
        gathering->promise.finish();
    }
    for (qsizetype i = 0; i < request.signalSpecs.size(); ++i) {
        HttpCall call;
        call.connectionId = request.connectionId;
        call.pathAndQuery = QStringLiteral("/api/v1/query");
        call.method = "POST";
        call.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        call.body = "query=" + QUrl::toPercentEncoding(
                                   request.signalSpecs.at(i).parameters.value(QStringLiteral("query")).toString());
        call.deadline = request.deadline;
        const auto exchange = callHttp(m_http, m_connections, call);
        cancelTogether(future, exchange);
        QFuture(exchange).then([gathering, i](const Result<HttpReply>& reply) {
            gathering->readings[i] = toReading(gathering->readings.at(i), reply);
            if (--gathering->missing == 0) {
                gathering->promise.addResult(gathering->readings);
                gathering->promise.finish();
            }
        });
    }
    return future;
}

}  // namespace cockpit::adapters::promql
