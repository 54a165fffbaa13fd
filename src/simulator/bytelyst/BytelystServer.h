// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatorServer.h"

#include <functional>

namespace cockpit {

class BytelystModel;
class BytelystPages;
struct BytelystReply;
struct BytelystRequest;

/// One address of the simulated platform; the simulator's own routes work at each of them. Thread: its maker's.
class BytelystServer : public SimulatorServer
{
    Q_OBJECT

public:
    using Face = std::function<BytelystReply(const BytelystRequest&)>;

    BytelystServer(BytelystModel& model, const QString& key);
    ~BytelystServer() override;

    /// Before the first request. `face` answers what is not the simulator's own, `pages` tells the simulator's state.
    void serve(const BytelystPages& pages, Face face);

private:
    void advance() override;
    void handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder) override;
    QJsonObject state() const override;
    QByteArray logs() const override;
    Status changeScenario(const QString& name) override;
    Status act(const QString& name) override;
    ToolAnswer runTool(const QStringList& argv) override;

    BytelystModel& m_model;
    const BytelystPages* m_pages = nullptr;
    Face m_face;
};

}  // namespace cockpit
