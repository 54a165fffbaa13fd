// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresLink.h"
#include "core/base/Clock.h"
#include "core/runbook/ResultTable.h"

namespace cockpit::adapters::postgres {

enum class Opening { Reading, ReadingOneSnapshot, Changing, ChangingOneSnapshot };

/// How long a statement waits for a lock, at most.
inline constexpr Milliseconds lockPatience{5'000};

/// Connects and sets the limits the server keeps by itself, so that nothing goes on there after we have gone. `hold` is
/// how long the transaction may stay open without a statement.
Status prepareSession(PostgresLink& link, const PostgresSettings& settings, Milliseconds hold, const Bounds& bounds);

/// Opens the transaction. The first query of a read-only one takes the snapshot: from then on the server refuses to
/// make it writable again.
Status begin(PostgresLink& link, Opening opening, const Bounds& bounds);

/// Ends what is open, by closing the connection when it must.
void rollBack(PostgresLink& link);

/// With the types of the columns, for the window and the evidence.
ResultTable typedTable(const Table& table);

/// "3 rows"
QString rowsText(qint64 count);

}  // namespace cockpit::adapters::postgres
