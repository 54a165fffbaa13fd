// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/connections/Connection.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <memory>

namespace cockpit {

class JustTradesSimulator;
class LocalReceiver;

/// A connection of the demo and its secret, for the session only.
struct DemoBinding {
    ConnectionSpec spec;
    Secret secret;
};

struct DemoOptions {
    QString folder;   ///< for key files and the railway stand-in; made when missing, removed by its owner
    QString program;  ///< this program's file, called by the stand-in
    Milliseconds restartDelay{8'000};
    bool servers = true;  ///< start PostgreSQL, Redis, Prometheus, Alertmanager where they are installed
};

/// Everything the demo acts on: the simulated platform, a receiver for its messages, and throw-away servers.
/// Thread: its maker's, which must run an event loop and outlive it.
class DemoPlatforms : public QObject
{
    Q_OBJECT

public:
    DemoPlatforms(const Clock& clock, DemoOptions options, QObject* parent = nullptr);
    ~DemoPlatforms() override;

    /// Once. A server that is missing or does not come up is left out and named in problems(); the future fails only
    /// when the simulator itself cannot run.
    QFuture<Result<QList<DemoBinding>>> start();
    /// Ends the servers.
    QFuture<Status> stop();

    QStringList problems() const;  ///< translated sentences
    JustTradesSimulator& justTrades();
    LocalReceiver& receiver();

private:
    Status startSimulator();

    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
