// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexPages.h"

#include "simulator/ExpositionText.h"
#include "simulator/flowrex/FlowrexModel.h"

#include <QMap>

#include <cmath>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double bytesPerMiB = 1'048'576;
constexpr double diskBytes = 80e9;

QString stamp(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

ExpositionText::Labels labelsOf(const FlowrexModel::Endpoint& endpoint)
{
    return {{"method", endpoint.method}, {"endpoint", endpoint.path}};
}

QStringList quietLog(const QString& service, const FlowrexModel& model)
{
    const QString at = stamp(model.now());
    if (service == u"frontend") {
        QStringList lines{u"frontend-1  | ready - started server on 0.0.0.0:3000"_s};
        if (!model.up())
            lines << u"frontend-1  | %1 error: fetch http://backend:8000/api/v1/portfolio failed: ECONNREFUSED"_s.arg(
                at);
        return lines;
    }
    if (service == u"nginx") {
        QStringList lines{u"nginx-1  | /docker-entrypoint.sh: Configuration complete; ready for start up"_s};
        if (!model.up())
            lines
                << u"nginx-1  | %1 [error] 29#29: *8191 connect() failed (111: Connection refused) while connecting to "
                   "upstream, server: flowrex.app, upstream: \"http://backend:8000/api/v1/portfolio\""_s.arg(at);
        return lines;
    }
    if (service == u"postgres")
        return {u"postgres-1  | %1 [1] LOG:  database system is ready to accept connections"_s.arg(at)};
    if (service == u"redis")
        return {u"redis-1  | 1:M * Ready to accept connections"_s};
    return {};
}

}  // namespace

FlowrexPages::FlowrexPages(const FlowrexModel& model)
    : m_model(model)
{
}

QJsonObject FlowrexPages::health() const
{
    return {{u"status"_s, u"healthy"_s}, {u"version"_s, m_model.version()}, {u"timestamp"_s, stamp(m_model.now())}};
}

bool FlowrexPages::ready() const
{
    return !m_model.cacheHung();
}

QJsonObject FlowrexPages::readiness() const
{
    const QJsonObject checks{{u"database"_s, u"ok"_s},
                             {u"redis"_s, m_model.cacheHung() ? u"timeout after 2.0 s"_s : u"ok"_s}};
    return {{u"status"_s, ready() ? u"ready"_s : u"not_ready"_s}, {u"checks"_s, checks}};
}

QByteArray FlowrexPages::metrics() const
{
    ExpositionText out;
    describeRequests(out);
    describeTrading(out);
    out.single("flowrex_websocket_connections", "gauge", "Open WebSocket connections", m_model.webSockets());
    out.single("flowrex_database_connections", "gauge", "Open database connections", m_model.poolConnections());
    out.single("flowrex_redis_connections", "gauge", "Open Redis connections", 12);
    out.single("flowrex_backtests_running", "gauge", "Backtests under way", m_model.starved() ? 12 : 1);
    out.describe("flowrex_agent_tasks_total", "counter", "Agent tasks by result");
    out.sample("flowrex_agent_tasks_total", {{"agent_type", "research"}, {"status", "completed"}},
               static_cast<double>(m_model.signalsGenerated() / 10));
    return out.text();
}

void FlowrexPages::describeRequests(ExpositionText& out) const
{
    const auto& endpoints = FlowrexModel::endpoints();
    out.describe("flowrex_http_requests_total", "counter", "Requests answered");
    for (qsizetype i = 0; i < endpoints.size(); ++i) {
        const FlowrexEndpointCounts& counts = m_model.counts(i);
        qint64 failed = 0;
        for (std::size_t kind = 0; kind < counts.failures.size(); ++kind) {
            failed += counts.failures[kind];
            if (counts.failures[kind] == 0)
                continue;
            auto labels = labelsOf(endpoints.at(i));
            labels.emplace_back("status", QByteArray::number(FlowrexModel::failureStatuses[kind]));
            out.sample("flowrex_http_requests_total", labels, static_cast<double>(counts.failures[kind]));
        }
        auto labels = labelsOf(endpoints.at(i));
        labels.emplace_back("status", "200");
        out.sample("flowrex_http_requests_total", labels, static_cast<double>(counts.requests - failed));
    }
    out.describe("flowrex_http_request_duration_seconds", "histogram", "How long requests took");
    for (qsizetype i = 0; i < endpoints.size(); ++i) {
        const FlowrexEndpointCounts& counts = m_model.counts(i);
        const auto plain = labelsOf(endpoints.at(i));
        const auto bucket = [&](const QByteArray& bound, qint64 count) {
            auto labels = plain;
            labels.emplace_back("le", bound);
            out.sample("flowrex_http_request_duration_seconds_bucket", labels, static_cast<double>(count));
        };
        for (std::size_t bound = 0; bound < counts.buckets.size(); ++bound)
            bucket(QByteArray::number(FlowrexModel::bucketBounds[bound]), counts.buckets[bound]);
        bucket("+Inf", counts.requests);
        out.sample("flowrex_http_request_duration_seconds_sum", plain, counts.seconds);
        out.sample("flowrex_http_request_duration_seconds_count", plain, static_cast<double>(counts.requests));
    }
    out.describe("flowrex_http_requests_in_progress", "gauge", "Requests under way");
    out.sample("flowrex_http_requests_in_progress", labelsOf(endpoints.at(0)), m_model.requestsInProgress());
}

