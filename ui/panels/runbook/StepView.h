// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"
#include "core/incident/StepRecord.h"
#include "ui/widgets/Theme.h"

namespace cockpit::panels::runbook {

/// A change that was made and waits for a person: commit, or roll back.
struct HeldChange {
    QString incident;
    QString run;
    QString step;
    QString title;        ///< of the step, and of the incident when it is another than the selected one
    QString summary;      ///< "7 rows changed, not committed"
    QString undoSummary;  ///< what could bring the old content back, or why nothing can
    TargetIdentity target;
    QDateTime since;
    QDateTime until;  ///< when it is rolled back by itself
};

/// The proof of a step: awaited, or judged.
struct Proof {
    bool live = false;
    QString signal;    ///< title of what is measured
    QString now;       ///< its value, or why there is none; empty once judged
    bool old = false;  ///< the value is from before the step's end: it proves nothing
    QString wanted;    ///< "at least 10"
    QDateTime startedAt;
    QDateTime deadline;
    QDateTime holdingSince;  ///< invalid: it is not as wanted now
    Milliseconds hold{0};
    QString verdict;
    Milliseconds after{0};
};

/// A value that an earlier step hands on to an input.
struct OfferedInput {
    QString value;
    QString from;  ///< title of that step
};

/// Everything a step card shows, read off a snapshot. A value.
struct StepView {
    enum class State { Open, Running, Held, Succeeded, Failed, Unknown };
    StepSpec spec;
    int number = 1;  ///< position in the runbook, from 1
    State state = State::Open;
    StepState ended = StepState::Failed;  ///< meaningful when Succeeded or Failed
    QString run;                          ///< of the latest execution
    QString text;                         ///< what was or would be sent
    QString summary;                      ///< right of the title: how it ended, or what proves it
    QString record;                       ///< "worked 3 of 4, median 95 s"; empty without history
    QString verdict;                      ///< of the latest execution
    QString evidence;                     ///< SHA-256 of the latest output, or empty
    QString table;                        ///< SHA-256 of the latest result as a table, or empty
    QString connectionId;
    Environment environment = Environment::Production;
    QString stage;                             ///< how the stage of a gated sequence stands; empty: the step is none
    bool lost = false;                         ///< the stage was entered and no longer held
    bool fallBack = false;                     ///< a stage was lost: this step is what to run now
    QList<std::pair<QString, QString>> links;  ///< runbooks that take over: id and title
    QString obstacle;                          ///< why it cannot run now; empty when it can
    bool watching = false;                     ///< its proof is being waited for
    Truth calledFor = Truth::Yes;              ///< what only_if says
    std::optional<Proof> proof;
    std::optional<HeldChange> held;  ///< of the step, or of its undo
    bool mayUndo = false;            ///< what it took away was kept and not put back yet
    bool undoing = false;
    bool undone = false;
    QString undo;                           ///< how the undo fared, or why there is none
    std::pair<QString, QString> lookFirst;  ///< id and title of what tells what an unknown outcome has done
    QDateTime waitsSince;                   ///< of a wait that runs
    QDateTime waitsUntil;
    QMap<QString, OfferedInput> offered;  ///< by input
    QString approver;
    QDateTime now;
};

/// The steps of a runbook as they stand in an incident (`incident` may be null). `newRun`: as if none had begun.
QList<StepView> stepViews(const Snapshot& snapshot, const Playbook& playbook, const Runbook& runbook,
                          const Incident* incident, const QHash<QString, StepRecord>& records = {},
                          bool newRun = false);

/// Every held change on the log, the one that ends first in front. `selected` is the incident looked at.
QList<HeldChange> heldChanges(const Snapshot& snapshot, const QString& selected);

/// Id of the step that undoes another, in the runs on the log.
QString undoStepId(const QString& step);

// StepWords.cpp: how it reads

/// What a step will send, as the playbook has it, with its placeholders.
QString stepText(const StepSpec& spec);

Tone toneOf(const StepView& view);
QString signOf(const StepView& view);  ///< "✓", "!", "?", "…" or the number
QString stateWord(const StepView& view);
QString recordText(const StepRecord& record, const QDateTime& now);
QString verdictWord(const QString& verdict);
/// Where something happens, the server's id shortened: "just_trades · db1:5432 · ops_rw · server 73120412…".
QString targetText(const TargetIdentity& target);
QString timeLeft(const QDateTime& now, const QDateTime& until);

}  // namespace cockpit::panels::runbook
