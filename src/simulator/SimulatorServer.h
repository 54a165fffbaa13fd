// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>

class QTcpServer;

namespace cockpit {

/// A socket that listens on `port` of 127.0.0.1; 0: a free one. Unreachable when it is taken.
Result<std::unique_ptr<QTcpServer>> openLoopback(quint16 port);

/// How a simulated command-line tool ended.
struct ToolAnswer {
    int exitCode = 0;
    QString output;
    QString error;
};

/// The wire of a simulated platform on 127.0.0.1: its own pages, and for who holds the key the simulator's routes:
/// GET /simulator/state (JSON) and /simulator/logs (text), POST /simulator/scenario {"name"}, /simulator/tool {"argv"}
/// and /simulator/ACT. The key is the header X-Admin-Key; without it they answer 403. Thread: its maker's.
class SimulatorServer : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using Code = QHttpServerResponder::StatusCode;
    using Method = QHttpServerRequest::Method;

    explicit SimulatorServer(QString key);
    ~SimulatorServer() override;

    /// Opens the port; 0: a free one. Unreachable when it is taken.
    Result<quint16> open(quint16 port);
    QUrl url() const;  ///< empty before open()

protected:
    /// Brings the model to the present; called before every request.
    virtual void advance() = 0;
    /// False while the platform's process is gone: a request for it is cut off without an answer.
    virtual bool answers() const { return true; }
    /// Answers a request of the platform itself.
    virtual void handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder) = 0;
    virtual QJsonObject state() const = 0;
    virtual QByteArray logs() const = 0;
    virtual Status changeScenario(const QString& name) = 0;
    virtual Status act(const QString& name) = 0;
    /// `argv`: the tool's name and its arguments.
    virtual ToolAnswer runTool(const QStringList& argv) = 0;

    bool hasKey(const QHttpServerRequest& request) const;
    static void reply(QHttpServerResponder& responder, const QJsonObject& body, Code code = Code::Ok);
    static void replyText(QHttpServerResponder& responder, const QByteArray& text);
    static void refuse(QHttpServerResponder& responder, Code code, const QString& error);

private:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void handleSimulator(const QHttpServerRequest& request, QHttpServerResponder& responder);

    QByteArray m_key;
    quint16 m_port = 0;
};

}  // namespace cockpit
