// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "simulator/SimulatedPlatform.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace cockpit {

class LocalReceiver;

struct DemoOptions {
    QString folder;   ///< for key files and stand-in tools; made when missing, removed by its owner
    QString program;  ///< this program's file, called by the stand-in tools
    Milliseconds restartDelay{8'000};
    bool servers = true;      ///< start PostgreSQL, Redis, Prometheus, Alertmanager where they are installed
    QStringList platforms{};  ///< ids; empty: all of them
};

/// Ids of the platforms that can be simulated, in the order of the board.
QStringList simulatedPlatforms();

/// The simulated platform of this id; null when there is none.
std::unique_ptr<SimulatedPlatform> makeSimulatedPlatform(const QString& id, const Clock& clock,
                                                         PlatformOptions options);

/// Everything the demo acts on: simulated platforms, each with its throw-away servers, and a receiver for their
/// messages. Thread: its maker's, which must run an event loop and outlive it.
class DemoPlatforms : public QObject
{
    Q_OBJECT

public:
    DemoPlatforms(const Clock& clock, DemoOptions options, QObject* parent = nullptr);
    ~DemoPlatforms() override;

    /// Once. A server that is missing or does not come up is left out and named in problems(); the future fails only
    /// when a simulator itself cannot run.
    QFuture<Result<QList<DemoBinding>>> start();
    /// Ends the servers.
    QFuture<Status> stop();

    QStringList problems() const;  ///< translated sentences
    /// The platform of this id, or null.
    SimulatedPlatform* platform(const QString& id) const;
    LocalReceiver& receiver();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
