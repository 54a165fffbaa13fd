// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/runbook/StepView.h"

namespace cockpit::panels::runbook {

/// What all steps of one runbook are read off; lives while they are.
struct Scene {
    const Snapshot& snapshot;
    const Playbook& playbook;
    const Runbook& runbook;
    const Incident* incident;
    const RunState* run;
    QMap<QString, QString> outputs;
};

// StepProof.cpp: what is judged on the board
void takeStage(StepView& view, const Scene& scene);
void takeProof(StepView& view, const Scene& scene, const StepRunState* latest);

}  // namespace cockpit::panels::runbook
