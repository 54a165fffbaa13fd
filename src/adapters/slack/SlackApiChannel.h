// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"
#include "core/notify/Channel.h"

namespace cockpit::adapters::slack {

/// Posts with a bot token (chat.postMessage). Delivered means: status 200 and `"ok": true`; Slack answers 200 to
/// failures too. The messages of an incident hang on its first one; that it is over is shown in the channel as well.
class SlackApiChannel final : public Channel
{
public:
    SlackApiChannel(const Clock& clock, HttpTransport& http);

    QString kind() const override { return QStringLiteral("slack_api"); }
    bool dropsRepeats() const override { return false; }
    Milliseconds pace() const override { return Milliseconds{1'000}; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override;

private:
    const Clock& m_clock;
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::slack
