// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QAbstractHttpServer>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

class QHttpServerResponder;
class QJsonObject;
class QWebSocket;

namespace cockpit {

class JustTradesModel;
class JustTradesPages;

/// The wire of the simulated platform: routes, keys, status codes and the price socket. Thread: its maker's.
class JustTradesServer : public QAbstractHttpServer
{
    Q_OBJECT

public:
    JustTradesServer(JustTradesModel& model, JustTradesPages& pages, QString key);
    ~JustTradesServer() override;

    /// Sends the newest prices to every open WebSocket; while the feed is stale, nothing.
    void publishPrices();

protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
    void handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder);
    void handleSimulator(const QHttpServerRequest& request, QHttpServerResponder& responder);
    bool hasKey(const QHttpServerRequest& request) const;

    JustTradesModel& m_model;
    JustTradesPages& m_pages;
    QByteArray m_key;
    std::vector<std::unique_ptr<QWebSocket>> m_sockets;
};

}  // namespace cockpit
