// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/EventStore.h"
#include "core/incident/Incident.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace cockpit::test {

/// Makes numbered events, ten seconds apart.
class EventBuilder
{
public:
    Event make(EventType type, const QString& incident, const QJsonObject& data = {},
               const QString& actor = QStringLiteral("maria"))
    {
        Event event;
        event.sequence = ++m_sequence;
        event.id = QStringLiteral("event-%1").arg(m_sequence);
        event.at = at(m_sequence);
        event.type = type;
        event.typeName = eventTypeName(type);
        event.incident = incident;
        event.actor = actor;
        event.workstation = QStringLiteral("ops-3");
        event.data = data;
        return event;
    }
    static QDateTime at(qint64 sequence)
    {
        return QDateTime(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC).addSecs(10 * sequence);
    }

private:
    qint64 m_sequence = 0;
};

/// A log in memory, for what needs a store but no disk.
class MemoryStore final : public EventStore
{
public:
    Result<Event> append(Event event) override
    {
        if (failing)
            return fail(ErrorKind::Storage, QStringLiteral("the disk is full"));
        event.sequence = events.size() + 1;
        event.hash = eventHash(event);
        events.append(event);
        return event;
    }
    Result<QList<Event>> read(qint64 after, int limit) const override { return events.mid(after, limit); }
    Result<ChainReport> verify() const override { return ChainReport{}; }

    QList<Event> events;
    bool failing = false;
};

}  // namespace cockpit::test
