// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/HostileServer.h"

#include <QFile>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace cockpit::test {

namespace {

constexpr qsizetype floodPiece = 64 * 1024;

QByteArray utf16(const QString& text)
{
    return QByteArray("\xff\xfe", 2) + QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
}

/// zlib's own format is what HTTP calls deflate; Qt puts four bytes before it.
QByteArray bomb()
{
    return qCompress(QByteArray(32 * 1024 * 1024, '\0'), 9).mid(4);
}

}  // namespace

HostileServer::HostileServer(Behaviour behaviour)
    : m_behaviour(behaviour)
    , m_bomb(behaviour == Behaviour::CompressionBomb ? bomb() : QByteArray())
{
    connect(&m_server, &QTcpServer::newConnection, this, &HostileServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        throw std::runtime_error("no free port on loopback");
    if (behaviour == Behaviour::NeverAccept)
        m_server.pauseAccepting();
}

HostileServer::~HostileServer()
{
    for (auto socket = m_buffers.keyBegin(); socket != m_buffers.keyEnd(); ++socket)
        (*socket)->disconnect(this);
}

QUrl HostileServer::url(const QString& path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port()).arg(path));
}

void HostileServer::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        if (m_behaviour == Behaviour::CloseAtOnce) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void HostileServer::read(QTcpSocket* socket)
{
    const QByteArray bytes = socket->readAll();
    m_raw += bytes;
    QByteArray& buffer = m_buffers[socket];
    buffer += bytes;
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = buffer.left(end).toLower();
    const qsizetype at = head.indexOf("content-length:");
    const qsizetype length = at < 0
                                 ? 0
                                 : head.mid(at + 15, head.indexOf('\r', at) < 0 ? -1 : head.indexOf('\r', at) - at - 15)
                                       .trimmed()
                                       .toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    buffer.remove(0, end + 4 + length);
    ++m_requests;
    misbehave(socket);
}

void HostileServer::answer(QTcpSocket* socket, const QByteArray& head, const QByteArray& body)
{
    socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + head + "\r\n" +
                  body);
}

void HostileServer::drip(QTcpSocket* socket, const QByteArray& bytes, int everyMs)
{
    auto* timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, socket, [socket, bytes, at = std::make_shared<qsizetype>(0)] {
        socket->write(bytes.mid((*at)++ % bytes.size(), 1));
        socket->flush();
    });
    timer->start(everyMs);
}

void HostileServer::flood(QTcpSocket* socket, const QByteArray& piece)
{
    const auto more = [socket, piece] {
        while (socket->state() == QAbstractSocket::ConnectedState && socket->bytesToWrite() < 4 * floodPiece)
            socket->write(piece);
    };
    connect(socket, &QTcpSocket::bytesWritten, socket, more);
    more();
}

void HostileServer::misbehave(QTcpSocket* socket)
{
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray json = "Content-Type: application/json\r\n";
    switch (m_behaviour) {
    case Behaviour::NeverAccept:
    case Behaviour::AcceptSilent:
    case Behaviour::CloseAtOnce: break;
    case Behaviour::HeaderDrip: drip(socket, ok + "X-Slow: " + QByteArray(100'000, 'a'), 100); break;
    case Behaviour::BodyDrip:
        socket->write(ok + "Content-Length: 100000\r\n\r\n");
        drip(socket, "x", 1'000);
        break;
    case Behaviour::EndlessHeaders:
        socket->write(ok);
        flood(socket, "X-A: " + QByteArray(floodPiece, 'a') + "\r\n");
        break;
    case Behaviour::OneEndlessHeader:
        socket->write(ok + "X-A: ");
        flood(socket, QByteArray(floodPiece, 'a'));
        break;
    case Behaviour::EndlessChunks:
        socket->write(ok + "Transfer-Encoding: chunked\r\n\r\n");
        flood(socket, "10000\r\n" + QByteArray(floodPiece, 'a') + "\r\n");
        break;
    case Behaviour::HugeBody:
        socket->write(ok + "Content-Length: 1073741824\r\n\r\n");
        flood(socket, QByteArray(floodPiece, 'a'));
        break;
    case Behaviour::ShortBody:
        socket->write(ok + json + "Content-Length: 1000\r\n\r\n{\"a\":1");
        socket->disconnectFromHost();
        break;
    case Behaviour::CutChunk:
        socket->write(ok + json + "Transfer-Encoding: chunked\r\n\r\n100\r\n{\"a\":1}");
        socket->disconnectFromHost();
        break;
    case Behaviour::TruncatedJson: answer(socket, json, "{\"a\": {\"b\": 1"); break;
    case Behaviour::WebPage:
        answer(socket, "Content-Type: text/html\r\n", "<!DOCTYPE html><html><body>Sign in</body></html>");
        break;
    case Behaviour::WrongType: answer(socket, json, "{\"a\": {\"b\": \"many\"}}"); break;
    case Behaviour::ByteOrderMark: answer(socket, json, "\xef\xbb\xbf{\"a\": {\"b\": 1}}"); break;
    case Behaviour::Utf16: answer(socket, json, utf16(QStringLiteral("{\"a\": {\"b\": 1}}"))); break;
    case Behaviour::CompressionBomb: answer(socket, json + "Content-Encoding: deflate\r\n", m_bomb); break;
    case Behaviour::NotHttp: socket->write("220 mail.example.test ESMTP ready\r\n"); break;
    case Behaviour::CloseAfterRequest: socket->disconnectFromHost(); break;
    case Behaviour::ResetAfterRequest: {
        const linger now{1, 0};
        ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        socket->abort();
        break;
    }
    }
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

}  // namespace cockpit::test
