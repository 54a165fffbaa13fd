// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/StageWatch.h"

#include "core/base/Duration.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(StageWatch)
};

using Phase = StageState::Phase;

std::unique_ptr<RuleExpression> parsed(const QString& text)
{
    return text.isEmpty() ? nullptr : RuleExpression::parse(text, nullptr);
}

bool succeeded(const StepRunState* run)
{
    return run && run->phase == StepRunState::Phase::Finished && run->state == StepState::Succeeded;
}

/// Entered and not given up: it settles, holds, or nobody can tell.
bool isEntered(Phase phase)
{
    return phase == Phase::Settling || phase == Phase::Holding || phase == Phase::Unsure;
}

const RunState* latestRun(const Incident& incident, const Runbook& runbook)
{
    for (auto run = incident.runs.rbegin(); run != incident.runs.rend(); ++run) {
        if (run->runbook == runbook.id)
            return &*run;
    }
    return nullptr;
}

}  // namespace

StageWatch::StageWatch(const Clock& clock, IncidentLog& log, const SignalBoard& board)
    : m_clock(clock)
    , m_log(log)
    , m_board(board)
{
}

void StageWatch::add(PlaybookPointer playbook)
{
    m_playbooks.append(playbook);
    for (const Runbook& runbook : playbook->runbooks) {
        Sequence sequence;
        for (const StepSpec& step : runbook.steps) {
            if (!step.stage)
                continue;
            Stage stage;
            stage.playbook = playbook.get();
            stage.runbook = &runbook;
            stage.step = &step;
            if (!step.stage->after.isEmpty())
                stage.before = playbook->step(runbook.id, step.stage->after);
            else if (!sequence.empty())
                stage.before = sequence.back().step;
            stage.opens = parsed(step.stage->opensWhen);
            stage.holds = parsed(step.stage->holdsWhile);
            sequence.push_back(std::move(stage));
        }
        if (!sequence.empty())
            m_sequences[playbook->id].push_back(std::move(sequence));
    }
}

RuleExpression::Lookup StageWatch::lookup(const Stage& stage) const
{
    return [this, platform = stage.playbook->id](const QString& signal) { return m_board.current(platform, signal); };
}

const StepRunState* StageWatch::latest(const Incident& incident, const Stage& stage, const QString& step) const
{
    const RunState* run = latestRun(incident, *stage.runbook);
    return run ? run->latest(step) : nullptr;
}

StageState StageWatch::judge(const Incident& incident, const Sequence& sequence, const Stage& stage) const
{
    StageState state;
    state.incident = incident.id;
    state.platform = stage.playbook->id;
    state.runbook = stage.runbook->id;
    state.step = stage.step->id;
    const StepRunState* run = latest(incident, stage, stage.step->id);
    if (succeeded(run) && !run->lost) {
        judgeEntered(stage, *run, state);
        return state;
    }
    judgeGate(incident, sequence, stage, state);
    if (run && run->lost) {
        const QString back = fallBackOf(sequence, stage);
        const StepRunState* gone = back.isEmpty() ? nullptr : latest(incident, stage, back);
        if (!back.isEmpty() && !(succeeded(gone) && gone->startedAt >= run->lostAt)) {
            state.phase = Phase::Lost;
            state.reason = run->lostReason;
            state.fallBack = back;
        }
    }
    return state;
}

void StageWatch::judgeEntered(const Stage& stage, const StepRunState& run, StageState& state) const
{
    const bool proven =
        !stage.step->expect || run.verdict == QLatin1String("worked") || run.verdict == QLatin1String("already_good");
    if (!proven && run.verdict.isEmpty()) {
        state.phase = Phase::Settling;
        state.reason = Say::tr("waiting for its proof");
        return;
    }
    if (!proven) {
        state.phase = Phase::Lost;
        state.reason = Say::tr("its proof did not come");
        return;
    }
    const Truth truth = stage.holds ? stage.holds->evaluate(lookup(stage)) : Truth::Yes;
    state.phase = truth == Truth::Yes ? Phase::Holding : truth == Truth::No ? Phase::Lost : Phase::Unsure;
    if (stage.holds)
        state.reason = stage.holds->explain(lookup(stage));
}

void StageWatch::judgeGate(const Incident& incident, const Sequence& sequence, const Stage& stage,
                           StageState& state) const
{
    state.phase = Phase::Closed;
    if (stage.before) {
        const auto previous = std::find_if(sequence.begin(), sequence.end(),
                                           [&](const Stage& other) { return other.step == stage.before; });
        const bool passed = previous != sequence.end() ? judge(incident, sequence, *previous).phase == Phase::Holding
                                                       : succeeded(latest(incident, stage, stage.before->id));
        if (!passed) {
            state.reason = Say::tr("\"%1\" comes first, and must hold").arg(stage.before->title);
            return;
        }
    }
    if (!stage.opens) {
        state.phase = Phase::Open;
        return;
    }
    const QString readings = stage.opens->explain(lookup(stage));
    if (!stage.openSince.isValid()) {
        state.reason = Say::tr("needs %1; now %2").arg(stage.step->stage->opensWhen, readings);
        return;
    }
    state.opensAt = stage.openSince.addMSecs(stage.step->stage->opensAfter.count());
    state.phase = m_clock.utcNow() >= state.opensAt ? Phase::Open : Phase::Opening;
    state.reason = readings;
}

