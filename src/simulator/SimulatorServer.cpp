// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/SimulatorServer.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList words(const QJsonArray& values)
{
    QStringList words;
    for (const QJsonValue& value : values)
        words << value.toString();
    return words;
}

}  // namespace

Result<std::unique_ptr<QTcpServer>> openLoopback(quint16 port)
{
    auto socket = std::make_unique<QTcpServer>();
    if (socket->listen(QHostAddress::LocalHost, port))
        return socket;
    return fail(
        ErrorKind::Unreachable,
        QCoreApplication::translate("Simulator", "Port %1 of this machine cannot be opened: %2. Choose another.")
            .arg(port)
            .arg(socket->errorString()));
}

SimulatorServer::SimulatorServer(QString key)
    : m_key(key.toUtf8())
{
}

SimulatorServer::~SimulatorServer() = default;

Result<quint16> SimulatorServer::open(quint16 port)
{
    auto socket = openLoopback(port);
    if (!socket)
        return socket.error();
    m_port = socket.value()->serverPort();
    bind(socket.value().release());
    return m_port;
}

QUrl SimulatorServer::url() const
{
    return m_port == 0 ? QUrl() : QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

bool SimulatorServer::hasKey(const QHttpServerRequest& request) const
{
    return request.value("X-Admin-Key") == m_key;
}

void SimulatorServer::reply(QHttpServerResponder& responder, const QJsonObject& body, Code code)
{
    responder.write(QJsonDocument(body), code);
}

void SimulatorServer::replyText(QHttpServerResponder& responder, const QByteArray& text)
{
    responder.write(text, "text/plain; version=0.0.4; charset=utf-8");
}

void SimulatorServer::refuse(QHttpServerResponder& responder, Code code, const QString& error)
{
    reply(responder, {{u"error"_s, error}}, code);
}

bool SimulatorServer::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
    // The base class answers an upgrade itself, after this; a second answer would break the handshake.
    if (request.value("Upgrade").compare("websocket", Qt::CaseInsensitive) == 0)
        return true;
    advance();
    const bool control = request.url().path().startsWith(u"/simulator/");
    if (!control && !answers()) {
        QMetaObject::invokeMethod(
            socket, [socket] { socket->abort(); }, Qt::QueuedConnection);
        return true;
    }
    QHttpServerResponder responder = makeResponder(request, socket);
    if (control)
        handleSimulator(request, responder);
    else
        handlePlatform(request, responder);
    return true;
}

void SimulatorServer::missingHandler(const QHttpServerRequest& request, QTcpSocket* socket)
{
    QHttpServerResponder responder = makeResponder(request, socket);
    refuse(responder, Code::NotFound, u"not found"_s);
}

void SimulatorServer::handleSimulator(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    if (!hasKey(request))
        return refuse(responder, Code::Forbidden, u"admin key required"_s);
    const QString action = request.url().path().mid(qsizetype(sizeof("/simulator/")) - 1);
    const bool get = request.method() == Method::Get;
    if (action == u"state" && get)
        return reply(responder, state());
    if (action == u"logs" && get)
        return replyText(responder, logs());
    if (request.method() != Method::Post)
        return refuse(responder, Code::MethodNotAllowed, u"method not allowed"_s);
    const QJsonObject body = QJsonDocument::fromJson(request.body()).object();
    if (action == u"tool") {
        const ToolAnswer answer = runTool(words(body.value(u"argv"_s).toArray()));
        return reply(responder,
                     {{u"exit_code"_s, answer.exitCode}, {u"output"_s, answer.output}, {u"error"_s, answer.error}});
    }
    const Status done = action == u"scenario" ? changeScenario(body.value(u"name"_s).toString()) : act(action);
    if (!done)
        return refuse(responder, Code::BadRequest, done.error().message);
    reply(responder, state());
}

}  // namespace cockpit
