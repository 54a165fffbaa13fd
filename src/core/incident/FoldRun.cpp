// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/Fold.h"

#include <algorithm>

namespace cockpit {

namespace {

QString text(const Event& event, QLatin1String key)
{
    return event.data.value(key).toString();
}

RunState* findRun(Incident& incident, const QString& id)
{
    const auto found =
        std::find_if(incident.runs.begin(), incident.runs.end(), [&](const RunState& run) { return run.id == id; });
    return found == incident.runs.end() ? nullptr : &*found;
}

RunState& makeRun(Incident& incident, const Event& event)
{
    RunState run;
    run.id = text(event, QLatin1String("run"));
    run.platform = text(event, QLatin1String("platform"));
    run.runbook = text(event, QLatin1String("runbook"));
    run.playbookDigest = text(event, QLatin1String("playbookDigest"));
    if (const QJsonObject copy = event.data.value(QLatin1String("copy")).toObject(); !copy.isEmpty())
        run.copy = std::make_shared<const Runbook>(Runbook::fromJson(copy));
    run.startedAt = event.at;
    incident.runs.append(run);
    return incident.runs.last();
}

StepRunState* latestStep(Incident& incident, const Event& event)
{
    RunState* run = findRun(incident, text(event, QLatin1String("run")));
    if (!run)
        return nullptr;
    const QString step = text(event, QLatin1String("step"));
    const auto found = std::find_if(run->steps.rbegin(), run->steps.rend(),
                                    [&](const StepRunState& state) { return state.step == step; });
    return found == run->steps.rend() ? nullptr : &*found;
}

StepState stepStateFromName(const QString& name)
{
    for (const StepState state : {StepState::Succeeded, StepState::Failed, StepState::Cancelled, StepState::TimedOut}) {
        if (stepStateName(state) == name)
            return state;
    }
    return StepState::OutcomeUnknown;
}

bool startRun(Incident& incident, const Event& event)
{
    const QString id = text(event, QLatin1String("run"));
    if (id.isEmpty() || findRun(incident, id))
        return false;
    makeRun(incident, event);
    return true;
}

bool intendStep(Incident& incident, const Event& event)
{
    const QString id = text(event, QLatin1String("run"));
    if (id.isEmpty() || text(event, QLatin1String("step")).isEmpty())
        return false;
    RunState* run = findRun(incident, id);
    if (!run)
        run = &makeRun(incident, event);
    StepRunState step;
    step.step = text(event, QLatin1String("step"));
    step.title = text(event, QLatin1String("title"));
    step.kind = text(event, QLatin1String("kind"));
    step.danger = dangerFromName(text(event, QLatin1String("danger")));
    step.text = text(event, QLatin1String("text"));
    step.target = TargetIdentity::fromJson(event.data.value(QLatin1String("target")).toObject());
    step.session = text(event, QLatin1String("session"));
    step.proofBefore = text(event, QLatin1String("proofBefore"));
    step.approver = event.data.value(QLatin1String("approval")).toObject().value(QLatin1String("approver")).toString();
    step.startedAt = event.at;
    run->steps.append(step);
    return true;
}

bool holdStep(Incident& incident, const Event& event)
{
    StepRunState* step = latestStep(incident, event);
    if (!step || step->phase != StepRunState::Phase::Running)
        return false;
    step->heldUntil = QDateTime::fromString(text(event, QLatin1String("until")), Qt::ISODateWithMs);
    if (step->heldUntil.isValid())
        step->phase = StepRunState::Phase::Held;
    step->summary = text(event, QLatin1String("summary"));
    step->undo = text(event, QLatin1String("undo"));
    step->undoSummary = text(event, QLatin1String("undoSummary"));
    return true;
}

bool settleStep(Incident& incident, const Event& event)
{
    StepRunState* step = latestStep(incident, event);
    if (!step || step->phase != StepRunState::Phase::Held)
        return false;
    step->settled = text(event, QLatin1String("decision"));
    step->phase = StepRunState::Phase::Running;
    return true;
}

bool finishStep(Incident& incident, const Event& event)
{
    StepRunState* step = latestStep(incident, event);
    // The true end of a step that was given up as unknown is still worth having.
    if (!step || step->phase == StepRunState::Phase::Finished)
        return false;
    step->phase = StepRunState::Phase::Finished;
    step->state = stepStateFromName(text(event, QLatin1String("state")));
    step->summary = text(event, QLatin1String("summary"));
    step->affected = event.data.value(QLatin1String("affected")).toInteger(-1);
    step->evidence = text(event, QLatin1String("evidence"));
    step->table = text(event, QLatin1String("table"));
    const QJsonObject outputs = event.data.value(QLatin1String("outputs")).toObject();
    for (auto output = outputs.begin(); output != outputs.end(); ++output)
        step->outputs.insert(output.key(), output.value().toString());
    step->finishedAt = event.at;
    return true;
}

bool loseStep(Incident& incident, const Event& event)
{
    StepRunState* step = latestStep(incident, event);
    if (!step || (step->phase != StepRunState::Phase::Running && step->phase != StepRunState::Phase::Held))
        return false;
    step->phase = StepRunState::Phase::OutcomeUnknown;
    step->state = StepState::OutcomeUnknown;
    step->summary = text(event, QLatin1String("reason"));
    step->finishedAt = event.at;
    return true;
}

bool judgeStep(Incident& incident, const Event& event)
{
    StepRunState* step = latestStep(incident, event);
    if (!step)
        return false;
    step->verdict = text(event, QLatin1String("verdict"));
    step->verdictAfterMs = event.data.value(QLatin1String("afterMs")).toInteger();
    return true;
}

bool loseStage(Incident& incident, const Event& event)
{
    StepRunState* step = latestStep(incident, event);
    if (!step || step->lost)
        return false;
    step->lost = true;
    step->lostAt = event.at;
    step->lostReason = text(event, QLatin1String("reason"));
    return true;
}

}  // namespace

bool foldRun(Incident& incident, const Event& event)
{
    switch (event.type) {
    case EventType::RunStarted: return startRun(incident, event);
    case EventType::StepIntended: return intendStep(incident, event);
    case EventType::StepHeld: return holdStep(incident, event);
    case EventType::StepSettled: return settleStep(incident, event);
    case EventType::StepFinished: return finishStep(incident, event);
    case EventType::StepOutcomeUnknown: return loseStep(incident, event);
    case EventType::StepVerdict: return judgeStep(incident, event);
    case EventType::StageLost: return loseStage(incident, event);
    default: return true;
    }
}

}  // namespace cockpit