QString StageWatch::fallBackOf(const Sequence& sequence, const Stage& stage) const
{
    if (!stage.step->stage->fallBack.isEmpty())
        return stage.step->stage->fallBack;
    const auto own =
        std::find_if(sequence.begin(), sequence.end(), [&](const Stage& other) { return other.step == stage.step; });
    return own == sequence.begin() ? QString() : std::prev(own)->step->id;
}

Status StageWatch::loseFrom(const Incident& incident, const Sequence& sequence, std::size_t first,
                            const QString& reason)
{
    // Latest first: when the log cannot be written in between, what was given up is still a safe state.
    for (std::size_t i = sequence.size(); i-- > first;) {
        const Stage& stage = sequence[i];
        const RunState* run = latestRun(incident, *stage.runbook);
        const StepRunState* entered = run ? run->latest(stage.step->id) : nullptr;
        if (!succeeded(entered) || entered->lost)
            continue;
        const auto recorded = m_log.append({EventType::StageLost,
                                            incident.id,
                                            QStringLiteral("cockpit"),
                                            {{QStringLiteral("run"), run->id},
                                             {QStringLiteral("step"), stage.step->id},
                                             {QStringLiteral("reason"), reason},
                                             {QStringLiteral("fallBack"), fallBackOf(sequence, stage)}}});
        if (!recorded)
            return recorded.error();
    }
    return Done{};
}

Status StageWatch::tick()
{
    const QDateTime now = m_clock.utcNow();
    for (auto& [platform, sequences] : m_sequences) {
        for (Sequence& sequence : sequences) {
            for (Stage& stage : sequence) {
                const bool holds = stage.opens && stage.opens->evaluate(lookup(stage)) == Truth::Yes;
                if (!holds)
                    stage.openSince = {};
                else if (!stage.openSince.isValid())
                    stage.openSince = now;
            }
        }
    }
    // The log changes while stages are given up; what to judge is collected first.
    QList<Incident> open;
    for (const Incident& incident : m_log.book().incidents()) {
        if (incident.isOpen() && m_sequences.count(incident.platform) > 0)
            open.append(incident);
    }
    for (const Incident& incident : std::as_const(open)) {
        for (const Sequence& sequence : m_sequences[incident.platform]) {
            for (std::size_t i = 0; i < sequence.size(); ++i) {
                const StepRunState* run = latest(incident, sequence[i], sequence[i].step->id);
                if (!succeeded(run) || run->lost)
                    continue;
                const StageState state = judge(incident, sequence, sequence[i]);
                if (state.phase != Phase::Lost)
                    continue;
                if (const Status lost = loseFrom(incident, sequence, i, state.reason); !lost)
                    return lost;
                break;
            }
        }
    }
    return Done{};
}

Status StageWatch::admits(const PlaybookPointer& playbook, const StepRequest& request) const
{
    const StepSpec* spec = playbook->step(request.runbook, request.step);
    if (!spec || !spec->stage)
        return Done{};
    const Incident* incident = m_log.book().find(request.incident);
    if (request.incident.isEmpty() || !incident)
        return fail(ErrorKind::Refused,
                    Say::tr("\"%1\" is a stage of a sequence: run it within an incident").arg(spec->title));
    const auto sequences = m_sequences.find(playbook->id);
    if (sequences == m_sequences.end())
        return Done{};
    for (const Sequence& sequence : sequences->second) {
        for (const Stage& stage : sequence) {
            if (stage.runbook->id != request.runbook || stage.step->id != request.step)
                continue;
            const StageState state = judge(*incident, sequence, stage);
            if (state.phase == Phase::Open || isEntered(state.phase))
                return Done{};
            if (state.phase == Phase::Opening)
                return fail(ErrorKind::Refused,
                            Say::tr("\"%1\" opens in %2, if its checks go on holding: %3")
                                .arg(spec->title,
                                     formatCountdown(Milliseconds{m_clock.utcNow().msecsTo(state.opensAt)}),
                                     state.reason));
            if (state.phase == Phase::Lost)
                return fail(ErrorKind::Refused, Say::tr("\"%1\" was lost (%2): fall back first, with the step \"%3\"")
                                                    .arg(spec->title, state.reason, state.fallBack));
            return fail(ErrorKind::Refused, Say::tr("\"%1\" is closed: %2").arg(spec->title, state.reason));
        }
    }
    return Done{};
}

QList<StageState> StageWatch::states() const
{
    QList<StageState> states;
    for (const Incident& incident : m_log.book().incidents()) {
        const auto sequences = m_sequences.find(incident.platform);
        if (!incident.isOpen() || incident.id.isEmpty() || sequences == m_sequences.end())
            continue;
        for (const Sequence& sequence : sequences->second) {
            for (const Stage& stage : sequence)
                states.append(judge(incident, sequence, stage));
        }
    }
    return states;
}

}  // namespace cockpit
