// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/connections/Connection.h"
#include "core/playbook/Playbook.h"

#include <QFuture>
#include <QJsonObject>
#include <QMap>
#include <QObject>

#include <memory>

namespace cockpit {

/// A step with its inputs filled in: exactly what will be sent. Its digest is what a person approves.
struct ResolvedStep {
    QString platform;
    QString runbook;
    StepSpec spec;
    QString connectionId;  ///< "<platform>/<slot>" or empty
    QString text;          ///< what will be sent, as shown to the person (SQL, request line and body, argv …)
    QJsonObject payload;   ///< what will be sent, for the executor
    QByteArray digest;     ///< SHA-256 over kind, connection and payload, hex
};

/// The blast radius of a step, read just before it is confirmed.
struct StepPreview {
    QString summary;             ///< "137 rows", "4 sessions", "12,304 keys"
    qint64 affected = -1;        ///< rows, keys or sessions; -1 when it cannot be counted
    QStringList columns;         ///< of `samples`
    QList<QStringList> samples;  ///< at most 20
    TargetIdentity target;
    QString confirmation;  ///< what the person must type; empty when the danger class asks for less
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
};

/// A step under way. Lives on the engine thread. Emits finished() exactly once, also after cancel().
/// `deleteLater()` it after finished().
class StepExecution : public QObject
{
    Q_OBJECT

public:
    /// Asks it to stop: the query is cancelled, the process group ended, the connection closed.
    virtual void cancel() = 0;

signals:
    void output(const QByteArray& chunk);
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
