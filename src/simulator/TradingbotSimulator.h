// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatedPlatform.h"

#include <memory>

namespace cockpit {

class TradingbotModel;

/// The trading bot: its metrics and its machine's on one port, its market data process on another that closes when the
/// process dies, stand-ins for python (manage.py shell), ps and df; Prometheus with the platform's alert rules and
/// Alertmanager beside it. Thread: its maker's, which must run an event loop.
class TradingbotSimulator : public SimulatedPlatform
{
    Q_OBJECT

public:
    explicit TradingbotSimulator(const Clock& clock, PlatformOptions options = {}, QObject* parent = nullptr);
    ~TradingbotSimulator() override;

    QString id() const override;
    QStringList scenarios() const override;
    QString scenario() const override;
    Status setScenario(const QString& name) override;
    /// The stages, "close-breaker", "restart-bot", "add-entries" and the cure of each scenario.
    QStringList acts() const override;
    Status act(const QString& name) override;
    QFuture<Result<QList<DemoBinding>>> start() override;
    QFuture<Status> stop() override;
    QStringList problems() const override;
    QUrl url() const override;
    QString key() const override;

    /// Opens the ports only: no tools, no servers. Unreachable when one is taken.
    Status listen();
    quint16 marketDataPort() const;  ///< the same while the process is down; 0 before listen()
    const TradingbotModel& model() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
