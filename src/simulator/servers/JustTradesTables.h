// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>

namespace cockpit {

/// SQL that makes the Just Trades tables and fills them with plausible rows, their times relative to now.
QByteArray justTradesTables(int staleOpenTrades, int freshOpenTrades, int expiredTokens);

}  // namespace cockpit
