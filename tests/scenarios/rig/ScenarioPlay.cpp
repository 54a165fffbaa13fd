// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/scenarios/rig/ScenarioPlay.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

namespace cockpit::test {

namespace {

constexpr int patienceMs = 60'000;
constexpr int doubtMs = 4'000;

QString nameOf(const QString& runbook, const QString& step)
{
    return runbook + QLatin1Char('/') + step;
}

void breakIt(ScenarioRig& rig, const Scenario& scenario)
{
    const RuleSpec* rule = rig.playbook().rule(scenario.rule);
    ASSERT_NE(rule, nullptr) << "no rule " << qPrintable(scenario.rule);
    EXPECT_EQ(rule->severity, scenario.severity);
    EXPECT_EQ(rule->runbook, scenario.runbook);
    ASSERT_TRUE(waitUntil([&rig] { return rig.calm(); }, patienceMs)) << "not calm before it began:\n"
                                                                      << qPrintable(rig.complaints());
    rig.setScenario(scenario.name);
    ASSERT_TRUE(waitUntil([&] { return rig.fires(scenario.rule); }, patienceMs))
        << qPrintable(scenario.rule) << " does not fire:\n"
        << qPrintable(rig.complaints());
    const auto joined = [&] {
        const Incident* incident = rig.incident();
        return incident && incident->alerts.contains(scenario.rule);
    };
    ASSERT_TRUE(waitUntil(joined, patienceMs)) << "no incident holds the alert";
    // Another rule of the group may have raised it to something worse, never to something better.
    const Severity* shown = rig.playbook().severity(rig.incident()->severity);
    const Severity* wanted = rig.playbook().severity(scenario.severity);
    ASSERT_TRUE(shown && wanted);
    EXPECT_LE(shown->rank, wanted->rank);
}

void explain(ScenarioRig& rig, const Finding& finding)
{
    const StepSpec* spec = nullptr;
    const Playbook& playbook = rig.playbook();
    const Runbook* runbook = playbook.runbook(finding.runbook);
    ASSERT_NE(runbook, nullptr) << qPrintable(finding.runbook);
    for (const StepSpec& step : runbook->steps) {
        if (step.id == finding.step)
            spec = &step;
    }
    const QString name = nameOf(finding.runbook, finding.step);
    ASSERT_NE(spec, nullptr) << "no step " << qPrintable(name);
    EXPECT_EQ(spec->danger, Danger::Read) << qPrintable(name) << " is to explain, not to change";
    const StepResult result = rig.run(finding.runbook, finding.step, finding.inputs);
    ASSERT_TRUE(result.error.isEmpty()) << qPrintable(name) << ": " << qPrintable(result.error);
    const QString said = result.outcome.summary + QLatin1Char('\n') + QString::fromUtf8(result.outcome.output);
    EXPECT_TRUE(QRegularExpression(finding.says, QRegularExpression::MultilineOption).match(said).hasMatch())
        << qPrintable(name) << " does not show " << qPrintable(finding.says) << " but:\n"
        << qPrintable(said.left(3'000));
}

void tryWrong(ScenarioRig& rig, const Scenario& scenario, const Deed& deed)
{
    if (deed.refused) {
        EXPECT_FALSE(rig.refusal(deed.runbook, deed.step).isEmpty()) << qPrintable(nameOf(deed.runbook, deed.step));
    } else {
        const StepResult result = rig.run(deed.runbook, deed.step, deed.inputs, deed.act);
        EXPECT_TRUE(result.error.isEmpty())
            << qPrintable(nameOf(deed.runbook, deed.step)) << ": " << qPrintable(result.error);
        // A step of another runbook proves something else, which may well hold: workers that never died are alive.
        if (deed.runbook == scenario.runbook) {
            EXPECT_NE(result.verdict, QStringLiteral("worked")) << qPrintable(nameOf(deed.runbook, deed.step));
        }
    }
    static_cast<void>(waitUntil([&] { return !rig.fires(scenario.rule); }, doubtMs));
    EXPECT_TRUE(rig.fires(scenario.rule)) << qPrintable(nameOf(deed.runbook, deed.step)) << " must not cure it";
}

}  // namespace

void PrintTo(const Scenario& scenario, std::ostream* out)
{
    *out << qPrintable(scenario.name);
}

void play(ScenarioRig& rig, const Scenario& scenario)
{
    breakIt(rig, scenario);
    if (testing::Test::HasFatalFailure())
        return;
    for (const Finding& finding : scenario.explains)
        explain(rig, finding);
    for (const Deed& deed : scenario.wrong)
        tryWrong(rig, scenario, deed);
    QString verdict;
    for (const Deed& deed : scenario.fix) {
        const StepResult result = rig.run(deed.runbook, deed.step, deed.inputs, deed.act);
        EXPECT_TRUE(result.error.isEmpty())
            << qPrintable(nameOf(deed.runbook, deed.step)) << ": " << qPrintable(result.error);
        EXPECT_EQ(result.outcome.state, StepState::Succeeded)
            << qPrintable(nameOf(deed.runbook, deed.step)) << ": " << qPrintable(result.outcome.summary) << '\n'
            << result.outcome.output.left(2'000).constData();
        verdict = result.verdict;
    }
    EXPECT_EQ(verdict, QStringLiteral("worked")) << qPrintable(rig.complaints());
    EXPECT_TRUE(waitUntil([&] { return !rig.fires(scenario.rule); }, patienceMs)) << "not cured:\n"
                                                                                  << qPrintable(rig.complaints());
    rig.recover();
}

}  // namespace cockpit::test
