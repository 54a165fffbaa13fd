// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatorServer.h"
#include "simulator/tradingbot/TradingbotShell.h"

#include <functional>

namespace cockpit {

class TradingbotModel;
class TradingbotPages;

/// The wire of the simulated trading bot: /metrics of the bot, /node/metrics of its machine, and the tools "python",
/// "ps" and "df". While the bot restarts, /metrics answers 503. Thread: its maker's.
class TradingbotServer : public SimulatorServer
{
    Q_OBJECT

public:
    /// `changed`: called after what may have ended or started the market data process.
    TradingbotServer(TradingbotModel& model, TradingbotPages& pages, const QString& key, std::function<void()> changed);

private:
    void advance() override;
    void handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder) override;
    QJsonObject state() const override;
    QByteArray logs() const override;
    Status changeScenario(const QString& name) override;
    Status act(const QString& name) override;
    ToolAnswer runTool(const QStringList& argv) override;

    TradingbotModel& m_model;
    TradingbotPages& m_pages;
    TradingbotShell m_shell;
    std::function<void()> m_changed;
};

}  // namespace cockpit
