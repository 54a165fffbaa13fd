// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/pagerduty/PagerDutyConnectionKind.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/PublicService.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace cockpit::adapters::pagerduty {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PagerDuty)
};

/// A resolve of an alert that was never triggered is well formed and is dropped.
QByteArray harmlessEvent(const Secret& routingKey)
{
    const QJsonObject event{
        {QStringLiteral("routing_key"), QString::fromUtf8(routingKey.reveal().trimmed())},
        {QStringLiteral("event_action"), QStringLiteral("resolve")},
        {QStringLiteral("dedup_key"), QStringLiteral("incident-cockpit/connection-test/never-triggered")}};
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

Result<QString> judge(const HttpReply& reply, const QString& address)
{
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    if (reply.status == 202 && answer.value(QStringLiteral("status")).toString() == QLatin1String("success"))
        return Say::tr("%1 took the integration key (%2 ms); nobody was paged, so who is on call is not known")
            .arg(address)
            .arg(reply.elapsed.count());
    QStringList words{answer.value(QStringLiteral("message")).toString()};
    for (const QJsonValue error : answer.value(QStringLiteral("errors")).toArray())
        words.append(error.toString());
    words.removeAll(QString());
    const QString said = safeLine(words.join(QStringLiteral("; ")), 200);
    if (reply.status == 400 && !isWebPage(reply))
        return fail(ErrorKind::Unauthorized,
                    Say::tr("PagerDuty refused the integration key (%1): enter that of an Events API v2 integration")
                        .arg(said));
    return unexpectedAnswer(reply, QStringLiteral("PagerDuty"), said.isEmpty() ? wordsOf(reply) : said);
}

}  // namespace

PagerDutyConnectionKind::PagerDutyConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString PagerDutyConnectionKind::secretLabel() const
{
    return Say::tr("Integration key");
}

QList<ConnectionField> PagerDutyConnectionKind::fields() const
{
    const ConnectionField region{QStringLiteral("region"),
                                 Say::tr("Region"),
                                 ConnectionField::Type::Choice,
                                 false,
                                 QStringLiteral("us"),
                                 Say::tr("Where the PagerDuty account lives; a key is known in its own region only."),
                                 {QStringLiteral("us"), QStringLiteral("eu")}};
    return QList<ConnectionField>{region} + publicServiceFields(QStringLiteral("https://events.pagerduty.com"));
}

QFuture<ConnectionCheck> PagerDutyConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    return checkPublicService(m_http, connection, eventRequest(connection, harmlessEvent(connection.secret)), timeout,
                              judge);
}

Result<HttpRequest> eventRequest(const ResolvedConnection& connection, const QByteArray& event)
{
    static const QRegularExpression key(QStringLiteral("\\A[A-Za-z0-9]{32}\\z"));
    const QByteArray secret = connection.secret.reveal().trimmed();
    if (!secret.isEmpty() && !key.match(QString::fromUtf8(secret)).hasMatch())
        return fail(
            ErrorKind::InvalidInput,
            Say::tr("The integration key of %1 must be 32 letters and digits; enter it again").arg(connection.spec.id));
    const bool isEurope = connection.spec.settings.value(QStringLiteral("region")).toString() == QLatin1String("eu");
    return posting(publicServiceRequest(connection,
                                        isEurope ? QStringLiteral("https://events.eu.pagerduty.com")
                                                 : QStringLiteral("https://events.pagerduty.com"),
                                        QStringLiteral("/v2/enqueue")),
                   event);
}

}  // namespace cockpit::adapters::pagerduty
