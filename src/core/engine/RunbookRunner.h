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

#include <QHash>
#include <QObject>
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
    };

    explicit RunbookRunner(Parts parts, QObject* parent = nullptr);
    ~RunbookRunner() override;

    /// What an earlier session left running becomes "outcome unknown"; it is never run again by itself.
    /// Watches for expectations that were still open are taken up again.
    Status recover(const std::function<PlaybookPointer(const QString& platform)>& playbookOf);

    QFuture<Result<PreparedStep>> prepare(const PlaybookPointer& playbook, const StepRequest& request);
    Result<QString> start(const QString& token, const QString& confirmation, const QString& actor);
    Status cancel(const QString& run, const QString& step);
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
        QString playbookDigest;
        Milliseconds preparedAt{0};
    };
    struct Running {
        QString incident;
        QString run;
        ResolvedStep step;
        std::unique_ptr<StepExecution> execution;
        Milliseconds startedAt{0};
        bool outOfTime = false;
        QByteArray pendingOutput;
    };

    PreparedStep approve(const ResolvedStep& step, const StepPreview& preview) const;
    Result<QString> runFor(const Prepared& prepared, const QString& actor);
    Status recordIntent(const Prepared& prepared, const QString& run, const QString& confirmation,
                        const QString& actor);
    void launch(const Prepared& prepared, const QString& run);
    void finish(const QString& key, const StepOutcome& outcome);
    void flushOutput();
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
    std::map<QString, std::unique_ptr<RuleExpression>> m_conditions;  ///< of expectations over several signals
    QTimer m_outputTimer;
};

}  // namespace cockpit
