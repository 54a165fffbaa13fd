// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/servers/PlatformServers.h"

#include <QByteArray>
#include <QByteArrayList>

namespace cockpit {

/// What the seeded tables and keys hold.
struct JustTradesSeed {
    static constexpr int staleOpenTrades = 7;  ///< open trades older than 24 hours, once leaveStaleRecords() ran
    static constexpr int freshOpenTrades = 5;  ///< open trades younger than that
    static constexpr int expiredActivationTokens = 4;
    static constexpr int queued = 3;  ///< entries of broker:queue
    static constexpr int dedup = 12;  ///< keys dedup:…
};

/// The servers the platform stands on; its pages are scraped at `port`. A queue that grows is inhibited in Alertmanager
/// while the workers behind it are dead.
ServersPlan justTradesServers(quint16 port);

/// SQL that makes the Just Trades tables and fills them with plausible rows, their times relative to now.
QByteArray justTradesTables();

/// SQL: an earlier outage left trades open that nobody follows any more. Runs any number of times.
QByteArray leaveStaleRecords();
QByteArray removeStaleRecords();
QByteArray countStaleRecords();

/// Redis commands that make the list "broker:queue" and strings "dedup:…".
QByteArrayList justTradesKeys();

}  // namespace cockpit
