// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"
#include "ui/widgets/Theme.h"

namespace cockpit::panels::runbook {

/// Everything a step card shows, read off a snapshot. A value.
struct StepView {
    enum class State { Open, Running, Succeeded, Failed, Unknown };
    StepSpec spec;
    int number = 1;  ///< position in the runbook, from 1
    State state = State::Open;
    StepState ended = StepState::Failed;  ///< meaningful when Succeeded or Failed
    QString run;                          ///< of the latest execution
    QString text;                         ///< what was or would be sent
    QString summary;                      ///< right of the title: how it ended, or what proves it
    QString record;                       ///< "worked 3 of 4"; empty without history
    QString verdict;                      ///< of the latest execution
    QString evidence;                     ///< SHA-256 of the latest output, or empty
    QString connectionId;
    Environment environment = Environment::Production;
    QString stage;                             ///< how the stage of a gated sequence stands; empty: the step is none
    bool lost = false;                         ///< the stage was entered and no longer held
    bool fallBack = false;                     ///< a stage was lost: this step is what to run now
    QList<std::pair<QString, QString>> links;  ///< runbooks that take over: id and title
    QString obstacle;                          ///< why it cannot run now; empty when it can
    bool watching = false;                     ///< its proof is being waited for
};

/// The steps of a runbook as they stand in an incident (`incident` may be null).
QList<StepView> stepViews(const Snapshot& snapshot, const Playbook& playbook, const Runbook& runbook,
                          const Incident* incident);

/// What a step will send, as the playbook has it, with its placeholders.
QString stepText(const StepSpec& spec);

Tone toneOf(const StepView& view);
QString signOf(const StepView& view);  ///< "✓", "!", "?", "…" or the number
QString stateWord(const StepView& view);

}  // namespace cockpit::panels::runbook
