// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::slack {

/// Connections of kind "slack". The test posts a message without text, which Slack refuses by name: that proves that
/// the webhook is known, and nothing appears in the channel.
class SlackConnectionKind final : public ConnectionKind
{
public:
    explicit SlackConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("slack"); }
    QString title() const override { return QStringLiteral("Slack"); }
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::slack
