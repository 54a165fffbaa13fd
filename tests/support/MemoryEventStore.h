// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/EventStore.h"

namespace cockpit::test {

/// An event store in memory that can be told to fail, for tests of what stands on it.
class MemoryEventStore final : public EventStore
{
public:
    Result<Event> append(Event event) override
    {
        if (failing)
            return fail(ErrorKind::Storage, QStringLiteral("the disk is full"));
        event.sequence = static_cast<qint64>(events.size()) + 1;
        event.typeName = eventTypeName(event.type);
        event.previousHash = events.isEmpty() ? QByteArray(32, '\0') : events.last().hash;
        event.hash = eventHash(event);
        events.append(event);
        return event;
    }
    Result<QList<Event>> read(qint64 after, int limit) const override { return events.mid(after, limit); }
    Result<ChainReport> verify() const override
    {
        ChainReport report;
        report.events = events.size();
        return report;
    }

    QStringList typeNames() const
    {
        QStringList names;
        for (const Event& event : events)
            names.append(event.typeName);
        return names;
    }

    QList<Event> events;
    bool failing = false;
};

}  // namespace cockpit::test
