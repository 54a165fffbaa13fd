// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineTypes.h"
#include "core/engine/SignalBoard.h"
#include "core/engine/Snapshot.h"
#include "core/incident/IncidentLog.h"
#include "core/metrics/RuleExpression.h"

#include <QHash>

#include <map>
#include <memory>

namespace cockpit {

/// Keeps gated sequences: says whether a stage may be entered, and records when one that was entered no longer holds.
/// What it remembers besides the log is only since when a stage's checks have held; after a restart that counts anew,
/// so a stage opens later, never earlier. Thread: the engine's.
class StageWatch
{
public:
    StageWatch(const Clock& clock, IncidentLog& log, const SignalBoard& board);

    void add(PlaybookPointer playbook);
    /// Judges all checks against the board as it is now and records stages that were lost, with those after them.
    Status tick();
    /// May this step be run in this incident now? Refused with what is missing; any step that is no stage may.
    Status admits(const PlaybookPointer& playbook, const StepRequest& request) const;
    /// Every stage of every open incident's platform.
    QList<StageState> states() const;

private:
    struct Stage {
        const Playbook* playbook = nullptr;
        const Runbook* runbook = nullptr;
        const StepSpec* step = nullptr;
        const StepSpec* before = nullptr;  ///< what must have succeeded; null: nothing
        std::unique_ptr<RuleExpression> opens;
        std::unique_ptr<RuleExpression> holds;
        QDateTime openSince;  ///< since when `opens` has held; invalid while it does not
    };
    /// The stages of one runbook, in its order.
    using Sequence = std::vector<Stage>;

    RuleExpression::Lookup lookup(const Stage& stage) const;
    const StepRunState* latest(const Incident& incident, const Stage& stage, const QString& step) const;
    StageState judge(const Incident& incident, const Sequence& sequence, const Stage& stage) const;
    void judgeEntered(const Stage& stage, const StepRunState& run, StageState& state) const;
    void judgeGate(const Incident& incident, const Sequence& sequence, const Stage& stage, StageState& state) const;
    Status loseFrom(const Incident& incident, const Sequence& sequence, std::size_t first, const QString& reason);
    QString fallBackOf(const Sequence& sequence, const Stage& stage) const;

    const Clock& m_clock;
    IncidentLog& m_log;
    const SignalBoard& m_board;
    QList<PlaybookPointer> m_playbooks;
    std::map<QString, std::vector<Sequence>> m_sequences;  ///< by platform
};

}  // namespace cockpit
