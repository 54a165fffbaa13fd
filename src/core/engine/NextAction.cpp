// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/NextAction.h"

#include "core/base/Duration.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(NextAction)
};

QString ago(const QDateTime& since, const QDateTime& now)
{
    return formatCountdown(Milliseconds{std::max<qint64>(since.msecsTo(now), 0)});
}

const Runbook* runbookOf(const Snapshot& snapshot, const Incident& incident)
{
    const PlatformState* platform = snapshot.platform(incident.platform);
    return platform && platform->playbook ? platform->playbook->runbook(incident.runbook) : nullptr;
}

const StepSpec* firstOpenStep(const Runbook& runbook, const Incident& incident)
{
    for (const StepSpec& spec : runbook.steps) {
        const StepRunState* done = nullptr;
        for (const RunState& run : incident.runs) {
            if (run.runbook == runbook.id)
                done = run.latest(spec.id);
        }
        const bool succeeded =
            done && done->phase == StepRunState::Phase::Finished && done->state == StepState::Succeeded;
        if (!succeeded)
            return &spec;
    }
    return nullptr;
}

bool wasPaged(const Incident& incident)
{
    return std::any_of(
        incident.notifications.begin(), incident.notifications.end(), [](const NotificationState& state) {
            return state.kind == QLatin1String("page") && state.phase != NotificationState::Phase::Failed &&
                   state.phase != NotificationState::Phase::Cancelled;
        });
}

NextAction make(const Incident& incident, const QString& title, const QString& reason, const char* command, bool urgent)
{
    NextAction action;
    action.title = title;
    action.reason = reason;
    action.command = QString::fromLatin1(command);
    action.incident = incident.id;
    action.urgent = urgent;
    return action;
}

NextAction forAcknowledged(const Snapshot& snapshot, const Incident& incident)
{
    if (!wasPaged(incident))
        return make(incident, Say::tr("Page the on-call"),
                    Say::tr("%1 acknowledged %2 ago; nobody else has been told.")
                        .arg(incident.severity, ago(incident.acknowledgedAt, snapshot.at)),
                    "notify.on_call", true);
    for (const StageState& stage : snapshot.stages) {
        if (stage.incident != incident.id || stage.phase != StageState::Phase::Lost || stage.fallBack.isEmpty())
            continue;
        const PlatformState* platform = snapshot.platform(stage.platform);
        const StepSpec* lost = platform ? platform->playbook->step(stage.runbook, stage.step) : nullptr;
        const StepSpec* back = platform ? platform->playbook->step(stage.runbook, stage.fallBack) : nullptr;
        if (lost && back)
            return make(incident, Say::tr("Fall back: %1").arg(back->title),
                        Say::tr("\"%1\" no longer holds: %2").arg(lost->title, stage.reason), "", true);
    }
    for (const ExpectationState& state : snapshot.expectations) {
        if (state.incident == incident.id)
            return make(
                incident, Say::tr("Watch the recovery"),
                Say::tr("Waiting for %1, %2 left.")
                    .arg(state.expectation.text(),
                         formatCountdown(Milliseconds{std::max<qint64>(snapshot.at.msecsTo(state.deadline), 0)})),
                "", false);
    }
    const Runbook* runbook = runbookOf(snapshot, incident);
    const StepSpec* step = runbook ? firstOpenStep(*runbook, incident) : nullptr;
    if (step && !incident.alerts.isEmpty())
        return make(incident, Say::tr("Run step: %1").arg(step->title),
                    Say::tr("Next in the runbook \"%1\".").arg(runbook->title), "runbook.run_next", false);
    for (const DeadlineState& deadline : snapshot.deadlines) {
        if (deadline.incident != incident.id)
            continue;
        const Milliseconds left{snapshot.at.msecsTo(deadline.due)};
        if (deadline.kind == DeadlineState::Kind::NextUpdate && left <= Milliseconds{0})
            return make(incident, Say::tr("Send the update that was promised"),
                        Say::tr("It is %1 late.").arg(formatCountdown(-left)), "notify.message", true);
        if (deadline.kind == DeadlineState::Kind::RegressionWatch && left > Milliseconds{0})
            return make(incident, Say::tr("Watch for regression"),
                        Say::tr("Every alert has cleared; stay with it for another %1.").arg(formatCountdown(left)), "",
                        false);
    }
    if (incident.alerts.isEmpty())
        return make(incident, Say::tr("Resolve %1").arg(incident.severity),
                    Say::tr("Every alert of this incident has cleared."), "incident.resolve", false);
    return make(incident, Say::tr("Find another way"), Say::tr("The runbook is through and the alert still fires."), "",
                true);
}

