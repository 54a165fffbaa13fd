// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/BytelystSimulator.h"
#include "simulator/bytelyst/BytelystModel.h"
#include "simulator/servers/PostgresSession.h"
#include "simulator/servers/ThrowAwayPostgres.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace cockpit::test {

namespace {

constexpr int patience = 60'000;
const QByteArray staleQuery = "SELECT count(*) FROM orders WHERE (status = 'pending_new' "
                              "AND created_at < now() - interval '5 minutes') OR (status NOT IN ('filled', 'canceled', "
                              "'expired', 'rejected', 'unknown') AND created_at < now() - interval '24 hours')";

class BytelystTablesTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(ThrowAwayPostgres::available());
        const auto bindings = waitFor(simulator.start(), patience);
        ASSERT_TRUE(bindings);
        for (const DemoBinding& binding : *bindings) {
            slots_ << binding.spec.id;
            if (binding.spec.id != QStringLiteral("bytelyst/db"))
                continue;
            ServerAddress address;
            address.port = static_cast<quint16>(binding.spec.settings.value(QStringLiteral("port")).toInt());
            address.user = binding.spec.settings.value(QStringLiteral("user")).toString();
            address.database = binding.spec.settings.value(QStringLiteral("database")).toString();
            address.password = binding.secret;
            session = std::make_unique<PostgresSession>(address);
        }
        ASSERT_TRUE(session);
    }
    void TearDown() override
    {
        session.reset();
        EXPECT_TRUE(waitFor(simulator.stop(), patience));
    }
    void run(int seconds)
    {
        clock.advance(Milliseconds{1'000LL * seconds});
        simulator.synchronise();
    }
    void set(const char* scenario) { ASSERT_TRUE(simulator.setScenario(QString::fromLatin1(scenario))); }
    void person(const QByteArray& sql)
    {
        const auto done = session->run(sql);
        ASSERT_TRUE(done) << qPrintable(done.error().message);
    }
    qint64 count(const QByteArray& sql) { return session->number(sql); }

    ManualClock clock;
    QTemporaryDir folder;
    BytelystSimulator simulator{clock, {folder.path(), {}, {}, 0, Milliseconds{4'000}, true}};
    std::unique_ptr<PostgresSession> session;
    QStringList slots_;
};

}  // namespace

TEST_F(BytelystTablesTest, EverySlotIsBound)
{
    slots_.sort();
    EXPECT_EQ(slots_.join(QLatin1Char(' ')), QStringLiteral("bytelyst/api bytelyst/broker bytelyst/db "
                                                            "bytelyst/public_api bytelyst/supabase"));
    EXPECT_TRUE(simulator.problems().isEmpty());
}

TEST_F(BytelystTablesTest, ScenariosAreRowsInTheTables)
{
    EXPECT_EQ(count("SELECT count(*) FROM profiles"), 5);
    EXPECT_EQ(count("SELECT count(DISTINCT symbol) FROM positions WHERE status = 'open'"), 7);
    EXPECT_EQ(count(staleQuery), 0);
    set("stale-growth");
    EXPECT_EQ(count(staleQuery), 6);
    EXPECT_EQ(count("SELECT count(DISTINCT profile_id) FROM orders WHERE status = 'pending_new' AND created_at < now() "
                    "- interval '5 minutes' AND created_at >= now() - interval '20 minutes'"),
              2);
    set("orders-lost");
    EXPECT_EQ(count(staleQuery), 2);
    set("ghost-position");
    EXPECT_EQ(count("SELECT count(*) FROM positions WHERE symbol = 'AMD' AND status = 'closed'"), 1);
    set("healthy");
    EXPECT_EQ(count(staleQuery), 0);
    EXPECT_EQ(count("SELECT count(*) FROM positions WHERE symbol = 'AMD'"), 0);
}

TEST_F(BytelystTablesTest, WhatTheBotDoesReachesTheTables)
{
    set("stale-orders");
    ASSERT_TRUE(simulator.act(QStringLiteral("cancel-stuck-orders")));
    EXPECT_EQ(count(staleQuery), 4);
    run(11);
    EXPECT_EQ(count(staleQuery), 0);
    EXPECT_EQ(count("SELECT count(*) FROM orders WHERE status = 'canceled'"), 4);
    run(10 * 60);
    EXPECT_GT(count("SELECT count(*) FROM orders"), 8 + 4);
}

TEST_F(BytelystTablesTest, WhatAPersonWritesReachesTheBot)
{
    set("orders-lost");
    person("UPDATE orders SET status = 'unknown' WHERE status = 'new'");
    run(1);
    EXPECT_EQ(simulator.scenario(), QStringLiteral("orders-lost"));
    person("UPDATE orders SET status = 'unknown' WHERE status = 'accepted'");
    run(1);
    EXPECT_EQ(simulator.scenario(), QStringLiteral("healthy"));
    EXPECT_EQ(simulator.model().world().quarantined(), 2);
    person("UPDATE profiles SET status = 'inactive' WHERE status = 'active'");
    run(1);
    const qint64 orders = count("SELECT count(*) FROM orders");
    run(5 * 60);
    EXPECT_EQ(count("SELECT count(*) FROM orders"), orders) << "inactive profiles do not trade";
    person("DELETE FROM orders WHERE status = 'unknown'");
    run(1);
    EXPECT_EQ(simulator.model().world().quarantined(), 0);
}

TEST_F(BytelystTablesTest, WithoutItsDatabaseTheBotIsNotReady)
{
    person("ALTER TABLE orders RENAME TO gone");
    run(1);
    EXPECT_EQ(simulator.model().degraded().size(), 1);
    person("ALTER TABLE gone RENAME TO orders");
    run(1);
    EXPECT_TRUE(simulator.model().degraded().isEmpty());
}

}  // namespace cockpit::test
