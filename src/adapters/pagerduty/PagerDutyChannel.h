// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"
#include "core/notify/Channel.h"

namespace cockpit::adapters::pagerduty {

/// Events API v2: triggers, acknowledges and resolves one PagerDuty incident per incident (dedup_key), so that repeats
/// fall together there. Delivered means: status 202 and the status "success".
class PagerDutyChannel final : public Channel
{
public:
    PagerDutyChannel(const Clock& clock, HttpTransport& http);

    QString kind() const override { return QStringLiteral("pagerduty"); }
    bool dropsRepeats() const override { return true; }
    Milliseconds pace() const override { return Milliseconds{0}; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override;

private:
    const Clock& m_clock;
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::pagerduty
