// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/shell/ProgramRun.h"
#include "core/runbook/StepExecutor.h"

#include <QElapsedTimer>
#include <QTimer>

namespace cockpit::adapters::shell {

/// One program under way, here or on a server: asked to end on cancel or at the deadline, killed with all its
/// descendants some seconds later. A stream is meant to go on until one of them; its time being over is how it should
/// end.
class ShellExecution final : public StepExecution
{
    Q_OBJECT

public:
    static constexpr qsizetype maximumOutput = 8 * 1024 * 1024;

    /// Destroying it kills what still runs.
    ShellExecution(ConnectionResolver& connections, const ResolvedStep& step);

    void cancel() override;

private:
    void begin();
    /// Fetches the secrets for the program one by one, then starts it.
    void fetchSecret(QStringList open);
    void run();
    void stop(StepState reason);
    void take(const QByteArray& bytes);
    void conclude(int exitCode);
    void finish(StepState state, const QString& summary);

    bool isStream() const;

    ConnectionResolver& m_connections;
    ResolvedStep m_step;
    ProgramRequest m_request;
    std::unique_ptr<ProgramRun> m_program;
    QTimer m_deadline;
    QTimer m_killer;
    QElapsedTimer m_elapsed;
    QByteArray m_output;
    StepState m_stopReason = StepState::Succeeded;  ///< Cancelled or TimedOut once it was stopped
    bool m_cut = false;
    bool m_finished = false;
};

}  // namespace cockpit::adapters::shell
