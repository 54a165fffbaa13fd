// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Incident.h"

#include <optional>

namespace cockpit {

/// How a step has fared so far, by its proofs over all incidents on the log.
struct StepRecord {
    int worked = 0;
    int noEffect = 0;
    int worse = 0;
    int alreadyGood = 0;                 ///< the proof held before the step ran, so it says nothing about the step
    std::optional<Milliseconds> median;  ///< from the end of the step to its proof, of those that worked
    QDateTime lastFailed;                ///< when the latest that did not work was judged; invalid: none

    /// How often the proof could tell.
    int judged() const { return worked + noEffect + worse; }
};

/// The record of each step of a runbook that was ever judged, by step id.
QHash<QString, StepRecord> stepRecords(const QList<Incident>& incidents, const QString& platform,
                                       const QString& runbook);

}  // namespace cockpit
