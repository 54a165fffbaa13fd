// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/StepView.h"

#include "core/base/Duration.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RunbookPanel)
};

QString joined(const QJsonValue& list)
{
    QStringList words;
    for (const QJsonValue& word : list.toArray())
        words.append(word.isString() ? word.toString() : word.toVariant().toString());
    return words.join(QLatin1Char(' '));
}

QString proofText(const Expectation& expectation)
{
    QString text = Say::tr("proof: %1 within %2").arg(expectation.text(), formatDuration(expectation.within));
    if (expectation.hold > Milliseconds{0})
        text += Say::tr(", held %1").arg(formatDuration(expectation.hold));
    return text;
}

/// How often the step's proof came, over every incident on the log.
QString recordOf(const Snapshot& snapshot, const QString& platform, const QString& runbook, const QString& step)
{
    int judged = 0;
    int worked = 0;
    for (const Incident& incident : snapshot.incidents) {
        for (const RunState& run : incident.runs) {
            if (run.platform != platform || run.runbook != runbook)
                continue;
            for (const StepRunState& state : run.steps) {
                if (state.step != step || state.verdict.isEmpty())
                    continue;
                ++judged;
                worked += state.verdict == QLatin1String("worked") ? 1 : 0;
            }
        }
    }
    if (judged == 0)
        return {};
    return Say::tr("worked %1 of %2").arg(worked).arg(judged);
}

void takeExecution(StepView& view, const StepRunState& state)
{
    view.text = state.text;
    view.summary = safeLine(state.summary, 80);
    view.evidence = state.evidence;
    view.verdict = state.verdict;
    if (state.phase == StepRunState::Phase::Running) {
        view.state = StepView::State::Running;
        view.summary = Say::tr("running");
    } else if (state.phase == StepRunState::Phase::OutcomeUnknown || state.state == StepState::OutcomeUnknown) {
        view.state = StepView::State::Unknown;
        view.summary = Say::tr("outcome unknown");
    } else {
        view.state = state.state == StepState::Succeeded ? StepView::State::Succeeded : StepView::State::Failed;
        view.ended = state.state;
        if (view.summary.isEmpty())
            view.summary = stateWord(view);
    }
    if (state.verdict == QLatin1String("worked"))
        view.summary += Say::tr(" · worked");
    else if (state.verdict == QLatin1String("no_effect"))
        view.summary += Say::tr(" · no effect");
    else if (state.verdict == QLatin1String("worse"))
        view.summary += Say::tr(" · made it worse");
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

}  // namespace

QString stepText(const StepSpec& spec)
{
    const QJsonObject& given = spec.parameters;
    if (spec.kind == QLatin1String("http")) {
        QString text = given.value(QLatin1String("method")).toString(QStringLiteral("GET")) + QLatin1Char(' ') +
                       given.value(QLatin1String("path")).toString();
        const QJsonObject query = given.value(QLatin1String("query")).toObject();
        QStringList pairs;
        for (auto pair = query.begin(); pair != query.end(); ++pair)
            pairs.append(pair.key() + QLatin1Char('=') + pair.value().toVariant().toString());
        return pairs.isEmpty() ? text : text + QLatin1Char('?') + pairs.join(QLatin1Char('&'));
    }
    if (spec.kind == QLatin1String("redis"))
        return joined(given.value(QLatin1String("run")));
    if (spec.kind == QLatin1String("shell"))
        return given.contains(QLatin1String("stdin"))
                   ? joined(given.value(QLatin1String("argv"))) + QStringLiteral(" <<< ") +
                         given.value(QLatin1String("stdin")).toString()
                   : joined(given.value(QLatin1String("argv")));
    if (spec.kind == QLatin1String("manual"))
        return given.value(QLatin1String("text")).toString();
    if (spec.kind == QLatin1String("wait"))
        return Say::tr("wait %1").arg(given.value(QLatin1String("for")).toString());
    return given.value(QLatin1String("run")).toString().trimmed();
}

