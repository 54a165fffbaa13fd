// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatedPlatform.h"

#include <memory>

namespace cockpit {

class JustTradesModel;

/// The Just Trades platform: its HTTP pages, a WebSocket with prices on the same port (/ws, any path), /metrics for
/// Prometheus, and /simulator/… to switch faults on; PostgreSQL, Redis, Prometheus and Alertmanager beside it. What
/// needs X-Admin-Key answers 403 without. A changed state is on the wire with the next request. Thread: its maker's,
/// which must run an event loop.
class JustTradesSimulator : public SimulatedPlatform
{
    Q_OBJECT

public:
    explicit JustTradesSimulator(const Clock& clock, PlatformOptions options = {}, QObject* parent = nullptr);
    ~JustTradesSimulator() override;

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

    /// Opens the port only: no tools, no servers. Unreachable when it is taken.
    Result<quint16> listen();
    const JustTradesModel& model() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
