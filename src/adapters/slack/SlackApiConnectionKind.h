// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::slack {

/// Connections of kind "slack_api": a bot token and a channel. The test asks whose token it is (auth.test), which posts
/// nothing and needs no right; whether the bot is a member of the channel only a message shows.
class SlackApiConnectionKind final : public ConnectionKind
{
public:
    explicit SlackApiConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("slack_api"); }
    QString title() const override;
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

/// A call of Slack's Web API with the connection's token.
Result<HttpRequest> slackApiRequest(const ResolvedConnection& connection, const QString& path);

/// The channel to post to. Errors: InvalidInput.
Result<QString> slackChannelOf(const ConnectionSpec& spec);

}  // namespace cockpit::adapters::slack
