// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/justtrades/JustTradesTables.h"

namespace cockpit {

namespace {

constexpr char alertRules[] = "groups:\n"
                              "  - name: just-trades\n"
                              "    rules:\n"
                              "      - alert: BrokerWorkersDead\n"
                              "        expr: justtrades_broker_workers_alive < 1\n"
                              "        for: 2s\n"
                              "        labels: {severity: SEV-1, platform: just-trades, incident_group: execution}\n"
                              "        annotations: {summary: 'No broker worker is alive'}\n"
                              "      - alert: BrokerQueueGrowing\n"
                              "        expr: justtrades_broker_queue_size > 20\n"
                              "        labels: {severity: SEV-2, platform: just-trades, incident_group: execution}\n"
                              "        annotations: {summary: 'More than 20 orders wait for a broker worker'}\n";

constexpr char inhibitRules[] = "[{source_matchers: ['alertname=BrokerWorkersDead'], "
                                "target_matchers: ['alertname=BrokerQueueGrowing'], equal: ['platform']}]";

}  // namespace

ServersPlan justTradesServers(quint16 port)
{
    ThrowAwayPostgresOptions postgres;
    postgres.database = QStringLiteral("just_trades");
    postgres.script = justTradesTables();
    ThrowAwayPrometheusOptions prometheus;
    prometheus.targets = {{QStringLiteral("just-trades"), port}};
    prometheus.rules = alertRules;
    return {postgres, justTradesKeys(), QByteArray(inhibitRules), prometheus};
}

QByteArray justTradesTables()
{
    QByteArray sql = R"(
BEGIN;
CREATE TABLE accounts (
    id text PRIMARY KEY, name text NOT NULL, broker text NOT NULL, token_expires_at timestamptz NOT NULL);
CREATE TABLE recorders (id integer PRIMARY KEY, name text NOT NULL, active boolean NOT NULL);
CREATE TABLE traders (
    id integer PRIMARY KEY, account_id text NOT NULL REFERENCES accounts, recorder_id integer NOT NULL REFERENCES recorders,
    enabled boolean NOT NULL, multiplier numeric NOT NULL, dca_enabled boolean NOT NULL);
CREATE TABLE recorded_trades (
    id bigserial PRIMARY KEY, recorder_id integer NOT NULL REFERENCES recorders, ticker text NOT NULL, side text NOT NULL,
    status text NOT NULL, entry_time timestamptz NOT NULL, exit_time timestamptz, exit_reason text);
CREATE TABLE activation_tokens (
    id bigserial PRIMARY KEY, user_email text NOT NULL, token_digest text NOT NULL, expires_at timestamptz NOT NULL);
CREATE TABLE tradingview_sessions (id integer PRIMARY KEY, updated_at timestamptz NOT NULL, auto_refresh boolean NOT NULL);

INSERT INTO accounts VALUES
    ('acct-2201', 'Prop desk 1', 'tradovate', now() + interval '9 hours'),
    ('acct-2202', 'Prop desk 2', 'tradovate', now() + interval '2 hours'),
    ('acct-2203', 'Family office', 'tradovate', now() + interval '15 hours');
INSERT INTO recorders SELECT n, 'Recorder ' || n, true FROM generate_series(1, 4) AS n;
INSERT INTO traders
    SELECT n, 'acct-220' || (n % 3 + 1), n % 4 + 1, n <> 9, CASE WHEN n % 5 = 0 THEN 2 ELSE 1 END, n % 4 = 0
    FROM generate_series(1, 12) AS n;
INSERT INTO recorded_trades (recorder_id, ticker, side, status, entry_time, exit_time, exit_reason)
    SELECT n % 4 + 1, (ARRAY['MNQ', 'MES', 'NQ', 'ES', 'GC'])[n % 5 + 1], (ARRAY['buy', 'sell'])[n % 2 + 1], 'closed',
           now() - interval '1 hour' * (n + 2), now() - interval '1 hour' * (n + 1),
           (ARRAY['take_profit', 'stop_loss', 'signal'])[n % 3 + 1]
    FROM generate_series(1, 60) AS n;
INSERT INTO recorded_trades (recorder_id, ticker, side, status, entry_time)
    SELECT n % 4 + 1, (ARRAY['MNQ', 'MES', 'NQ', 'ES', 'GC'])[n % 5 + 1], (ARRAY['buy', 'sell'])[n % 2 + 1], 'open',
           now() - interval '17 minutes' * n
    FROM generate_series(1, :fresh) AS n;
INSERT INTO activation_tokens (user_email, token_digest, expires_at)
    SELECT 'user' || n || '@example.com', md5('token' || n),
           now() + CASE WHEN n <= :expired THEN interval '-1 day' * n ELSE interval '1 day' * n END
    FROM generate_series(1, :expired + 6) AS n;
INSERT INTO tradingview_sessions VALUES (1, now() - interval '3 hours', true);
COMMIT;
)";
    sql.replace(":fresh", QByteArray::number(JustTradesSeed::freshOpenTrades));
    sql.replace(":expired", QByteArray::number(JustTradesSeed::expiredActivationTokens));
    return sql;
}

QByteArray leaveStaleRecords()
{
    QByteArray sql = removeStaleRecords() + R"(
INSERT INTO recorded_trades (recorder_id, ticker, side, status, entry_time)
    SELECT n % 4 + 1, (ARRAY['MNQ', 'MES', 'NQ', 'ES', 'GC'])[n % 5 + 1], (ARRAY['buy', 'sell'])[n % 2 + 1], 'open',
           now() - interval '1 day' * (n + 1) - interval '20 minutes'
    FROM generate_series(1, :stale) AS n;
)";
    return sql.replace(":stale", QByteArray::number(JustTradesSeed::staleOpenTrades));
}

QByteArray removeStaleRecords()
{
    return "DELETE FROM recorded_trades WHERE status = 'open' AND entry_time < now() - interval '24 hours';";
}

QByteArray countStaleRecords()
{
    return "SELECT count(*) FROM recorded_trades WHERE status = 'open' AND entry_time < now() - interval '24 hours'";
}

QByteArrayList justTradesKeys()
{
    QByteArrayList commands;
    for (int i = 1; i <= JustTradesSeed::queued; ++i)
        commands.append("RPUSH broker:queue signal-" + QByteArray::number(i));
    for (int i = 1; i <= JustTradesSeed::dedup; ++i)
        commands.append("SET dedup:signal-" + QByteArray::number(i) + " 1");
    return commands;
}

}  // namespace cockpit
