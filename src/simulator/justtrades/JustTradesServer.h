// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatorServer.h"
#include "simulator/justtrades/JustTradesTools.h"

#include <memory>
#include <vector>

class QWebSocket;

namespace cockpit {

class JustTradesModel;
class JustTradesPages;

/// The wire of the simulated platform: routes, keys, status codes and the price socket. Thread: its maker's.
class JustTradesServer : public SimulatorServer
{
    Q_OBJECT

public:
    /// What a scenario changes beside the model is done by `setScenario`.
    struct Hooks {
        std::function<Status(const QString& name)> setScenario;
        JustTradesTools::ReleaseIn releaseIn;
    };

    JustTradesServer(JustTradesModel& model, JustTradesPages& pages, const QString& key, Hooks hooks);
    ~JustTradesServer() override;

    /// Sends the newest prices to every open WebSocket; while the feed is stale, nothing.
    void publishPrices();

private:
    void advance() override;
    void handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder) override;
    QJsonObject state() const override;
    QByteArray logs() const override;
    Status changeScenario(const QString& name) override;
    Status act(const QString& name) override;
    ToolAnswer runTool(const QStringList& argv) override;

    JustTradesModel& m_model;
    JustTradesPages& m_pages;
    Hooks m_hooks;
    JustTradesTools m_tools;
    std::vector<std::unique_ptr<QWebSocket>> m_sockets;
};

}  // namespace cockpit
