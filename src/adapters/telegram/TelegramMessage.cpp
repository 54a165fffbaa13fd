// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/telegram/TelegramMessage.h"

#include "core/base/SafeText.h"
#include "core/notify/MessageText.h"

#include <QJsonDocument>

namespace cockpit::adapters::telegram {

namespace {

constexpr qsizetype longestText = 4'096;
constexpr int longestTitle = 500;

qint64 repliedTo(const QString& thread, const QString& chat)
{
    const qsizetype colon = thread.lastIndexOf(QLatin1Char(':'));
    return colon > 0 && thread.left(colon) == chat ? thread.mid(colon + 1).toLongLong() : 0;
}

QString textOf(const Delivery& delivery)
{
    const QString signature = QStringLiteral("\n\n") + signatureOf(delivery);
    const QString title = withoutMentions(safeLine(delivery.title, longestTitle));
    const QString body = withoutMentions(safeBlock(delivery.body, 64 * 1024)).trimmed();
    const QString text = body.isEmpty() ? title : title + QStringLiteral("\n\n") + body;
    return shortened(text, longestText - signature.size()) + signature;
}

}  // namespace

QByteArray telegramMessage(const Delivery& delivery, const QString& chat)
{
    QJsonObject message{{QStringLiteral("chat_id"), chat},
                        {QStringLiteral("text"), textOf(delivery)},
                        {QStringLiteral("link_preview_options"), QJsonObject{{QStringLiteral("is_disabled"), true}}},
                        {QStringLiteral("disable_notification"), false}};
    if (const qint64 first = repliedTo(delivery.thread, chat); first > 0)
        message.insert(
            QStringLiteral("reply_parameters"),
            QJsonObject{{QStringLiteral("message_id"), first}, {QStringLiteral("allow_sending_without_reply"), true}});
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

QString threadFor(const QString& chat, qint64 messageId)
{
    return messageId > 0 ? QStringLiteral("%1:%2").arg(chat).arg(messageId) : QString();
}

}  // namespace cockpit::adapters::telegram
