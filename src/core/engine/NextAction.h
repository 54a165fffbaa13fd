// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"

namespace cockpit {

/// The one thing to do now and why, read off a snapshot: what F1 shows. Commands are ids of window actions:
/// "incident.confirm", "incident.acknowledge", "notify.on_call", "runbook.run_next", "incident.resolve",
/// "postmortem.export", "incident.declare".
NextAction nextAction(const Snapshot& snapshot);

}  // namespace cockpit
