// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/TradingbotHealth.h"

#include "simulator/tradingbot/TradingbotModel.h"

#include <QList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

using Fault = TradingbotFault;
using Pairs = QList<std::pair<QString, QString>>;

// Values as Python's repr() writes them.
QString text(QString value)
{
    return u'\'' + value.replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s) + u'\'';
}

QString text(const char16_t* value)
{
    return text(QString::fromUtf16(value));
}

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

QString truth(bool value)
{
    return value ? u"True"_s : u"False"_s;
}

QString list(const QStringList& values)
{
    QStringList quoted;
    for (const QString& value : values)
        quoted << text(value);
    return u'[' + quoted.join(u", "_s) + u']';
}

QString dictionary(const Pairs& pairs)
{
    QStringList entries;
    for (const auto& [key, value] : pairs)
        entries << text(key) + u": "_s + value;
    return u'{' + entries.join(u", "_s) + u'}';
}

QString status(bool well)
{
    return text(well ? u"healthy" : u"degraded");
}

QString broker(const TradingbotModel& model)
{
    const bool rejects = model.cause() == Fault::Rejects;
    Pairs pairs{{u"status"_s, status(!rejects)},
                {u"latency_ms"_s, number(rejects ? 52 : 41, 0)},
                {u"account_status"_s, text(u"ACTIVE")},
                {u"open_orders"_s, number(model.openOrders(), 0)}};
    if (rejects)
        pairs.append(
            {u"last_rejection"_s, text(u"momentum_weeklies: 422 invalid limit_price 14.237: sub-penny increment")});
    return dictionary(pairs);
}

QString marketData(const TradingbotModel& model)
{
    Pairs sources;
    bool well = model.marketDataUp();
    for (const TradingbotSource& source : model.sources()) {
        const double age = model.stalenessSeconds(source);
        Pairs figures{{u"age_seconds"_s, number(age, 1)}, {u"latency_seconds"_s, number(source.latency, 2)}};
        if (model.cause() == Fault::StaleData)
            figures.append({u"error"_s, text(u"401 Unauthorized: market data key expired")});
        if (model.cause() == Fault::WrongData && source.name == u"alpaca_sip")
            figures.append({u"failed_check"_s, text(u"price_range: SPY 5.84 (previous 584.10)")});
        if (model.cause() == Fault::Outliers)
            figures.append({u"outlier"_s, text(u"NVDA 121.30 (mean 1213.00, split 10:1 today)")});
        well = well && age < 20 && source.latency < 1 && figures.size() == 2;
        sources.append({source.name, dictionary(figures)});
    }
    return dictionary(
        {{u"status"_s, status(well)},
         {u"process"_s, model.marketDataUp() ? text(u"running") : text(u"not running (killed by signal 9)")},
         {u"sources"_s, dictionary(sources)}});
}

