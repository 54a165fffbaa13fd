// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"
#include "core/notify/Channel.h"

namespace cockpit::adapters::telegram {

/// Writes to a Telegram chat as plain text; later messages of an incident reply to its first one. Delivered means:
/// status 200 and `"ok": true`.
class TelegramChannel final : public Channel
{
public:
    TelegramChannel(const Clock& clock, HttpTransport& http);

    QString kind() const override { return QStringLiteral("telegram"); }
    bool dropsRepeats() const override { return false; }
    Milliseconds pace() const override { return Milliseconds{1'000}; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override;

private:
    const Clock& m_clock;
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::telegram
