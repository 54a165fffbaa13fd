// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/JustTradesSimulator.h"
#include "tests/simulator/PlainHttp.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QWebSocket>

namespace cockpit::test {

namespace {

struct Expected {
    const char* path;
    bool needsKey;
    QList<const char*> fields;  // JSON pointers of one or two parts
};

const QList<Expected>& pages()
{
    static const QList<Expected> all{
        {"/health", false, {"status", "service", "timestamp"}},
        {"/status",
         false,
         {"open_trades", "indexed_positions", "websocket_connected", "subscribed_symbols", "cached_prices/MNQ"}},
        {"/health/detailed", true, {"database", "memory", "threads", "queues"}},
        {"/api/broker-execution/status",
         true,
         {"fast_webhook/workers_alive", "fast_webhook/total_processed", "fast_webhook/avg_latency_ms",
          "broker_execution/workers_alive", "broker_execution/queue_size", "broker_execution/total_processed",
          "broker_execution/total_failures", "broker_execution/avg_execution_ms", "traders/total_enabled",
          "traders/total_accounts", "signal_blocking/currently_blocked"}},
        {"/api/broker-execution/failures?limit=5", true, {"failures"}},
        {"/api/broker-queue/stats", false, {"queue_size", "processing_rate", "success_rate"}},
        {"/api/webhook-activity?limit=5",
         true,
         {"stats/total", "stats/success", "stats/failed", "stats/blocked", "stats/success_rate", "activity"}},
        {"/api/raw-webhooks?limit=5", true, {"total", "action_breakdown/buy", "webhooks"}},
        {"/api/tradingview/status",
         false,
         {"websocket_connected", "jwt_token_valid", "cached_prices/ES", "session_updated_at", "auto_refresh_enabled"}},
        {"/api/accounts/auth-status", false, {"all_accounts_valid", "accounts_needing_reauth", "count"}},
        {"/api/admin/whop-sync-status",
         true,
         {"last_run", "total_synced", "total_resent", "sync_interval_seconds", "pending_resends", "stuck_users"}},
        {"/api/thread-health", true, {"threads/broker_execution", "threads/tradingview_stream"}},
        {"/api/recorders/2/execution-status",
         false,
         {"enabled_accounts_count", "missing_traders", "issues", "execution_capability"}},
        {"/api/traders/5/broker-state", false, {"positions", "working_orders"}},
        {"/api/run-migrations", true, {"status", "rows_changed", "migrations_run"}},
    };
    return all;
}

bool holdsField(const QJsonObject& json, const QString& pointer)
{
    const QStringList parts = pointer.split(QLatin1Char('/'));
    const QJsonValue first = json.value(parts.first());
    return parts.size() == 1 ? !first.isUndefined() : first.toObject().contains(parts.at(1));
}

class JustTradesPagesTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(simulator.listen());
        clock.advance(Milliseconds{20'000});
    }
    PlainReply get(const QString& path, const QByteArray& adminKey = {})
    {
        return exchange(QUrl(simulator.url().toString() + path), "GET", adminKey);
    }

    ManualClock clock;
    JustTradesSimulator simulator{clock, {{}, {}, QStringLiteral("secret-key"), 0, Milliseconds{8'000}, false}};
    const QByteArray key{"secret-key"};
};

}  // namespace

TEST_F(JustTradesPagesTest, EveryPageHasItsFields)
{
    for (const Expected& page : pages()) {
        const PlainReply reply = get(QString::fromLatin1(page.path), key);
        ASSERT_EQ(reply.status, 200) << page.path;
        EXPECT_TRUE(reply.head.contains("application/json")) << page.path;
        for (const char* field : page.fields)
            EXPECT_TRUE(holdsField(reply.json(), QString::fromLatin1(field))) << page.path << " lacks " << field;
    }
}

TEST_F(JustTradesPagesTest, AKeyIsNeededWhereThePlatformNeedsOne)
{
    for (const Expected& page : pages()) {
        const PlainReply without = get(QString::fromLatin1(page.path));
        const PlainReply wrong = get(QString::fromLatin1(page.path), "another");
        EXPECT_EQ(without.status, page.needsKey ? 403 : 200) << page.path;
        EXPECT_EQ(wrong.status, without.status) << page.path;
        if (page.needsKey) {
            EXPECT_FALSE(without.json().value(QStringLiteral("error")).toString().isEmpty()) << page.path;
        }
    }
}

TEST_F(JustTradesPagesTest, MigrationsChangeDataEvenByGet)
{
    const QJsonObject first = get(QStringLiteral("/api/run-migrations"), key).json();
    EXPECT_EQ(first.value(QStringLiteral("migrations_run")).toInt(), 1);
    EXPECT_GT(first.value(QStringLiteral("rows_changed")).toInt(), 0);
    const PlainReply second =
        exchange(QUrl(simulator.url().toString() + QStringLiteral("/api/run-migrations")), "POST", key);
    EXPECT_EQ(second.json().value(QStringLiteral("migrations_run")).toInt(), 2);
    EXPECT_EQ(second.json().value(QStringLiteral("rows_changed")).toInt(), 0);
    EXPECT_EQ(get(QStringLiteral("/simulator/state"), key).json().value(QStringLiteral("migrations_run")).toInt(), 2);
}

TEST_F(JustTradesPagesTest, OtherMethodsAndPathsAreRefused)
{
    const QUrl health(simulator.url().toString() + QStringLiteral("/health"));
    EXPECT_EQ(exchange(health, "DELETE").status, 405);
    EXPECT_EQ(get(QStringLiteral("/nothing")).status, 404);
    EXPECT_EQ(get(QStringLiteral("/api/traders/99/broker-state")).status, 404);
    EXPECT_EQ(get(QStringLiteral("/api/recorders/0/execution-status")).status, 404);
}

TEST_F(JustTradesPagesTest, ListsAreCutAtTheLimit)
{
    const auto count = [this](const QString& path, const QString& field) {
        return get(path, key).json().value(field).toArray().size();
    };
    EXPECT_EQ(count(QStringLiteral("/api/raw-webhooks?limit=5"), QStringLiteral("webhooks")), 5);
    EXPECT_EQ(count(QStringLiteral("/api/raw-webhooks?limit=0"), QStringLiteral("webhooks")), 0);
    EXPECT_EQ(count(QStringLiteral("/api/raw-webhooks"), QStringLiteral("webhooks")), 50);
    const QJsonObject raw = get(QStringLiteral("/api/raw-webhooks?limit=200"), key).json();
    const QJsonObject webhook = raw.value(QStringLiteral("webhooks")).toArray().first().toObject();
    for (const char* field : {"timestamp", "webhook_token", "raw_body", "source_ip"})
        EXPECT_TRUE(webhook.contains(QLatin1String(field))) << field;
}

TEST_F(JustTradesPagesTest, BlockedWebhooksAreReceivedButNotActive)
{
    const int raw =
        get(QStringLiteral("/api/raw-webhooks?limit=200"), key).json().value(QStringLiteral("total")).toInt();
    const QJsonObject activity = get(QStringLiteral("/api/webhook-activity?limit=200"), key).json();
    const int blocked = activity.value(QStringLiteral("stats")).toObject().value(QStringLiteral("blocked")).toInt();
    EXPECT_EQ(raw, 160);
    EXPECT_EQ(blocked, 3);
    EXPECT_EQ(activity.value(QStringLiteral("activity")).toArray().size(), raw - blocked);
}

TEST_F(JustTradesPagesTest, MetricsAreAPrometheusPageOfTheSameFigures)
{
    const PlainReply page = get(QStringLiteral("/metrics"));
    const QJsonObject status = get(QStringLiteral("/api/broker-execution/status"), key).json();
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.head.contains("text/plain; version=0.0.4"));
    EXPECT_TRUE(page.body.contains("# TYPE justtrades_broker_executions_total counter\n"));
    const int processed =
        status.value(QStringLiteral("broker_execution")).toObject().value(QStringLiteral("total_processed")).toInt();
    ASSERT_GT(processed, 100);
    EXPECT_TRUE(page.body.contains("justtrades_broker_executions_total{result=\"success\"} " +
                                   QByteArray::number(processed) + "\n"));
    EXPECT_TRUE(page.body.contains("justtrades_broker_workers_alive 10\n"));
    EXPECT_TRUE(page.body.endsWith('\n'));
}

TEST_F(JustTradesPagesTest, PricesComeOverTheWebSocketUntilTheFeedIsStale)
{
    QWebSocket socket;
    int received = 0;
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [&received](const QString& text) {
        received += text.contains(QStringLiteral("\"prices\"")) ? 1 : 0;
    });
    QUrl url = simulator.url();
    url.setScheme(QStringLiteral("ws"));
    url.setPath(QStringLiteral("/ws"));
    socket.open(url);
    ASSERT_TRUE(waitUntil([&] { return received >= 2; }));
    ASSERT_TRUE(simulator.setScenario(QStringLiteral("prices-stale")));
    quint64 pong = 0;
    QObject::connect(&socket, &QWebSocket::pong, &socket, [&pong](quint64, const QByteArray&) { ++pong; });
    socket.ping();
    ASSERT_TRUE(waitUntil([&] { return pong == 1; }));
    const int before = received;
    EXPECT_FALSE(waitUntil([&] { return received > before; }, 700));
}

TEST_F(JustTradesPagesTest, ControlNeedsTheKeyAndAKnownName)
{
    const QUrl scenario(simulator.url().toString() + QStringLiteral("/simulator/scenario"));
    EXPECT_EQ(exchange(scenario, "POST", {}, "{\"name\":\"workers-dead\"}").status, 403);
    EXPECT_EQ(simulator.scenario(), QStringLiteral("healthy"));
    EXPECT_EQ(exchange(scenario, "POST", key, "{\"name\":\"no-such\"}").status, 400);
    EXPECT_EQ(exchange(scenario, "GET", key).status, 405);
    const PlainReply done = exchange(scenario, "POST", key, "{\"name\":\"workers-dead\"}");
    EXPECT_EQ(done.status, 200);
    EXPECT_EQ(done.json().value(QStringLiteral("scenario")).toString(), QStringLiteral("workers-dead"));
    const QJsonObject status = get(QStringLiteral("/api/broker-execution/status"), key).json();
    EXPECT_EQ(
        status.value(QStringLiteral("broker_execution")).toObject().value(QStringLiteral("workers_alive")).toInt(-1),
        0);
}

TEST_F(JustTradesPagesTest, ATakenPortIsSaidSo)
{
    JustTradesSimulator second(clock,
                               {{}, {}, {}, static_cast<quint16>(simulator.url().port()), Milliseconds{1}, false});
    const auto port = second.listen();
    ASSERT_FALSE(port);
    EXPECT_EQ(port.error().kind, ErrorKind::Unreachable);
    EXPECT_TRUE(second.url().isEmpty());
    EXPECT_EQ(second.key().size(), 32);
}

}  // namespace cockpit::test
