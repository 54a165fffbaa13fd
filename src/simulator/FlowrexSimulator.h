// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatedPlatform.h"

#include <memory>

namespace cockpit {

class FlowrexPlatform;

/// The Flowrex platform: the backend's pages and /metrics, the public address with TLS, a node exporter, the tools of
/// its host (docker-compose and docker simulated, curl and openssl the real ones sent here), and PostgreSQL, Redis,
/// Prometheus and Alertmanager beside it. Without PostgreSQL the scenarios that hold its sessions are refused. Thread:
/// its maker's, which must run an event loop.
class FlowrexSimulator : public SimulatedPlatform
{
    Q_OBJECT

public:
    explicit FlowrexSimulator(const Clock& clock, PlatformOptions options = {}, QObject* parent = nullptr);
    ~FlowrexSimulator() override;

    QString id() const override;
    QStringList scenarios() const override;
    QString scenario() const override;
    Status setScenario(const QString& name) override;
    QStringList acts() const override;
    Status act(const QString& name) override;
    QFuture<Result<QList<DemoBinding>>> start() override;
    QFuture<Status> stop() override;
    QStringList problems() const override;
    QUrl url() const override;
    QString key() const override;

    FlowrexPlatform& platform();

private:
    Status startTools();
    void finishServers();

    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
