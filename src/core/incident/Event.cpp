// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/Event.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>

#include <array>
#include <utility>

namespace cockpit {

namespace {

constexpr std::array<std::pair<EventType, const char*>, 34> names{{
    {EventType::IncidentProposed, "incident_proposed"},
    {EventType::IncidentDeclared, "incident_declared"},
    {EventType::IncidentAcknowledged, "incident_acknowledged"},
    {EventType::SeverityChanged, "severity_changed"},
    {EventType::RoleTaken, "role_taken"},
    {EventType::ChecklistTicked, "checklist_ticked"},
    {EventType::NoteAdded, "note_added"},
    {EventType::EvidenceAdded, "evidence_added"},
    {EventType::AlertFired, "alert_fired"},
    {EventType::AlertCleared, "alert_cleared"},
    {EventType::RunStarted, "run_started"},
    {EventType::StepIntended, "step_intended"},
    {EventType::StepFinished, "step_finished"},
    {EventType::StepOutcomeUnknown, "step_outcome_unknown"},
    {EventType::StepHeld, "step_held"},
    {EventType::StepSettled, "step_settled"},
    {EventType::StepVerdict, "step_verdict"},
    {EventType::ApproverTrusted, "approver_trusted"},
    {EventType::ApproverForgotten, "approver_forgotten"},
    {EventType::ApprovalGiven, "approval_given"},
    {EventType::StageLost, "stage_lost"},
    {EventType::NotificationQueued, "notification_queued"},
    {EventType::NotificationAttempted, "notification_attempted"},
    {EventType::NotificationDelivered, "notification_delivered"},
    {EventType::NotificationWaiting, "notification_waiting"},
    {EventType::NotificationFailed, "notification_failed"},
    {EventType::NotificationUncertain, "notification_uncertain"},
    {EventType::NotificationCancelled, "notification_cancelled"},
    {EventType::IncidentResolved, "incident_resolved"},
    {EventType::IncidentDismissed, "incident_dismissed"},
    {EventType::PostmortemEdited, "postmortem_edited"},
    {EventType::PostmortemExported, "postmortem_exported"},
    {EventType::SessionStarted, "session_started"},
    {EventType::SessionEnded, "session_ended"},
}};

QHash<QString, EventType> typesByName()
{
    QHash<QString, EventType> types;
    for (const auto& [type, name] : names)
        types.insert(QString::fromLatin1(name), type);
    return types;
}

void addField(QCryptographicHash& hash, const QByteArray& field)
{
    // The length in front keeps "ab"+"c" and "a"+"bc" apart.
    hash.addData(QByteArray::number(field.size()) + ':');
    hash.addData(field);
}

}  // namespace

QString eventTypeName(EventType type)
{
    for (const auto& [known, name] : names) {
        if (known == type)
            return QString::fromLatin1(name);
    }
    return QStringLiteral("unknown");
}

EventType eventTypeFromName(const QString& name)
{
    static const QHash<QString, EventType> types = typesByName();
    return types.value(name, EventType::Unknown);
}

QByteArray eventHash(const Event& event)
{
    const QString typeName = event.typeName.isEmpty() ? eventTypeName(event.type) : event.typeName;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addField(hash, event.previousHash);
    addField(hash, QByteArray::number(event.sequence));
    addField(hash, event.id.toUtf8());
    addField(hash, QByteArray::number(event.at.toMSecsSinceEpoch()));
    addField(hash, typeName.toUtf8());
    addField(hash, event.incident.toUtf8());
    addField(hash, event.actor.toUtf8());
    addField(hash, event.workstation.toUtf8());
    addField(hash, QJsonDocument(event.data).toJson(QJsonDocument::Compact));
    return hash.result();
}

}  // namespace cockpit
