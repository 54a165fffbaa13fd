// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/RunbookRunner.h"

#include "core/base/Ids.h"
#include "core/base/SafeText.h"

#include <QPromise>

namespace cockpit {

namespace {

constexpr Milliseconds approvalLifetime{5 * 60'000};
constexpr Milliseconds cancelGrace{5'000};
constexpr int outputFlushMs = 100;
constexpr qsizetype displayedChunk = 64 * 1024;

QString keyOf(const QString& run, const QString& step)
{
    return run + QLatin1Char('/') + step;
}

QFuture<Result<PreparedStep>> refuse(Error error)
{
    QPromise<Result<PreparedStep>> promise;
    promise.start();
    promise.addResult(Result<PreparedStep>(std::move(error)));
    promise.finish();
    return promise.future();
}

}  // namespace

RunbookRunner::RunbookRunner(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    m_outputTimer.setInterval(outputFlushMs);
    m_outputTimer.setSingleShot(true);
    connect(&m_outputTimer, &QTimer::timeout, this, &RunbookRunner::flushOutput);
}

RunbookRunner::~RunbookRunner() = default;

QFuture<Result<PreparedStep>> RunbookRunner::prepare(const PlaybookPointer& playbook, const StepRequest& request)
{
    if (!playbook)
        return refuse(fail(ErrorKind::NotFound, tr("There is no platform \"%1\"").arg(request.platform)));
    const Runbook* runbook = playbook->runbook(request.runbook);
    if (!runbook)
        return refuse(fail(ErrorKind::NotFound, tr("%1 has no runbook \"%2\"").arg(playbook->title, request.runbook)));
    const auto spec = std::find_if(runbook->steps.begin(), runbook->steps.end(),
                                   [&](const StepSpec& step) { return step.id == request.step; });
    if (spec == runbook->steps.end())
        return refuse(
            fail(ErrorKind::NotFound, tr("Runbook \"%1\" has no step \"%2\"").arg(runbook->title, request.step)));
    if (const Status admitted = m_parts.admits(request); !admitted)
        return refuse(admitted.error());
    const auto executor = m_parts.registry.stepExecutors.find(spec->kind);
    if (executor == m_parts.registry.stepExecutors.end())
        return refuse(fail(ErrorKind::Unsupported, tr("This build cannot run steps of kind \"%1\"").arg(spec->kind)));
    const Result<ResolvedStep> resolved = executor->second->resolve(playbook->id, runbook->id, *spec, request.inputs);
    if (!resolved)
        return refuse(resolved.error());
    const ResolvedStep step = *resolved;
    const QString digest = playbook->digest;
    return executor->second->preview(step).then(
        this, [this, step, request, digest](const Result<StepPreview>& preview) -> Result<PreparedStep> {
            if (!preview)
                return preview.error();
            const PreparedStep prepared = approve(step, *preview);
            m_prepared[prepared.token] = {prepared, request, digest, m_parts.clock.monotonicNow()};
            return prepared;
        });
}

PreparedStep RunbookRunner::approve(const ResolvedStep& step, const StepPreview& preview) const
{
    PreparedStep prepared;
    prepared.token = newId();
    prepared.step = step;
    prepared.preview = preview;
    const QString where = preview.target.name.isEmpty()
                              ? preview.target.address
                              : tr("%1 on %2").arg(preview.target.name, preview.target.address);
    switch (step.spec.danger) {
    case Danger::Read: prepared.need = ConfirmationNeed::None; break;
    case Danger::Write:
        prepared.need = ConfirmationNeed::Agree;
        prepared.question = tr("\"%1\" changes %2. Run it?").arg(step.spec.title, where);
        break;
    case Danger::Destructive:
        prepared.need = ConfirmationNeed::TypeText;
        prepared.expectedText = preview.confirmation.isEmpty()
                                    ? (preview.affected >= 0 ? QString::number(preview.affected) : preview.target.name)
                                    : preview.confirmation;
        if (prepared.expectedText.isEmpty())
            prepared.expectedText = preview.target.address.isEmpty() ? step.spec.id : preview.target.address;
        prepared.question = preview.summary.isEmpty() ? tr("\"%1\" cannot be undone in %2.").arg(step.spec.title, where)
                                                      : tr("This will hit %1 in %2.").arg(preview.summary, where);
        break;
    }
    if (step.spec.danger == Danger::Destructive && preview.affected >= 0)
        prepared.step.payload.insert(QStringLiteral("expected_affected"), preview.affected);
    return prepared;
}

Result<QString> RunbookRunner::start(const QString& token, const QString& confirmation, const QString& actor)
{
    const auto found = m_prepared.find(token);
    if (found == m_prepared.end() || m_parts.clock.monotonicNow() - found->second.preparedAt > approvalLifetime)
        return fail(ErrorKind::Refused, tr("This approval is used up or older than 5 minutes: look at the step again"));
    const PreparedStep& prepared = found->second.step;
    if (prepared.need == ConfirmationNeed::TypeText && confirmation.trimmed() != prepared.expectedText)
        return fail(ErrorKind::Refused, tr("Type \"%1\" to run this step").arg(prepared.expectedText));
    if (prepared.need == ConfirmationNeed::Agree && confirmation.isEmpty())
        return fail(ErrorKind::Refused, tr("This step changes something: it needs a yes"));
    const Prepared approved = found->second;
    if (const Status admitted = m_parts.admits(approved.request); !admitted)
        return admitted.error();
    const Result<QString> run = runFor(approved, actor);
    if (!run)
        return run.error();
    if (m_running.count(keyOf(*run, approved.request.step)) > 0)
        return fail(ErrorKind::Conflict, tr("This step is running already"));
    const Status recorded = recordIntent(approved, *run, confirmation, actor);
    if (!recorded)
        return recorded.error();
    m_prepared.erase(token);
    launch(approved, *run);
    return run;
}

Result<QString> RunbookRunner::runFor(const Prepared& prepared, const QString& actor)
{
    const Incident* incident = m_parts.log.book().find(prepared.request.incident);
    if (!prepared.request.incident.isEmpty() && !incident)
        return fail(ErrorKind::NotFound, tr("There is no incident \"%1\"").arg(prepared.request.incident));
    if (incident && !prepared.request.incident.isEmpty()) {
        for (const RunState& run : incident->runs) {
            if (run.platform == prepared.request.platform && run.runbook == prepared.request.runbook)
                return run.id;
        }
    }
    const QString run = newId();
    const auto started = m_parts.log.append({EventType::RunStarted,
                                             prepared.request.incident,
                                             actor,
                                             {{QStringLiteral("run"), run},
                                              {QStringLiteral("platform"), prepared.request.platform},
                                              {QStringLiteral("runbook"), prepared.request.runbook},
                                              {QStringLiteral("playbookDigest"), prepared.playbookDigest}}});
    if (!started)
        return started.error();
    return run;
}

Status RunbookRunner::recordIntent(const Prepared& prepared, const QString& run, const QString& confirmation,
                                   const QString& actor)
{
    const ResolvedStep& step = prepared.step.step;
    QJsonObject inputs;
    for (auto input = prepared.request.inputs.begin(); input != prepared.request.inputs.end(); ++input)
        inputs.insert(input.key(), m_parts.redactor.redact(input.value()));
    QJsonObject data{{QStringLiteral("run"), run},
                     {QStringLiteral("platform"), step.platform},
                     {QStringLiteral("runbook"), step.runbook},
                     {QStringLiteral("step"), step.spec.id},
                     {QStringLiteral("title"), step.spec.title},
                     {QStringLiteral("kind"), step.spec.kind},
                     {QStringLiteral("danger"), dangerName(step.spec.danger)},
                     {QStringLiteral("text"), m_parts.redactor.redact(step.text)},
                     {QStringLiteral("digest"), QString::fromLatin1(step.digest)},
                     {QStringLiteral("target"), prepared.step.preview.target.toJson()},
                     {QStringLiteral("inputs"), inputs},
                     {QStringLiteral("session"), m_parts.session}};
    if (prepared.step.need == ConfirmationNeed::TypeText)
        data.insert(QStringLiteral("confirmation"), confirmation.trimmed());
    const auto intended = m_parts.log.append({EventType::StepIntended, prepared.request.incident, actor, data});
    if (!intended)
        return intended.error();
    return Done{};
}

void RunbookRunner::launch(const Prepared& prepared, const QString& run)
{
    const ResolvedStep& step = prepared.step.step;
    const QString key = keyOf(run, step.spec.id);
    Running running;
    running.incident = prepared.request.incident;
    running.run = run;
    running.step = step;
    running.startedAt = m_parts.clock.monotonicNow();
    running.execution = m_parts.registry.stepExecutors.at(step.spec.kind)->start(step);
    StepExecution* const execution = running.execution.get();
    m_running.emplace(key, std::move(running));
    connect(execution, &StepExecution::output, this, [this, key](const QByteArray& chunk) {
        const auto found = m_running.find(key);
        if (found == m_running.end() || found->second.pendingOutput.size() > displayedChunk)
            return;
        found->second.pendingOutput += chunk;
        if (!m_outputTimer.isActive())
            m_outputTimer.start();
    });
    connect(execution, &StepExecution::finished, this,
            [this, key](const StepOutcome& outcome) { finish(key, outcome); });
}

void RunbookRunner::flushOutput()
{
    for (auto& [key, running] : m_running) {
        if (running.pendingOutput.isEmpty())
            continue;
        const QByteArray chunk = std::exchange(running.pendingOutput, {});
        emit stepOutput(running.run, running.step.spec.id,
                        safeBlock(withoutTerminalEscapes(QString::fromUtf8(m_parts.redactor.redact(chunk)))));
    }
}

void RunbookRunner::finish(const QString& key, const StepOutcome& ended)
{
    const auto found = m_running.find(key);
    if (found == m_running.end())
        return;
    flushOutput();
    Running running = std::move(found->second);
    m_running.erase(found);
    StepExecution* const execution = running.execution.release();
    execution->disconnect(this);
    execution->deleteLater();
    StepOutcome outcome = ended;
    if (running.outOfTime && outcome.state == StepState::Cancelled)
        outcome.state = StepState::TimedOut;

    QString evidence;
    if (!outcome.output.isEmpty()) {
        const auto stored = m_parts.evidence.addBytes(
            m_parts.redactor.redact(outcome.output), running.step.spec.id + QStringLiteral(".txt"), outcome.outputType);
        if (stored) {
            evidence = stored->sha256;
            const auto noted = m_parts.log.append({EventType::EvidenceAdded,
                                                   running.incident,
                                                   QStringLiteral("cockpit"),
                                                   {{QStringLiteral("sha256"), stored->sha256},
                                                    {QStringLiteral("name"), stored->name},
                                                    {QStringLiteral("type"), stored->type},
                                                    {QStringLiteral("size"), stored->size},
                                                    {QStringLiteral("source"), QStringLiteral("step")},
                                                    {QStringLiteral("step"), running.step.spec.id}}});
            if (!noted)
                emit storageFailed(noted.error().message);
        } else {
            emit storageFailed(stored.error().message);
        }
    }
    const auto recorded =
        m_parts.log.append({EventType::StepFinished,
                            running.incident,
                            QStringLiteral("cockpit"),
                            {{QStringLiteral("run"), running.run},
                             {QStringLiteral("step"), running.step.spec.id},
                             {QStringLiteral("state"), stepStateName(outcome.state)},
                             {QStringLiteral("summary"), safeLine(m_parts.redactor.redact(outcome.summary))},
                             {QStringLiteral("affected"), outcome.affected},
                             {QStringLiteral("elapsedMs"), static_cast<qint64>(outcome.elapsed.count())},
                             {QStringLiteral("evidence"), evidence}}});
    if (!recorded)
        emit storageFailed(recorded.error().message);
    if (outcome.state == StepState::Succeeded && running.step.spec.expect)
        watch(running, *running.step.spec.expect, m_parts.clock.utcNow());
    emit stepFinished(running.run, running.step.spec.id, outcome);
}

Status RunbookRunner::cancel(const QString& run, const QString& step)
{
    const auto found = m_running.find(keyOf(run, step));
    if (found == m_running.end())
        return fail(ErrorKind::NotFound, tr("This step is not running here"));
    found->second.execution->cancel();
    return Done{};
}

void RunbookRunner::stop()
{
    QStringList keys;
    for (const auto& [key, running] : m_running)
        keys.append(key);
    for (const QString& key : keys) {
        const auto found = m_running.find(key);
        if (found != m_running.end())
            found->second.execution->cancel();
    }
}

Status RunbookRunner::tick()
{
    const Milliseconds now = m_parts.clock.monotonicNow();
    std::erase_if(m_prepared, [&](const auto& entry) { return now - entry.second.preparedAt > approvalLifetime; });
    QStringList overdue;
    for (auto& [key, running] : m_running) {
        if (!running.outOfTime && now - running.startedAt > running.step.spec.deadline + cancelGrace)
            overdue.append(key);
    }
    for (const QString& key : overdue) {
        const auto found = m_running.find(key);
        if (found == m_running.end())
            continue;
        found->second.outOfTime = true;
        found->second.execution->cancel();
    }
    for (ExpectationState& state : m_expectations) {
        const Status judged = judge(state);
        if (!judged)
            return judged;
    }
    m_expectations.removeIf([](const ExpectationState& state) { return !state.verdict.isEmpty(); });
    return Done{};
}

}  // namespace cockpit
