// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/TradingbotPages.h"

#include "simulator/ExpositionText.h"
#include "simulator/tradingbot/TradingbotDisks.h"
#include "simulator/tradingbot/TradingbotModel.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

void writeCounts(ExpositionText& out, const QByteArray& name, const QByteArray& help, const QByteArray& label,
                 const QMap<QString, qint64>& counts)
{
    out.describe(name, "counter", help);
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        out.sample(name, {{label, count.key().toUtf8()}}, static_cast<double>(*count));
}

void writeLatency(ExpositionText& out, const TradingbotCounters& counters)
{
    const QByteArray name = "wsb_order_latency_seconds";
    out.describe(name, "histogram", "Order latency in seconds");
    qint64 count = 0;
    for (std::size_t i = 0; i < counters.latency.size(); ++i) {
        count += counters.latency[i];
        const QByteArray limit = i < TradingbotCounters::latencyLimits.size()
                                     ? QByteArray::number(TradingbotCounters::latencyLimits[i])
                                     : QByteArray("+Inf");
        out.sample(name + "_bucket", {{"le", limit}}, static_cast<double>(count));
    }
    out.sample(name + "_sum", {}, counters.latencySum);
    out.sample(name + "_count", {}, static_cast<double>(count));
}

}  // namespace

TradingbotPages::TradingbotPages(const TradingbotModel& model)
    : m_model(model)
{
}

QByteArray TradingbotPages::metrics() const
{
    const TradingbotCounters& counters = m_model.counters();
    ExpositionText out;
    out.describe("wsb_circuit_open", "gauge", "1 when the circuit breaker is open for this reason");
    for (const QString& reason : m_model.reasonsSeen())
        out.sample("wsb_circuit_open", {{"reason", reason.toUtf8()}}, m_model.breakerReason() == reason ? 1 : 0);
    writeCounts(out, "wsb_orders_placed_total", "Orders placed", "strategy", counters.placed);
    writeCounts(out, "wsb_orders_rejected_total", "Orders the broker rejected", "strategy", counters.rejected);
    writeCounts(out, "wsb_errors_total", "Errors", "component", counters.errors);
    writeLatency(out, counters);
    out.describe("wsb_data_staleness_seconds", "gauge", "Age of the newest market data");
    for (const TradingbotSource& source : m_model.sources())
        out.sample("wsb_data_staleness_seconds", {{"source", source.name.toUtf8()}}, m_model.stalenessSeconds(source));
    out.describe("wsb_market_data_latency_seconds", "gauge", "How late market data arrives");
    for (const TradingbotSource& source : m_model.sources())
        out.sample("wsb_market_data_latency_seconds", {{"source", source.name.toUtf8()}}, source.latency);
    out.single("wsb_data_quality_failures_total", "counter", "Checks of the market data that failed",
               static_cast<double>(counters.qualityFailures));
    out.single("wsb_market_data_outliers_total", "counter", "Implausible market data values",
               static_cast<double>(counters.outliers));
    out.single("wsb_portfolio_delta_exposure", "gauge", "Delta exposure in dollars", m_model.deltaExposure());
    out.single("wsb_portfolio_delta_limit", "gauge", "Limit of the delta exposure in dollars",
               TradingbotModel::deltaLimit);
    out.single("wsb_eod_reconciliation_breaks_total", "counter", "Breaks found by reconciliation",
               static_cast<double>(counters.breaks));
    out.single("wsb_journal_entries_missing_total", "counter", "Journal entries found missing",
               static_cast<double>(counters.journalMissing));
    out.single("wsb_audit_trail_gap_seconds", "gauge", "Seconds since the newest entry of the audit trail",
               m_model.auditGapSeconds());
    return out.text();
}

QByteArray TradingbotPages::nodeMetrics() const
{
    const TradingbotMachine& machine = m_model.machine();
    ExpositionText out;
    out.single("node_memory_MemTotal_bytes", "gauge", "Memory information field MemTotal_bytes.", memoryBytes);
    out.single("node_memory_MemAvailable_bytes", "gauge", "Memory information field MemAvailable_bytes.",
               memoryBytes * (1 - machine.memory));
    out.describe("node_cpu_seconds_total", "counter", "Seconds the CPUs spent in each mode.");
    for (int core = 0; core < processorCores; ++core) {
        const QByteArray number = QByteArray::number(core);
        out.sample("node_cpu_seconds_total", {{"cpu", number}, {"mode", "idle"}}, machine.idleSeconds + 11 * core);
        out.sample("node_cpu_seconds_total", {{"cpu", number}, {"mode", "user"}}, machine.busySeconds * 0.8);
        out.sample("node_cpu_seconds_total", {{"cpu", number}, {"mode", "system"}}, machine.busySeconds * 0.2);
    }
    const QList<TradingbotDisk> disks = tradingbotDisks(machine);
    const auto labels = [](const TradingbotDisk& disk) {
        return ExpositionText::Labels{{"device", disk.device}, {"fstype", disk.type}, {"mountpoint", disk.mountedOn}};
    };
    out.describe("node_filesystem_size_bytes", "gauge", "Filesystem size in bytes.");
    for (const TradingbotDisk& disk : disks)
        out.sample("node_filesystem_size_bytes", labels(disk), disk.bytes);
    out.describe("node_filesystem_avail_bytes", "gauge", "Filesystem space available to non-root users in bytes.");
    for (const TradingbotDisk& disk : disks)
        out.sample("node_filesystem_avail_bytes", labels(disk), disk.bytes * (1 - disk.used));
    return out.text();
}

QByteArray TradingbotPages::marketDataMetrics()
{
    ExpositionText out;
    out.single("market_data_sources", "gauge", "Sources this process reads", 2);
    return out.text();
}

QByteArray TradingbotPages::logLines() const
{
    QByteArray out;
    for (const QString& line : m_model.log())
        out += line.toUtf8() + '\n';
    return out;
}

QJsonObject TradingbotPages::simulatorState() const
{
    const TradingbotCounters& counters = m_model.counters();
    return {{u"scenario"_s, m_model.scenario()},
            {u"breaker_open"_s, m_model.breakerOpen()},
            {u"breaker_reason"_s, m_model.breakerReason()},
            {u"stage"_s, TradingbotModel::nameOf(m_model.stage())},
            {u"reconciled"_s, m_model.reconciled()},
            {u"restarting"_s, m_model.restarting()},
            {u"market_data_up"_s, m_model.marketDataUp()},
            {u"open_orders"_s, m_model.openOrders()},
            {u"orders_placed"_s, TradingbotCounters::sum(counters.placed)},
            {u"orders_rejected"_s, TradingbotCounters::sum(counters.rejected)},
            {u"errors"_s, TradingbotCounters::sum(counters.errors)}};
}

}  // namespace cockpit
