// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/RunbookRunner.h"

#include <QPromise>

#include <optional>

namespace cockpit {

/// Runs the reading steps of a runbook one after the other, each through the runner's own order of safety, and stops at
/// the first that does not succeed. Steps a person has to fill in, or that are done by hand, are skipped, and so are
/// those whose condition does not hold. One sweep at a time. Thread: the engine's.
class ReadSweep : public QObject
{
    Q_OBJECT

public:
    ReadSweep(const IncidentLog& log, RunbookRunner& runner, QObject* parent = nullptr);
    ~ReadSweep() override;

    /// Errors: Conflict (one is under way), NotFound. Cancelling its running step ends the sweep.
    QFuture<Result<SweepReport>> begin(const PlaybookPointer& playbook, const StepRequest& request,
                                       const QString& actor);
    bool isIdle() const { return !m_job; }

private:
    struct Job;

    void next();
    bool isForSweep(const StepSpec& step) const;
    void start(const PreparedStep& prepared);
    void stepEnded(const QString& run, const QString& step, const StepOutcome& outcome);
    void stop(const QString& step, const QString& reason);
    void finish();

    const IncidentLog& m_log;
    RunbookRunner& m_runner;
    std::unique_ptr<Job> m_job;
};

}  // namespace cockpit
