// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/incident/Event.h"

#include <QList>

#include <optional>

namespace cockpit {

/// Result of checking the whole chain.
struct ChainReport {
    qint64 events = 0;
    bool intact = true;
    qint64 firstBad = 0;  ///< sequence of the first event that does not fit; 0 when intact
    QString reason;       ///< one sentence naming it
    QByteArray head;      ///< hash of the last good event
};

/// Durable, append-only storage of events. append() returns only when the event survives a power cut.
/// Thread: one store object per thread; several processes may share a profile.
class EventStore
{
public:
    EventStore() = default;
    EventStore(const EventStore&) = delete;
    EventStore& operator=(const EventStore&) = delete;
    virtual ~EventStore() = default;

    /// Completes (sequence, previousHash, hash) and stores. Errors: Storage.
    virtual Result<Event> append(Event event) = 0;
    /// Events with sequence > after, in order, at most `limit`.
    virtual Result<QList<Event>> read(qint64 after, int limit = 10'000) const = 0;
    virtual Result<ChainReport> verify() const = 0;
};

}  // namespace cockpit
