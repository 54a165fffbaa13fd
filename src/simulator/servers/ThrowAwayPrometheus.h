// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/servers/ServerAddress.h"

#include <QFuture>
#include <QList>
#include <QObject>

#include <memory>

namespace cockpit {

/// What is scraped, under which name.
struct ScrapeTarget {
    QString job;
    quint16 port = 0;                           ///< of 127.0.0.1
    QString path = QStringLiteral("/metrics");  ///< of the page that is read
};

struct ThrowAwayPrometheusOptions {
    QList<ScrapeTarget> targets;
    QByteArray rules;              ///< the content of its rule file; empty: none
    quint16 alertmanagerPort = 0;  ///< of 127.0.0.1; 0: none
};

/// A Prometheus server of its own on loopback that scrapes a simulated platform every second, judges its rules as often
/// and tells an Alertmanager; gone without a trace after stop(). The first sample is there about six
/// seconds after the start. Thread: its maker's, which must run an event loop and outlive it.
class ThrowAwayPrometheus : public QObject
{
    Q_OBJECT

public:
    explicit ThrowAwayPrometheus(QObject* parent = nullptr);
    ~ThrowAwayPrometheus() override;

    static bool available();

    /// Once. Errors: Unsupported (not installed), Storage (no folder), Unreachable (did not come up).
    QFuture<Result<ServerAddress>> start(const ThrowAwayPrometheusOptions& options);
    QFuture<Status> stop();
    qint64 processId() const;  ///< 0 while there is none
    QString folder() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
