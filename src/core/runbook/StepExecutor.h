// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/connections/Connection.h"
#include "core/playbook/Playbook.h"
#include "core/runbook/ResultTable.h"
#include "core/runbook/UndoCapsule.h"

#include <QFuture>
#include <QJsonObject>
#include <QMap>
#include <QObject>

#include <memory>
#include <optional>

namespace cockpit {

/// A step with its inputs filled in: exactly what will be sent. Its digest is what a person approves.
struct ResolvedStep {
    QString platform;
    QString runbook;
    StepSpec spec;          ///< `danger` is at least what the playbook declared: see `raised`
    QString raised;         ///< why the danger is higher than declared, one sentence; empty: it is not
    QString connectionId;   ///< "<platform>/<slot>" or empty
    QString text;           ///< what will be sent, as shown to the person (SQL, request line and body, argv …)
    QJsonObject payload;    ///< what will be sent, for the executor
    QByteArray digest;      ///< SHA-256 over kind, connection and payload, hex
    QString commandLine{};  ///< the same as a line for a terminal, secrets as variables; empty: there is none
    std::optional<TargetIdentity> approved{};  ///< who was shown in the preview; anyone else is refused at run time
    qint64 approvedCount = -1;                 ///< the previewed count that was approved; -1: none
};

/// The blast radius of a step, read just before it is confirmed.
struct StepPreview {
    QString summary;             ///< "137 rows", "4 sessions", "12,304 keys"
    qint64 affected = -1;        ///< rows, keys or sessions; -1 when it cannot be counted
    QStringList columns;         ///< of `samples`
    QList<QStringList> samples;  ///< at most 20
    QList<int> spared;           ///< indexes of samples that the step leaves alone: shown struck out
    TargetIdentity target;
    QString confirmation;  ///< what the person must type; empty when the danger class asks for less
    QStringList notes{};   ///< what else to know before: "deletes rows of order_fills too", "the role can write"
};

/// A change that is made but not final, or content that was saved before the change: the step waits for settle().
struct StepHold {
    QString summary;       ///< "7 rows changed, not committed"
    qint64 affected = -1;  ///< rows or keys
    std::optional<UndoCapsule> undo{};
    QString undoMissing{};     ///< why nothing can bring the old content back, when there is no capsule
    Milliseconds patience{0};  ///< how long a person may look before it is rolled back; 0: it goes on when recorded
};

enum class StepState { Succeeded, Failed, Cancelled, TimedOut, OutcomeUnknown };
QString stepStateName(StepState state);  ///< "succeeded", "failed", "cancelled", "timed_out", "outcome_unknown"

/// How a step ended. `output` is whole (up to the evidence cap); what is shown is cut by the viewer.
struct StepOutcome {
    StepState state = StepState::Failed;
    QString summary;    ///< one line: "200 in 41 ms", "3 rows", "exit code 1"
    QByteArray output;  ///< UTF-8 text
    QString outputType = QStringLiteral("text/plain");
    qint64 affected = -1;
    Milliseconds elapsed{0};
    std::optional<ResultTable> table{};  ///< of SQL results
};

/// A step under way. Lives on the engine thread. Emits finished() exactly once, also after cancel().
/// `deleteLater()` it after finished().
class StepExecution : public QObject
{
    Q_OBJECT

public:
    /// Asks it to stop: the query is cancelled, the process group ended, the connection closed.
    virtual void cancel() = 0;

    /// Answers holding(): the hold is on the log, go on (commit); or do not (roll back). Once per hold.
    virtual void settle(bool goOn);

signals:
    void output(const QByteArray& chunk);
    /// At most once, before finished(). Nothing is final until settle() is called.
    void holding(const cockpit::StepHold& hold);
    void finished(const cockpit::StepOutcome& outcome);
};

/// Runs steps of one kind. Thread: the engine's; never blocks it.
class StepExecutor
{
public:
    StepExecutor() = default;
    StepExecutor(const StepExecutor&) = delete;
    StepExecutor& operator=(const StepExecutor&) = delete;
    virtual ~StepExecutor() = default;

    virtual QString kind() const = 0;

    /// Fills the inputs in, in the way that is safe for this kind (bound parameters for SQL, argument vectors for
    /// Redis and processes, percent-encoding for URLs). Refuses (InvalidInput) unfilled or ill-typed placeholders.
    virtual Result<ResolvedStep> resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                         const QMap<QString, QString>& inputs) const = 0;

    /// Reads the target's identity and, where the step has a preview, the blast radius. Changes nothing.
    virtual QFuture<Result<StepPreview>> preview(const ResolvedStep& step) = 0;

    /// Starts it. The intent is already durable. Nothing is sent before the event loop is reached again.
    virtual std::unique_ptr<StepExecution> start(const ResolvedStep& step) = 0;
};

}  // namespace cockpit
