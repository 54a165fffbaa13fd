// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace cockpit {

class ExpositionText;
class FlowrexModel;

/// What the backend answers, and what the node exporter of its host says. Thread: its maker's.
class FlowrexPages
{
public:
    explicit FlowrexPages(const FlowrexModel& model);

    QJsonObject health() const;  ///< of /health and /health/live: the process runs, no more
    /// Of /health/ready: what the backend needs, each "ok" or what is wrong.
    QJsonObject readiness() const;
    bool ready() const;
    QByteArray metrics() const;
    QByteArray nodeMetrics() const;
    QJsonObject state() const;
    /// The newest `limit` lines of each of a service's containers, in order of time, as docker-compose prints them.
    QString log(const QString& service, int limit) const;

private:
    void describeRequests(ExpositionText& out) const;
    void describeTrading(ExpositionText& out) const;

    const FlowrexModel& m_model;
};

}  // namespace cockpit
