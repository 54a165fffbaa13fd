// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/teams/TeamsChannel.h"

#include "adapters/teams/TeamsCard.h"
#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace cockpit::adapters::teams {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Teams)
};

DeliveryOutcome judge(const HttpReply& reply, const QDateTime& utcNow)
{
    if (reply.status == 202 && !isWebPage(reply))
        return deliveredWith(reply, Say::tr("the workflow took it"));
    const QString message = QJsonDocument::fromJson(reply.body)
                                .object()
                                .value(QStringLiteral("error"))
                                .toObject()
                                .value(QStringLiteral("message"))
                                .toString();
    return notDelivered(reply, utcNow, QStringLiteral("Teams"),
                        message.isEmpty() ? wordsOf(reply) : safeLine(message, 200));
}

}  // namespace

TeamsChannel::TeamsChannel(const Clock& clock, HttpTransport& http)
    : m_clock(clock)
    , m_http(http)
{
}

QFuture<DeliveryOutcome> TeamsChannel::deliver(const ResolvedConnection& connection, const Delivery& delivery)
{
    return deliverOverHttp({m_http, m_clock, judge}, connection,
                           posting(httpRequestForSecretUrl(connection), teamsMessage(delivery)), delivery.deadline);
}

}  // namespace cockpit::adapters::teams
