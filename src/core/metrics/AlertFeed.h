// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/connections/Connection.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QMap>
#include <QString>

namespace cockpit {

/// An alert as another system reports it (Alertmanager API v2, GET /api/v2/alerts).
struct ExternalAlert {
    enum class State { Active, Silenced, Inhibited, Unprocessed };
    QString fingerprint;
    QMap<QString, QString> labels;
    QMap<QString, QString> annotations;
    State state = State::Active;
    QDateTime startsAt;
    QString generatorUrl;
    QString title() const;     ///< annotation summary, else label alertname
    QString severity() const;  ///< label severity
};
QString externalAlertStateName(ExternalAlert::State state);  ///< "active", "silenced", "inhibited", "unprocessed"

/// Reads the alerts another system holds. Thread: the engine's; never blocks it.
class AlertFeed
{
public:
    AlertFeed() = default;
    AlertFeed(const AlertFeed&) = delete;
    AlertFeed& operator=(const AlertFeed&) = delete;
    virtual ~AlertFeed() = default;

    virtual QString kind() const = 0;  ///< the connection kind it reads ("alertmanager")
    virtual QFuture<Result<QList<ExternalAlert>>> poll(const ResolvedConnection& connection, Milliseconds deadline) = 0;
};

}  // namespace cockpit
