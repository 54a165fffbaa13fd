// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

namespace cockpit::test {

/// Stands between the cockpit and a server and, by the dice, loses what the client sent, loses what the server
/// answered, or leads a connection to another server altogether.
class FickleProxy : public QTcpServer
{
public:
    struct Odds {
        double loseRequest = 0.002;  ///< per piece of data
        double loseAnswer = 0.002;
        double otherServer = 0.02;  ///< per connection
    };

    FickleProxy(quint16 server, quint16 other, quint32 seed)
        : m_server(server)
        , m_other(other)
        , m_dice(seed)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* client = nextPendingConnection())
                lead(client);
        });
    }

    void setOdds(const Odds& odds) { m_odds = odds; }
    /// From now on no dice: everything goes to the right server.
    void settle() { m_odds = {0, 0, 0}; }
    int cuts() const { return m_cuts; }
    int misled() const { return m_misled; }

private:
    bool happens(double chance) { return m_dice.generateDouble() < chance; }

    void lead(QTcpSocket* client)
    {
        const bool astray = happens(m_odds.otherServer);
        m_misled += astray ? 1 : 0;
        auto* upstream = new QTcpSocket(client);
        upstream->connectToHost(QHostAddress::LocalHost, astray ? m_other : m_server);
        connect(client, &QTcpSocket::readyRead, upstream, [=, this] { pass(client, upstream, m_odds.loseRequest); });
        connect(upstream, &QTcpSocket::readyRead, client, [=, this] { pass(upstream, client, m_odds.loseAnswer); });
        connect(upstream, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(upstream, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
        connect(client, &QTcpSocket::disconnected, upstream, [=] {
            upstream->disconnectFromHost();
            client->deleteLater();
        });
    }

    void pass(QTcpSocket* from, QTcpSocket* to, double chance)
    {
        const QByteArray bytes = from->readAll();
        if (!happens(chance)) {
            to->write(bytes);
            return;
        }
        ++m_cuts;
        from->abort();
        to->abort();
    }

    quint16 m_server;
    quint16 m_other;
    QRandomGenerator m_dice;
    Odds m_odds;
    int m_cuts = 0;
    int m_misled = 0;
};

}  // namespace cockpit::test
