// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Redactor.h"
#include "core/incident/EventStore.h"
#include "core/incident/Incident.h"

#include <QObject>

namespace cockpit {

/// The one way in: an event is on disk, then folded, then announced. Thread: the one its store lives on (the engine's).
class IncidentLog : public QObject
{
    Q_OBJECT

public:
    IncidentLog(EventStore& store, const Clock& clock, QString workstation, QObject* parent = nullptr);

    /// From now on secrets are masked in what is recorded. `redactor` outlives the log's use.
    void maskWith(const Redactor& redactor) { m_redactor = &redactor; }

    /// Reads what is stored, and later what other processes have appended since. Emits appended() for the new ones.
    Status catchUp();

    /// Records one event. On success it is durable, folded and announced.
    Result<Event> append(const EventDraft& draft);

    const IncidentBook& book() const { return m_book; }
    EventStore& store() { return m_store; }
    const QString& workstation() const { return m_workstation; }

signals:
    void appended(const cockpit::Event& event);

private:
    EventStore& m_store;
    const Clock& m_clock;
    QString m_workstation;
    IncidentBook m_book;
    const Redactor* m_redactor = nullptr;
};

}  // namespace cockpit
