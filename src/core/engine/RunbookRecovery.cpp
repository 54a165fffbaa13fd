// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What the runner does after the step itself: proof of recovery, and taking up what an earlier session left.
#include "core/engine/RunbookRunner.h"

namespace cockpit {

namespace {

QString watchKey(const ExpectationState& state)
{
    return state.run + QLatin1Char('/') + state.step;
}

/// True when the value moved away from what is expected since the watch began.
bool movedAway(Comparison comparison, double wanted, double before, double after)
{
    switch (comparison) {
    case Comparison::Greater:
    case Comparison::GreaterOrEqual: return after < before;
    case Comparison::Less:
    case Comparison::LessOrEqual: return after > before;
    case Comparison::Equal: return std::abs(after - wanted) > std::abs(before - wanted);
    case Comparison::NotEqual: return false;
    }
    return false;
}

}  // namespace

QString RunbookRunner::proofBefore(const ResolvedStep& step) const
{
    // What a person did by hand has happened before they say so, and a step that only looks changes nothing itself.
    if (!step.spec.expect || step.spec.connection.isEmpty() || step.spec.danger == Danger::Read)
        return {};
    const Expectation& expect = *step.spec.expect;
    const auto current = [&](const QString& name) { return m_parts.board.current(step.platform, name); };
    Truth truth = Truth::Unknown;
    if (!expect.when.isEmpty()) {
        if (const auto condition = RuleExpression::parse(expect.when, nullptr))
            truth = condition->evaluate(current);
    } else if (const Reading now = current(expect.signal); now.state == ReadingState::Value) {
        truth = holds(expect.comparison, now.value, expect.value) ? Truth::Yes : Truth::No;
    }
    return truth == Truth::Yes  ? QStringLiteral("good")
           : truth == Truth::No ? QStringLiteral("bad")
                                : QStringLiteral("unknown");
}

void RunbookRunner::watch(const Running& running, const Expectation& expectation, const QDateTime& since)
{
    ExpectationState state;
    state.incident = running.incident;
    state.run = running.run;
    state.step = running.step.spec.id;
    state.expectation = expectation;
    state.startedAt = since;
    state.deadline = since.addMSecs(expectation.within.count());
    const Reading now = m_parts.board.current(running.step.platform, expectation.signal);
    state.reading = now;
    state.reading.platform = running.step.platform;
    m_holdingSince.remove(watchKey(state));
    m_valueAtStart.remove(watchKey(state));
    m_conditions.erase(watchKey(state));
    m_goodBefore.remove(watchKey(state));
    if (running.proofBefore == QLatin1String("good"))
        m_goodBefore.insert(watchKey(state));
    if (!expectation.when.isEmpty())
        m_conditions.emplace(watchKey(state), RuleExpression::parse(expectation.when, nullptr));
    if (now.state == ReadingState::Value)
        m_valueAtStart.insert(watchKey(state), now.value);
    m_expectations.removeIf([&](const ExpectationState& other) { return watchKey(other) == watchKey(state); });
    m_expectations.append(state);
}

bool RunbookRunner::isFresh(const ExpectationState& state, const QString& signal) const
{
    const Reading reading = m_parts.board.current(state.reading.platform, signal);
    return reading.state == ReadingState::Value && reading.at >= state.startedAt;
}

bool RunbookRunner::isMet(const ExpectationState& state) const
{
    const auto condition = m_conditions.find(watchKey(state));
    if (condition == m_conditions.end())
        return isFresh(state, state.expectation.signal) &&
               holds(state.expectation.comparison, state.reading.value, state.expectation.value);
    if (!condition->second)
        return false;
    const QStringList names = condition->second->signalNames();
    return std::all_of(names.begin(), names.end(), [&](const QString& name) { return isFresh(state, name); }) &&
           condition->second->evaluate(
               [&](const QString& name) { return m_parts.board.current(state.reading.platform, name); }) == Truth::Yes;
}

Status RunbookRunner::judge(ExpectationState& state)
{
    const QString key = watchKey(state);
    const QDateTime now = m_parts.clock.utcNow();
    const QString platform = state.reading.platform;
    state.reading = m_parts.board.current(platform, state.expectation.signal);
    state.reading.platform = platform;
    const bool fresh = isFresh(state, state.expectation.signal);
    const bool met = isMet(state);
    if (!met)
        m_holdingSince.remove(key);
    else if (!m_holdingSince.contains(key))
        m_holdingSince.insert(key, now);
    state.holdingSince = m_holdingSince.value(key);

    // A value that came good in time may still need its hold after the deadline.
    const bool held = met && m_holdingSince.value(key).msecsTo(now) >= state.expectation.hold.count();
    if (held)
        state.verdict = m_goodBefore.contains(key) ? QStringLiteral("already_good") : QStringLiteral("worked");
    else if (!met && now >= state.deadline)
        state.verdict = fresh && state.expectation.when.isEmpty() && m_valueAtStart.contains(key) &&
                                movedAway(state.expectation.comparison, state.expectation.value,
                                          m_valueAtStart.value(key), state.reading.value)
                            ? QStringLiteral("worse")
                            : QStringLiteral("no_effect");
    if (state.verdict.isEmpty())
        return Done{};
    m_holdingSince.remove(key);
    m_valueAtStart.remove(key);
    m_conditions.erase(key);
    QJsonObject data{{QStringLiteral("run"), state.run},
                     {QStringLiteral("step"), state.step},
                     {QStringLiteral("verdict"), state.verdict},
                     {QStringLiteral("signal"), state.expectation.signal},
                     {QStringLiteral("afterMs"), state.startedAt.msecsTo(now)}};
    if (state.reading.state == ReadingState::Value)
        data.insert(QStringLiteral("value"), state.reading.value);
    const auto recorded = m_parts.log.append({EventType::StepVerdict, state.incident, QStringLiteral("cockpit"), data});
    if (!recorded)
        return recorded.error();
    return Done{};
}

Status RunbookRunner::recordLeft(const QString& incident, const QString& run, const StepRunState& step)
{
    // A held change whose commit nobody decided went with the connection: that much is known.
    if (step.phase == StepRunState::Phase::Held) {
        const auto recorded = m_parts.log.append(
            {EventType::StepFinished,
             incident,
             QStringLiteral("cockpit"),
             {{QStringLiteral("run"), run},
              {QStringLiteral("step"), step.step},
              {QStringLiteral("state"), stepStateName(StepState::Cancelled)},
              {QStringLiteral("summary"), tr("the cockpit ended before the change was committed: it was rolled back")},
              {QStringLiteral("affected"), -1},
              {QStringLiteral("elapsedMs"), 0},
              {QStringLiteral("evidence"), QString()}}});
        return recorded ? Status(Done{}) : Status(recorded.error());
    }
    const auto recorded =
        m_parts.log.append({EventType::StepOutcomeUnknown,
                            incident,
                            QStringLiteral("cockpit"),
                            {{QStringLiteral("run"), run},
                             {QStringLiteral("step"), step.step},
                             {QStringLiteral("reason"),
                              tr("the cockpit ended while the step was running; check before running it again")}}});
    return recorded ? Status(Done{}) : Status(recorded.error());
}

Status RunbookRunner::recover(const std::function<PlaybookPointer(const QString&)>& playbookOf)
{
    struct Left {
        QString incident;
        RunState run;
        StepRunState step;
    };
    QList<Left> unknown;
    QList<Left> watched;
    for (const Incident& incident : m_parts.log.book().incidents()) {
        for (const RunState& run : incident.runs) {
            for (const StepRunState& step : run.steps) {
                const bool open = step.phase == StepRunState::Phase::Running || step.phase == StepRunState::Phase::Held;
                if (open && !m_parts.isSessionAlive(step.session))
                    unknown.append({incident.id, run, step});
                else if (incident.isOpen() && step.phase == StepRunState::Phase::Finished &&
                         step.state == StepState::Succeeded && step.verdict.isEmpty() && run.latest(step.step) == &step)
                    watched.append({incident.id, run, step});
            }
        }
    }
    for (const Left& left : unknown) {
        if (const Status told = recordLeft(left.incident, left.run.id, left.step); !told)
            return told;
    }
    for (const Left& left : watched) {
        const PlaybookPointer playbook = playbookOf(left.run.platform);
        const Runbook* runbook = left.run.copy ? left.run.copy.get()
                                 : playbook    ? playbook->runbook(left.run.runbook)
                                               : nullptr;
        if (!runbook)
            continue;
        for (const StepSpec& spec : runbook->steps) {
            if (spec.id != left.step.step || !spec.expect)
                continue;
            Running running;
            running.incident = left.incident;
            running.run = left.run.id;
            running.step.platform = left.run.platform;
            running.step.spec = spec;
            running.proofBefore = left.step.proofBefore;
            watch(running, *spec.expect, left.step.finishedAt);
        }
    }
    return Done{};
}

}  // namespace cockpit
