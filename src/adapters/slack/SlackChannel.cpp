// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/SlackChannel.h"

#include "adapters/slack/SlackMessage.h"
#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>

namespace cockpit::adapters::slack {

namespace {

using Kind = DeliveryOutcome::Kind;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Slack)
};

Kind kindFor(int status)
{
    const bool again = status == 408 || status == 425 || status == 429 || status >= 500;
    return again ? Kind::Retry : Kind::Failed;
}

DeliveryOutcome judgeStatus(const HttpReply& reply, const QDateTime& utcNow)
{
    DeliveryOutcome outcome;
    outcome.status = reply.status;
    outcome.elapsed = reply.elapsed;
    const QString body = safeLine(QString::fromUtf8(reply.body.left(300)).trimmed(), 100);
    if (reply.status == 200 && reply.body == "ok") {
        outcome.kind = Kind::Delivered;
        outcome.words = QStringLiteral("ok");
    } else if (reply.status < 400) {
        // Slack neither redirects nor shows pages here: this is something in between, and it may go away.
        outcome.kind = Kind::Retry;
        outcome.words =
            isWebPage(reply) || reply.status >= 300
                ? Say::tr("not delivered: a web page answered %1 instead of Slack (a login page or a captive portal?)")
                      .arg(reply.status)
                : Say::tr("not delivered: answered %1 with \"%2\" instead of \"ok\"").arg(reply.status).arg(body);
    } else {
        outcome.kind = kindFor(reply.status);
        outcome.retryAfter = outcome.kind == Kind::Retry ? retryAfter(reply, utcNow) : Milliseconds{0};
        outcome.words = isWebPage(reply) || body.isEmpty()
                            ? Say::tr("answered %1").arg(statusText(reply.status))
                            : Say::tr("answered %1: %2").arg(statusText(reply.status), body);
    }
    return outcome;
}

}  // namespace

SlackChannel::SlackChannel(const Clock& clock, HttpTransport& http)
    : m_clock(clock)
    , m_http(http)
{
}

QFuture<DeliveryOutcome> SlackChannel::deliver(const ResolvedConnection& connection, const Delivery& delivery)
{
    auto request = httpRequestForSecretUrl(connection);
    if (!request)
        return QtFuture::makeReadyFuture(slackOutcome(request.error(), m_clock.utcNow()));
    request->method = "POST";
    request->headers.append(HttpHeader{"Content-Type", "application/json; charset=utf-8"});
    request->body = slackMessage(delivery);
    request->deadline = delivery.deadline;
    request->maximumBytes = 64 * 1024;
    const auto exchange = m_http.send(*request);
    auto outcome = QFuture(exchange).then(
        [&clock = m_clock](const Result<HttpReply>& reply) { return slackOutcome(reply, clock.utcNow()); });
    cancelTogether(outcome, exchange);
    return outcome;
}

DeliveryOutcome slackOutcome(const Result<HttpReply>& reply, const QDateTime& utcNow)
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

}  // namespace cockpit::adapters::slack