QString database(const TradingbotModel& model)
{
    if (model.cause() == Fault::AuditGap)
        return dictionary({{u"status"_s, text(u"degraded")},
                           {u"audit_connection"_s, text(u"server closed the connection unexpectedly")}});
    if (model.cause() == Fault::SlowOrders)
        return dictionary(
            {{u"status"_s, text(u"degraded")},
             {u"write_latency_ms"_s, number(6'140, 0)},
             {u"longest_query"_s, text(u"report_monthly.sql by reporting, 00:47:12, holds a lock on orders")}});
    return dictionary({{u"status"_s, text(u"healthy")}, {u"write_latency_ms"_s, number(4, 0)}});
}

QString breaker(const TradingbotModel& model)
{
    Pairs pairs{{u"open"_s, truth(model.breakerOpen())}, {u"stage"_s, text(TradingbotModel::nameOf(model.stage()))}};
    if (model.breakerOpen())
        pairs.append(Pairs{{u"reason"_s, text(model.breakerReason())},
                           {u"detail"_s, text(model.breakerDetail())},
                           {u"opened_at"_s, text(model.breakerOpenedAt().toUTC().toString(Qt::ISODate))}});
    pairs.append({u"reconciled_since"_s, truth(model.reconciled())});
    return dictionary(pairs);
}

QString risk(const TradingbotModel& model)
{
    const bool wrongMark = model.cause() == Fault::DailyLoss;
    const double share = model.deltaExposure() / TradingbotModel::deltaLimit;
    Pairs pairs{{u"status"_s, status(!wrongMark && share < 0.8 && model.cause() != Fault::Drawdown)},
                {u"delta_used"_s, number(share, 2)},
                {u"daily_pnl_percent"_s, number(wrongMark ? -6.21 : -0.83, 2)},
                {u"drawdown_percent"_s, number(model.cause() == Fault::Drawdown ? 21.3 : 7.4, 2)},
                {u"vix"_s, number(model.vix(), 1)},
                {u"size_factor"_s, model.vix() > 35 ? u"0.5"_s : u"1.0"_s}};
    if (wrongMark)
        pairs.append({u"suspicious_mark"_s, text(u"GME 0.01 (last trade 24.60)")});
    if (model.cause() == Fault::RiskLimit)
        pairs.append({u"largest_delta"_s, text(u"SPY 2026-11-27 600C +38400")});
    return dictionary(pairs);
}

QString strategies(const TradingbotModel& model)
{
    QStringList off;
    if (model.cause() == Fault::FewOrders)
        off = TradingbotModel::strategies().mid(0, 2);
    else if (model.strategyOff())
        off = TradingbotModel::strategies().mid(0, 1);
    return dictionary({{u"status"_s, status(off.isEmpty())}, {u"disabled"_s, list(off)}});
}

QString reconciliation(const TradingbotModel& model)
{
    const TradingbotReport& last = model.lastReport();
    return dictionary({{u"status"_s, status(last.breaks.isEmpty())},
                       {u"last_breaks"_s, QString::number(last.breaks.size())},
                       {u"last_value"_s, number(last.worth, 2)}});
}

QString records(const TradingbotModel& model)
{
    const bool hangs = model.cause() == Fault::JournalWriter;
    return dictionary({{u"status"_s, status(!hangs && model.auditGapSeconds() < 300 && model.lostEntries() == 0)},
                       {u"journal_writer"_s, text(hangs ? u"not responding, queue full" : u"running")},
                       {u"journal_entries_missing"_s, QString::number(model.lostEntries())},
                       {u"audit_trail_gap_seconds"_s, number(model.auditGapSeconds(), 0)}});
}

QString machine(const TradingbotModel& model)
{
    const TradingbotMachine& figures = model.machine();
    const double worst = std::max({figures.memory, figures.processor + 0.1, figures.logDisk});
    return dictionary({{u"status"_s, status(worst < 0.9)},
                       {u"memory_percent"_s, number(100 * figures.memory, 1)},
                       {u"cpu_percent"_s, number(100 * figures.processor, 1)},
                       {u"log_disk_percent"_s, number(100 * figures.logDisk, 1)}});
}

QString release(const TradingbotModel& model)
{
    const bool bad = model.cause() == Fault::Errors || model.cause() == Fault::ErrorLimit;
    Pairs pairs{{u"status"_s, status(!bad)}, {u"release"_s, text(bad ? u"2026.11.20-2" : u"2026.11.20-1")}};
    if (bad)
        pairs.append({u"last_error"_s, text(u"sentiment: KeyError: compound")});
    return dictionary(pairs);
}

}  // namespace

QString tradingbotHealth(const TradingbotModel& model)
{
    const Pairs components{{u"broker_api"_s, broker(model)},     {u"market_data"_s, marketData(model)},
                           {u"database"_s, database(model)},     {u"risk"_s, risk(model)},
                           {u"strategies"_s, strategies(model)}, {u"reconciliation"_s, reconciliation(model)},
                           {u"records"_s, records(model)},       {u"machine"_s, machine(model)},
                           {u"application"_s, release(model)}};
    QStringList unwell;
    for (const auto& [name, figures] : components) {
        if (figures.startsWith(u"{'status': 'degraded'"))
            unwell << name;
    }
    const char16_t* overall = model.breakerOpen() ? u"critical" : unwell.isEmpty() ? u"healthy" : u"degraded";
    Pairs all{{u"overall_status"_s, text(overall)},
              {u"timestamp"_s, text(model.now().toUTC().toString(Qt::ISODate))},
              {u"degraded"_s, list(unwell)},
              {u"circuit_breaker"_s, breaker(model)}};
    return dictionary(all + components);
}

QString tradingbotReportText(const TradingbotReport& report, const TradingbotModel& model)
{
    QStringList breaks;
    for (const TradingbotPosition& position : report.breaks)
        breaks << u"PositionBreak(symbol=%1, ours=%2, broker=%3, value=%4)"_s.arg(
            text(position.symbol), QString::number(position.ours), QString::number(position.atBroker),
            number(std::abs(position.ours - position.atBroker) * position.price, 2));
    return u"ReconciliationReport(timestamp=%1, positions_compared=%2, positions_at_broker=%2, breaks=[%3], "
           "total_value=%4, clean=%5)"_s.arg(text(model.now().toUTC().toString(Qt::ISODate)),
                                             QString::number(report.compared), breaks.join(u", "_s),
                                             number(report.worth, 2), truth(report.breaks.isEmpty()));
}

}  // namespace cockpit
