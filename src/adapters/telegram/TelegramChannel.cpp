// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/telegram/TelegramChannel.h"

#include "adapters/telegram/TelegramConnectionKind.h"
#include "adapters/telegram/TelegramMessage.h"
#include "core/base/SafeText.h"
#include "core/notify/HttpDelivery.h"

#include <QJsonDocument>

namespace cockpit::adapters::telegram {

namespace {

using Kind = DeliveryOutcome::Kind;

constexpr qint64 longestPauseSeconds = 3'600;

DeliveryOutcome judge(const HttpReply& reply, const QDateTime& utcNow, const QString& chat)
{
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    if (reply.status == 200 && answer.value(QStringLiteral("ok")).toBool()) {
        DeliveryOutcome outcome = deliveredWith(reply, QStringLiteral("ok"));
        const QJsonObject result = answer.value(QStringLiteral("result")).toObject();
        outcome.thread = threadFor(chat, result.value(QStringLiteral("message_id")).toInteger());
        return outcome;
    }
    const QString description = safeLine(answer.value(QStringLiteral("description")).toString(), 200);
    DeliveryOutcome outcome =
        notDelivered(reply, utcNow, QStringLiteral("Telegram"), description.isEmpty() ? wordsOf(reply) : description);
    const QJsonObject parameters = answer.value(QStringLiteral("parameters")).toObject();
    const qint64 seconds = parameters.value(QStringLiteral("retry_after")).toInteger();
    if (outcome.kind == Kind::Retry && seconds > 0)
        outcome.retryAfter = Milliseconds{qMin(seconds, longestPauseSeconds) * 1'000};
    if (const qint64 moved = parameters.value(QStringLiteral("migrate_to_chat_id")).toInteger(); moved != 0)
        outcome.words += QStringLiteral(" (%1)").arg(moved);
    return outcome;
}

}  // namespace

TelegramChannel::TelegramChannel(const Clock& clock, HttpTransport& http)
    : m_clock(clock)
    , m_http(http)
{
}

QFuture<DeliveryOutcome> TelegramChannel::deliver(const ResolvedConnection& connection, const Delivery& delivery)
{
    const Result<QString> chat = chatOf(connection.spec);
    if (!chat)
        return QtFuture::makeReadyFuture(outcomeOf(chat.error()));
    const auto judging = [chat = *chat](const HttpReply& reply, const QDateTime& utcNow) {
        return judge(reply, utcNow, chat);
    };
    return deliverOverHttp(
        {m_http, m_clock, judging}, connection,
        posting(botRequest(connection, QStringLiteral("sendMessage")), telegramMessage(delivery, *chat)),
        delivery.deadline);
}

}  // namespace cockpit::adapters::telegram
