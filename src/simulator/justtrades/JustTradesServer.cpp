// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The header of QWebSocket comes first: QAbstractHttpServer offers the upgrade only where QtWebSockets is known.
#include <QWebSocket>

#include "simulator/justtrades/JustTradesServer.h"

#include "simulator/justtrades/JustTradesModel.h"
#include "simulator/justtrades/JustTradesPages.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

using Code = QHttpServerResponder::StatusCode;
using Method = QHttpServerRequest::Method;

constexpr int defaultLimit = 50;
constexpr int maximumLimit = 200;

void reply(QHttpServerResponder& responder, const QJsonObject& body, Code code = Code::Ok)
{
    responder.write(QJsonDocument(body), code);
}

void refuse(QHttpServerResponder& responder, Code code, const QString& error)
{
    reply(responder, {{u"error"_s, error}}, code);
}

int limitOf(const QHttpServerRequest& request)
{
    bool ok = false;
    const int limit = request.query().queryItemValue(u"limit"_s).toInt(&ok);
    return ok ? std::clamp(limit, 0, maximumLimit) : defaultLimit;
}

}  // namespace

JustTradesServer::JustTradesServer(JustTradesModel& model, JustTradesPages& pages, QString key)
    : m_model(model)
    , m_pages(pages)
    , m_key(key.toUtf8())
{
    connect(this, &QAbstractHttpServer::newWebSocketConnection, this, [this] {
        while (hasPendingWebSocketConnections())
            m_sockets.push_back(nextPendingWebSocketConnection());
    });
}

JustTradesServer::~JustTradesServer() = default;

bool JustTradesServer::hasKey(const QHttpServerRequest& request) const
{
    return request.value("X-Admin-Key") == m_key;
}

bool JustTradesServer::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
    // The base class answers an upgrade itself, after this; a second answer would break the handshake.
    if (request.value("Upgrade").compare("websocket", Qt::CaseInsensitive) == 0)
        return true;
    m_model.advance();
    QHttpServerResponder responder = makeResponder(request, socket);
    if (request.url().path().startsWith(u"/simulator/"))
        handleSimulator(request, responder);
    else
        handlePlatform(request, responder);
    return true;
}

void JustTradesServer::missingHandler(const QHttpServerRequest& request, QTcpSocket* socket)
{
    QHttpServerResponder responder = makeResponder(request, socket);
    refuse(responder, Code::NotFound, u"not found"_s);
}

void JustTradesServer::handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    const QString path = request.url().path();
    if (path == u"/metrics") {
        responder.write(m_pages.metrics(), "text/plain; version=0.0.4; charset=utf-8");
        return;
    }
    const auto page = m_pages.find(path, limitOf(request));
    if (!page)
        return refuse(responder, Code::NotFound, u"not found"_s);
    const bool post = request.method() == Method::Post;
    if (request.method() != Method::Get && !(post && page->changesData))
        return refuse(responder, Code::MethodNotAllowed, u"method not allowed"_s);
    if (page->needsKey && !hasKey(request))
        return refuse(responder, Code::Forbidden, u"admin key required"_s);
    if (const auto body = page->body())
        return reply(responder, *body);
    refuse(responder, Code::NotFound, u"not found"_s);
}

void JustTradesServer::handleSimulator(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    if (!hasKey(request))
        return refuse(responder, Code::Forbidden, u"admin key required"_s);
    const QString action = request.url().path().mid(qsizetype(sizeof("/simulator/")) - 1);
    if (action == u"state" && request.method() == Method::Get)
        return reply(responder, m_pages.simulatorState());
    if (action == u"logs" && request.method() == Method::Get)
        return responder.write(m_pages.logLines(), "text/plain; charset=utf-8");
    if (request.method() != Method::Post)
        return refuse(responder, Code::MethodNotAllowed, u"method not allowed"_s);
    if (action == u"scenario") {
        const QString name = QJsonDocument::fromJson(request.body()).object().value(u"name"_s).toString();
        if (const Status done = m_model.setScenario(name); !done)
            return refuse(responder, Code::BadRequest, done.error().message);
    } else if (action == u"restart") {
        m_model.restart();
    } else if (action == u"reauthorize") {
        m_model.reauthorize();
    } else if (action == u"renew-session") {
        m_model.renewSession();
    } else {
        return refuse(responder, Code::NotFound, u"not found"_s);
    }
    reply(responder, m_pages.simulatorState());
}

void JustTradesServer::publishPrices()
{
    std::erase_if(m_sockets, [](const auto& socket) { return !socket->isValid(); });
    if (m_sockets.empty() || !m_model.websocketConnected())
        return;
    QJsonObject prices;
    for (auto it = m_model.prices().cbegin(); it != m_model.prices().cend(); ++it)
        prices[it.key()] = it->last;
    const QString text = QString::fromUtf8(
        QJsonDocument(QJsonObject{{u"type"_s, u"prices"_s}, {u"prices"_s, prices}}).toJson(QJsonDocument::Compact));
    for (const auto& socket : m_sockets)
        socket->sendTextMessage(text);
}

}  // namespace cockpit
