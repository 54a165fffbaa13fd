// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/connections/Connection.h"
#include "core/incident/Event.h"
#include "core/runbook/StepExecutor.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QPair>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>

namespace cockpit {

enum class IncidentState { Proposed, Declared, Acknowledged, Resolved, Dismissed };
QString incidentStateName(IncidentState state);

/// What the outbox knows of one message to one recipient; computed from the log alone.
struct NotificationState {
    enum class Phase { Pending, InFlight, Delivered, Waiting, Failed, Uncertain, Cancelled };
    QString id;
    QString incident;
    QString key;
    QString reference;
    QString channel;  ///< connection id
    QString kind;     ///< "page", "update", "resolved"
    QString role;
    QString title;
    QString body;
    QJsonObject context;
    Phase phase = Phase::Pending;
    int attempts = 0;
    QString session;  ///< who sent the attempt in flight
    QDateTime queuedAt;
    QDateTime changedAt;
    QDateTime waitUntil;          ///< for Waiting
    QString words;                ///< the service's own words of the last attempt
    QString thread;               ///< what the channel gave back, for later messages of the incident
    bool mayHaveArrived = false;  ///< some attempt ended uncertain: a further one is a possible repeat
    int status = 0;
};
QString notificationPhaseName(NotificationState::Phase phase);  ///< "pending", "in_flight", "delivered", "waiting",
                                                                ///< "failed", "uncertain", "cancelled"

/// One step of one run.
struct StepRunState {
    enum class Phase { Running, Held, Finished, OutcomeUnknown };
    QString step;
    QString title;
    QString kind;
    Danger danger = Danger::Read;
    Phase phase = Phase::Running;
    StepState state = StepState::OutcomeUnknown;  ///< meaningful when Finished
    QString text;
    TargetIdentity target;
    QString session;
    QString summary;
    QString evidence;  ///< SHA-256 of the output, or empty
    QString table;     ///< SHA-256 of the result as a table, or empty
    QString undo;      ///< SHA-256 of the undo capsule, or empty
    QString undoSummary;
    QMap<QString, QString> outputs;
    qint64 affected = -1;
    QDateTime startedAt;
    QDateTime finishedAt;
    QDateTime heldUntil;  ///< while Held: when it is rolled back by itself; invalid: it goes on by itself
    QString settled;      ///< "commit" or "roll_back" once a held change was decided
    QString proofBefore;  ///< "good", "bad", "unknown": what `expect` said before the step ran
    QString approver;     ///< the second person, where one was needed
    QString verdict;      ///< "", "worked", "already_good", "no_effect", "worse"
    qint64 verdictAfterMs = 0;
    bool lost = false;  ///< a stage that was entered and no longer held
    QDateTime lostAt;
    QString lostReason;
};

/// A runbook being worked through in an incident. A step that ran twice appears twice, in order.
struct RunState {
    QString id;
    QString platform;
    QString runbook;
    QString playbookDigest;
    std::shared_ptr<const Runbook> copy;  ///< the runbook as it was when the run began; null in older logs
    QDateTime startedAt;
    QList<StepRunState> steps;
    /// What the latest success of each step handed on.
    QMap<QString, QString> outputs() const;
    const StepRunState* latest(const QString& step) const;  ///< the last execution of a step, or null
};

struct EvidenceItem {
    QString sha256;
    QString name;
    QString type;  ///< MIME
    qint64 size = 0;
    QString source;
    QString author;
    QDateTime at;
};

/// One incident as its events say it is. A value; never edited except by applying events.
struct Incident {
    QString id;
    QString platform;
    QString title;
    QString severity;
    QString reason;
    QString rule;
    QString group;
    QString runbook;
    IncidentState state = IncidentState::Proposed;
    QDateTime proposedAt;
    QDateTime declaredAt;
    QDateTime acknowledgedAt;
    QDateTime resolvedAt;
    QString declaredBy;
    QString acknowledgedBy;
    QString resolveReason;
    QMap<QString, QString> roles;  ///< role id -> person
    QSet<QString> ticked;          ///< "<phase>/<item index>"
    QStringList alerts;            ///< rule ids that are firing now
    QDateTime quietSince;          ///< when the last of them cleared; invalid while one fires or none ever did
    QList<RunState> runs;
    QList<NotificationState> notifications;
    QList<EvidenceItem> evidence;
    QString postmortem;  ///< Markdown as last saved; empty: not opened yet
    bool postmortemExported = false;
    QMap<QString, QString> approvers;  ///< name -> public key in hex; of the pseudo-incident only
    qint64 firstSequence = 0;
    qint64 lastSequence = 0;
    int events = 0;
    int unknownEvents = 0;  ///< of a type this version does not know; kept in the log, shown in the timeline
    int misfitEvents = 0;   ///< that did not fit the state they met (an acknowledgement after the end); changed nothing

    /// "#incident-YYYYMMDD-HHMM", from the declaration in UTC; empty before it.
    QString channelName() const;
    bool isOpen() const { return state != IncidentState::Resolved && state != IncidentState::Dismissed; }
    const NotificationState* notification(const QString& notificationId) const;
    const RunState* run(const QString& runId) const;
    /// The newest run of a runbook, or null.
    const RunState* runOf(const QString& runPlatform, const QString& runRunbook) const;
};

/// All incidents: the fold over the log. Applying the same events in order always gives the same book.
/// Events without an incident (sessions, runs outside an incident) are kept under the empty id.
class IncidentBook
{
public:
    void apply(const Event& event);
    const QHash<QString, Incident>& incidents() const { return m_incidents; }
    const Incident* find(const QString& incidentId) const;
    /// The open incident of this platform and group, or null: one cause makes one incident.
    const Incident* openFor(const QString& platform, const QString& group) const;
    qint64 lastSequence() const { return m_lastSequence; }
    /// Events that name an incident nobody proposed or declared; they are in the log but belong to no entry here.
    int strayEvents() const { return m_strayEvents; }

private:
    Incident* incidentFor(const Event& event);
    void indexOpen(const Incident& incident, bool wasOpen);

    QHash<QString, Incident> m_incidents;
    QHash<QPair<QString, QString>, QStringList> m_open;  ///< (platform, group) -> open incidents, oldest first
    qint64 m_lastSequence = 0;
    int m_strayEvents = 0;
};

}  // namespace cockpit
