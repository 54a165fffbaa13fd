// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace cockpit::test {

/// A server that behaves badly in one way. Thread: its maker's, which must run an event loop.
class HostileServer : public QObject
{
public:
    enum class Behaviour {
        NeverAccept,        ///< the connection waits in the kernel for ever
        AcceptSilent,       ///< accepts, reads, says nothing
        HeaderDrip,         ///< one byte of the header per 100 ms
        BodyDrip,           ///< one byte of the body per second
        EndlessHeaders,     ///< header lines without end, as fast as they are taken
        OneEndlessHeader,   ///< one header line without end
        EndlessChunks,      ///< chunks without end
        HugeBody,           ///< Content-Length of 1 GiB, and sends it
        ShortBody,          ///< promises 1000 bytes, sends 6, closes
        CutChunk,           ///< closes in the middle of a chunk
        TruncatedJson,      ///< a whole answer with half a document
        WebPage,            ///< HTML with status 200
        WrongType,          ///< a JSON text where a number is wanted
        ByteOrderMark,      ///< a UTF-8 byte order mark before good JSON
        Utf16,              ///< JSON in UTF-16
        CompressionBomb,    ///< 32 MiB of zeros in 32 KiB
        NotHttp,            ///< a line of something else
        CloseAfterRequest,  ///< reads the request whole, closes
        ResetAfterRequest,  ///< reads the request whole, resets
        CloseAtOnce         ///< closes before reading
    };

    explicit HostileServer(Behaviour behaviour);
    ~HostileServer() override;

    quint16 port() const { return m_server.serverPort(); }
    QUrl url(const QString& path = QStringLiteral("/")) const;
    /// Whole requests that arrived, over all connections.
    int requests() const { return m_requests; }
    const QByteArray& rawBytes() const { return m_raw; }
    qsizetype openConnections() const { return m_buffers.size(); }

private:
    void accept();
    void read(QTcpSocket* socket);
    void misbehave(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const QByteArray& head, const QByteArray& body);
    void drip(QTcpSocket* socket, const QByteArray& bytes, int everyMs);
    void flood(QTcpSocket* socket, const QByteArray& piece);

    QTcpServer m_server;
    Behaviour m_behaviour;
    QByteArray m_bomb;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QByteArray m_raw;
    int m_requests = 0;
};

/// Resident memory of this process in bytes.
qint64 residentBytes();

}  // namespace cockpit::test
