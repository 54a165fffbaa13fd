// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/TradingbotFaults.h"

#include <array>

namespace cockpit {

namespace {

constexpr std::array<TradingbotFaultRow, 22> rows{{
    {u"healthy", u"", u"", false},
    {u"halted-by-hand", u"release-halt", u"manual_halt", true},
    {u"daily-loss", u"correct-mark", u"daily_loss_limit", true},
    {u"error-limit", u"roll-back-release", u"error_rate_limit", true},
    {u"vix-spike", u"vix-calms", u"vix_threshold", true},
    {u"drawdown", u"approve-risk", u"drawdown_limit", true},
    {u"rejects", u"disable-strategy", u"", true},
    {u"data-stale", u"renew-key", u"", true},
    {u"feed-down", u"restart-market-data", u"", true},
    {u"data-late", u"switch-source", u"", true},
    {u"data-wrong", u"take-out-source", u"", true},
    {u"outliers", u"take-out-symbol", u"", false},
    {u"errors", u"roll-back-release", u"", true},
    {u"orders-slow", u"end-report", u"", true},
    {u"orders-few", u"enable-strategies", u"", false},
    {u"risk-limit", u"reduce-exposure", u"", true},
    {u"positions-differ", u"correct-positions", u"", true},
    {u"journal-gap", u"restart-journal-writer", u"", false},
    {u"audit-gap", u"reconnect-database", u"", false},
    {u"memory-full", u"end-notebook", u"", false},
    {u"processor-busy", u"end-backtest", u"", false},
    {u"disk-full", u"compress-logs", u"", false},
}};

}  // namespace

const TradingbotFaultRow& rowOf(TradingbotFault fault)
{
    return rows[static_cast<std::size_t>(fault)];
}

QStringList tradingbotScenarios()
{
    QStringList names;
    for (const TradingbotFaultRow& row : rows)
        names << QString::fromUtf16(row.scenario);
    return names;
}

QStringList tradingbotCures()
{
    QStringList names;
    for (const TradingbotFaultRow& row : rows) {
        if (*row.cure != u'\0')
            names << QString::fromUtf16(row.cure);
    }
    names.removeDuplicates();
    return names;
}

}  // namespace cockpit
