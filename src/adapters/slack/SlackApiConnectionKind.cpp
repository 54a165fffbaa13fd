// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/SlackApiConnectionKind.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/PublicService.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace cockpit::adapters::slack {

namespace {

const QString ownAddress = QStringLiteral("https://slack.com");

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Slack)
};

Result<QString> judge(const HttpReply& reply, const QString& address)
{
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    const QJsonValue ok = answer.value(QStringLiteral("ok"));
    const QString error = safeLine(answer.value(QStringLiteral("error")).toString(), 80);
    if (reply.status != 200 || !ok.isBool())
        return unexpectedAnswer(reply, QStringLiteral("Slack"), error.isEmpty() ? wordsOf(reply) : error);
    if (ok.toBool())
        return Say::tr("%1 knows the token as %2 in %3 (%4 ms); nothing was posted")
            .arg(address, safeLine(answer.value(QStringLiteral("user")).toString(), 60),
                 safeLine(answer.value(QStringLiteral("team")).toString(), 60), QString::number(reply.elapsed.count()));
    static const QStringList passing{QStringLiteral("ratelimited"), QStringLiteral("internal_error"),
                                     QStringLiteral("fatal_error"), QStringLiteral("service_unavailable"),
                                     QStringLiteral("request_timeout")};
    if (passing.contains(error))
        return fail(ErrorKind::Unreachable, Say::tr("Slack cannot answer now (%1): try again").arg(error));
    return fail(ErrorKind::Unauthorized,
                Say::tr("Slack refused the token (%1): enter a valid bot token in Connections").arg(error));
}

}  // namespace

SlackApiConnectionKind::SlackApiConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString SlackApiConnectionKind::title() const
{
    return Say::tr("Slack (bot, with threads)");
}

QString SlackApiConnectionKind::secretLabel() const
{
    return Say::tr("Bot token");
}

QList<ConnectionField> SlackApiConnectionKind::fields() const
{
    const ConnectionField channel{
        QStringLiteral("channel"),
        Say::tr("Channel"),
        ConnectionField::Type::Text,
        true,
        {},
        Say::tr("Its id (C024BE91L, at the end of the channel's details) or #name; the bot must be a member."),
        {}};
    return QList<ConnectionField>{channel} + publicServiceFields(ownAddress);
}

QFuture<ConnectionCheck> SlackApiConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    if (const auto channel = slackChannelOf(connection.spec); !channel)
        return QtFuture::makeReadyFuture(failedCheck(channel.error()));
    return checkPublicService(m_http, connection,
                              posting(slackApiRequest(connection, QStringLiteral("/api/auth.test")), "{}"), timeout,
                              judge);
}

Result<HttpRequest> slackApiRequest(const ResolvedConnection& connection, const QString& path)
{
    return publicServiceRequest(connection, ownAddress, path, QStringLiteral("Bearer"));
}

Result<QString> slackChannelOf(const ConnectionSpec& spec)
{
    static const QRegularExpression pattern(QStringLiteral("\\A#?[\\w.-]{1,80}\\z"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    const QString channel = spec.settings.value(QStringLiteral("channel")).toString().trimmed();
    if (!pattern.match(channel).hasMatch())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The channel of %1 must be an id such as C024BE91L or a #name").arg(spec.id));
    return channel;
}

}  // namespace cockpit::adapters::slack
