// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/shell/KeptProcess.h"
#include "adapters/shell/ShellSettings.h"
#include "core/runbook/StepExecutor.h"

#include <QElapsedTimer>
#include <QTimer>

namespace cockpit::adapters::shell {

/// One program under way, in a session of its own and with a keeper (KeptProcess.h), so that nothing is left behind:
/// asked to end on cancel or at the deadline, killed with all its descendants three seconds later.
class ShellExecution final : public StepExecution
{
    Q_OBJECT

public:
    static constexpr qsizetype maximumOutput = 8 * 1024 * 1024;
    static constexpr Milliseconds patience{3'000};

    /// Destroying it kills what still runs.
    ShellExecution(ConnectionResolver& connections, const ResolvedStep& step);

    void cancel() override;

private:
    void begin(const Result<ConnectionSpec>& spec);
    void stop(StepState reason);
    void take(const QByteArray& bytes);
    void conclude(int exitCode);
    void finish(StepState state, const QString& summary);

    ResolvedStep m_step;
    KeptProcess m_process;
    QString m_program;
    QTimer m_deadline;
    QTimer m_killer;
    QElapsedTimer m_elapsed;
    QByteArray m_output;
    StepState m_stopReason = StepState::Succeeded;  ///< Cancelled or TimedOut once it was stopped
    bool m_cut = false;
    bool m_finished = false;
};

}  // namespace cockpit::adapters::shell
