// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/connections/AdapterRegistry.h"
#include "core/playbook/Playbook.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace cockpit {

/// Decides when which signals are polled: grouped so that one exchange answers several, never two polls of a group at
/// once, spread by jitter (5 % of the interval), slower while nothing answers (doubling up to a minute), cut off at the
/// deadline even when a source forgets its own. Thread: the engine's.
class SignalScheduler : public QObject
{
    Q_OBJECT

public:
    /// `isBound`: whether this workstation has an address for a connection. Signals of one that it has not are left
    /// alone and stay pending: a platform nobody here watches is not an outage.
    SignalScheduler(const Clock& clock, const AdapterRegistry& registry,
                    std::function<bool(const QString& connection)> isBound, QObject* parent = nullptr);

    void add(const Playbook& playbook);
    /// Starts what is due and cuts off what is overdue.
    void tick();
    /// Polls everything at the next tick, for example after a connection was changed.
    void pollSoon();
    void stop();

signals:
    void readingsArrived(const QList<cockpit::Reading>& readings);

private:
    struct Group {
        QString kind;
        PollRequest request;
        Milliseconds every{0};
        Milliseconds nextDue{0};
        Milliseconds startedAt{0};
        int failures = 0;
        bool inFlight = false;
        bool unboundSaid = false;
        std::unique_ptr<QFutureWatcher<QList<Reading>>> watcher;
    };

    void start(Group& group);
    void finish(Group& group, QList<Reading> readings);
    void leaveAlone(Group& group);
    QList<Reading> all(const Group& group, ReadingState state, const QString& detail) const;

    const Clock& m_clock;
    const AdapterRegistry& m_registry;
    std::function<bool(const QString&)> m_isBound;
    std::vector<std::unique_ptr<Group>> m_groups;
};

}  // namespace cockpit