void FlowrexPages::describeTrading(ExpositionText& out) const
{
    out.describe("flowrex_trades_executed_total", "counter", "Trades executed");
    out.sample("flowrex_trades_executed_total", {{"symbol", "EUR_USD"}, {"side", "buy"}, {"execution_mode", "live"}},
               static_cast<double>(m_model.tradesExecuted()));
    out.describe("flowrex_trades_failed_total", "counter", "Trades that failed");
    out.sample("flowrex_trades_failed_total", {{"symbol", "EUR_USD"}, {"reason", "broker_rejected"}},
               static_cast<double>(m_model.tradesFailed()));
    out.describe("flowrex_signals_generated_total", "counter", "Signals generated");
    out.sample("flowrex_signals_generated_total", {{"strategy", "momentum"}, {"signal_type", "entry"}},
               static_cast<double>(m_model.signalsGenerated()));
    out.describe("flowrex_signals_rejected_total", "counter", "Signals the risk engine rejected");
    out.sample("flowrex_signals_rejected_total", {{"strategy", "momentum"}, {"rejection_reason", "max_open_positions"}},
               static_cast<double>(m_model.signalsRejected()));
    out.single("flowrex_active_strategies", "gauge", "Strategies that trade", m_model.up() ? 17 : 0);
    out.describe("flowrex_strategy_pnl", "gauge", "Profit of each strategy");
    out.sample("flowrex_strategy_pnl", {{"strategy", "momentum"}}, 1'280.5);
}

QByteArray FlowrexPages::nodeMetrics() const
{
    ExpositionText out;
    out.single("node_memory_MemTotal_bytes", "gauge", "Memory information field MemTotal_bytes.",
               FlowrexModel::hostMemoryMiB * bytesPerMiB);
    out.single("node_memory_MemAvailable_bytes", "gauge", "Memory information field MemAvailable_bytes.",
               (FlowrexModel::hostMemoryMiB - m_model.hostMemoryUsedMiB()) * bytesPerMiB);
    out.describe("node_cpu_seconds_total", "counter", "Seconds the CPUs spent in each mode.");
    out.sample("node_cpu_seconds_total", {{"cpu", "0"}, {"mode", "idle"}}, m_model.cpuIdleSeconds());
    out.sample("node_cpu_seconds_total", {{"cpu", "0"}, {"mode", "user"}}, m_model.cpuBusySeconds());
    const ExpositionText::Labels disk{{"device", "/dev/vda1"}, {"fstype", "ext4"}, {"mountpoint", "/"}};
    out.describe("node_filesystem_size_bytes", "gauge", "Filesystem size in bytes.");
    out.sample("node_filesystem_size_bytes", disk, diskBytes);
    out.describe("node_filesystem_avail_bytes", "gauge", "Filesystem space available to non-root users in bytes.");
    out.sample("node_filesystem_avail_bytes", disk, diskBytes * 0.58);
    return out.text();
}

QJsonObject FlowrexPages::state() const
{
    return {{u"scenario"_s, m_model.scenario()},
            {u"backend_up"_s, m_model.up()},
            {u"version"_s, m_model.version()},
            {u"instances"_s, m_model.instances()},
            {u"pool_connections"_s, m_model.poolConnections()},
            {u"starved"_s, m_model.starved()},
            {u"websocket_connections"_s, m_model.webSockets()},
            {u"trades_failed"_s, m_model.tradesFailed()},
            {u"memory_used_mib"_s, m_model.hostMemoryUsedMiB()}};
}

QString FlowrexPages::log(const QString& service, int limit) const
{
    QStringList lines;
    if (service != u"backend") {
        lines = quietLog(service, m_model);
        lines = lines.mid(std::max(qsizetype(0), lines.size() - limit));
    } else {
        QMap<int, int> taken;
        for (auto line = m_model.log().rbegin(); line != m_model.log().rend(); ++line) {
            if (taken[line->instance]++ < limit)
                lines.prepend(u"backend-%1  | %2 %3"_s.arg(line->instance).arg(stamp(line->at), line->text));
        }
    }
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

}  // namespace cockpit
