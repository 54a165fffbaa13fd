// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "tests/scenarios/rig/ScenarioRig.h"

namespace cockpit::test {

/// A read step and what it must show.
struct Finding {
    QString runbook;
    QString step;
    QString says;  ///< regular expression, found anywhere in the step's output or summary
    QMap<QString, QString> inputs{};
};

/// A step that changes something; `act` is what a person does elsewhere when the step is manual.
struct Deed {
    QString runbook;
    QString step;
    QMap<QString, QString> inputs{};
    QString act{};
    bool refused = false;  ///< a stage that is closed: the cockpit itself does not let it happen
};

/// One scenario of a simulator and what the playbook must make of it.
struct Scenario {
    QString name;
    QString rule;
    QString severity;
    QString runbook;
    QList<Finding> explains;
    QList<Deed> wrong;  ///< none of these cures it, whatever their own proofs say of other signals
    QList<Deed> fix;    ///< these do, in this order; the last one is followed by its proof
};

/// How GoogleTest names it in its messages.
void PrintTo(const Scenario& scenario, std::ostream* out);

/// Plays it: the rule fires with its severity, its runbook is linked, the read steps explain it, the wrong deeds leave
/// it firing, the right ones end it and the last one's verdict is "worked". Starts and ends calm.
void play(ScenarioRig& rig, const Scenario& scenario);

}  // namespace cockpit::test
