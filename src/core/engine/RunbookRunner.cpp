// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/RunbookRunner.h"

#include "core/base/Ids.h"
#include "core/runbook/StepOutputs.h"

#include <QJsonDocument>
#include <QPromise>

namespace cockpit {

namespace {

constexpr int outputFlushMs = 100;
/// Rows that an undo puts back are megabytes and lie in the evidence already; the log keeps how they begin.
constexpr qsizetype longestLoggedInput = 64 * 1024;
constexpr qsizetype shownOfLongInput = 200;

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

Result<Runbook> RunbookRunner::runbookFor(const PlaybookPointer& playbook, const StepRequest& request) const
{
    const Incident* incident = request.incident.isEmpty() ? nullptr : m_parts.log.book().find(request.incident);
    const RunState* run = incident ? incident->runOf(request.platform, request.runbook) : nullptr;
    if (run && run->copy && !request.newRun)
        return *run->copy;
    if (!playbook)
        return fail(ErrorKind::NotFound, tr("There is no platform \"%1\"").arg(request.platform));
    const Runbook* runbook = playbook->runbook(request.runbook);
    if (!runbook)
        return fail(ErrorKind::NotFound, tr("%1 has no runbook \"%2\"").arg(playbook->title, request.runbook));
    return *runbook;
}

QFuture<Result<PreparedStep>> RunbookRunner::prepare(const PlaybookPointer& playbook, const StepRequest& request,
                                                     const QString& actor)
{
    const Result<Runbook> runbook = runbookFor(playbook, request);
    if (!runbook)
        return refuse(runbook.error());
    const StepSpec* found = runbook->step(request.step);
    if (!found)
        return refuse(
            fail(ErrorKind::NotFound, tr("Runbook \"%1\" has no step \"%2\"").arg(runbook->title, request.step)));
    if (const Status admitted = m_parts.admits(request); !admitted)
        return refuse(admitted.error());
    if (const Status calledFor = checkCalledFor(*found, request); !calledFor)
        return refuse(calledFor.error());
    StepSpec spec = *found;
    if (request.rows > 0 && spec.danger == Danger::Read)
        spec.parameters.insert(QStringLiteral("max_rows"), request.rows);
    return prepareSpec(playbook, spec, request, actor);
}

Status RunbookRunner::checkCalledFor(const StepSpec& spec, const StepRequest& request) const
{
    const Incident* incident = m_parts.log.book().find(request.incident);
    const RunState* run = incident ? incident->runOf(request.platform, request.runbook) : nullptr;
    switch (isCalledFor(spec, run && !request.newRun ? run->outputs() : QMap<QString, QString>())) {
    case Truth::Yes: return Done{};
    case Truth::No: return fail(ErrorKind::Conflict, tr("Not called for: %1 does not hold").arg(spec.onlyIf));
    case Truth::Unknown: break;
    }
    return fail(ErrorKind::Conflict,
                tr("Whether this step is called for is not known yet (%1): run the steps before it").arg(spec.onlyIf));
}

QFuture<Result<PreparedStep>> RunbookRunner::prepareSpec(const PlaybookPointer& playbook, const StepSpec& spec,
                                                         const StepRequest& request, const QString& actor)
{
    const auto executor = m_parts.registry.stepExecutors.find(spec.kind);
    if (executor == m_parts.registry.stepExecutors.end())
        return refuse(fail(ErrorKind::Unsupported, tr("This build cannot run steps of kind \"%1\"").arg(spec.kind)));
    const Incident* incident = m_parts.log.book().find(request.incident);
    const RunState* run = incident ? incident->runOf(request.platform, request.runbook) : nullptr;
    const Result<ResolvedStep> resolved =
        executor->second->resolve(request.platform, request.runbook, spec,
                                  withOutputs(spec, request.inputs, run ? run->outputs() : QMap<QString, QString>()));
    if (!resolved)
        return refuse(resolved.error());
    const ResolvedStep step = *resolved;
    return executor->second->preview(step).then(
        this, [this, step, request, playbook, actor](const Result<StepPreview>& preview) -> Result<PreparedStep> {
            if (!preview)
                return preview.error();
            PreparedStep prepared = approve(step, *preview);
            const auto approval = playbook ? askSecondPerson(*playbook, prepared, actor) : std::nullopt;
            m_prepared[prepared.token] = {prepared, request, playbook, approval, m_parts.clock.monotonicNow()};
            return prepared;
        });
}

QFuture<Result<PreparedStep>> RunbookRunner::prepareUndo(const PlaybookPointer& playbook, const QString& incident,
                                                         const QString& run, const QString& step, const QString& actor)
{
    const Incident* owner = m_parts.log.book().find(incident);
    const RunState* state = owner ? owner->run(run) : nullptr;
    const StepRunState* done = state ? state->latest(step) : nullptr;
    if (!done || done->undo.isEmpty())
        return refuse(fail(ErrorKind::NotFound, tr("Nothing was kept that could undo this step")));
    const Result<QByteArray> bytes = m_parts.evidence.read(done->undo);
    if (!bytes)
        return refuse(bytes.error());
    const auto capsule = UndoCapsule::fromJson(QJsonDocument::fromJson(*bytes).object());
    if (!capsule)
        return refuse(capsule.error());
    StepSpec spec;
    spec.id = QStringLiteral("undo_") + step;
    spec.title = tr("Undo \"%1\"").arg(done->title);
    spec.kind = capsule->kind;
    spec.danger = Danger::Destructive;
    spec.connection = capsule->connectionId.section(QLatin1Char('/'), 1);
    spec.parameters = capsule->parameters;
    spec.why = capsule->summary;
    for (auto input = capsule->inputs.begin(); input != capsule->inputs.end(); ++input) {
        InputSpec declared;
        declared.id = input.key();
        declared.title = input.key();
        spec.inputs.append(declared);
    }
    StepRequest request{incident, state->platform, state->runbook, spec.id, capsule->inputs};
    return prepareSpec(playbook, spec, request, actor);
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
    prepared.step.approved = preview.target;
    if (step.spec.danger == Danger::Destructive)
        prepared.step.approvedCount = preview.affected;
    return prepared;
}

std::optional<ApprovalRequest> RunbookRunner::askSecondPerson(const Playbook& playbook, PreparedStep& prepared,
                                                              const QString& actor) const
{
    const TargetIdentity& target = prepared.preview.target;
    if (!playbook.secondPerson || prepared.step.spec.danger != Danger::Destructive ||
        target.environment != Environment::Production)
        return std::nullopt;
    ApprovalRequest request;
    request.id = prepared.token;
    request.platform = prepared.step.platform;
    request.runbook = prepared.step.runbook;
    request.step = prepared.step.spec.id;
    request.title = prepared.step.spec.title;
    request.text = m_parts.redactor.redact(prepared.step.text);
    request.digest = prepared.step.digest;
    request.target = target;
    request.affected = prepared.preview.affected;
    request.requester = actor;
    request.expires = m_parts.clock.utcNow().addMSecs(approvalLifetime.count());
    prepared.needsSecondPerson = true;
    prepared.approvalRequest = request.toText();
    return request;
}

Error RunbookRunner::refuseApproval(const ApprovalRequest& asked)
{
    return fail(ErrorKind::Refused, tr("\"%1\" needs the approval of a second person").arg(asked.title));
}

Result<QString> RunbookRunner::start(const QString& token, const QString& confirmation, const QString& actor,
                                     const QString& approval)
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
    QJsonObject approvedBy;
    if (approved.approval) {
        const auto given = m_parts.approves(*approved.approval, approval);
        if (!given)
            return given.error();
        approvedBy = *given;
    }
    const Result<QString> run = runFor(approved, actor);
    if (!run)
        return run.error();
    if (m_running.count(keyOf(*run, approved.request.step)) > 0)
        return fail(ErrorKind::Conflict, tr("This step is running already"));
    const Status recorded = recordIntent(approved, *run, confirmation, approvedBy, actor);
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
    if (!prepared.request.incident.isEmpty() && !prepared.request.newRun) {
        if (const RunState* run = incident->runOf(prepared.request.platform, prepared.request.runbook))
            return run->id;
    }
    const Runbook* runbook = prepared.playbook ? prepared.playbook->runbook(prepared.request.runbook) : nullptr;
    QJsonObject copy = runbook ? runbook->toJson() : QJsonObject();
    // A masked copy would run other bytes than the playbook says: such a run goes by the playbook as it is.
    const QByteArray bytes = QJsonDocument(copy).toJson(QJsonDocument::Compact);
    if (m_parts.redactor.redact(bytes) != bytes)
        copy = {};
    const QString run = newId();
    const auto started = m_parts.log.append(
        {EventType::RunStarted,
         prepared.request.incident,
         actor,
         {{QStringLiteral("run"), run},
          {QStringLiteral("platform"), prepared.request.platform},
          {QStringLiteral("runbook"), prepared.request.runbook},
          {QStringLiteral("playbookDigest"), prepared.playbook ? prepared.playbook->digest : QString()},
          {QStringLiteral("copy"), copy}}});
    if (!started)
        return started.error();
    return run;
}

Status RunbookRunner::recordIntent(const Prepared& prepared, const QString& run, const QString& confirmation,
                                   const QJsonObject& approval, const QString& actor)
{
    const ResolvedStep& step = prepared.step.step;
    QJsonObject inputs;
    for (auto input = prepared.request.inputs.begin(); input != prepared.request.inputs.end(); ++input)
        inputs.insert(input.key(),
                      input.value().size() <= longestLoggedInput
                          ? input.value()
                          : tr("%1… (%2 characters)")
                                .arg(input.value().left(shownOfLongInput), QString::number(input.value().size())));
    QJsonObject data{{QStringLiteral("run"), run},
                     {QStringLiteral("platform"), step.platform},
                     {QStringLiteral("runbook"), step.runbook},
                     {QStringLiteral("step"), step.spec.id},
                     {QStringLiteral("title"), step.spec.title},
                     {QStringLiteral("kind"), step.spec.kind},
                     {QStringLiteral("danger"), dangerName(step.spec.danger)},
                     {QStringLiteral("text"), step.text},
                     {QStringLiteral("digest"), QString::fromLatin1(step.digest)},
                     {QStringLiteral("target"), prepared.step.preview.target.toJson()},
                     {QStringLiteral("inputs"), inputs},
                     {QStringLiteral("session"), m_parts.session}};
    if (prepared.step.need == ConfirmationNeed::TypeText)
        data.insert(QStringLiteral("confirmation"), confirmation.trimmed());
    if (const QString before = proofBefore(step); !before.isEmpty())
        data.insert(QStringLiteral("proofBefore"), before);
    if (!approval.isEmpty())
        data.insert(QStringLiteral("approval"), approval);
    const auto intended = m_parts.log.append({EventType::StepIntended, prepared.request.incident, actor, data});
    if (!intended)
        return intended.error();
    return Done{};
}

}  // namespace cockpit
