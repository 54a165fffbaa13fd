// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineTypes.h"
#include "core/engine/Snapshot.h"
#include "core/metrics/SeriesHistory.h"
#include "core/runbook/Approval.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

namespace cockpit {

struct EngineParts;

/// The cockpit without a window: polls, judges, records, runs steps, sends. The same object with and without a GUI.
/// Thread: every method on the engine's own thread (EngineClient::call gets there). Each command is checked, becomes an
/// event, is on disk, and then takes effect; a command that fails changed nothing.
class Engine : public QObject
{
    Q_OBJECT

public:
    explicit Engine(EngineParts parts, QObject* parent = nullptr);
    ~Engine() override;

    /// Reads the log, marks what an earlier session left running as of unknown outcome; when it leads, starts polling
    /// and sending. `mode` is "window", "watch" or "command"; a command leaves no session in the log.
    Status start(const QString& mode);
    /// Ends children, records the end of the session. Takes at most 2 s.
    void stop();
    /// One turn of everything that depends on time; called every 100 ms by the engine's own timer, or by a test.
    void tick();

    // Incidents
    Result<QString> declare(const DeclareRequest& request, const QString& actor);
    /// Turns a proposal into a declared incident.
    Status confirmProposal(const QString& incident, const QString& actor);
    Status acknowledge(const QString& incident, const QString& actor);
    Status changeSeverity(const QString& incident, const QString& severity, const QString& reason,
                          const QString& actor);
    Status takeRole(const QString& incident, const QString& role, const QString& actor);
    Status tickChecklist(const QString& incident, const QString& phase, const QString& item, bool ticked,
                         const QString& actor);
    Status note(const QString& incident, const QString& text, const QString& actor);
    Status resolve(const QString& incident, const QString& reason, const QString& actor);
    Status dismiss(const QString& incident, const QString& reason, const QString& actor);

    // Runbooks
    QFuture<Result<PreparedStep>> prepareStep(const StepRequest& request, const QString& actor);
    /// Records the intent, then starts it; returns the run's id. `confirmation` is what was typed (anything for a yes).
    /// Errors: Refused, NotFound, Conflict, Storage.
    /// `approval` is what the second person's cockpit gave back, where one is needed.
    Result<QString> startStep(const QString& token, const QString& confirmation, const QString& actor,
                              const QString& approval = {});
    Status cancelStep(const QString& run, const QString& step);
    /// Decides a held change; the decision is on the log before it is carried out. Errors: NotFound, Storage.
    Status settleStep(const QString& run, const QString& step, bool commit, const QString& actor);
    /// Runs all reading steps of a runbook in their order, stopping at the first that fails; `request.step` and its
    /// inputs are ignored, steps that need a person's input are skipped.
    QFuture<Result<SweepReport>> runReads(const StepRequest& request, const QString& actor);
    /// Prepares the step that puts back what a finished step of a run took away. Errors: NotFound, Storage, Malformed.
    QFuture<Result<PreparedStep>> prepareUndo(const QString& incident, const QString& run, const QString& step,
                                              const QString& actor);

    // Approvals by a second person; errors as ApprovalDesk says
    Result<ApprovalRequest> readApproval(const QString& text, const QString& actor) const;
    QFuture<Result<QString>> giveApproval(const QString& text, const QString& actor);
    QFuture<Result<QString>> approvalKey();
    Status trustApprover(const QString& name, const QString& keyHex, const QString& actor);
    Status forgetApprover(const QString& name, const QString& actor);
    QMap<QString, QString> approvers() const;

    // Notifications
    Result<QString> notify(const NotifyRequest& request, const QString& actor);
    Status retryNotification(const QString& notification, const QString& actor);
    Status cancelNotification(const QString& notification, const QString& reason, const QString& actor);
    /// The filled message of a template; `values` are what a person filled in. Fields nobody filled stay as "{{name}}".
    Result<QString> renderMessage(const QString& incident, const QString& templateId,
                                  const QMap<QString, QString>& values = {}) const;
    /// What a person has to fill in for it: the template's fields, and every name in it that has no value.
    Result<QList<InputSpec>> messageInputs(const QString& incident, const QString& templateId) const;

    // Evidence and postmortem
    Result<EvidenceItem> addEvidence(const EvidenceRequest& request, const QString& actor);
    Result<QByteArray> readEvidence(const QString& sha256, qint64 maximum) const;
    QString evidencePath(const QString& sha256) const;
    /// The saved text with its generated blocks refreshed from the log; the template filled, when nothing was saved
    /// yet.
    Result<QString> postmortemDraft(const QString& incident) const;
    Status savePostmortem(const QString& incident, const QString& markdown, const QString& actor);
    /// Writes it; format "md", "html" or "pdf". Runs off this thread; records the export.
    QFuture<Status> exportPostmortem(const QString& incident, const QString& format, const QString& file,
                                     const QString& actor);

    // Connections
    QList<ConnectionKindInfo> connectionKinds() const;
    QFuture<Status> saveConnection(const ConnectionSpec& spec, const std::optional<Secret>& secret,
                                   const QString& actor);
    QFuture<Status> removeConnection(const QString& connectionId, const QString& actor);
    QFuture<ConnectionCheck> testConnection(const QString& connectionId);
    /// Tries settings that are not saved yet; without `secret` the stored one is used.
    QFuture<ConnectionCheck> testSettings(const ConnectionSpec& spec, const std::optional<Secret>& secret);

    // Looking
    Snapshot snapshot() const;
    Result<QList<Event>> events(qint64 afterSequence, int limit) const;
    ColumnSet columns(const QString& platform, const QString& signal, qint64 fromMs, qint64 toMs, int count) const;
    QList<SeriesHistory::Point> points(const QString& platform, const QString& signal, qint64 fromMs,
                                       qint64 toMs) const;
    QFuture<ChainReport> verifyLog();
    /// One poll of some of a platform's signals, outside the schedule; nothing is recorded. Empty `ids`: all.
    QFuture<QList<Reading>> readSignals(const QString& platform, const QStringList& ids);
    /// True when nothing is under way that a command would have to wait for (steps, messages).
    bool isIdle() const;

signals:
    /// Something changed; at most 10 times a second.
    void snapshotReady(const cockpit::Snapshot& snapshot);
    void eventsAppended(const QList<cockpit::Event>& events);
    /// Output of a running step as it arrives, cleaned for display, at most 10 times a second per step.
    void stepOutput(const QString& run, const QString& step, const QString& text);
    /// A step this engine started has ended; its end is on the log.
    void stepFinished(const QString& run, const QString& step, const cockpit::StepOutcome& outcome);

private:
    void probeConnections();

    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
