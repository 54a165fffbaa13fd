// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/webhook/WebhookChannel.h"

#include "adapters/webhook/WebhookMessage.h"
#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>

namespace cockpit::adapters::webhook {

namespace {

using Kind = DeliveryOutcome::Kind;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Webhook)
};

DeliveryOutcome judgeStatus(const HttpReply& reply, const QDateTime& utcNow)
{
    DeliveryOutcome outcome;
    outcome.status = reply.status;
    outcome.elapsed = reply.elapsed;
    const int status = reply.status;
    const QString body =
        isWebPage(reply) ? QString() : safeLine(QString::fromUtf8(reply.body.left(300)).trimmed(), 100);
    outcome.words = body.isEmpty() ? Say::tr("answered %1").arg(statusText(status))
                                   : Say::tr("answered %1: %2").arg(statusText(status), body);
    if (status >= 200 && status < 300 && isWebPage(reply)) {
        outcome.kind = Kind::Retry;
        outcome.words =
            Say::tr("not delivered: a web page answered %1 instead of the receiver (a login page or a captive portal?)")
                .arg(status);
    } else if (status >= 200 && status < 300) {
        outcome.kind = Kind::Delivered;
    } else if (status == 408 || status == 425 || status == 429 || status >= 500) {
        outcome.kind = Kind::Retry;
        outcome.retryAfter = retryAfter(reply, utcNow);
    } else {
        outcome.kind = Kind::Failed;
        if (status >= 300 && status < 400)
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
    auto request = httpRequestForSecretUrl(connection);
    if (!request)
        return QtFuture::makeReadyFuture(webhookOutcome(request.error(), m_clock.utcNow()));
    const QString format = connection.spec.settings.value(QStringLiteral("format")).toString();
    request->method = "POST";
    request->headers.append(HttpHeader{"Content-Type", "application/json; charset=utf-8"});
    request->headers.append(HttpHeader{"Idempotency-Key", delivery.key.toLatin1()});
    request->body = format == QLatin1String("plain") ? plainMessage(delivery) : alertmanagerMessage(delivery);
    request->deadline = delivery.deadline;
    request->maximumBytes = 64 * 1024;
    const auto exchange = m_http.send(*request);
    auto outcome = QFuture(exchange).then(
        [&clock = m_clock](const Result<HttpReply>& reply) { return webhookOutcome(reply, clock.utcNow()); });
    cancelTogether(outcome, exchange);
    return outcome;
}

DeliveryOutcome webhookOutcome(const Result<HttpReply>& reply, const QDateTime& utcNow)
{
    if (reply)
        return judgeStatus(*reply, utcNow);
    DeliveryOutcome outcome;
    const Error& error = reply.error();
    const bool isSettings = error.kind == ErrorKind::InvalidInput || error.kind == ErrorKind::Refused;
    outcome.kind = mayHaveArrived(error) ? Kind::Uncertain : isSettings ? Kind::Failed : Kind::Retry;
    outcome.words = error.message;
    return outcome;
}

}  // namespace cockpit::adapters::webhook
