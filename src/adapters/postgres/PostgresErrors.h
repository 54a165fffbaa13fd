// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresSettings.h"
#include "core/base/Result.h"

namespace cockpit::adapters::postgres {

/// Why a connection could not be made, from libpq's words: one sentence with the remedy.
Error connectError(const PostgresSettings& settings, const QString& libpqWords);

/// What the server said about a statement: its words, and the remedy where its SQLSTATE has one.
/// Error::detail is "SQLSTATE <code>".
Error statementError(const QString& sqlState, const QString& serverWords);

}  // namespace cockpit::adapters::postgres
