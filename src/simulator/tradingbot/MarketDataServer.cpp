// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/MarketDataServer.h"

#include "simulator/tradingbot/TradingbotPages.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

namespace cockpit {

Result<quint16> MarketDataServer::open(quint16 port)
{
    auto socket = std::make_unique<QTcpServer>();
    if (!socket->listen(QHostAddress::LocalHost, port))
        return fail(
            ErrorKind::Unreachable,
            QCoreApplication::translate("Simulator", "Port %1 of this machine cannot be opened: %2. Choose another.")
                .arg(port)
                .arg(socket->errorString()));
    const quint16 opened = socket->serverPort();
    bind(socket.release());
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
