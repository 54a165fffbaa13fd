// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Incident.h"
#include "core/playbook/Playbook.h"

#include <QDateTime>
#include <QStringList>

namespace cockpit {

/// What is still open when somebody wants to resolve: firing alerts, steps that run or whose outcome is unknown, lost
/// stages, quiet time that is not over, and unticked items of the lifecycle. Translated, one line each; shown before
/// resolving and recorded with it. `playbook` may be null.
QStringList openItems(const Incident& incident, const Playbook* playbook, const QDateTime& now);

}  // namespace cockpit
