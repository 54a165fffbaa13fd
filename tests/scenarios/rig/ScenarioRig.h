// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "app/EngineAssembly.h"
#include "simulator/DemoPlatforms.h"
#include "tests/scenarios/rig/CompressedPlaybook.h"
#include "tests/support/Wait.h"

#include <QTemporaryDir>

#include <memory>

namespace cockpit::test {

/// How a step that was run ended.
struct StepResult {
    QString error;  ///< it could not be started; empty when it was
    StepOutcome outcome;
    QString verdict;  ///< "" when the step expects nothing
};

/// One simulated platform on its real servers and the real engine on its shipped playbook with compressed times, all
/// on the test's thread. Throws when something does not come up.
class ScenarioRig
{
public:
    explicit ScenarioRig(const QString& platform, const Compression& compression = {});
    ~ScenarioRig();

    Engine& engine() { return m_assembly->engine(); }
    SimulatedPlatform& simulator() { return *m_platforms->platform(m_platform); }
    const Playbook& playbook();

    /// Switches a fault on; fails the test for an unknown name.
    void setScenario(const QString& name);
    /// No rule fires and every rule could judge (no signal it names is unknown).
    bool calm();
    bool fires(const QString& rule);
    /// What each rule that is not clear says, for messages of failed tests.
    QString complaints();
    /// The newest open incident, confirmed when it was only proposed; null when there is none.
    const Incident* incident();
    /// Runs a step as a person would, typing what it asks for, and waits for its end and its verdict. `act`: what the
    /// person does elsewhere meanwhile (a manual step); empty: nothing.
    StepResult run(const QString& runbook, const QString& step, const QMap<QString, QString>& inputs = {},
                   const QString& act = {});
    /// Why a stage may not be entered now; empty when it may.
    QString refusal(const QString& runbook, const QString& step);
    /// Ends every open incident and waits until the platform is well again.
    void recover();

private:
    /// As a person does who sees that a stage is about to open.
    void waitForGate(const QString& incident, const QString& runbook, const QString& step);
    /// As a person does who has looked at what was changed.
    bool commitHeld(const QString& incident, const QString& run, const QString& step);
    void waitForVerdict(const QString& incident, const StepSpec& step, const QString& run, StepResult& result);

    SystemClock m_clock;
    QTemporaryDir m_folder;
    QString m_platform;
    std::unique_ptr<DemoPlatforms> m_platforms;
    std::unique_ptr<EngineAssembly> m_assembly;
    Snapshot m_snapshot;
};

}  // namespace cockpit::test
