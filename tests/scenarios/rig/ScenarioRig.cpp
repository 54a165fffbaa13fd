// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/scenarios/rig/ScenarioRig.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cockpit::test {

namespace {

constexpr int serversMs = 90'000;
constexpr int stepMs = 90'000;

void insist(bool holds, const QString& what)
{
    if (!holds)
        throw std::runtime_error(what.toStdString());
}

const QString actor = QStringLiteral("scenario/test");

}  // namespace

ScenarioRig::ScenarioRig(const QString& platform, const Compression& compression)
    : m_platform(platform)
{
    DemoOptions options;
    options.folder = m_folder.filePath(QStringLiteral("platforms"));
    options.program = QStringLiteral(BUILD_DIR "/bin/incident-cockpit");
    options.restartDelay = Milliseconds{1'500};
    options.platforms = QStringList{platform};
    m_platforms = std::make_unique<DemoPlatforms>(m_clock, options);
    const auto bindings = waitFor(m_platforms->start(), serversMs);
    insist(bindings.ok(), bindings ? QString() : bindings.error().message);
    insist(m_platforms->problems().isEmpty(), m_platforms->problems().join(QLatin1Char('\n')));
    const QString profile = m_folder.filePath(QStringLiteral("profile"));
    writeCompressedPlaybook(platform, profile + QStringLiteral("/playbooks"), compression);
    auto made = EngineAssembly::make({profile, true, {}});
    insist(made.ok(), made ? QString() : made.error().message);
    m_assembly = std::move(made.value());
    insist(m_assembly->warnings().isEmpty(), m_assembly->warnings().join(QLatin1Char('\n')));
    for (const DemoBinding& binding : *bindings) {
        const std::optional<Secret> secret =
            binding.spec.secretStorage == SecretStorage::None ? std::nullopt : std::optional<Secret>(binding.secret);
        const Status saved = waitFor(engine().saveConnection(binding.spec, secret, actor));
        insist(saved.ok(), saved ? QString() : saved.error().message);
    }
    insist(engine().start(QStringLiteral("watch")).ok(), QStringLiteral("the engine did not start"));
}

ScenarioRig::~ScenarioRig()
{
    if (m_assembly) {
        m_assembly->engine().stop();
        m_assembly.reset();
    }
    if (m_platforms)
        static_cast<void>(waitFor(m_platforms->stop(), serversMs));
}

const Playbook& ScenarioRig::playbook()
{
    m_snapshot = engine().snapshot();
    const PlatformState* state = m_snapshot.platform(m_platform);
    insist(state != nullptr, QStringLiteral("no such platform"));
    return *state->playbook;
}

void ScenarioRig::setScenario(const QString& name)
{
    const Status set = simulator().setScenario(name);
    ASSERT_TRUE(set.ok()) << qPrintable(set ? QString() : set.error().message);
}

bool ScenarioRig::calm()
{
    m_snapshot = engine().snapshot();
    const PlatformState* state = m_snapshot.platform(m_platform);
    return state && std::all_of(state->alerts.begin(), state->alerts.end(),
                                [](const AlertStatus& alert) { return alert.phase == AlertStatus::Phase::Clear; });
}

bool ScenarioRig::fires(const QString& rule)
{
    m_snapshot = engine().snapshot();
    const PlatformState* state = m_snapshot.platform(m_platform);
    return state && std::any_of(state->alerts.begin(), state->alerts.end(), [&rule](const AlertStatus& alert) {
               return alert.rule == rule && alert.phase == AlertStatus::Phase::Firing;
           });
}

QString ScenarioRig::complaints()
{
    m_snapshot = engine().snapshot();
    QStringList lines;
    if (const PlatformState* state = m_snapshot.platform(m_platform)) {
        for (const AlertStatus& alert : state->alerts) {
            if (alert.phase != AlertStatus::Phase::Clear)
                lines << alert.rule + QStringLiteral(" (phase %1): ").arg(static_cast<int>(alert.phase)) + alert.reason;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

const Incident* ScenarioRig::incident()
{
    m_snapshot = engine().snapshot();
    for (auto it = m_snapshot.incidents.rbegin(); it != m_snapshot.incidents.rend(); ++it) {
        if (!it->isOpen())
            continue;
        if (it->state != IncidentState::Proposed)
            return m_snapshot.incident(it->id);
        const QString id = it->id;
        EXPECT_TRUE(engine().confirmProposal(id, actor).ok());
        m_snapshot = engine().snapshot();
        return m_snapshot.incident(id);
    }
    return nullptr;
}

void ScenarioRig::waitForVerdict(const QString& incident, const StepSpec& step, const QString& run, StepResult& result)
{
    // A restart that takes long in compressed time may propose an incident of its own meanwhile.
    const auto judged = [&] {
        m_snapshot = engine().snapshot();
        const Incident* where = m_snapshot.incident(incident);
        const RunState* which = where ? where->run(run) : nullptr;
        const StepRunState* state = which ? which->latest(step.id) : nullptr;
        result.verdict = state ? state->verdict : QString();
        return !result.verdict.isEmpty();
    };
    const auto longest = static_cast<int>((step.expect->within + step.expect->hold).count());
    EXPECT_TRUE(waitUntil(judged, longest + stepMs)) << "no verdict on " << qPrintable(step.id);
}

void ScenarioRig::waitForGate(const QString& incident, const QString& runbook, const QString& step)
{
    const auto open = [&] {
        m_snapshot = engine().snapshot();
        const StageState* stage = m_snapshot.stage(incident, runbook, step);
        return !stage || (stage->phase != StageState::Phase::Closed && stage->phase != StageState::Phase::Opening);
    };
    static_cast<void>(waitUntil(open, stepMs));
}

QString ScenarioRig::refusal(const QString& runbook, const QString& step)
{
    const Incident* current = incident();
    const auto prepared = waitFor(
        engine().prepareStep({current ? current->id : QString(), m_platform, runbook, step, {}}, actor), stepMs);
    return prepared ? QString() : prepared.error().message;
}

bool ScenarioRig::commitHeld(const QString& incident, const QString& run, const QString& step)
{
    m_snapshot = engine().snapshot();
    const Incident* where = m_snapshot.incident(incident);
    const RunState* which = where ? where->run(run) : nullptr;
    const StepRunState* state = which ? which->latest(step) : nullptr;
    const bool held = state && state->phase == StepRunState::Phase::Held && state->heldUntil.isValid();
    return held && engine().settleStep(run, step, true, actor).ok();
}

StepResult ScenarioRig::run(const QString& runbook, const QString& step, const QMap<QString, QString>& inputs,
                            const QString& act)
{
    StepResult result;
    const Incident* current = incident();
    const QString where = current ? current->id : QString();
    waitForGate(where, runbook, step);
    const auto prepared = waitFor(engine().prepareStep({where, m_platform, runbook, step, inputs}, actor), stepMs);
    if (!prepared) {
        result.error = prepared.error().message;
        return result;
    }
    bool ended = false;
    const auto seen = QObject::connect(&engine(), &Engine::stepFinished, &engine(),
                                       [&](const QString&, const QString& finished, const StepOutcome& outcome) {
                                           if (finished == step) {
                                               result.outcome = outcome;
                                               ended = true;
                                           }
                                       });
    if (!act.isEmpty()) {
        const Status done = simulator().act(act);
        EXPECT_TRUE(done.ok()) << qPrintable(done ? QString() : done.error().message);
    }
    const QString typed = prepared->need == ConfirmationNeed::TypeText ? prepared->expectedText : QStringLiteral("yes");
    const auto started = engine().startStep(prepared->token, typed, actor);
    if (!started)
        result.error = started.error().message;
    else if (!waitUntil([&] { return ended || (commitHeld(where, *started, step) && ended); }, stepMs))
        result.error = QStringLiteral("the step did not end");
    QObject::disconnect(seen);
    // What did not succeed is not watched, so no verdict comes.
    if (result.error.isEmpty() && !where.isEmpty() && prepared->step.spec.expect &&
        result.outcome.state == StepState::Succeeded)
        waitForVerdict(where, prepared->step.spec, *started, result);
    return result;
}

void ScenarioRig::recover()
{
    setScenario(simulator().scenarios().first());
    EXPECT_TRUE(waitUntil([this] { return calm(); }, serversMs)) << qPrintable(complaints());
    while (const Incident* open = incident()) {
        const Status resolved = engine().resolve(open->id, QStringLiteral("scenario over"), actor);
        ASSERT_TRUE(resolved.ok()) << qPrintable(resolved ? QString() : resolved.error().message);
    }
}

}  // namespace cockpit::test
