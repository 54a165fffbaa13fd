// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/IncidentLog.h"

#include "core/base/Ids.h"
#include "core/incident/EventMasking.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

constexpr int batchSize = 2'000;

}  // namespace

IncidentLog::IncidentLog(EventStore& store, const Clock& clock, QString workstation, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_workstation(std::move(workstation))
{
}

Status IncidentLog::catchUp()
{
    for (;;) {
        const Result<QList<Event>> batch = m_store.read(m_book.lastSequence(), batchSize);
        if (!batch)
            return batch.error();
        for (const Event& event : *batch) {
            // A listener that records something of its own has already folded the rest of this batch.
            if (event.sequence <= m_book.lastSequence())
                continue;
            m_book.apply(event);
            emit appended(event);
        }
        if (batch->size() < batchSize)
            return Done{};
    }
}

Result<Event> IncidentLog::append(const EventDraft& draft)
{
    if (draft.type == EventType::Unknown)
        return fail(ErrorKind::InvalidInput, tr("This cockpit cannot record an event of a kind it does not know"));
    Event event;
    event.id = newId();
    event.at = m_clock.utcNow();
    event.type = draft.type;
    event.typeName = eventTypeName(draft.type);
    event.incident = draft.incident;
    event.actor = draft.actor;
    event.workstation = m_workstation;
    event.data = m_redactor ? maskedEventData(draft.data, *m_redactor) : draft.data;

    Result<Event> stored = m_store.append(std::move(event));
    if (!stored)
        return stored;
    if (stored->sequence == m_book.lastSequence() + 1) {
        m_book.apply(*stored);
        emit appended(*stored);
        return stored;
    }
    // Another process has written in between: the fold takes everything in the order of the log.
    if (const Status caughtUp = catchUp(); !caughtUp)
        return caughtUp.error();
    return stored;
}

}  // namespace cockpit
