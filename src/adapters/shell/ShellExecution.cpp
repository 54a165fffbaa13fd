// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ShellExecution.h"

#include "adapters/shell/ProcessKeeper.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QStandardPaths>

namespace cockpit::adapters::shell {

namespace {

/// The program's file, looked up where the program itself would look; empty when there is none.
QString findProgram(const QString& name, const ShellSettings& settings)
{
    if (!name.contains(QLatin1Char('/')))
        return QStandardPaths::findExecutable(name, settings.searchPath());
    const QFileInfo file(QFileInfo(name).isAbsolute() ? name : settings.directory + QLatin1Char('/') + name);
    return file.isFile() && file.isExecutable() ? file.absoluteFilePath() : QString();
}

}  // namespace

ShellExecution::ShellExecution(ConnectionResolver& connections, const ResolvedStep& step)
    : m_step(step)
{
    m_elapsed.start();
    m_deadline.setSingleShot(true);
    m_killer.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(StepState::TimedOut); });
    connect(&m_killer, &QTimer::timeout, this, [this] { m_process.send(endEverything); });
    connect(&m_process, &KeptProcess::output, this, [this](const QByteArray& bytes) { take(bytes); });
    connect(&m_process, &KeptProcess::ended, this, [this](int exitCode) { conclude(exitCode); });
    connect(&m_process, &KeptProcess::failed, this, [this](const QString& reason) {
        finish(StepState::Failed, tr("%1 could not be started: %2").arg(m_program, reason));
    });
    // Queued, so that nothing starts before the event loop is reached again.
    QMetaObject::invokeMethod(
        this, [this, &connections] { begin(connections.find(m_step.connectionId)); }, Qt::QueuedConnection);
}

void ShellExecution::begin(const Result<ConnectionSpec>& spec)
{
    if (m_finished)
        return;
    const auto settings = spec ? ShellSettings::from(*spec) : Result<ShellSettings>(spec.error());
    if (!settings)
        return finish(StepState::Failed, settings.error().message);
    QStringList argv;
    for (const QJsonValue& word : m_step.payload.value(QStringLiteral("argv")).toArray())
        argv.append(word.toString());
    const QString name = argv.isEmpty() ? QString() : argv.takeFirst();
    const QString program = findProgram(name, *settings);
    if (program.isEmpty())
        return finish(StepState::Failed,
                      tr("The program %1 is not on this workstation (looked in %2); install it or set the "
                         "connection's path")
                          .arg(name, settings->searchPath().join(QStringLiteral(", "))));
    m_program = program;
    const QJsonObject declared = m_step.payload.value(QStringLiteral("environment")).toObject();
    const Status started = m_process.start({program, argv, settings->directory, settings->processEnvironment(declared),
                                            m_step.payload.value(QStringLiteral("stdin")).toString().toUtf8()});
    if (!started)
        return finish(StepState::Failed, started.error().message);
    m_deadline.start(m_step.spec.deadline);
}

void ShellExecution::cancel()
{
    if (m_process.isRunning())
        stop(StepState::Cancelled);
    else
        finish(StepState::Cancelled, tr("cancelled; nothing was started"));
}

void ShellExecution::stop(StepState reason)
{
    if (m_stopReason != StepState::Succeeded || m_finished)
        return;
    m_stopReason = reason;
    m_process.send(askToEnd);
    m_killer.start(patience);
}

void ShellExecution::take(const QByteArray& bytes)
{
    const QByteArray kept = bytes.left(maximumOutput - m_output.size());
    m_cut = m_cut || kept.size() < bytes.size();
    m_output += kept;
    if (!kept.isEmpty())
        emit output(kept);
}

void ShellExecution::conclude(int code)
{
    switch (m_stopReason) {
    case StepState::Cancelled:
        return finish(StepState::Cancelled, tr("cancelled; the program was ended, what it had done stays done"));
    case StepState::TimedOut:
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
