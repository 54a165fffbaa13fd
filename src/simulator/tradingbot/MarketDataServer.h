// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QAbstractHttpServer>

namespace cockpit {

/// The metrics page of the trading bot's market data process. Its object is that process: who deletes it closes the
/// port, and Prometheus cannot connect. Thread: its maker's.
class MarketDataServer : public QAbstractHttpServer
{
    Q_OBJECT

public:
    /// Opens the port of 127.0.0.1; 0: a free one. Unreachable when it is taken.
    Result<quint16> open(quint16 port);

private:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;
};

}  // namespace cockpit
