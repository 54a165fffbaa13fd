// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/HttpReceiver.h"

#include <QPointer>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <stdexcept>

namespace cockpit::test {

QByteArray SeenRequest::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpReceiver::HttpReceiver(const std::optional<QSslConfiguration>& tls, quint16 port)
    : m_encrypted(tls.has_value())
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpReceiver::accept);
    if (!m_server->listen(QHostAddress::LocalHost, port))
        throw std::runtime_error("cannot listen on loopback");
}

HttpReceiver::~HttpReceiver()
{
    for (auto socket = m_buffers.keyBegin(); socket != m_buffers.keyEnd(); ++socket)
        (*socket)->disconnect(this);
}

quint16 HttpReceiver::port() const
{
    return m_server->serverPort();
}

QUrl HttpReceiver::url(const QString& path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_encrypted ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(port())
                    .arg(path));
}

void HttpReceiver::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        ++m_connections;
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0)
            read(socket);
    }
}

void HttpReceiver::read(QTcpSocket* socket)
{
    const QByteArray bytes = socket->readAll();
    m_raw += bytes;
    m_buffers[socket] += bytes;
    while (m_buffers.contains(socket) && takeRequest(socket, m_buffers[socket])) {
    }
}

bool HttpReceiver::takeRequest(QTcpSocket* socket, QByteArray& buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    SeenRequest request;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return false;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    m_requests.append(request);
    reply(socket, request);
    return true;
}

void HttpReceiver::reply(QTcpSocket* socket, const SeenRequest& request)
{
    const ScriptedAnswer answer = !m_queue.isEmpty() ? m_queue.takeFirst() : m_handler ? m_handler(request) : m_answer;
    const auto send = [this, target = QPointer<QTcpSocket>(socket), answer, request] {
        if (!target)
            return;
        if (answer.closeInstead) {
            target->disconnectFromHost();
            return;
        }
        QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) +
                          " Word\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
        for (const auto& [name, value] : answer.headers)
            text += name + ": " + value + "\r\n";
        target->write(text + "\r\n" + (request.method == "HEAD" ? QByteArray() : answer.body));
        if (request.header("Connection").toLower() == "close")
            target->disconnectFromHost();
    };
    if (answer.delayMs > 0)
        QTimer::singleShot(answer.delayMs, this, send);
    else
        send();
}

}  // namespace cockpit::test