/// A change that waits inside its transaction: it goes before everything, because it holds locks and its time runs.
NextAction forHeldChange(const Snapshot& snapshot, const Incident& incident)
{
    for (const RunState& run : incident.runs) {
        for (const StepRunState& step : run.steps) {
            if (step.phase == StepRunState::Phase::Held)
                return make(incident, Say::tr("Commit or roll back: %1").arg(step.title),
                            Say::tr("%1. It is rolled back by itself in %2.")
                                .arg(step.summary, formatCountdown(Milliseconds{
                                                       std::max<qint64>(snapshot.at.msecsTo(step.heldUntil), 0)})),
                            "view.panel.runbook", true);
        }
    }
    return {};
}

NextAction forIncident(const Snapshot& snapshot, const Incident& incident)
{
    switch (incident.state) {
    case IncidentState::Proposed:
        return make(incident, Say::tr("Declare or dismiss: %1").arg(incident.title),
                    Say::tr("Proposed %1 ago: %2").arg(ago(incident.proposedAt, snapshot.at), incident.reason),
                    "incident.confirm", true);
    case IncidentState::Declared:
        return make(incident, Say::tr("Acknowledge %1: %2").arg(incident.severity, incident.title),
                    Say::tr("Declared %1 ago: %2").arg(ago(incident.declaredAt, snapshot.at), incident.reason),
                    "incident.acknowledge", true);
    case IncidentState::Acknowledged: return forAcknowledged(snapshot, incident);
    case IncidentState::Resolved:
        if (!incident.postmortemExported)
            return make(incident, Say::tr("Finish the postmortem"),
                        Say::tr("%1 is resolved; its postmortem is not exported.").arg(incident.title),
                        "postmortem.export", false);
        break;
    case IncidentState::Dismissed: break;
    }
    return {};
}

int rankOf(const Snapshot& snapshot, const Incident& incident)
{
    const PlatformState* platform = snapshot.platform(incident.platform);
    const Severity* severity =
        platform && platform->playbook ? platform->playbook->severity(incident.severity) : nullptr;
    return severity ? severity->rank : 99;
}

/// Declared before proposed before acknowledged before resolved: the loudest question first.
int urgency(IncidentState state)
{
    switch (state) {
    case IncidentState::Declared: return 0;
    case IncidentState::Proposed: return 1;
    case IncidentState::Acknowledged: return 2;
    case IncidentState::Resolved: return 3;
    case IncidentState::Dismissed: break;
    }
    return 4;
}

}  // namespace

NextAction nextAction(const Snapshot& snapshot)
{
    if (!snapshot.storageProblem.isEmpty()) {
        NextAction action;
        action.title = Say::tr("Make the log writable");
        action.reason = snapshot.storageProblem;
        action.urgent = true;
        return action;
    }
    QList<const Incident*> ordered;
    for (const Incident& incident : snapshot.incidents)
        ordered.append(&incident);
    std::stable_sort(ordered.begin(), ordered.end(), [&](const Incident* a, const Incident* b) {
        return std::pair(urgency(a->state), rankOf(snapshot, *a)) < std::pair(urgency(b->state), rankOf(snapshot, *b));
    });
    for (const Incident* incident : ordered) {
        NextAction held = forHeldChange(snapshot, *incident);
        if (!held.title.isEmpty())
            return held;
    }
    for (const Incident* incident : ordered) {
        NextAction action = forIncident(snapshot, *incident);
        if (!action.title.isEmpty())
            return action;
    }
    NextAction calm;
    const auto known = std::count_if(snapshot.tiles.begin(), snapshot.tiles.end(),
                                     [](const TileState& tile) { return tile.level == TileLevel::Ok; });
    calm.title = Say::tr("Nothing to do");
    calm.reason = Say::tr("%1 of %2 signals are good; no incident is open.").arg(known).arg(snapshot.tiles.size());
    return calm;
}

}  // namespace cockpit
