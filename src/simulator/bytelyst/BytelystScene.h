// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/bytelyst/BytelystWorld.h"

namespace cockpit {

/// The faults of the simulated bot, in the order of BytelystModel::scenarios().
enum class BytelystFault {
    None,
    GhostPosition,
    GhostAfterTimeout,
    StaleOrders,
    StaleBacklog,
    StaleGrowth,
    OrdersLost,
    WrongProject,
    ServiceKeyRotated,
    SupabaseDown
};

/// Names of the profiles in the order of their numbers.
QStringList bytelystProfileNames();
/// Its id, a UUID. `number`: from 0.
QString bytelystProfile(int number);

/// Profiles whose orders are concerned by the fault.
QStringList profilesConcerned(BytelystFault fault);

/// Bot and exchange at the moment the fault shows: five profiles, seven symbols, and what the fault did to them. Ids
/// of orders continue those of `before`.
BytelystWorld bytelystScene(BytelystFault fault, const QDateTime& now, const BytelystWorld& before);

}  // namespace cockpit
