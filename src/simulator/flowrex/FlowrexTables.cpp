// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexTables.h"

namespace cockpit {

namespace {

constexpr char alertRules[] =
    "groups:\n"
    "  - name: flowrex\n"
    "    rules:\n"
    "      - alert: FlowrexHighErrorRate\n"
    "        expr: 100 * sum(rate(flowrex_http_requests_total{status=~\"5..\"}[10s])) / "
    "sum(rate(flowrex_http_requests_total[10s])) > 5\n"
    "        for: 5s\n"
    "        labels: {severity: P2, platform: flowrex, incident_group: backend}\n"
    "        annotations: {summary: 'More than 5 % of the requests fail'}\n"
    "      - alert: FlowrexHostMemoryHigh\n"
    "        expr: 100 * (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) > 85\n"
    "        for: 5s\n"
    "        labels: {severity: P2, platform: flowrex, incident_group: memory}\n"
    "        annotations: {summary: 'Memory above 85 %'}\n";

constexpr int sessions = 40;
constexpr int quotes = 8;

}  // namespace

ServersPlan flowrexServers(quint16 backendPort, quint16 nodePort)
{
    ThrowAwayPostgresOptions postgres;
    postgres.database = QStringLiteral("flowrex");
    postgres.script = flowrexTables();
    ThrowAwayPrometheusOptions prometheus;
    prometheus.targets = {{QStringLiteral("flowrex-backend"), backendPort}, {QStringLiteral("node"), nodePort}};
    prometheus.rules = alertRules;
    return {postgres, flowrexKeys(), QByteArray(), prometheus};
}

QByteArray flowrexTables()
{
    return R"(
BEGIN;
CREATE TABLE trades (
    id bigserial PRIMARY KEY, symbol text NOT NULL, side text NOT NULL, status text NOT NULL, error_message text,
    created_at timestamptz NOT NULL DEFAULT now());
CREATE INDEX ON trades (created_at);
CREATE TABLE accounts (id integer PRIMARY KEY, name text NOT NULL, balance numeric NOT NULL);
CREATE TABLE strategies (id integer PRIMARY KEY, name text NOT NULL, enabled boolean NOT NULL);

INSERT INTO trades (symbol, side, status, created_at)
    SELECT (ARRAY['EUR_USD', 'GBP_USD', 'USD_JPY', 'XAU_USD'])[n % 4 + 1], (ARRAY['buy', 'sell'])[n % 2 + 1],
           'executed', now() - interval '97 seconds' * (401 - n)
    FROM generate_series(1, 400) AS n;
INSERT INTO accounts VALUES (1, 'House account', 250000), (2, 'Desk A', 90000), (3, 'Desk B', 120000);
INSERT INTO strategies SELECT n, 'Strategy ' || n, true FROM generate_series(1, 17) AS n;

-- Stands for a query without an index: it takes an hour and costs the machine nothing.
CREATE FUNCTION strategy_report(strategy integer, period interval) RETURNS TABLE (day date, profit numeric)
    LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(3600); END $$;
COMMIT;
)";
}

QByteArrayList flowrexKeys()
{
    QByteArrayList commands;
    for (int i = 1; i <= sessions; ++i)
        commands.append("SET session:" + QByteArray::number(i) + " signed-in");
    for (int i = 1; i <= quotes; ++i)
        commands.append("SET quote:" + QByteArray::number(i) + " 1.0850");
    return commands;
}

}  // namespace cockpit
