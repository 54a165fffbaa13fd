// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/TradingbotServer.h"

#include "simulator/tradingbot/TradingbotMachineTools.h"
#include "simulator/tradingbot/TradingbotModel.h"
#include "simulator/tradingbot/TradingbotPages.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

TradingbotServer::TradingbotServer(TradingbotModel& model, TradingbotPages& pages, const QString& key,
                                   std::function<void()> changed)
    : SimulatorServer(key)
    , m_model(model)
    , m_pages(pages)
    , m_shell(model)
    , m_changed(std::move(changed))
{
}

void TradingbotServer::advance()
{
    m_model.advance();
}

void TradingbotServer::handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    const QString path = request.url().path();
    const bool bot = path == u"/metrics";
    if (!bot && path != u"/node/metrics")
        return refuse(responder, Code::NotFound, u"not found"_s);
    if (request.method() != Method::Get)
        return refuse(responder, Code::MethodNotAllowed, u"method not allowed"_s);
    if (bot && m_model.restarting())
        return refuse(responder, Code::ServiceUnavailable, u"starting"_s);
    replyText(responder, bot ? m_pages.metrics() : m_pages.nodeMetrics());
}

QJsonObject TradingbotServer::state() const
{
    return m_pages.simulatorState();
}

QByteArray TradingbotServer::logs() const
{
    return m_pages.logLines();
}

Status TradingbotServer::changeScenario(const QString& name)
{
    const Status changed = m_model.setScenario(name);
    m_changed();
    return changed;
}

Status TradingbotServer::act(const QString& name)
{
    const Status done = m_model.act(name);
    m_changed();
    return done;
}

ToolAnswer TradingbotServer::runTool(const QStringList& argv)
{
    const QString tool = argv.value(0);
    if (tool == u"python")
        return m_shell.run(argv.mid(1));
    if (tool == u"ps")
        return runProcessList(m_model, argv.mid(1));
    if (tool == u"df")
        return runDiskFree(m_model, argv.mid(1));
    return {127, {}, u"%1: command not found\n"_s.arg(tool)};
}

}  // namespace cockpit
