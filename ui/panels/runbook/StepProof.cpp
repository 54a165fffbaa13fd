// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Proofs and stages of steps: what is judged on the board.
#include "core/base/Duration.h"
#include "core/metrics/RuleExpression.h"
#include "core/metrics/ValueText.h"
#include "ui/panels/runbook/StepScene.h"

#include <QCoreApplication>

namespace cockpit::panels::runbook {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RunbookPanel)
};

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

}  // namespace

void takeStage(StepView& view, const Scene& scene)
{
    for (const StageState& other : scene.snapshot.stages) {
        if (other.incident == scene.incident->id && other.runbook == scene.runbook.id &&
            other.phase == StageState::Phase::Lost && other.fallBack == view.spec.id)
            view.fallBack = true;
    }
    const StageState* stage = scene.snapshot.stage(scene.incident->id, scene.runbook.id, view.spec.id);
    if (!stage)
        return;
    view.stage = stageText(*stage, scene.snapshot.at);
    view.lost = stage->phase == StageState::Phase::Lost;
    if (stage->phase == StageState::Phase::Closed || stage->phase == StageState::Phase::Opening || view.lost)
        view.obstacle = view.lost ? Say::tr("Fall back first.") : Say::tr("This stage is not open yet.");
    const bool entered = stage->phase == StageState::Phase::Settling || stage->phase == StageState::Phase::Holding ||
                         stage->phase == StageState::Phase::Unsure;
    // Run once and given up since: it counts as not done.
    if (!entered && view.state == StepView::State::Succeeded)
        view.state = StepView::State::Open;
}

namespace {

QString readingText(const Reading& reading, const SignalSpec* signal)
{
    switch (reading.state) {
    case ReadingState::Value: return formatValue(reading.value, signal ? signal->unit : QString());
    case ReadingState::Pending: return Say::tr("not read yet");
    case ReadingState::Unreachable: return Say::tr("unreachable");
    case ReadingState::Unauthorized: return Say::tr("unauthorized");
    case ReadingState::MissingField: return Say::tr("missing");
    case ReadingState::Stale: return Say::tr("stale");
    }
    return {};
}

QString wantedText(const Expectation& expectation, const SignalSpec* signal)
{
    if (!expectation.when.isEmpty())
        return expectation.when;
    const QString value = formatValue(expectation.value, signal ? signal->unit : QString());
    switch (expectation.comparison) {
    case Comparison::Less: return Say::tr("below %1").arg(value);
    case Comparison::LessOrEqual: return Say::tr("at most %1").arg(value);
    case Comparison::Equal: return value;
    case Comparison::NotEqual: return Say::tr("not %1").arg(value);
    case Comparison::GreaterOrEqual: return Say::tr("at least %1").arg(value);
    case Comparison::Greater: return Say::tr("above %1").arg(value);
    }
    return {};
}

QString explained(const Scene& scene, const ExpectationState& watch)
{
    const auto condition = RuleExpression::parse(watch.expectation.when, nullptr);
    if (!condition)
        return {};
    return condition->explain([&](const QString& name) {
        for (const TileState& tile : scene.snapshot.tiles) {
            if (tile.platform == scene.playbook.id && tile.signal == name)
                return tile.reading;
        }
        return name == watch.expectation.signal ? watch.reading : Reading{};
    });
}

}  // namespace

void takeProof(StepView& view, const Scene& scene, const StepRunState* latest)
{
    if (!latest || !view.spec.expect)
        return;
    const Expectation& expect = *view.spec.expect;
    const SignalSpec* signal = scene.playbook.signal(expect.signal);
    Proof proof;
    proof.signal = !expect.when.isEmpty()               ? QString()
                   : signal && !signal->title.isEmpty() ? signal->title
                                                        : expect.signal;
    proof.wanted = wantedText(expect, signal);
    proof.hold = expect.hold;
    proof.verdict = latest->verdict;
    proof.after = Milliseconds{latest->verdictAfterMs};
    for (const ExpectationState& watch : scene.snapshot.expectations) {
        if (watch.run != scene.run->id || watch.step != view.spec.id)
            continue;
        proof.live = true;
        proof.startedAt = watch.startedAt;
        proof.deadline = watch.deadline;
        proof.holdingSince = watch.holdingSince;
        proof.now = expect.when.isEmpty() ? readingText(watch.reading, signal) : explained(scene, watch);
        proof.old = watch.reading.state == ReadingState::Value && watch.reading.at < watch.startedAt;
        view.watching = true;
        view.summary = Say::tr("waiting for %1, %2 left")
                           .arg(watch.expectation.text(), timeLeft(scene.snapshot.at, watch.deadline));
    }
    if (proof.live || !proof.verdict.isEmpty())
        view.proof = proof;
}

}  // namespace cockpit::panels::runbook
