// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/SimulatedPlatform.h"
#include "simulator/servers/ServerAddress.h"
#include "simulator/servers/ThrowAwayPostgres.h"
#include "simulator/servers/ThrowAwayPrometheus.h"

#include <QByteArrayList>
#include <QFuture>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace cockpit {

/// Which servers a platform stands on; what is left empty is not started.
struct ServersPlan {
    std::optional<ThrowAwayPostgresOptions> postgres;
    std::optional<QByteArrayList> redisSeed;
    std::optional<QByteArray> alertmanagerInhibitRules;    ///< empty: an Alertmanager without such rules
    std::optional<ThrowAwayPrometheusOptions> prometheus;  ///< told to the Alertmanager, when there is one
};

/// The throw-away servers of one simulated platform. Thread: its maker's, which must run an event loop.
class PlatformServers : public QObject
{
    Q_OBJECT

public:
    explicit PlatformServers(ServersPlan plan, QObject* parent = nullptr);
    ~PlatformServers() override;

    /// Once. Finishes when each server is up or has failed; never fails itself.
    QFuture<Status> start();
    QFuture<Status> stop();

    /// Where they listen; nothing when they were not asked for or did not come up.
    const std::optional<ServerAddress>& postgres() const;
    const std::optional<ServerAddress>& redis() const;
    const std::optional<ServerAddress>& alertmanager() const;
    const std::optional<ServerAddress>& prometheus() const;
    qint64 redisProcessId() const;        ///< 0 while there is none
    const QStringList& problems() const;  ///< translated sentences, one per server that is missing
    /// Bindings for the slots `db`, `cache`, `alerts` and `metrics` of `platform`, each if its server is up.
    QList<DemoBinding> bindings(const QString& platform) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A binding of `platform`'s slot in the environment demo; its secret lasts for the session.
DemoBinding demoBinding(const QString& platform, const QString& slot, const QString& kind, const QString& title,
                        QJsonObject settings, Secret secret = {});

}  // namespace cockpit
