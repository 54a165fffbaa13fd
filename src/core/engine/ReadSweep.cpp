// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/ReadSweep.h"

#include "core/runbook/StepOutputs.h"

#include <algorithm>

namespace cockpit {

struct ReadSweep::Job {
    PlaybookPointer playbook;
    StepRequest request;
    QString actor;
    QList<StepSpec> steps;
    qsizetype at = 0;
    QString run;
    SweepReport report;
    QPromise<Result<SweepReport>> promise;
};

ReadSweep::ReadSweep(const IncidentLog& log, RunbookRunner& runner, QObject* parent)
    : QObject(parent)
    , m_log(log)
    , m_runner(runner)
{
    connect(&runner, &RunbookRunner::stepFinished, this, &ReadSweep::stepEnded);
}

ReadSweep::~ReadSweep() = default;

QFuture<Result<SweepReport>> ReadSweep::begin(const PlaybookPointer& playbook, const StepRequest& request,
                                              const QString& actor)
{
    const auto runbook = m_runner.runbookFor(playbook, request);
    if (!runbook || m_job) {
        const Error error = m_job
                                ? fail(ErrorKind::Conflict, tr("The reading steps of a runbook are being run already"))
                                : runbook.error();
        return QtFuture::makeReadyFuture(Result<SweepReport>(error));
    }
    m_job = std::make_unique<Job>();
    m_job->playbook = playbook;
    m_job->request = request;
    m_job->actor = actor;
    m_job->steps = runbook->steps;
    m_job->promise.start();
    const auto future = m_job->promise.future();
    QMetaObject::invokeMethod(this, &ReadSweep::next, Qt::QueuedConnection);
    return future;
}

bool ReadSweep::isForSweep(const StepSpec& step) const
{
    if (step.danger != Danger::Read || (step.connection.isEmpty() && step.kind != QLatin1String("wait")))
        return false;
    const Incident* incident = m_log.book().find(m_job->request.incident);
    const RunState* run = incident ? incident->runOf(m_job->request.platform, m_job->request.runbook) : nullptr;
    const QMap<QString, QString> outputs = run ? run->outputs() : QMap<QString, QString>();
    const bool filled = std::all_of(step.inputs.begin(), step.inputs.end(), [&](const InputSpec& input) {
        return !input.required || !input.defaultValue.isEmpty() || !outputs.value(input.from).isEmpty();
    });
    return filled && isCalledFor(step, outputs) == Truth::Yes;
}

void ReadSweep::next()
{
    if (!m_job)
        return;
    while (m_job->at < m_job->steps.size() && !isForSweep(m_job->steps.at(m_job->at))) {
        if (m_job->steps.at(m_job->at).danger == Danger::Read)
            m_job->report.skipped.append(m_job->steps.at(m_job->at).id);
        ++m_job->at;
    }
    if (m_job->at == m_job->steps.size())
        return finish();
    StepRequest request = m_job->request;
    request.step = m_job->steps.at(m_job->at).id;
    request.inputs.clear();
    request.newRun = request.newRun && m_job->run.isEmpty();
    m_runner.prepare(m_job->playbook, request, m_job->actor)
        .then(this, [this, step = request.step](const Result<PreparedStep>& prepared) {
            if (!prepared)
                stop(step, prepared.error().message);
            else if (prepared->need != ConfirmationNeed::None)
                stop(step, prepared->step.raised);
            else
                start(*prepared);
        });
}

void ReadSweep::start(const PreparedStep& prepared)
{
    const auto run = m_runner.start(prepared.token, {}, m_job->actor);
    if (run)
        m_job->run = *run;
    else
        stop(prepared.step.spec.id, run.error().message);
}

void ReadSweep::stepEnded(const QString& run, const QString& step, const StepOutcome& outcome)
{
    if (!m_job || m_job->run != run || m_job->at >= m_job->steps.size() || m_job->steps.at(m_job->at).id != step)
        return;
    if (outcome.state != StepState::Succeeded)
        return stop(step, outcome.summary);
    m_job->report.done.append(step);
    ++m_job->at;
    QMetaObject::invokeMethod(this, &ReadSweep::next, Qt::QueuedConnection);
}

void ReadSweep::stop(const QString& step, const QString& reason)
{
    m_job->report.stoppedAt = step;
    m_job->report.reason = reason;
    finish();
}

void ReadSweep::finish()
{
    const std::unique_ptr<Job> job = std::move(m_job);
    job->promise.addResult(Result<SweepReport>(job->report));
    job->promise.finish();
}

}  // namespace cockpit
