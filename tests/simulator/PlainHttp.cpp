// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/simulator/PlainHttp.h"

#include "tests/support/Wait.h"

#include <QJsonDocument>
#include <QTcpSocket>

namespace cockpit::test {

QJsonObject PlainReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

PlainReply exchange(const QUrl& url, const QByteArray& method, const QByteArray& key, const QByteArray& body,
                    const QByteArray& headers)
{
    QTcpSocket socket;
    QByteArray received;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] {
        QByteArray request = method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) +
                             " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + QByteArray::number(body.size()) +
                             "\r\n";
        if (!key.isEmpty())
            request += "X-Admin-Key: " + key + "\r\n";
        socket.write(request + headers + "\r\n" + body);
    });
    const auto length = [&received](qsizetype headEnd) {
        const qsizetype at = received.toLower().indexOf("content-length:");
        return at < 0 || at > headEnd
                   ? -1
                   : received.mid(at + 15, received.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    };
    const auto complete = [&] {
        received += socket.readAll();
        const qsizetype headEnd = received.indexOf("\r\n\r\n");
        return headEnd >= 0 && length(headEnd) >= 0 && received.size() >= headEnd + 4 + length(headEnd);
    };
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!waitUntil(complete))
        return {};
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    return {received.mid(9, 3).toInt(), received.left(headEnd), received.mid(headEnd + 4)};
}

}  // namespace cockpit::test
