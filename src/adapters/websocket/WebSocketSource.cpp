// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/websocket/WebSocketSource.h"

#include "adapters/websocket/WebSocketProbe.h"

namespace cockpit::adapters::websocket {

WebSocketSource::WebSocketSource(const Clock& clock, ConnectionResolver& connections)
    : m_clock(clock)
    , m_connections(connections)
{
}

QString WebSocketSource::groupKey(const SignalSpec& signal) const
{
    return signal.parameters.value(QStringLiteral("path")).toString();
}

QFuture<QList<Reading>> WebSocketSource::read(const PollRequest& request)
{
    return (new WebSocketProbe(m_clock, request, &m_underWay))->start(m_connections);
}

}  // namespace cockpit::adapters::websocket
