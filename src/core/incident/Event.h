// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

namespace cockpit {

/// What can happen. The name in the log is the snake_case form. Keys of `data` are listed beside each;
/// unknown types and keys in a log written by a newer version are kept and shown, never dropped.
enum class EventType {
    Unknown,               ///< written by a newer version
    IncidentProposed,      ///< platform, title, severity, rule, group, reason, runbook
    IncidentDeclared,      ///< platform, title, severity, reason, [rule, group, runbook]
    IncidentAcknowledged,  ///< (actor is who)
    SeverityChanged,       ///< from, to, reason, [title, runbook: of the worse rule that raised it]
    RoleTaken,             ///< role, person
    ChecklistTicked,       ///< phase, item, ticked(bool)
    NoteAdded,             ///< text
    EvidenceAdded,  ///< sha256, name, type, size, source ("file", "text", "url", "timeline", "step", "chart", "image"),
                    ///< [step]
    AlertFired,     ///< platform, rule, group, title, severity, reason, [feed]
    AlertCleared,   ///< platform, rule, group, reason, [feed]
    RunStarted,     ///< run, platform, runbook, playbookDigest, copy{} (the runbook as it was)
    StepIntended,   ///< run, platform, runbook, step, title, kind, danger, text, digest, target{}, inputs{}, session,
                    ///< [confirmation], [proofBefore ("good", "bad", "unknown")], [approval{}]
    StepHeld,       ///< run, step, summary, affected, until (ISO or ""), undo (sha256 or ""), undoSummary
    StepSettled,    ///< run, step, decision ("commit", "roll_back"), reason
    StepFinished,   ///< run, step, state, summary, affected, elapsedMs, evidence (sha256 or ""), [table (sha256)],
                    ///< [outputs{}]
    StepOutcomeUnknown,  ///< run, step, reason
    StepVerdict,        ///< run, step, verdict ("worked", "already_good", "no_effect", "worse"), signal, value, afterMs
    ApprovalGiven,      ///< approval, requester, platform, runbook, step, text, digest, target{}, expires (ISO)
    ApproverTrusted,    ///< name, key (Ed25519, hex)
    ApproverForgotten,  ///< name
    StageLost,          ///< run, step, reason, fallBack (step to run, or "")
    NotificationQueued,     ///< notification, key, channel (connection id), kind, role, title, body, context{}
    NotificationAttempted,  ///< notification, attempt, session, possibleRepeat
    NotificationDelivered,  ///< notification, attempt, words, status, elapsedMs, [thread]
    NotificationWaiting,    ///< notification, attempt, until (ISO), words, status
    NotificationFailed,     ///< notification, attempt, words, status
    NotificationUncertain,  ///< notification, attempt, words
    NotificationCancelled,  ///< notification, reason
    IncidentResolved,       ///< reason, [openItems]
    IncidentDismissed,      ///< reason (a proposal that was not an incident)
    PostmortemEdited,       ///< text (Markdown, whole)
    PostmortemExported,     ///< format, file, sha256
    SessionStarted,         ///< session, version, mode ("window", "watch", "command")
    SessionEnded            ///< session
};

QString eventTypeName(EventType type);
EventType eventTypeFromName(const QString& name);

/// What a caller wants recorded; the log adds number, time, workstation and chain.
struct EventDraft {
    EventType type = EventType::Unknown;
    QString incident;  ///< incident id; empty for events that belong to none
    QString actor;     ///< person, "rule:<id>" or "cockpit"
    QJsonObject data;
};

/// One durable entry of the log.
struct Event {
    qint64 sequence = 0;  ///< 1, 2, 3 … without holes
    QString id;           ///< RFC 4122
    QDateTime at;         ///< UTC, milliseconds
    EventType type = EventType::Unknown;
    QString typeName;  ///< as stored; differs from eventTypeName(type) only for Unknown
    QString incident;
    QString actor;
    QString workstation;
    QJsonObject data;
    QByteArray previousHash;  ///< 32 bytes; zeros for the first
    QByteArray hash;          ///< SHA-256 over previousHash and canonical form of the rest
};

/// The bytes that are hashed: previousHash, then each field in order, length-prefixed; `data` as compact JSON with
/// sorted keys (QJsonDocument's own order).
QByteArray eventHash(const Event& event);

}  // namespace cockpit

Q_DECLARE_METATYPE(cockpit::Event)
