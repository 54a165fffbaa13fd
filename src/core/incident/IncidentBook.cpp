// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/Fold.h"
#include "core/incident/Incident.h"

namespace cockpit {

namespace {

bool createsIncident(EventType type)
{
    return type == EventType::IncidentProposed || type == EventType::IncidentDeclared;
}

bool fold(Incident& incident, const Event& event)
{
    switch (event.type) {
    case EventType::Unknown: ++incident.unknownEvents; return true;
    case EventType::RunStarted:
    case EventType::StepIntended:
    case EventType::StepFinished:
    case EventType::StepOutcomeUnknown:
    case EventType::StepHeld:
    case EventType::StepSettled:
    case EventType::StepVerdict:
    case EventType::StageLost: return foldRun(incident, event);
    case EventType::NotificationQueued:
    case EventType::NotificationAttempted:
    case EventType::NotificationDelivered:
    case EventType::NotificationWaiting:
    case EventType::NotificationFailed:
    case EventType::NotificationUncertain:
    case EventType::NotificationCancelled: return foldNotification(incident, event);
    case EventType::ApprovalGiven:
    case EventType::ApproverTrusted:
    case EventType::ApproverForgotten: return foldApproval(incident, event);
    default: return foldIncidentLife(incident, event);
    }
}

/// The pseudo-incident has no life of its own: it cannot be declared, acknowledged or ended.
bool belongsToAnIncident(EventType type)
{
    switch (type) {
    case EventType::IncidentProposed:
    case EventType::IncidentDeclared:
    case EventType::IncidentAcknowledged:
    case EventType::IncidentResolved:
    case EventType::IncidentDismissed:
    case EventType::SeverityChanged: return true;
    default: return false;
    }
}

}  // namespace

Incident* IncidentBook::incidentFor(const Event& event)
{
    const auto found = m_incidents.find(event.incident);
    if (found != m_incidents.end())
        return &*found;
    if (!event.incident.isEmpty() && !createsIncident(event.type))
        return nullptr;
    Incident incident;
    incident.id = event.incident;
    incident.firstSequence = event.sequence;
    return &*m_incidents.insert(event.incident, incident);
}

void IncidentBook::indexOpen(const Incident& incident, bool wasOpen)
{
    if (incident.id.isEmpty() || wasOpen == incident.isOpen())
        return;
    const QPair<QString, QString> key(incident.platform, incident.group);
    if (incident.isOpen()) {
        m_open[key].append(incident.id);
        return;
    }
    const auto found = m_open.find(key);
    if (found == m_open.end())
        return;
    found->removeAll(incident.id);
    if (found->isEmpty())
        m_open.erase(found);
}

void IncidentBook::apply(const Event& event)
{
    if (event.sequence > 0) {
        if (event.sequence <= m_lastSequence)
            return;
        m_lastSequence = event.sequence;
    }
    Incident* incident = incidentFor(event);
    if (!incident) {
        ++m_strayEvents;
        return;
    }
    const bool isNew = incident->events == 0;
    const QPair<QString, QString> oldKey(incident->platform, incident->group);
    const bool wasOpen = !isNew && incident->isOpen();

    const bool fits = !(event.incident.isEmpty() && belongsToAnIncident(event.type)) && fold(*incident, event);
    ++incident->events;
    if (!fits)
        ++incident->misfitEvents;
    incident->lastSequence = event.sequence;

    // A declaration may rename the platform or the group of what was proposed.
    const bool moved = wasOpen && oldKey != QPair<QString, QString>(incident->platform, incident->group);
    if (moved)
        m_open[oldKey].removeAll(incident->id);
    indexOpen(*incident, wasOpen && !moved);
}

const Incident* IncidentBook::find(const QString& incidentId) const
{
    const auto found = m_incidents.constFind(incidentId);
    return found == m_incidents.constEnd() ? nullptr : &*found;
}

const Incident* IncidentBook::openFor(const QString& platform, const QString& group) const
{
    const auto found = m_open.constFind({platform, group});
    return found == m_open.constEnd() || found->isEmpty() ? nullptr : find(found->first());
}

}  // namespace cockpit
