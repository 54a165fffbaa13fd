// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatorServer.h"
#include "simulator/flowrex/FlowrexTools.h"

namespace cockpit {

class FlowrexPlatform;

/// The wire of the simulated backend: its health pages and /metrics; cut off while the backend is down. Thread: its
/// maker's.
class FlowrexServer : public SimulatorServer
{
    Q_OBJECT

public:
    FlowrexServer(FlowrexPlatform& platform, const QString& key);
    ~FlowrexServer() override;

private:
    void advance() override;
    bool answers() const override;
    void handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder) override;
    QJsonObject state() const override;
    QByteArray logs() const override;
    Status changeScenario(const QString& name) override;
    Status act(const QString& name) override;
    ToolAnswer runTool(const QStringList& argv) override;

    FlowrexPlatform& m_platform;
    FlowrexTools m_tools;
};

}  // namespace cockpit
