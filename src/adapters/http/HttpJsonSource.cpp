// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpJsonSource.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit::adapters::http {

namespace {

const QString pathKey = QStringLiteral("path");
const QString valueKey = QStringLiteral("value");

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

Result<QJsonValue> parseJson(const QByteArray& body)
{
    QJsonParseError problem;
    const QByteArray mark("\xef\xbb\xbf");
    const QJsonDocument document =
        QJsonDocument::fromJson(body.startsWith(mark) ? body.mid(mark.size()) : body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorKind::Malformed,
                    Say::tr("the answer is not JSON (%1 at byte %2)").arg(problem.errorString()).arg(problem.offset));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

}  // namespace

HttpJsonSource::HttpJsonSource(const Clock& clock, HttpTransport& http, ConnectionResolver& connections)
    : m_clock(clock)
    , m_http(http)
    , m_connections(connections)
    , m_memories(std::make_shared<Memories>())
{
}

QString HttpJsonSource::groupKey(const SignalSpec& signal) const
{
    return signal.parameters.value(pathKey).toString();
}

QFuture<QList<Reading>> HttpJsonSource::read(const PollRequest& request)
{
    if (request.signalSpecs.isEmpty())
        return QtFuture::makeReadyFuture(QList<Reading>());
    HttpCall call;
    call.connectionId = request.connectionId;
    call.pathAndQuery = groupKey(request.signalSpecs.first());
    call.deadline = request.deadline;
    const auto exchange = callHttp(m_http, m_connections, call);
    auto readings =
        QFuture(exchange).then([request, &clock = m_clock, memories = m_memories](const Result<HttpReply>& reply) {
            return judge(request, reply, clock.utcNow(), *memories);
        });
    cancelTogether(readings, exchange);
    return readings;
}

QList<Reading> HttpJsonSource::judge(const PollRequest& request, const Result<HttpReply>& reply, const QDateTime& now,
                                     Memories& memories)
{
    if (const auto failure = failureOf(reply))
        return readingsOf(request, failure->state, failure->sentence, now);
    const auto document = parseJson(reply->body);
    if (!document)
        return readingsOf(request, ReadingState::Unreachable, document.error().message, now);
    QList<Reading> readings = readingsOf(request, ReadingState::MissingField, {}, now);
    for (qsizetype i = 0; i < readings.size(); ++i) {
        Reading& reading = readings[i];
        reading.elapsed = reply->elapsed;
        const auto expression =
            ValueExpression::parse(request.signalSpecs.at(i).parameters.value(valueKey).toVariant().toString());
        ValueMemory& memory = memories[request.platform + QLatin1Char('/') + reading.signal];
        const auto value = expression ? expression->evaluate(*document, now, memory) : expression.error();
        if (value) {
            reading.state = ReadingState::Value;
            reading.value = *value;
        } else {
            reading.detail = safeLine(value.error().message, 300);
        }
    }
    return readings;
}

}  // namespace cockpit::adapters::http
