// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/servers/ServerAddress.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace cockpit {

/// A Prometheus server of its own on loopback that scrapes a simulated platform every second and tells an Alertmanager
/// about dead workers and a growing queue; gone without a trace after stop(). The first sample is there about six
/// seconds after the start. Thread: its maker's, which must run an event loop and outlive it.
class ThrowAwayPrometheus : public QObject
{
    Q_OBJECT

public:
    explicit ThrowAwayPrometheus(QObject* parent = nullptr);
    ~ThrowAwayPrometheus() override;

    static bool available();

    /// Once. `targetPort`: of 127.0.0.1, whose /metrics is scraped; `alertmanagerPort`: likewise, 0 for none. Errors:
    /// Unsupported (not installed), Storage (no folder), Unreachable (did not come up).
    QFuture<Result<ServerAddress>> start(quint16 targetPort, quint16 alertmanagerPort);
    QFuture<Status> stop();
    qint64 processId() const;  ///< 0 while there is none
    QString folder() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
