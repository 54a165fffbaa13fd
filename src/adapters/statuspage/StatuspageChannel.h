// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"
#include "core/notify/Channel.h"

namespace cockpit::adapters::statuspage {

/// Creates and updates an incident on a public Statuspage. Delivered means: 201 (200 for an update) and the incident's
/// id, which is the thread of later messages. Customers read it: no reference, no sign of repeats. What may have
/// arrived before is looked for first, so that nothing stands there twice.
class StatuspageChannel final : public Channel
{
public:
    StatuspageChannel(const Clock& clock, HttpTransport& http);

    QString kind() const override { return QStringLiteral("statuspage"); }
    bool dropsRepeats() const override { return false; }
    Milliseconds pace() const override { return Milliseconds{1'000}; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override;

private:
    const Clock& m_clock;
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::statuspage
