// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/telegram/TelegramConnectionKind.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/PublicService.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace cockpit::adapters::telegram {

namespace {

const QString ownAddress = QStringLiteral("https://api.telegram.org");

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Telegram)
};

Result<QString> judge(const HttpReply& reply, const QString& address, const QString& sees)
{
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    const QJsonObject result = answer.value(QStringLiteral("result")).toObject();
    if (reply.status == 200 && answer.value(QStringLiteral("ok")).toBool()) {
        const QString title = result.value(QStringLiteral("title")).toString();
        const QString name = result.value(QStringLiteral("username")).toString();
        return Say::tr("%1 knows %2 \"%3\" (%4 ms); nothing was posted")
            .arg(address, sees, safeLine(title.isEmpty() ? name : title, 60), QString::number(reply.elapsed.count()));
    }
    const QString said = safeLine(answer.value(QStringLiteral("description")).toString(), 120);
    const bool isAnswer = answer.contains(QStringLiteral("ok"));
    // Telegram answers 401 or 404 to a token it does not know.
    if (isAnswer && (reply.status == 401 || reply.status == 404))
        return fail(ErrorKind::Unauthorized,
                    Say::tr("Telegram does not know this bot (%1): enter the token that BotFather gave").arg(said));
    if (isAnswer && (reply.status == 400 || reply.status == 403))
        return fail(ErrorKind::NotFound,
                    Say::tr("The bot does not see the chat (%1): add it there and check the chat's number").arg(said));
    return unexpectedAnswer(reply, QStringLiteral("Telegram"), said.isEmpty() ? wordsOf(reply) : said);
}

QFuture<ConnectionCheck> ask(HttpTransport& http, const ResolvedConnection& connection,
                             const Result<HttpRequest>& request, Milliseconds timeout, const QString& sees)
{
    return checkPublicService(
        http, connection, request, timeout,
        [sees](const HttpReply& reply, const QString& address) { return judge(reply, address, sees); });
}

}  // namespace

TelegramConnectionKind::TelegramConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString TelegramConnectionKind::secretLabel() const
{
    return Say::tr("Bot token");
}

QList<ConnectionField> TelegramConnectionKind::fields() const
{
    const ConnectionField chat{
        QStringLiteral("chat"),
        Say::tr("Chat"),
        ConnectionField::Type::Text,
        true,
        {},
        Say::tr("The chat's number (-1001234567890 for a group) or @name of a public channel; the bot must be in it."),
        {}};
    return QList<ConnectionField>{chat} + publicServiceFields(ownAddress);
}

QFuture<ConnectionCheck> TelegramConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    const Result<QString> chat = chatOf(connection.spec);
    if (!chat)
        return QtFuture::makeReadyFuture(failedCheck(chat.error()));
    const QByteArray body =
        QJsonDocument(QJsonObject{{QStringLiteral("chat_id"), *chat}}).toJson(QJsonDocument::Compact);
    const auto seesChat = posting(botRequest(connection, QStringLiteral("getChat")), body);
    const auto isBot =
        ask(m_http, connection, botRequest(connection, QStringLiteral("getMe")), timeout / 2, Say::tr("the bot"));
    auto check = QFuture(isBot)
                     .then([&http = m_http, connection, seesChat, timeout](const ConnectionCheck& bot) {
                         return bot.ok ? ask(http, connection, seesChat, timeout / 2, Say::tr("the bot and the chat"))
                                       : QtFuture::makeReadyFuture(bot);
                     })
                     .unwrap();
    cancelTogether(check, isBot);
    return check;
}

Result<HttpRequest> botRequest(const ResolvedConnection& connection, const QString& method)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9]{1,20}:[A-Za-z0-9_-]{10,100}\\z"));
    const QString token = QString::fromUtf8(connection.secret.reveal().trimmed());
    if (!token.isEmpty() && !pattern.match(token).hasMatch())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The bot token of %1 must look like 123456:ABC…, as BotFather gave it; enter it again")
                        .arg(connection.spec.id));
    return publicServiceRequest(connection, ownAddress, QStringLiteral("/bot%1/%2").arg(token, method));
}

Result<QString> chatOf(const ConnectionSpec& spec)
{
    static const QRegularExpression pattern(QStringLiteral("\\A(-?[0-9]{1,20}|@[A-Za-z0-9_]{1,64})\\z"));
    const QJsonValue setting = spec.settings.value(QStringLiteral("chat"));
    const QString chat = setting.isDouble() ? QString::number(setting.toInteger()) : setting.toString().trimmed();
    if (!pattern.match(chat).hasMatch())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The chat of %1 must be a number such as -1001234567890 or an @name").arg(spec.id));
    return chat;
}

}  // namespace cockpit::adapters::telegram
