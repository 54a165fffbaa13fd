// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"
#include "core/notify/Channel.h"

namespace cockpit::adapters::webhook {

/// Posts JSON to an address of the team's own. Delivered means a 2xx. Each attempt carries the same Idempotency-Key;
/// whether the receiver drops repeats by it is not known, so what may have arrived before says so as well.
class WebhookChannel final : public Channel
{
public:
    WebhookChannel(const Clock& clock, HttpTransport& http);

    QString kind() const override { return QStringLiteral("webhook"); }
    bool dropsRepeats() const override { return false; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override;

private:
    const Clock& m_clock;
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::webhook
