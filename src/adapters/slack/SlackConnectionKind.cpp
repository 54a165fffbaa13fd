// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/SlackConnectionKind.h"

#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"
#include "core/connections/PublicService.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>

namespace cockpit::adapters::slack {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Slack)
};

/// Whether these words are Slack's refusal of a message without text, which it gives only to webhooks it knows.
bool refusesTheEmptyText(int status, const QByteArray& words)
{
    return (status == 400 && (words == "no_text" || words == "missing_text" || words == "invalid_payload")) ||
           ((status == 400 || status == 500) && words == "missing_text_or_fallback_or_attachments");
}

Result<QString> judge(const HttpReply& reply, const QString& address)
{
    const QByteArray words = reply.body.trimmed();
    if (refusesTheEmptyText(reply.status, words))
        return Say::tr("%1 knows this webhook (%2 ms); nothing was posted").arg(address).arg(reply.elapsed.count());
    if (reply.status == 200 && words == "ok")
        return Say::tr("%1 took an empty message (%2 ms)").arg(address).arg(reply.elapsed.count());
    const QString said = wordsOf(reply);
    if (reply.status == 403 && words == "action_prohibited")
        return fail(ErrorKind::Refused,
                    Say::tr("Slack knows this webhook but does not let it post there (%1): ask the workspace's owners")
                        .arg(said));
    if (reply.status == 410 || words == "channel_not_found")
        return fail(
            ErrorKind::NotFound,
            Say::tr("The channel of this webhook is gone (%1): make a new webhook and enter its address").arg(said));
    const bool isUnknown = reply.status == 401 || reply.status == 403 || reply.status == 404;
    if (isUnknown && !isWebPage(reply))
        return fail(ErrorKind::Unauthorized,
                    Say::tr("Slack does not know this webhook (%1): make a new one and enter its address").arg(said));
    return unexpectedAnswer(reply, QStringLiteral("Slack"), said);
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
    return publicServiceFields({});
}

QFuture<ConnectionCheck> SlackConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    return checkPublicService(m_http, connection, posting(httpRequestForSecretUrl(connection), R"({"text":""})"),
                              timeout, judge);
}

}  // namespace cockpit::adapters::slack
