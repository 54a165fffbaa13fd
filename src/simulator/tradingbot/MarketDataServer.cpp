// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/MarketDataServer.h"

#include "simulator/SimulatorServer.h"
#include "simulator/tradingbot/TradingbotPages.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

namespace cockpit {

Result<quint16> MarketDataServer::open(quint16 port)
{
    auto socket = openLoopback(port);
    if (!socket)
        return socket.error();
    const quint16 opened = socket.value()->serverPort();
    bind(socket.value().release());
    return opened;
}

bool MarketDataServer::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
    if (request.url().path() != QLatin1String("/metrics"))
        return false;
    makeResponder(request, socket)
        .write(TradingbotPages::marketDataMetrics(), "text/plain; version=0.0.4; charset=utf-8");
    return true;
}

void MarketDataServer::missingHandler(const QHttpServerRequest& request, QTcpSocket* socket)
{
    makeResponder(request, socket).write(QHttpServerResponder::StatusCode::NotFound);
}

}  // namespace cockpit
