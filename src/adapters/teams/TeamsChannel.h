// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"
#include "core/notify/Channel.h"

namespace cockpit::adapters::teams {

/// Posts an adaptive card to a Teams workflow. Delivered means: status 202; the workflow takes it from there.
class TeamsChannel final : public Channel
{
public:
    TeamsChannel(const Clock& clock, HttpTransport& http);

    QString kind() const override { return QStringLiteral("teams"); }
    bool dropsRepeats() const override { return false; }
    Milliseconds pace() const override { return Milliseconds{250}; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override;

private:
    const Clock& m_clock;
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::teams
