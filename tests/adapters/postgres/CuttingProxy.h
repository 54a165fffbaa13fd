// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

namespace cockpit::test {

/// Stands between client and server and breaks the conversation at a chosen word. Plain text only.
class CuttingProxy : public QTcpServer
{
public:
    enum class Cut {
        Nothing,
        BeforeForwarding,  ///< what holds the word never reaches the server
        BeforeAnswer,      ///< it does, but its answer never comes back
        CancelRequests     ///< PostgreSQL's clear-text cancel requests are dropped
    };

    CuttingProxy(quint16 target, Cut cut, QByteArray word = {}, quint16 port = 0)
        : m_target(target)
        , m_cut(cut)
        , m_word(std::move(word))
    {
        listen(QHostAddress::LocalHost, port);
        connect(this, &QTcpServer::newConnection, this, [this] { accept(nextPendingConnection()); });
    }

    int cancelRequestsDropped() const { return m_cancelRequestsDropped; }

private:
    void accept(QTcpSocket* client)
    {
        auto* upstream = new QTcpSocket(client);
        upstream->connectToHost(QHostAddress::LocalHost, m_target);
        connect(client, &QTcpSocket::readyRead, upstream, [=, this] { fromClient(client, upstream); });
        connect(upstream, &QTcpSocket::readyRead, client, [=, this] { fromServer(client, upstream); });
        connect(upstream, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, upstream, [=] {
            upstream->disconnectFromHost();
            client->deleteLater();
        });
    }

    void fromClient(QTcpSocket* client, QTcpSocket* upstream)
    {
        const QByteArray bytes = client->readAll();
        const bool isCancel = bytes.size() == 16 && bytes.mid(4, 4) == QByteArray::fromHex("04d2162e");
        if (m_cut == Cut::CancelRequests && isCancel) {
            ++m_cancelRequestsDropped;
            client->abort();
            return;
        }
        if (!m_word.isEmpty() && bytes.contains(m_word)) {
            if (m_cut == Cut::BeforeForwarding) {
                client->abort();
                return;
            }
            m_swallow.insert(client, true);
        }
        upstream->write(bytes);
    }

    void fromServer(QTcpSocket* client, QTcpSocket* upstream)
    {
        const QByteArray bytes = upstream->readAll();
        if (m_cut == Cut::BeforeAnswer && m_swallow.value(client))
            client->abort();
        else
            client->write(bytes);
    }

    quint16 m_target;
    Cut m_cut;
    QByteArray m_word;
    QHash<QTcpSocket*, bool> m_swallow;
    int m_cancelRequestsDropped = 0;
};

}  // namespace cockpit::test
