// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ShellExecution.h"

#include "adapters/shell/ShellPlaces.h"
#include "core/base/Duration.h"

#include <QJsonArray>

namespace cockpit::adapters::shell {

ShellExecution::ShellExecution(ConnectionResolver& connections, const ResolvedStep& step)
    : m_connections(connections)
    , m_step(step)
{
    m_elapsed.start();
    m_deadline.setSingleShot(true);
    m_killer.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(StepState::TimedOut); });
    connect(&m_killer, &QTimer::timeout, this, [this] { m_program->endEverything(); });
    // Queued, so that nothing starts before the event loop is reached again.
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

void ShellExecution::begin()
{
    if (m_finished)
        return;
    auto program = programAt(m_connections, m_step.connectionId);
    if (!program)
        return finish(StepState::Failed, program.error().message);
    m_program = std::move(program).value();
    connect(m_program.get(), &ProgramRun::output, this, [this](const QByteArray& bytes) { take(bytes); });
    connect(m_program.get(), &ProgramRun::ended, this, [this](int exitCode) { conclude(exitCode); });
    connect(m_program.get(), &ProgramRun::failed, this, [this](const QString& sentence) {
        finish(m_stopReason == StepState::Succeeded ? StepState::Failed : m_stopReason, sentence);
    });
    for (const QJsonValue& word : m_step.payload.value(QStringLiteral("argv")).toArray())
        m_request.argv.append(word.toString());
    m_request.environment = m_step.payload.value(QStringLiteral("environment")).toObject();
    m_request.input = m_step.payload.value(QStringLiteral("stdin")).toString().toUtf8();
    m_request.approved = m_step.approved;
    fetchSecret(m_step.payload.value(QStringLiteral("secret_environment")).toObject().keys());
}

void ShellExecution::fetchSecret(QStringList open)
{
    if (open.isEmpty())
        return run();
    const QString variable = open.takeFirst();
    const QString connection =
        m_step.payload.value(QStringLiteral("secret_environment")).toObject().value(variable).toString();
    m_connections.resolve(connection)
        .then(this, [this, open, variable, connection](const Result<ResolvedConnection>& found) {
            if (m_finished)
                return;
            if (!found)
                return finish(StepState::Failed, found.error().message);
            if (found->secret.isEmpty())
                return finish(StepState::Failed,
                              tr("No secret is kept for %1; enter it in Connections").arg(connection));
            m_request.secrets.insert(variable, found->secret);
            fetchSecret(open);
        });
}

void ShellExecution::run()
{
    const Status started = m_program->begin(m_request);
    m_request.secrets.clear();
    if (!started)
        return finish(StepState::Failed, started.error().message);
    if (!m_finished)
        m_deadline.start(m_step.spec.deadline);
}

void ShellExecution::cancel()
{
    if (m_program && m_program->isRunning())
        stop(StepState::Cancelled);
    else
        finish(StepState::Cancelled, tr("cancelled; nothing was started"));
}

void ShellExecution::stop(StepState reason)
{
    if (m_stopReason != StepState::Succeeded || m_finished)
        return;
    m_stopReason = reason;
    m_program->askToEnd();
    m_killer.start(m_program->patience());
}

void ShellExecution::take(const QByteArray& bytes)
{
    const QByteArray kept = bytes.left(std::max<qsizetype>(0, maximumOutput - m_output.size()));
    m_output += kept;
    // The dots say that a word may be cut here: half a secret is masked as well then.
    if (kept.size() < bytes.size() && !std::exchange(m_cut, true))
        m_output += "\u2026";
    if (!kept.isEmpty())
        emit output(kept);
}

bool ShellExecution::isStream() const
{
    return m_step.payload.value(QStringLiteral("stream")).toBool();
}

void ShellExecution::conclude(int code)
{
    switch (m_stopReason) {
    case StepState::Cancelled:
        return finish(StepState::Cancelled, isStream()
                                                ? tr("stopped by you")
                                                : tr("cancelled; the program was ended, what it had done stays done"));
    case StepState::TimedOut:
        if (isStream())
            return finish(StepState::Succeeded, tr("stopped after %1").arg(formatDuration(m_step.spec.deadline)));
        return finish(StepState::TimedOut,
                      tr("the time for this step was over; the program was ended, what it had done stays done"));
    default: break;
    }
    const QString ending = code > 128 && code < 160 ? tr("exit code %1 (signal %2)").arg(code).arg(code - 128)
                                                    : tr("exit code %1").arg(code);
    finish(code == 0 ? StepState::Succeeded : StepState::Failed, ending);
}

void ShellExecution::finish(StepState state, const QString& summary)
{
    if (std::exchange(m_finished, true))
        return;
    m_deadline.stop();
    m_killer.stop();
    StepOutcome outcome;
    outcome.state = state;
    outcome.summary = m_cut ? tr("%1; output cut at 8 MiB").arg(summary) : summary;
    outcome.output = m_output;
    outcome.elapsed = Milliseconds(m_elapsed.elapsed());
    emit finished(outcome);
}

}  // namespace cockpit::adapters::shell
