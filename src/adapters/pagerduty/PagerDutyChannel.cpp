// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/pagerduty/PagerDutyChannel.h"

#include "adapters/pagerduty/PagerDutyConnectionKind.h"
#include "adapters/pagerduty/PagerDutyEvent.h"
#include "core/base/SafeText.h"
#include "core/notify/HttpDelivery.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit::adapters::pagerduty {

namespace {

DeliveryOutcome judge(const HttpReply& reply, const QDateTime& utcNow)
{
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    const QString message = answer.value(QStringLiteral("message")).toString();
    if (reply.status == 202 && answer.value(QStringLiteral("status")).toString() == QLatin1String("success"))
        return deliveredWith(reply, message);
    QStringList words{message};
    for (const QJsonValue error : answer.value(QStringLiteral("errors")).toArray())
        words.append(error.toString());
    words.removeAll(QString());
    return notDelivered(reply, utcNow, QStringLiteral("PagerDuty"),
                        words.isEmpty() ? wordsOf(reply) : safeLine(words.join(QStringLiteral("; ")), 200));
}

}  // namespace

PagerDutyChannel::PagerDutyChannel(const Clock& clock, HttpTransport& http)
    : m_clock(clock)
    , m_http(http)
{
}

QFuture<DeliveryOutcome> PagerDutyChannel::deliver(const ResolvedConnection& connection, const Delivery& delivery)
{
    return deliverOverHttp({m_http, m_clock, judge}, connection,
                           eventRequest(connection, eventFor(delivery, connection.secret)), delivery.deadline);
}

}  // namespace cockpit::adapters::pagerduty
