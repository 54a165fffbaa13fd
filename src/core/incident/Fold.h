// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Event.h"
#include "core/incident/Incident.h"

namespace cockpit {

// The parts of the fold, by meaning. Each returns whether the event fitted the state it met; when it did not, nothing
// was changed. Precondition: the event's type is one the function is named for.

bool foldIncidentLife(Incident& incident, const Event& event);
bool foldRun(Incident& incident, const Event& event);
bool foldApproval(Incident& incident, const Event& event);
bool foldNotification(Incident& incident, const Event& event);

}  // namespace cockpit
