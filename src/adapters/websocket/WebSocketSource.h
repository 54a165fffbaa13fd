// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/metrics/SignalSource.h"

#include <QObject>

namespace cockpit::adapters::websocket {

/// Signals of kind "websocket": 1 when handshake, ping and pong succeed within the deadline.
class WebSocketSource final : public SignalSource
{
public:
    WebSocketSource(const Clock& clock, ConnectionResolver& connections);

    QString kind() const override { return QStringLiteral("websocket"); }
    QString groupKey(const SignalSpec& signal) const override;
    QFuture<QList<Reading>> read(const PollRequest& request) override;

private:
    const Clock& m_clock;
    ConnectionResolver& m_connections;
    QObject m_underWay;
};

}  // namespace cockpit::adapters::websocket
