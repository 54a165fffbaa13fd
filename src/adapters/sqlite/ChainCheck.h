// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/sqlite/SqliteConnection.h"
#include "core/incident/EventStore.h"

namespace cockpit::adapters::sqlite {

/// The columns eventOf() expects, in its order.
QString eventColumns();

/// The event in the query's current row. Data that is not JSON (somebody changed the file) comes as {"unreadable":
/// text}, so that one spoilt entry does not hide the others; checkChain() names it.
Event eventOf(const QSqlQuery& row);

/// Reads the whole log in one snapshot and names the first event that was changed, moved, taken out or cut off.
Result<ChainReport> checkChain(const SqliteConnection& connection);

}  // namespace cockpit::adapters::sqlite
