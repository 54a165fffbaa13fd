// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/TradingbotAlerts.h"

#include <array>

namespace cockpit {

namespace {

struct AlertRule {
    const char* name;
    const char* expression;
    const char* wait;
    const char* severity;
    const char* summary;
    const char* runbook;
};
constexpr std::array<AlertRule, 17> alertRules{{
    {"CircuitBreakerOpen", "wsb_circuit_open == 1", "0s", "critical", "Trading is halted: {{ $labels.reason }}",
     "circuit_breaker"},
    {"HighRejectRate", "sum(rate(wsb_orders_rejected_total[15s])) > 3", "3s", "critical", "The broker rejects orders",
     "order_rejects"},
    {"StaleDataFeed", "wsb_data_staleness_seconds > 20", "3s", "critical",
     "Market data of {{ $labels.source }} is stale", "stale_data"},
    {"DataQualityFailure", "increase(wsb_data_quality_failures_total[15s]) > 0", "0s", "critical",
     "A check of the market data failed", "data_quality"},
    {"HighErrorRate", "sum(rate(wsb_errors_total[15s])) > 1", "5s", "warning", "Many errors", "order_flow"},
    {"LowOrderVolume", "sum(rate(wsb_orders_placed_total[10m])) < 0.1", "10m", "warning", "Few orders are placed",
     "order_flow"},
    {"HighLatency", "histogram_quantile(0.95, sum by (le) (rate(wsb_order_latency_seconds_bucket[15s]))) > 5", "4s",
     "warning", "Orders are slow", "order_flow"},
    {"RiskLimitApproaching", "wsb_portfolio_delta_exposure / wsb_portfolio_delta_limit > 0.8", "3s", "warning",
     "The delta limit is nearly used up", "risk_limit"},
    {"SystemMemoryHigh", "1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes > 0.9", "5s", "warning",
     "Memory runs out", "system_resources"},
    {"SystemCPUHigh", "100 - 100 * avg by (instance) (irate(node_cpu_seconds_total{mode='idle'}[15s])) > 80", "5s",
     "warning", "The processor is busy", "system_resources"},
    {"DiskSpaceLow",
     "1 - node_filesystem_avail_bytes{fstype!='squashfs'} / node_filesystem_size_bytes{fstype!='squashfs'} > 0.9", "5s",
     "warning", "Disk space runs low on {{ $labels.mountpoint }}", "system_resources"},
    {"ReconciliationBreaks", "wsb_eod_reconciliation_breaks_total > 0", "0s", "critical", "Reconciliation found breaks",
     "reconciliation_breaks"},
    {"MissingJournalEntries", "increase(wsb_journal_entries_missing_total[60s]) > 0", "0s", "critical",
     "Journal entries are missing", "audit_records"},
    {"AuditTrailGap", "wsb_audit_trail_gap_seconds > 300", "5s", "warning", "The audit trail has a gap",
     "audit_records"},
    {"MarketDataFeedDown", "up{job='market_data'} == 0", "3s", "critical", "The market data feed is down",
     "stale_data"},
    {"MarketDataLatencyHigh", "wsb_market_data_latency_seconds > 1", "3s", "warning",
     "Market data of {{ $labels.source }} is late", "stale_data"},
    {"MarketDataOutliers", "increase(wsb_market_data_outliers_total[15s]) > 5", "0s", "warning",
     "Many outliers in the market data", "data_quality"},
}};

}  // namespace

QByteArray tradingbotAlertRules()
{
    QByteArray text = "groups:\n  - name: tradingbot\n    rules:\n";
    for (const AlertRule& rule : alertRules)
        text += QByteArray("      - alert: ") + rule.name + "\n        expr: \"" + rule.expression +
                "\"\n        for: " + rule.wait + "\n        labels: {severity: " + rule.severity +
                "}\n        annotations: {summary: \"" + rule.summary +
                "\", runbook_url: \"https://bot.example.com/docs/runbooks/" + rule.runbook + ".md\"}\n";
    return text;
}

ServersPlan tradingbotServers(quint16 port, quint16 marketDataPort)
{
    ThrowAwayPrometheusOptions prometheus;
    prometheus.targets = {{QStringLiteral("tradingbot"), port},
                          {QStringLiteral("node"), port, QStringLiteral("/node/metrics")},
                          {QStringLiteral("market_data"), marketDataPort}};
    prometheus.rules = tradingbotAlertRules();
    return {{}, {}, QByteArray(), prometheus};
}

}  // namespace cockpit
