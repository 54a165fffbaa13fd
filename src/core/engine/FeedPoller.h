// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/AdapterRegistry.h"
#include "core/engine/AlertDesk.h"

#include <QObject>

#include <map>

namespace cockpit {

/// Polls the alert feeds that playbooks name (connection slots whose kind has an AlertFeed) and hands the alerts on.
/// Thread: the engine's.
class FeedPoller : public QObject
{
    Q_OBJECT

public:
    struct State {
        QList<ExternalAlert> alerts;
        QString problem;  ///< why the last poll failed; empty when it worked or was never made
    };

    FeedPoller(const Clock& clock, const AdapterRegistry& registry, ConnectionResolver& connections,
               QObject* parent = nullptr);

    void add(const Playbook& playbook);
    void tick();
    void pollSoon();
    State state(const QString& platform) const;

signals:
    void alertsArrived(const QString& platform, const QList<cockpit::ExternalAlert>& alerts);

private:
    struct Feed {
        QString platform;
        QString connectionId;
        QString kind;
        Milliseconds nextDue{0};
        bool inFlight = false;
        State state;
    };
    void poll(Feed& feed);
    void end(Feed& feed, const Result<QList<ExternalAlert>>& alerts);

    const Clock& m_clock;
    const AdapterRegistry& m_registry;
    ConnectionResolver& m_connections;
    std::map<QString, Feed> m_feeds;
};

}  // namespace cockpit
