// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/alertmanager/AlertmanagerFeed.h"

#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit::adapters::alertmanager {

namespace {

constexpr qsizetype maximumAlerts = 20'000;
constexpr qint64 maximumBytes = 32LL * 1024 * 1024;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Alertmanager)
};

QMap<QString, QString> textsOf(const QJsonObject& object)
{
    QMap<QString, QString> texts;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        texts.insert(entry.key().left(200), entry.value().toString().left(4'096));
    return texts;
}

ExternalAlert::State stateOf(const QJsonObject& status)
{
    const QString state = status.value(QStringLiteral("state")).toString();
    if (state == QLatin1String("active"))
        return ExternalAlert::State::Active;
    if (state == QLatin1String("unprocessed"))
        return ExternalAlert::State::Unprocessed;
    // "suppressed": somebody's silence counts for more than another alert that hides this one.
    return status.value(QStringLiteral("silencedBy")).toArray().isEmpty() ? ExternalAlert::State::Inhibited
                                                                          : ExternalAlert::State::Silenced;
}

}  // namespace

AlertmanagerFeed::AlertmanagerFeed(HttpTransport& http)
    : m_http(http)
{
}

QFuture<Result<QList<ExternalAlert>>> AlertmanagerFeed::poll(const ResolvedConnection& connection,
                                                             Milliseconds deadline)
{
    using Alerts = Result<QList<ExternalAlert>>;
    auto request = httpRequestFor(
        connection, QStringLiteral("/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true"));
    if (!request)
        return QtFuture::makeReadyFuture(Alerts(request.error()));
    request->deadline = deadline;
    request->maximumBytes = maximumBytes;
    const auto exchange = m_http.send(*request);
    auto alerts = QFuture(exchange).then([](const Result<HttpReply>& reply) -> Alerts {
        if (!reply)
            return reply.error();
        if (const auto failure = failureOf(reply))
            return fail(failure->state == ReadingState::Unauthorized ? ErrorKind::Unauthorized : ErrorKind::Unreachable,
                        failure->sentence);
        return parseAlerts(reply->body);
    });
    cancelTogether(alerts, exchange);
    return alerts;
}

Result<QList<ExternalAlert>> parseAlerts(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return fail(ErrorKind::Malformed, Say::tr("The answer is not Alertmanager's list of alerts; check the URL"));
    const QJsonArray list = document.array();
    if (list.size() > maximumAlerts)
        return fail(
            ErrorKind::TooLarge,
            Say::tr("Alertmanager holds %1 alerts; more than %2 are not read").arg(list.size()).arg(maximumAlerts));
    QList<ExternalAlert> alerts;
    for (const QJsonValue value : list) {
        const QJsonObject object = value.toObject();
        ExternalAlert alert;
        alert.fingerprint = object.value(QStringLiteral("fingerprint")).toString();
        alert.labels = textsOf(object.value(QStringLiteral("labels")).toObject());
        alert.annotations = textsOf(object.value(QStringLiteral("annotations")).toObject());
        alert.state = stateOf(object.value(QStringLiteral("status")).toObject());
        alert.startsAt =
            QDateTime::fromString(object.value(QStringLiteral("startsAt")).toString(), Qt::ISODateWithMs).toUTC();
        alert.generatorUrl = object.value(QStringLiteral("generatorURL")).toString();
        if (alert.fingerprint.isEmpty() || alert.labels.isEmpty() || !object.value(QStringLiteral("status")).isObject())
            return fail(ErrorKind::Malformed, Say::tr("An alert in the answer has no fingerprint, labels or status"));
        alerts.append(alert);
    }
    return alerts;
}

}  // namespace cockpit::adapters::alertmanager
