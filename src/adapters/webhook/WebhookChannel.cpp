// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/webhook/WebhookChannel.h"

#include "adapters/webhook/WebhookRequest.h"
#include "core/connections/HttpCall.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>

namespace cockpit::adapters::webhook {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Webhook)
};

DeliveryOutcome judge(const HttpReply& reply, const QDateTime& utcNow)
{
    const int status = reply.status;
    const QString words = wordsOf(reply);
    if (status >= 200 && status < 300 && !isWebPage(reply))
        return deliveredWith(reply, words.isEmpty() ? Say::tr("answered %1").arg(statusText(status))
                                                    : Say::tr("answered %1: %2").arg(statusText(status), words));
    DeliveryOutcome outcome = notDelivered(reply, utcNow, Say::tr("the receiver"), words);
    if (status >= 300 && status < 400) {
        outcome.kind = DeliveryOutcome::Kind::Failed;
        outcome.words =
            Say::tr("answered %1; redirects are not followed, so enter the final address").arg(statusText(status));
    }
    return outcome;
}

}  // namespace

WebhookChannel::WebhookChannel(const Clock& clock, HttpTransport& http)
    : m_clock(clock)
    , m_http(http)
{
}

QFuture<DeliveryOutcome> WebhookChannel::deliver(const ResolvedConnection& connection, const Delivery& delivery)
{
    return deliverOverHttp({m_http, m_clock, judge}, connection, webhookRequest(connection, delivery, m_clock.utcNow()),
                           delivery.deadline);
}

}  // namespace cockpit::adapters::webhook
