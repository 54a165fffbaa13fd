// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The header of QWebSocket comes first: QAbstractHttpServer offers the upgrade only where QtWebSockets is known.
#include <QWebSocket>

#include "simulator/justtrades/JustTradesServer.h"

#include "simulator/justtrades/JustTradesModel.h"
#include "simulator/justtrades/JustTradesPages.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int defaultLimit = 50;
constexpr int maximumLimit = 200;

int limitOf(const QHttpServerRequest& request)
{
    bool ok = false;
    const int limit = request.query().queryItemValue(u"limit"_s).toInt(&ok);
    return ok ? std::clamp(limit, 0, maximumLimit) : defaultLimit;
}

}  // namespace

JustTradesServer::JustTradesServer(JustTradesModel& model, JustTradesPages& pages, const QString& key, Hooks hooks)
    : SimulatorServer(key)
    , m_model(model)
    , m_pages(pages)
    , m_hooks(std::move(hooks))
    , m_tools(model, pages, m_hooks.releaseIn)
{
    connect(this, &QAbstractHttpServer::newWebSocketConnection, this, [this] {
        while (hasPendingWebSocketConnections())
            m_sockets.push_back(nextPendingWebSocketConnection());
    });
}

JustTradesServer::~JustTradesServer() = default;

void JustTradesServer::advance()
{
    m_model.advance();
}

void JustTradesServer::handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    const QString path = request.url().path();
    if (path == u"/metrics") {
        replyText(responder, m_pages.metrics());
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

QJsonObject JustTradesServer::state() const
{
    return m_pages.simulatorState();
}

QByteArray JustTradesServer::logs() const
{
    return m_pages.logLines();
}

Status JustTradesServer::changeScenario(const QString& name)
{
    return m_hooks.setScenario(name);
}

Status JustTradesServer::act(const QString& name)
{
    return m_model.act(name);
}

ToolAnswer JustTradesServer::runTool(const QStringList& argv)
{
    return m_tools.run(argv);
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
