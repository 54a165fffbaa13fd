// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>
#include <QStringList>

namespace cockpit {

/// What can be wrong with the trading bot, in the order of its scenarios.
enum class TradingbotFault {
    None,
    HaltedByHand,   ///< another operator opened the breaker
    DailyLoss,      ///< the breaker is open: a wrong mark looks like a loss
    ErrorLimit,     ///< the breaker is open: a release ends in errors
    VixSpike,       ///< the breaker is open: the VIX is above 45
    Drawdown,       ///< the breaker is open: the portfolio fell too far, really
    Rejects,        ///< one strategy sends prices the broker does not take
    StaleData,      ///< the market data key has expired: every source stands still
    FeedDown,       ///< the market data process is gone
    LateData,       ///< one provider delivers late
    WrongData,      ///< one source delivers wrong values
    Outliers,       ///< one symbol was split and looks implausible
    Errors,         ///< the same release as in ErrorLimit, before the breaker opens
    SlowOrders,     ///< a report holds the database
    FewOrders,      ///< strategies were switched off with a change of configuration
    RiskLimit,      ///< the delta exposure nears its limit
    Breaks,         ///< our positions and the broker's differ
    JournalWriter,  ///< the journal's writer hangs
    AuditGap,       ///< the audit trail has lost its database
    Memory,         ///< a notebook holds the memory
    Processor,      ///< a backtest holds the processors
    Disk,           ///< the log fills its disk
};

/// One row of the table of faults.
struct TradingbotFaultRow {
    const char16_t* scenario;
    const char16_t* cure;    ///< the one act that removes the cause
    const char16_t* reason;  ///< why the breaker is open with it; empty: it is not
    bool endangersTrading;   ///< the breaker opens again when trading goes on with it
};

const TradingbotFaultRow& rowOf(TradingbotFault fault);
QStringList tradingbotScenarios();
/// The causes' cures, each once, in the order of the table.
QStringList tradingbotCures();

}  // namespace cockpit
