// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/SlackConnectionKind.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>

namespace cockpit::adapters::slack {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Slack)
};

ConnectionCheck judge(const Result<HttpReply>& reply, const TargetIdentity& target)
{
    if (!reply)
        return failedCheck(reply.error(), target);
    const QByteArray words = reply->body.trimmed();
    ConnectionCheck check;
    if (words == "no_text" || words == "invalid_payload" || words == "missing_text_or_fallback_or_attachments" ||
        (reply->status == 200 && words == "ok")) {
        check.ok = true;
        check.sentence = Say::tr("%1 knows this webhook (%2 ms); nothing was posted")
                             .arg(target.address)
                             .arg(reply->elapsed.count());
        if (words == "ok")
            check.sentence =
                Say::tr("%1 took an empty message (%2 ms)").arg(target.address).arg(reply->elapsed.count());
    } else if (isWebPage(*reply) || (reply->status >= 300 && reply->status < 400)) {
        check = failedCheck(fail(ErrorKind::Malformed,
                                 Say::tr("A web page answered instead of Slack (a login page or a captive portal?)")));
    } else if (reply->status == 401 || reply->status == 403 || reply->status == 404 || reply->status == 410) {
        check = failedCheck(fail(ErrorKind::Unauthorized,
                                 Say::tr("Slack does not know this webhook (%1): make a new one and enter its address")
                                     .arg(safeLine(QString::fromUtf8(words.left(200)), 60))));
    } else {
        check = failedCheck(fail(ErrorKind::Unreachable, Say::tr("Slack answered %1: %2")
                                                             .arg(statusText(reply->status),
                                                                  safeLine(QString::fromUtf8(words.left(200)), 100))));
    }
    check.target = target;
    check.elapsed = reply->elapsed;
    return check;
}

}  // namespace

SlackConnectionKind::SlackConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString SlackConnectionKind::secretLabel() const
{
    return Say::tr("Webhook URL");
}

QList<ConnectionField> SlackConnectionKind::fields() const
{
    return {{QStringLiteral("authority_file"),
             Say::tr("Authority file"),
             ConnectionField::Type::File,
             false,
             {},
             Say::tr("PEM file of a private certificate authority; empty for the system's."),
             {}}};
}

QFuture<ConnectionCheck> SlackConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    auto request = httpRequestForSecretUrl(connection);
    if (!request)
        return QtFuture::makeReadyFuture(failedCheck(request.error()));
    TargetIdentity target;
    target.address = addressOf(request->url);
    target.environment = connection.spec.environment;
    request->method = "POST";
    request->headers.append(HttpHeader{"Content-Type", "application/json; charset=utf-8"});
    request->deadline = timeout;
    request->maximumBytes = 64 * 1024;
    const auto exchange = m_http.send(*request);
    auto check = QFuture(exchange).then([target](const Result<HttpReply>& reply) { return judge(reply, target); });
    cancelTogether(check, exchange);
    return check;
}

}  // namespace cockpit::adapters::slack
