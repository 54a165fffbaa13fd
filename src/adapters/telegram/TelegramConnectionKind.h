// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::telegram {

/// Connections of kind "telegram": a bot token and a chat. The test asks who the bot is and whether it sees the chat
/// (getMe, getChat); nothing is posted.
class TelegramConnectionKind final : public ConnectionKind
{
public:
    explicit TelegramConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("telegram"); }
    QString title() const override { return QStringLiteral("Telegram"); }
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

/// A call of the Bot API. The token is part of the path: nothing that quotes the address may be shown.
Result<HttpRequest> botRequest(const ResolvedConnection& connection, const QString& method);

/// The chat to write to: a number or @name. Errors: InvalidInput.
Result<QString> chatOf(const ConnectionSpec& spec);

}  // namespace cockpit::adapters::telegram
