// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/Snapshot.h"

namespace cockpit {

const Incident* Snapshot::incident(const QString& id) const
{
    for (const Incident& candidate : incidents) {
        if (candidate.id == id)
            return &candidate;
    }
    return nullptr;
}

const PlatformState* Snapshot::platform(const QString& id) const
{
    for (const PlatformState& candidate : platforms) {
        if (candidate.playbook && candidate.playbook->id == id)
            return &candidate;
    }
    return nullptr;
}

const StageState* Snapshot::stage(const QString& incidentId, const QString& runbook, const QString& step) const
{
    const auto found = std::find_if(stages.begin(), stages.end(), [&](const StageState& state) {
        return state.incident == incidentId && state.runbook == runbook && state.step == step;
    });
    return found == stages.end() ? nullptr : &*found;
}

}  // namespace cockpit
