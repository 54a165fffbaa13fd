// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/notify/HttpDelivery.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

using Kind = DeliveryOutcome::Kind;

constexpr qint64 longestAnswer = 64LL * 1024;  // to what was posted: a sentence

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Message)
};

}  // namespace

void learnSecret(Redactor& redactor, const Secret& secret)
{
    redactor.learn(Secret(secret.reveal().trimmed()));
    for (const QByteArray& word : secret.reveal().simplified().split(' '))
        redactor.learn(Secret(word));
}

QFuture<DeliveryOutcome> deliverOverHttp(const HttpDelivery& parts, const ResolvedConnection& connection,
                                         Result<HttpRequest> request, Milliseconds deadline)
{
    if (!request)
        return QtFuture::makeReadyFuture(outcomeOf(request.error()));
    request->deadline = deadline;
    const auto exchange = parts.http.send(*request);
    auto outcome = QFuture(exchange).then(
        [&clock = parts.clock, judge = parts.judge, secret = connection.secret](const Result<HttpReply>& reply) {
            DeliveryOutcome judged = reply ? judge(*reply, clock.utcNow()) : outcomeOf(reply.error());
            Redactor redactor;
            learnSecret(redactor, secret);
            judged.words = redactor.redact(judged.words);
            return judged;
        });
    cancelTogether(outcome, exchange);
    return outcome;
}

DeliveryOutcome outcomeOf(const Error& error)
{
    DeliveryOutcome outcome;
    const bool isSettings = error.kind == ErrorKind::InvalidInput || error.kind == ErrorKind::Refused;
    outcome.kind = mayHaveArrived(error) ? Kind::Uncertain : isSettings ? Kind::Failed : Kind::Retry;
    outcome.words = error.message;
    return outcome;
}

DeliveryOutcome deliveredWith(const HttpReply& reply, const QString& words)
{
    DeliveryOutcome outcome;
    outcome.kind = Kind::Delivered;
    outcome.status = reply.status;
    outcome.elapsed = reply.elapsed;
    outcome.words = safeLine(words, 200);
    return outcome;
}

DeliveryOutcome notDelivered(const HttpReply& reply, const QDateTime& utcNow, const QString& service,
                             const QString& words)
{
    DeliveryOutcome outcome;
    outcome.status = reply.status;
    outcome.elapsed = reply.elapsed;
    const int status = reply.status;
    if (status < 400) {
        outcome.kind = Kind::Retry;
        outcome.words =
            isWebPage(reply) || status >= 300
                ? Say::tr("not delivered: a web page answered %1 instead of %2 (a login page or a captive portal?)")
                      .arg(QString::number(status), service)
                : Say::tr("not delivered: answered %1 with \"%2\", which is not how %3 takes a message")
                      .arg(QString::number(status), words, service);
        return outcome;
    }
    const bool again = status == 408 || status == 425 || status == 429 || status >= 500;
    outcome.kind = again ? Kind::Retry : Kind::Failed;
    outcome.retryAfter = again ? retryAfter(reply, utcNow) : Milliseconds{0};
    outcome.words = words.isEmpty() ? Say::tr("answered %1").arg(statusText(status))
                                    : Say::tr("answered %1: %2").arg(statusText(status), words);
    return outcome;
}

QString wordsOf(const HttpReply& reply)
{
    return isWebPage(reply) ? QString() : safeLine(QString::fromUtf8(reply.body.left(300)).trimmed(), 100);
}

Result<HttpRequest> posting(Result<HttpRequest> request, const QByteArray& json)
{
    if (!request)
        return request;
    request->method = "POST";
    request->maximumBytes = longestAnswer;
    request->headers.append(HttpHeader{"Content-Type", "application/json; charset=utf-8"});
    request->body = json;
    return request;
}

}  // namespace cockpit
