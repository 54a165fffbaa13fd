// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/SlackChannel.h"

#include "adapters/slack/SlackMessage.h"
#include "core/connections/HttpConnection.h"
#include "core/notify/HttpDelivery.h"

namespace cockpit::adapters::slack {

namespace {

DeliveryOutcome judge(const HttpReply& reply, const QDateTime& utcNow)
{
    if (reply.status == 200 && reply.body == "ok")
        return deliveredWith(reply, QStringLiteral("ok"));
    return notDelivered(reply, utcNow, QStringLiteral("Slack"), wordsOf(reply));
}

}  // namespace

SlackChannel::SlackChannel(const Clock& clock, HttpTransport& http)
    : m_clock(clock)
    , m_http(http)
{
}

QFuture<DeliveryOutcome> SlackChannel::deliver(const ResolvedConnection& connection, const Delivery& delivery)
{
    return deliverOverHttp({m_http, m_clock, judge}, connection,
                           posting(httpRequestForSecretUrl(connection), slackMessage(delivery)), delivery.deadline);
}

}  // namespace cockpit::adapters::slack
