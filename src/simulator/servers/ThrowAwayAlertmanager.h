// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/servers/ServerAddress.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace cockpit {

/// An Alertmanager of its own on loopback that tells nobody but those who ask it; gone without a trace after stop().
/// Thread: its maker's, which must run an event loop and outlive it.
class ThrowAwayAlertmanager : public QObject
{
    Q_OBJECT

public:
    explicit ThrowAwayAlertmanager(QObject* parent = nullptr);
    ~ThrowAwayAlertmanager() override;

    static bool available();

    /// Once. `inhibitRules`: a YAML list on one line; empty: none. Errors: Unsupported (not installed), Storage (no
    /// folder), Unreachable (did not come up).
    QFuture<Result<ServerAddress>> start(const QByteArray& inhibitRules = {});
    QFuture<Status> stop();
    qint64 processId() const;  ///< 0 while there is none
    QString folder() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
