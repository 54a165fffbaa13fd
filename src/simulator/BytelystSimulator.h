// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatedPlatform.h"

#include <memory>

namespace cockpit {

class BytelystModel;
struct BytelystKeys;

/// The bytelyst trading bot: the bot's API, its broker and its Supabase project, each at an address of its own, and a
/// PostgreSQL with the bot's tables. A changed state is on the wire with the next request and in the tables at once.
/// Thread: its maker's, which must run an event loop.
class BytelystSimulator : public SimulatedPlatform
{
    Q_OBJECT

public:
    explicit BytelystSimulator(const Clock& clock, PlatformOptions options = {}, QObject* parent = nullptr);
    ~BytelystSimulator() override;

    QString id() const override;
    QStringList scenarios() const override;
    QString scenario() const override;
    Status setScenario(const QString& name) override;
    QStringList acts() const override;
    Status act(const QString& name) override;
    QFuture<Result<QList<DemoBinding>>> start() override;
    QFuture<Status> stop() override;
    QStringList problems() const override;
    QUrl url() const override;  ///< of the bot
    QString key() const override;

    QUrl brokerUrl() const;
    QUrl supabaseUrl() const;
    /// After listen().
    const BytelystKeys& keys() const;
    /// Opens the ports only: no servers. Unreachable when one is taken.
    Status listen();
    /// Brings model and tables to the present and into agreement, as happens once a second.
    void synchronise();
    const BytelystModel& model() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
