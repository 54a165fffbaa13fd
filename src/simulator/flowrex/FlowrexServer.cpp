// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexServer.h"

#include "simulator/flowrex/FlowrexPlatform.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shownLogLines = 40;

}  // namespace

FlowrexServer::FlowrexServer(FlowrexPlatform& platform, const QString& key)
    : SimulatorServer(key)
    , m_platform(platform)
    , m_tools(platform)
{
}

FlowrexServer::~FlowrexServer() = default;

void FlowrexServer::advance()
{
    m_platform.model().advance();
}

bool FlowrexServer::answers() const
{
    return m_platform.model().up();
}

void FlowrexServer::handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    const QString path = request.url().path();
    const FlowrexPages& pages = m_platform.pages();
    if (request.method() != Method::Get)
        return reply(responder, {{u"detail"_s, u"Method Not Allowed"_s}}, Code::MethodNotAllowed);
    if (path == u"/metrics")
        return replyText(responder, pages.metrics());
    if (path == u"/health" || path == u"/health/live")
        return reply(responder, pages.health());
    if (path == u"/health/ready")
        return reply(responder, pages.readiness(), pages.ready() ? Code::Ok : Code::ServiceUnavailable);
    reply(responder, {{u"detail"_s, u"Not Found"_s}}, Code::NotFound);
}

QJsonObject FlowrexServer::state() const
{
    return m_platform.pages().state();
}

QByteArray FlowrexServer::logs() const
{
    return m_platform.pages().log(u"backend"_s, shownLogLines).toUtf8();
}

Status FlowrexServer::changeScenario(const QString& name)
{
    return m_platform.setScenario(name);
}

Status FlowrexServer::act(const QString& name)
{
    return m_platform.act(name);
}

ToolAnswer FlowrexServer::runTool(const QStringList& argv)
{
    return m_tools.run(argv);
}

}  // namespace cockpit
