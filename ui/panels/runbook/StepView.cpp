// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/StepScene.h"

#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "core/metrics/RuleExpression.h"
#include "core/runbook/StepOutputs.h"
#include "ui/widgets/TimeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RunbookPanel)
};

using Phase = StepRunState::Phase;

QString proofText(const Expectation& expectation)
{
    QString text = Say::tr("proof: %1 within %2").arg(expectation.text(), formatDuration(expectation.within));
    if (expectation.hold > Milliseconds{0})
        text += Say::tr(", held %1").arg(formatDuration(expectation.hold));
    return text;
}

const StepSpec* sourceOf(const Runbook& runbook, const QString& output)
{
    for (const StepSpec& spec : runbook.steps) {
        for (const OutputSpec& given : spec.outputs) {
            if (given.id == output)
                return &spec;
        }
    }
    return nullptr;
}

void takeState(StepView& view, const StepRunState& state)
{
    switch (state.phase) {
    case Phase::Running: view.state = StepView::State::Running; break;
    case Phase::Held: view.state = StepView::State::Held; break;
    case Phase::OutcomeUnknown: view.state = StepView::State::Unknown; break;
    case Phase::Finished:
        view.ended = state.state;
        view.state = state.state == StepState::Succeeded        ? StepView::State::Succeeded
                     : state.state == StepState::OutcomeUnknown ? StepView::State::Unknown
                                                                : StepView::State::Failed;
    }
}

void takeExecution(StepView& view, const StepRunState& state, const QDateTime& now)
{
    view.text = state.text;
    view.summary = safeLine(state.summary, 80);
    view.evidence = state.evidence;
    view.table = state.table;
    view.verdict = state.verdict;
    view.approver = state.approver;
    takeState(view, state);
    if (view.state == StepView::State::Running) {
        view.summary = Say::tr("running");
        const auto duration = state.kind == QLatin1String("wait") ? parseDuration(state.text) : Milliseconds{0};
        if (duration && duration->count() > 0) {
            view.waitsSince = state.startedAt;
            view.waitsUntil = state.startedAt.addMSecs(duration->count());
            view.summary = Say::tr("%1 left").arg(timeLeft(now, view.waitsUntil));
        }
    } else if (view.state == StepView::State::Held) {
        view.summary = Say::tr("held, %1 left").arg(timeLeft(now, state.heldUntil));
    } else if (view.state == StepView::State::Unknown || view.summary.isEmpty()) {
        view.summary = stateWord(view);
    }
    if (const QString word = verdictWord(state.verdict); !word.isEmpty())
        view.summary += Say::tr(" \u00B7 %1").arg(word);
}

/// What a step without a connection of its own could hit: the most serious of what the platform is bound to here.
Environment environmentOf(const Snapshot& snapshot, const Playbook& playbook)
{
    std::optional<Environment> worst;
    for (const ConnectionState& state : snapshot.connections) {
        if (state.bound && state.platform == playbook.id)
            worst = std::min(worst.value_or(state.spec.environment), state.spec.environment);
    }
    return worst.value_or(playbook.environment);
}

void takeConnection(StepView& view, const Snapshot& snapshot, const Playbook& playbook)
{
    view.environment = environmentOf(snapshot, playbook);
    if (view.spec.connection.isEmpty())
        return;
    view.connectionId = playbook.id + QLatin1Char('/') + view.spec.connection;
    const auto found = std::find_if(snapshot.connections.begin(), snapshot.connections.end(),
                                    [&](const ConnectionState& state) { return state.spec.id == view.connectionId; });
    if (found == snapshot.connections.end() || !found->bound) {
        view.obstacle = Say::tr("Not connected: set up %1 under Connections.").arg(view.connectionId);
        view.summary = Say::tr("not connected");
        return;
    }
    view.environment = found->spec.environment;
}

HeldChange heldOf(const Incident& incident, const RunState& run, const StepRunState& state, const QString& selected)
{
    HeldChange held{incident.id,       run.id,       state.step,      state.title,    state.summary,
                    state.undoSummary, state.target, state.startedAt, state.heldUntil};
    if (incident.id != selected)
        held.title = Say::tr("%1 (%2)").arg(state.title, incident.title);
    return held;
}

void takeUndo(StepView& view, const Scene& scene, const StepRunState& done)
{
    if (done.phase == Phase::Finished && done.state == StepState::Succeeded) {
        view.mayUndo = !done.undo.isEmpty();
        if (!done.undoSummary.isEmpty())
            view.undo = (view.mayUndo ? Say::tr("Can be undone: %1") : Say::tr("Cannot be undone: %1"))
                            .arg(safeLine(done.undoSummary));
    }
    const StepRunState* undo = scene.run->latest(undoStepId(view.spec.id));
    if (!undo || undo->startedAt < done.startedAt)
        return;
    if (undo->phase == Phase::Held)
        view.held = heldOf(*scene.incident, *scene.run, *undo, scene.incident->id);
    view.undoing = undo->phase == Phase::Running || undo->phase == Phase::Held;
    view.undone = undo->phase == Phase::Finished && undo->state == StepState::Succeeded;
    view.mayUndo = view.mayUndo && !view.undoing && !view.undone;
    StepView word;
    takeState(word, *undo);
    const QString at = instantText(undo->finishedAt, scene.snapshot.at);
    if (view.undone) {
        view.undo = Say::tr("Undone %1: %2").arg(at, safeLine(undo->summary));
        view.state = StepView::State::Open;
        view.summary = Say::tr("undone %1").arg(at);
    } else if (view.undoing) {
        view.undo = Say::tr("The undo is under way.");
        view.summary = undo->phase == Phase::Held
                           ? Say::tr("undo held, %1 left").arg(timeLeft(view.now, undo->heldUntil))
                           : Say::tr("undo running");
    } else {
        view.undo = Say::tr("Undo %1: %2").arg(stateWord(word), safeLine(undo->summary));
    }
}

