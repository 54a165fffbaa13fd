// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"
#include "core/notify/Channel.h"

namespace cockpit::adapters::slack {

/// Posts to a Slack incoming webhook (or what takes its shape). Delivered means: status 200 and the body "ok", exactly.
/// Slack takes no idempotency key, so what may have arrived before says so with its reference.
class SlackChannel final : public Channel
{
public:
    SlackChannel(const Clock& clock, HttpTransport& http);

    QString kind() const override { return QStringLiteral("slack"); }
    bool dropsRepeats() const override { return false; }
    Milliseconds pace() const override { return Milliseconds{1'000}; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override;

private:
    const Clock& m_clock;
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::slack
