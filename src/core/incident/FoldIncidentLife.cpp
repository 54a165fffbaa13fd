// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/Fold.h"

namespace cockpit {

namespace {

QString text(const Event& event, QLatin1String key)
{
    return event.data.value(key).toString();
}

void takeText(QString& into, const Event& event, QLatin1String key)
{
    if (const QString value = text(event, key); !value.isEmpty())
        into = value;
}

void takeDescription(Incident& incident, const Event& event)
{
    takeText(incident.platform, event, QLatin1String("platform"));
    takeText(incident.title, event, QLatin1String("title"));
    takeText(incident.severity, event, QLatin1String("severity"));
    takeText(incident.reason, event, QLatin1String("reason"));
    takeText(incident.rule, event, QLatin1String("rule"));
    takeText(incident.group, event, QLatin1String("group"));
    takeText(incident.runbook, event, QLatin1String("runbook"));
}

void addAlert(Incident& incident, const QString& rule)
{
    if (!rule.isEmpty() && !incident.alerts.contains(rule))
        incident.alerts.append(rule);
}

bool propose(Incident& incident, const Event& event)
{
    if (incident.proposedAt.isValid() || incident.declaredAt.isValid())
        return false;
    takeDescription(incident, event);
    incident.proposedAt = event.at;
    // A rule proposes because it is firing.
    addAlert(incident, incident.rule);
    return true;
}

bool declare(Incident& incident, const Event& event)
{
    if (incident.state != IncidentState::Proposed || incident.declaredAt.isValid())
        return false;
    takeDescription(incident, event);
    incident.state = IncidentState::Declared;
    incident.declaredAt = event.at;
    incident.declaredBy = event.actor;
    return true;
}

bool acknowledge(Incident& incident, const Event& event)
{
    if (incident.state != IncidentState::Declared)
        return false;
    incident.state = IncidentState::Acknowledged;
    incident.acknowledgedAt = event.at;
    incident.acknowledgedBy = event.actor;
    return true;
}

bool resolve(Incident& incident, const Event& event)
{
    if (!incident.isOpen())
        return false;
    incident.state = IncidentState::Resolved;
    incident.resolvedAt = event.at;
    incident.resolveReason = text(event, QLatin1String("reason"));
    return true;
}

bool dismiss(Incident& incident, const Event& event)
{
    if (incident.state != IncidentState::Proposed)
        return false;
    incident.state = IncidentState::Dismissed;
    incident.resolveReason = text(event, QLatin1String("reason"));
    return true;
}

bool changeSeverity(Incident& incident, const Event& event)
{
    const QString to = text(event, QLatin1String("to"));
    if (!incident.isOpen() || to.isEmpty())
        return false;
    incident.severity = to;
    // A worse rule brings its own name and runbook: what was noticed first need not be what matters.
    const QString title = text(event, QLatin1String("title"));
    const QString runbook = text(event, QLatin1String("runbook"));
    if (!title.isEmpty())
        incident.title = title;
    if (!runbook.isEmpty())
        incident.runbook = runbook;
    return true;
}

bool takeRole(Incident& incident, const Event& event)
{
    const QString role = text(event, QLatin1String("role"));
    if (role.isEmpty())
        return false;
    const QString person = text(event, QLatin1String("person"));
    incident.roles.insert(role, person.isEmpty() ? event.actor : person);
    return true;
}

bool tick(Incident& incident, const Event& event)
{
    const QJsonValue item = event.data.value(QLatin1String("item"));
    const QString name = item.isDouble() ? QString::number(item.toInteger()) : item.toString();
    if (name.isEmpty())
        return false;
    const QString key = text(event, QLatin1String("phase")) + QLatin1Char('/') + name;
    if (event.data.value(QLatin1String("ticked")).toBool())
        incident.ticked.insert(key);
    else
        incident.ticked.remove(key);
    return true;
}

bool addEvidence(Incident& incident, const Event& event)
{
    EvidenceItem item;
    item.sha256 = text(event, QLatin1String("sha256"));
    if (item.sha256.isEmpty())
        return false;
    item.name = text(event, QLatin1String("name"));
    item.type = text(event, QLatin1String("type"));
    item.size = event.data.value(QLatin1String("size")).toInteger();
    item.source = text(event, QLatin1String("source"));
    item.author = event.actor;
    item.at = event.at;
    incident.evidence.append(item);
    return true;
}

bool editPostmortem(Incident& incident, const Event& event)
{
    const QJsonValue value = event.data.value(QLatin1String("text"));
    if (!value.isString())
        return false;
    incident.postmortem = value.toString();
    return true;
}

}  // namespace

bool foldIncidentLife(Incident& incident, const Event& event)
{
    switch (event.type) {
    case EventType::IncidentProposed: return propose(incident, event);
    case EventType::IncidentDeclared: return declare(incident, event);
    case EventType::IncidentAcknowledged: return acknowledge(incident, event);
    case EventType::IncidentResolved: return resolve(incident, event);
    case EventType::IncidentDismissed: return dismiss(incident, event);
    case EventType::SeverityChanged: return changeSeverity(incident, event);
    case EventType::RoleTaken: return takeRole(incident, event);
    case EventType::ChecklistTicked: return tick(incident, event);
    case EventType::EvidenceAdded: return addEvidence(incident, event);
    case EventType::PostmortemEdited: return editPostmortem(incident, event);
    case EventType::PostmortemExported: incident.postmortemExported = true; return true;
    case EventType::AlertFired:
        addAlert(incident, text(event, QLatin1String("rule")));
        incident.quietSince = {};
        return true;
    case EventType::AlertCleared:
        incident.alerts.removeAll(text(event, QLatin1String("rule")));
        incident.quietSince = incident.alerts.isEmpty() ? event.at : QDateTime();
        return true;
    default: return true;
    }
}

}  // namespace cockpit