void takeCondition(StepView& view, const Scene& scene)
{
    view.calledFor = isCalledFor(view.spec, scene.outputs);
    if (view.calledFor == Truth::No) {
        view.obstacle = Say::tr("Not called for: %1 does not hold.").arg(view.spec.onlyIf);
        if (view.state == StepView::State::Open)
            view.summary = Say::tr("not called for");
    }
    if (view.calledFor != Truth::Unknown)
        return;
    const auto condition = RuleExpression::parse(view.spec.onlyIf, nullptr);
    view.obstacle = Say::tr("Nobody can tell whether it is called for: %1.").arg(view.spec.onlyIf);
    for (const QString& name : condition ? condition->signalNames() : QStringList()) {
        const StepSpec* source = sourceOf(scene.runbook, name);
        bool number = false;
        scene.outputs.value(name).toDouble(&number);
        if (!source || number)
            continue;
        const StepRunState* ran = scene.run ? scene.run->latest(source->id) : nullptr;
        const bool gave = ran && ran->phase == Phase::Finished && ran->state == StepState::Succeeded;
        view.obstacle = gave ? Say::tr("\"%1\" gave no number for %2, so nobody can tell whether this is called for.")
                                   .arg(source->title, name)
                             : Say::tr("Run \"%1\" first: it tells whether this is called for (%2).")
                                   .arg(source->title, view.spec.onlyIf);
        break;
    }
}

void takeLookFirst(StepView& view, const Scene& scene, const StepRunState& lost)
{
    const StepSpec* verify = scene.runbook.step(view.spec.verify);
    if (view.state != StepView::State::Unknown || !verify)
        return;
    const StepRunState* looked = scene.run->latest(verify->id);
    // Both are in the list of the run, in the order in which they began.
    const bool seen = looked && looked->phase == Phase::Finished && looked->state == StepState::Succeeded &&
                      looked > &lost && looked->startedAt >= lost.finishedAt;
    if (!seen)
        view.lookFirst = {verify->id, verify->title};
}

void takeOffers(StepView& view, const Scene& scene)
{
    for (const InputSpec& input : view.spec.inputs) {
        const QString value = input.from.isEmpty() ? QString() : scene.outputs.value(input.from);
        if (value.isEmpty())
            continue;
        const StepSpec* source = sourceOf(scene.runbook, input.from);
        view.offered.insert(input.id, {value, source ? source->title : input.from});
    }
}

void takeObstacle(StepView& view, const Scene& scene)
{
    if (view.state == StepView::State::Running || view.undoing)
        view.obstacle = Say::tr("It is running.");
    else if (view.state == StepView::State::Held)
        view.obstacle = Say::tr("Decide about the change it holds first.");
    else if (!scene.incident)
        view.obstacle = Say::tr("Select or declare an incident first: every step belongs to one.");
    else if (!scene.snapshot.storageProblem.isEmpty())
        view.obstacle = Say::tr("The log cannot be written, so nothing may run.");
}

}  // namespace

QString undoStepId(const QString& step)
{
    return QStringLiteral("undo_") + step;
}

QList<HeldChange> heldChanges(const Snapshot& snapshot, const QString& selected)
{
    QList<HeldChange> all;
    for (const Incident& incident : snapshot.incidents) {
        for (const RunState& run : incident.runs) {
            for (const StepRunState& state : run.steps) {
                if (state.phase == Phase::Held)
                    all.append(heldOf(incident, run, state, selected));
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const HeldChange& left, const HeldChange& right) { return left.until < right.until; });
    return all;
}

QList<StepView> stepViews(const Snapshot& snapshot, const Playbook& playbook, const Runbook& runbook,
                          const Incident* incident, const QHash<QString, StepRecord>& records, bool newRun)
{
    Scene scene{snapshot, playbook, runbook, incident, nullptr, {}};
    scene.run = incident && !newRun ? incident->runOf(playbook.id, runbook.id) : nullptr;
    if (scene.run)
        scene.outputs = scene.run->outputs();
    QList<StepView> views;
    for (const StepSpec& spec : runbook.steps) {
        StepView view;
        view.spec = spec;
        view.number = static_cast<int>(views.size()) + 1;
        view.now = snapshot.at;
        view.text = stepText(spec);
        view.record = recordText(records.value(spec.id), snapshot.at);
        takeConnection(view, snapshot, playbook);
        const StepRunState* latest = scene.run ? scene.run->latest(spec.id) : nullptr;
        if (latest) {
            view.run = scene.run->id;
            takeExecution(view, *latest, snapshot.at);
            if (latest->phase == Phase::Held)
                view.held = heldOf(*incident, *scene.run, *latest, incident->id);
            takeUndo(view, scene, *latest);
            takeLookFirst(view, scene, *latest);
        } else if (spec.expect && view.summary.isEmpty()) {
            view.summary = proofText(*spec.expect);
        }
        takeProof(view, scene, latest);
        for (const QString& id : spec.see) {
            if (const Runbook* next = playbook.runbook(id))
                view.links.append({id, next->title});
        }
        takeCondition(view, scene);
        takeOffers(view, scene);
        if (incident)
            takeStage(view, scene);
        takeObstacle(view, scene);
        views.append(view);
    }
    return views;
}

}  // namespace cockpit::panels::runbook
