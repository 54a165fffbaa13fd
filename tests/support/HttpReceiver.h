// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QTcpServer;
class QTcpSocket;

namespace cockpit::test {

/// One request, whole.
struct SeenRequest {
    QByteArray method;
    QByteArray target;  ///< path and query as sent
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray header(const QByteArray& name) const;  ///< case-insensitive; empty when absent
};

struct ScriptedAnswer {
    int status = 200;
    QByteArray body = "ok";
    QList<std::pair<QByteArray, QByteArray>> headers;
    int delayMs = 0;
    bool closeInstead = false;  ///< read the request, then close without a word
};

/// A local HTTP server standing in for whoever is written to: records every request whole, answers as told. With a TLS
/// configuration it speaks https. Thread: its maker's, which must run an event loop.
class HttpReceiver : public QObject
{
public:
    explicit HttpReceiver(const std::optional<QSslConfiguration>& tls = std::nullopt, quint16 port = 0);
    ~HttpReceiver() override;

    quint16 port() const;
    /// http(s)://127.0.0.1:port + path.
    QUrl url(const QString& path = QString()) const;
    QString urlText(const QString& path = QString()) const { return url(path).toString(); }

    void setAnswer(const ScriptedAnswer& answer) { m_answer = answer; }
    void setAnswer(int status, const QByteArray& body) { m_answer = {status, body, {}, 0, false}; }
    /// Used once, before the standing answer, in order.
    void queueAnswer(const ScriptedAnswer& answer) { m_queue.append(answer); }
    /// Decides per request, instead of the standing answer.
    void setHandler(std::function<ScriptedAnswer(const SeenRequest&)> handler) { m_handler = std::move(handler); }

    const QList<SeenRequest>& requests() const { return m_requests; }
    const SeenRequest& last() const { return m_requests.last(); }
    int connections() const { return m_connections; }
    /// Everything that arrived after TLS, finished request or not.
    const QByteArray& rawBytes() const { return m_raw; }

private:
    void accept();
    void read(QTcpSocket* socket);
    bool takeRequest(QTcpSocket* socket, QByteArray& buffer);
    void reply(QTcpSocket* socket, const SeenRequest& request);

    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<ScriptedAnswer> m_queue;
    ScriptedAnswer m_answer;
    std::function<ScriptedAnswer(const SeenRequest&)> m_handler;
    QList<SeenRequest> m_requests;
    QByteArray m_raw;
    int m_connections = 0;
    bool m_encrypted = false;
};

}  // namespace cockpit::test
