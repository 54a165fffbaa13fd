// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Redactor.h"
#include "core/connections/AdapterRegistry.h"
#include "core/engine/EngineTypes.h"
#include "core/engine/SignalBoard.h"
#include "core/engine/Snapshot.h"
#include "core/incident/EvidenceStore.h"
#include "core/incident/IncidentLog.h"
#include "core/metrics/RuleExpression.h"
#include "core/runbook/Approval.h"
#include "core/runbook/DisplayText.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace cockpit {

/// Runs runbook steps in the one safe order: resolve, preview, approve, record the intent durably, start, keep the
/// output as evidence, record the end, watch for the proof of recovery. Thread: the engine's.
class RunbookRunner : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        const Clock& clock;
        IncidentLog& log;
        EvidenceStore& evidence;
        const AdapterRegistry& registry;
        const ConnectionResolver& connections;
        const SignalBoard& board;
        const Redactor& redactor;
        QString session;
        std::function<bool(const QString& session)> isSessionAlive;
        /// The gate of a stage; asked when a step is prepared and when it starts.
        std::function<Status(const StepRequest& request)> admits = [](const StepRequest&) { return Status(Done{}); };
        /// Judges what the second person gave back; what it returns goes onto the log with the intent.
        std::function<Result<QJsonObject>(const ApprovalRequest& asked, const QString& answer)> approves =
            [](const ApprovalRequest& asked, const QString&) { return refuseApproval(asked); };
    };

    explicit RunbookRunner(Parts parts, QObject* parent = nullptr);
    ~RunbookRunner() override;

    /// What an earlier session left running becomes "outcome unknown"; it is never run again by itself.
    /// Watches for expectations that were still open are taken up again.
    Status recover(const std::function<PlaybookPointer(const QString& platform)>& playbookOf);

    QFuture<Result<PreparedStep>> prepare(const PlaybookPointer& playbook, const StepRequest& request,
                                          const QString& actor);
    /// The step that puts back what a finished one took away, as its capsule says.
    QFuture<Result<PreparedStep>> prepareUndo(const PlaybookPointer& playbook, const QString& incident,
                                              const QString& run, const QString& step, const QString& actor);
    /// The runbook a request speaks of: as it was when its run began, or as the playbook has it now.
    Result<Runbook> runbookFor(const PlaybookPointer& playbook, const StepRequest& request) const;
    Result<QString> start(const QString& token, const QString& confirmation, const QString& actor,
                          const QString& approval = {});
    Status cancel(const QString& run, const QString& step);
    Status settle(const QString& run, const QString& step, bool commit, const QString& actor);
    /// Judges the open expectations and forgets approvals that are too old.
    Status tick();
    /// Cancels everything that runs.
    void stop();
    bool isIdle() const { return m_running.empty(); }

    const QList<ExpectationState>& expectations() const { return m_expectations; }

signals:
    void stepOutput(const QString& run, const QString& step, const QString& text);
    void stepFinished(const QString& run, const QString& step, const cockpit::StepOutcome& outcome);
    void storageFailed(const QString& sentence);

private:
    struct Prepared {
        PreparedStep step;
        StepRequest request;
        PlaybookPointer playbook;
        std::optional<ApprovalRequest> approval;
        Milliseconds preparedAt{0};
    };
    struct Running {
        QString incident;
        QString run;
        ResolvedStep step;
        std::unique_ptr<StepExecution> execution;
        Milliseconds startedAt{0};
        bool outOfTime = false;
        std::unique_ptr<DisplayText> display;
        QString pendingOutput;
        bool skippedOutput = false;  ///< more came than is shown until the next flush
        QString proofBefore;
        QDateTime heldUntil;   ///< valid while a person decides
        Milliseconds held{0};  ///< time that does not count against the deadline
    };

    static constexpr Milliseconds approvalLifetime{5 * 60'000};
    static QString keyOf(const QString& run, const QString& step) { return run + QLatin1Char('/') + step; }

    // RunbookRunner.cpp: up to the start
    static Error refuseApproval(const ApprovalRequest& asked);
    QFuture<Result<PreparedStep>> prepareSpec(const PlaybookPointer& playbook, const StepSpec& spec,
                                              const StepRequest& request, const QString& actor);
    Status checkCalledFor(const StepSpec& spec, const StepRequest& request) const;
    PreparedStep approve(const ResolvedStep& step, const StepPreview& preview) const;
    std::optional<ApprovalRequest> askSecondPerson(const Playbook& playbook, PreparedStep& prepared,
                                                   const QString& actor) const;
    Result<QString> runFor(const Prepared& prepared, const QString& actor);
    Status recordIntent(const Prepared& prepared, const QString& run, const QString& confirmation,
                        const QJsonObject& approval, const QString& actor);

    // RunbookExecution.cpp: while it runs
    void launch(const Prepared& prepared, const QString& run);
    void take(const QString& key, const QByteArray& chunk);
    void hold(const QString& key, const StepHold& hold);
    Status recordSettled(const Running& running, bool commit, const QString& reason, const QString& actor);
    void finish(const QString& key, const StepOutcome& outcome);
    /// Puts bytes into the evidence store and onto the log; their hash, or empty when that failed.
    QString keep(const Running& running, const QByteArray& bytes, const QString& name, const QString& type);
    StepOutcome masked(const StepOutcome& outcome) const;
    void flushOutput();
    void endOverdue();

    // RunbookRecovery.cpp: afterwards
    /// What `expect` says before the step runs: "good", "bad", "unknown", or empty without one.
    QString proofBefore(const ResolvedStep& step) const;
    Status recordLeft(const QString& incident, const QString& run, const StepRunState& step);
    void watch(const Running& running, const Expectation& expectation, const QDateTime& since);
    Status judge(ExpectationState& state);
    /// Measured after the step ended, and as expected.
    bool isMet(const ExpectationState& state) const;
    bool isFresh(const ExpectationState& state, const QString& signal) const;

    Parts m_parts;
    std::map<QString, Prepared> m_prepared;
    std::map<QString, Running> m_running;
    QList<ExpectationState> m_expectations;
    QHash<QString, QDateTime> m_holdingSince;
    QHash<QString, double> m_valueAtStart;
    QSet<QString> m_goodBefore;  ///< watches whose expectation held before the step ran
    std::map<QString, std::unique_ptr<RuleExpression>> m_conditions;  ///< of expectations over several signals
    QTimer m_outputTimer;
};

}  // namespace cockpit