namespace {

QString stageText(const StageState& stage, const QDateTime& now)
{
    switch (stage.phase) {
    case StageState::Phase::Closed: return Say::tr("Stage closed: %1").arg(stage.reason);
    case StageState::Phase::Opening:
        return Say::tr("Stage opens in %1 if this goes on: %2")
            .arg(formatCountdown(Milliseconds{std::max<qint64>(now.msecsTo(stage.opensAt), 0)}), stage.reason);
    case StageState::Phase::Open: return Say::tr("Stage open %1").arg(stage.reason).trimmed();
    case StageState::Phase::Settling: return Say::tr("Stage entered, %1").arg(stage.reason);
    case StageState::Phase::Holding: return Say::tr("Stage holds %1").arg(stage.reason).trimmed();
    case StageState::Phase::Unsure:
        return Say::tr("Stage entered, but nobody can tell whether it holds: %1").arg(stage.reason);
    case StageState::Phase::Lost: return Say::tr("Stage lost: %1").arg(stage.reason);
    }
    return {};
}

void takeStage(StepView& view, const Snapshot& snapshot, const Incident& incident, const Runbook& runbook)
{
    for (const StageState& other : snapshot.stages) {
        if (other.incident == incident.id && other.runbook == runbook.id && other.phase == StageState::Phase::Lost &&
            other.fallBack == view.spec.id)
            view.fallBack = true;
    }
    const StageState* stage = snapshot.stage(incident.id, runbook.id, view.spec.id);
    if (!stage)
        return;
    view.stage = stageText(*stage, snapshot.at);
    view.lost = stage->phase == StageState::Phase::Lost;
    if (stage->phase == StageState::Phase::Closed || stage->phase == StageState::Phase::Opening || view.lost)
        view.obstacle = view.lost ? Say::tr("Fall back first.") : Say::tr("This stage is not open yet.");
    const bool entered = stage->phase == StageState::Phase::Settling || stage->phase == StageState::Phase::Holding ||
                         stage->phase == StageState::Phase::Unsure;
    // Run once and given up since: it counts as not done.
    if (!entered && view.state == StepView::State::Succeeded)
        view.state = StepView::State::Open;
}

}  // namespace

QList<StepView> stepViews(const Snapshot& snapshot, const Playbook& playbook, const Runbook& runbook,
                          const Incident* incident)
{
    const RunState* run = nullptr;
    for (const RunState& candidate : incident ? incident->runs : QList<RunState>{}) {
        if (candidate.platform == playbook.id && candidate.runbook == runbook.id)
            run = incident->run(candidate.id);
    }
    QList<StepView> views;
    for (const StepSpec& spec : runbook.steps) {
        StepView view;
        view.spec = spec;
        view.number = static_cast<int>(views.size()) + 1;
        view.text = stepText(spec);
        view.record = recordOf(snapshot, playbook.id, runbook.id, spec.id);
        takeConnection(view, snapshot, playbook);
        if (const StepRunState* latest = run ? run->latest(spec.id) : nullptr) {
            view.run = run->id;
            takeExecution(view, *latest);
        } else if (spec.expect && view.summary.isEmpty()) {
            view.summary = proofText(*spec.expect);
        }
        for (const ExpectationState& watch : snapshot.expectations) {
            if (run && watch.run == run->id && watch.step == spec.id) {
                view.watching = true;
                view.summary =
                    Say::tr("waiting for %1, %2 left")
                        .arg(watch.expectation.text(),
                             formatCountdown(Milliseconds{std::max<qint64>(snapshot.at.msecsTo(watch.deadline), 0)}));
            }
        }
        for (const QString& id : spec.see) {
            if (const Runbook* next = playbook.runbook(id))
                view.links.append({id, next->title});
        }
        if (incident)
            takeStage(view, snapshot, *incident, runbook);
        if (view.state == StepView::State::Running)
            view.obstacle = Say::tr("It is running.");
        else if (!incident)
            view.obstacle = Say::tr("Select or declare an incident first: every step belongs to one.");
        else if (!snapshot.storageProblem.isEmpty())
            view.obstacle = Say::tr("The log cannot be written, so nothing may run.");
        views.append(view);
    }
    return views;
}

Tone toneOf(const StepView& view)
{
    switch (view.state) {
    case StepView::State::Open: return view.lost ? Tone::Severity1 : Tone::Muted;
    case StepView::State::Running: return Tone::Focus;
    case StepView::State::Succeeded:
        if (view.fallBack)
            return Tone::Severity2;
        return view.verdict == QLatin1String("no_effect") || view.verdict == QLatin1String("worse") ? Tone::Severity2
                                                                                                    : Tone::Good;
    case StepView::State::Failed: return Tone::Severity1;
    case StepView::State::Unknown: return Tone::Unknown;
    }
    return Tone::Muted;
}

QString signOf(const StepView& view)
{
    switch (view.state) {
    case StepView::State::Open: return view.lost ? QStringLiteral("!") : QString::number(view.number);
    case StepView::State::Running: return QStringLiteral("\u2026");
    case StepView::State::Succeeded: return toneOf(view) == Tone::Good ? QStringLiteral("\u2713") : QStringLiteral("!");
    case StepView::State::Failed: return QStringLiteral("!");
    case StepView::State::Unknown: return QStringLiteral("?");
    }
    return QString::number(view.number);
}

QString stateWord(const StepView& view)
{
    switch (view.state) {
    case StepView::State::Open: return view.lost ? Say::tr("lost") : Say::tr("not run");
    case StepView::State::Running: return Say::tr("running");
    case StepView::State::Succeeded: return view.fallBack ? Say::tr("run it again to fall back") : Say::tr("done");
    case StepView::State::Failed:
        return view.ended == StepState::Cancelled  ? Say::tr("stopped")
               : view.ended == StepState::TimedOut ? Say::tr("timed out")
                                                   : Say::tr("failed");
    case StepView::State::Unknown: return Say::tr("outcome unknown");
    }
    return {};
}

}  // namespace cockpit::panels::runbook
