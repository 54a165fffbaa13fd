// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/SlackApiChannel.h"

#include "adapters/slack/SlackApiConnectionKind.h"
#include "adapters/slack/SlackMessage.h"
#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/notify/HttpDelivery.h"
#include "core/notify/MessageText.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace cockpit::adapters::slack {

namespace {

using Kind = DeliveryOutcome::Kind;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Slack)
};

/// The time stamp of the incident's first message, where it went to the channel that is set now.
QString threadStamp(const QString& thread, const QString& channel)
{
    static const QRegularExpression stamp(QStringLiteral("\\A[0-9]+\\.[0-9]+\\z"));
    const qsizetype colon = thread.lastIndexOf(QLatin1Char(':'));
    const QString found = thread.mid(colon + 1);
    return colon > 0 && thread.left(colon) == channel && stamp.match(found).hasMatch() ? found : QString();
}

QByteArray messageFor(const Delivery& delivery, const QString& channel)
{
    QJsonObject message = slackContent(delivery);
    message.insert(QStringLiteral("channel"), channel);
    message.insert(QStringLiteral("unfurl_links"), false);
    message.insert(QStringLiteral("unfurl_media"), false);
    if (const QString stamp = threadStamp(delivery.thread, channel); !stamp.isEmpty()) {
        message.insert(QStringLiteral("thread_ts"), stamp);
        message.insert(QStringLiteral("reply_broadcast"), delivery.kind == QLatin1String("resolved"));
    }
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

/// What Slack's own names for failures mean. Everything that is not here stays wrong however often it is sent.
Kind kindOf(const QString& error)
{
    static const QStringList passing{QStringLiteral("ratelimited"),         QStringLiteral("rate_limited"),
                                     QStringLiteral("service_unavailable"), QStringLiteral("request_timeout"),
                                     QStringLiteral("team_added_to_org"),   QStringLiteral("accesslimited")};
    // Slack's documentation: part of the call may have happened before the error.
    static const QStringList unclear{QStringLiteral("fatal_error"), QStringLiteral("internal_error")};
    return passing.contains(error) ? Kind::Retry : unclear.contains(error) ? Kind::Uncertain : Kind::Failed;
}

DeliveryOutcome judge(const HttpReply& reply, const QDateTime& utcNow, const QString& channel)
{
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    const QJsonValue ok = answer.value(QStringLiteral("ok"));
    const QString error = safeLine(answer.value(QStringLiteral("error")).toString(), 80);
    if (reply.status != 200 || !ok.isBool() || isWebPage(reply))
        return notDelivered(reply, utcNow, QStringLiteral("Slack"), error.isEmpty() ? wordsOf(reply) : error);
    if (ok.toBool()) {
        DeliveryOutcome outcome = deliveredWith(reply, QStringLiteral("ok"));
        const QString stamp = answer.value(QStringLiteral("ts")).toString();
        outcome.thread = stamp.isEmpty() ? QString() : channel + QLatin1Char(':') + stamp;
        return outcome;
    }
    DeliveryOutcome outcome;
    outcome.kind = kindOf(error);
    outcome.status = reply.status;
    outcome.elapsed = reply.elapsed;
    outcome.retryAfter = outcome.kind == Kind::Retry ? retryAfter(reply, utcNow) : Milliseconds{0};
    outcome.words = Say::tr("Slack refused it: %1").arg(error);
    return outcome;
}

}  // namespace

SlackApiChannel::SlackApiChannel(const Clock& clock, HttpTransport& http)
    : m_clock(clock)
    , m_http(http)
{
}

QFuture<DeliveryOutcome> SlackApiChannel::deliver(const ResolvedConnection& connection, const Delivery& delivery)
{
    const Result<QString> channel = slackChannelOf(connection.spec);
    if (!channel)
        return QtFuture::makeReadyFuture(outcomeOf(channel.error()));
    const auto judging = [channel = *channel](const HttpReply& reply, const QDateTime& utcNow) {
        return judge(reply, utcNow, channel);
    };
    return deliverOverHttp(
        {m_http, m_clock, judging}, connection,
        posting(slackApiRequest(connection, QStringLiteral("/api/chat.postMessage")), messageFor(delivery, *channel)),
        delivery.deadline);
}

}  // namespace cockpit::adapters::slack
