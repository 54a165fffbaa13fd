// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystModel.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

constexpr Milliseconds restartDelay{4'000};

class BytelystModelTest : public testing::Test
{
protected:
    void run(int seconds)
    {
        clock.advance(Milliseconds{1'000LL * seconds});
        model.advance();
    }
    void set(const char* scenario) { ASSERT_TRUE(model.setScenario(QString::fromLatin1(scenario))); }
    void act(const char* name) { ASSERT_TRUE(model.act(QString::fromLatin1(name))) << name; }
    void restart()
    {
        act("restart-bot");
        run(5);
    }
    qsizetype stale() const { return model.world().staleOrders(model.now()).size(); }
    QString ghosts() const { return model.world().ghosts().join(QLatin1Char(' ')); }
    std::string scenario() const { return model.scenario().toStdString(); }
    QString botStatus(const char* order) const
    {
        return model.world().book.orders.value(bytelystOrder(QString::fromLatin1(order))).status;
    }
    bool logged(const char* text) const
    {
        return std::any_of(model.log().begin(), model.log().end(), [text](const BytelystModel::LogLine& line) {
            return line.text.contains(QLatin1String(text));
        });
    }
    void setProfile(int number, const char* status)
    {
        model.book().profiles[bytelystProfile(number)].status = QString::fromLatin1(status);
    }

    ManualClock clock;
    BytelystModel model{clock, restartDelay};
};

}  // namespace

TEST_F(BytelystModelTest, HealthyTradesAndBothSidesAgree)
{
    const qsizetype before = model.world().book.orders.size();
    run(20 * 60);
    EXPECT_GT(model.world().book.orders.size(), before + 5);
    EXPECT_TRUE(model.world().mismatches().isEmpty());
    EXPECT_EQ(stale(), 0);
    EXPECT_EQ(model.refusals(), 0);
    EXPECT_TRUE(model.degraded().isEmpty());
    EXPECT_EQ(scenario(), "healthy");
}

TEST_F(BytelystModelTest, TheSameTicksGiveTheSameFigures)
{
    BytelystModel twin(clock, restartDelay);
    set("stale-growth");
    ASSERT_TRUE(twin.setScenario(QStringLiteral("stale-growth")));
    for (int i = 0; i < 100; ++i)
        run(1);
    twin.advance();
    EXPECT_EQ(twin.world().book.orders, model.world().book.orders);
}

TEST_F(BytelystModelTest, AGhostIsGoneOnlyWhenItIsClosedAndNothingWorks)
{
    set("ghost-position");
    EXPECT_EQ(ghosts(), QStringLiteral("AMD"));
    restart();
    setProfile(2, "inactive");
    run(10 * 60);
    setProfile(2, "active");
    act("cancel-stuck-orders");
    act("correct-variables");
    run(10);
    EXPECT_EQ(model.world().broker.position(QStringLiteral("AMD")), 30);
    EXPECT_TRUE(logged("[Reconcile] AMD: exchange 30, bot 0"));
    act("cancel-working-orders");
    run(60);
    EXPECT_EQ(ghosts(), QStringLiteral("AMD"));
    act("close-position");
    run(60);
    EXPECT_EQ(ghosts(), QString());
    EXPECT_EQ(scenario(), "healthy");
}

TEST_F(BytelystModelTest, AWorkingExitTurnsAClosedGhostAround)
{
    set("ghost-position");
    act("close-position");
    EXPECT_EQ(scenario(), "ghost-position");
    run(2);
    EXPECT_EQ(model.world().broker.position(QStringLiteral("AMD")), -30);
    EXPECT_EQ(ghosts(), QStringLiteral("AMD"));
    act("close-position");
    run(5);
    EXPECT_EQ(scenario(), "healthy");
}

TEST_F(BytelystModelTest, ALateFillIsTakenOverByReconciliation)
{
    set("ghost-after-timeout");
    EXPECT_EQ(ghosts(), QStringLiteral("META"));
    setProfile(1, "inactive");
    act("cancel-stuck-orders");
    run(60);
    EXPECT_EQ(ghosts(), QStringLiteral("META"));
    restart();
    EXPECT_EQ(ghosts(), QString());
    EXPECT_EQ(botStatus("late-fill"), QStringLiteral("filled"));
    EXPECT_EQ(model.world().botPosition(QStringLiteral("META")), 18);
    EXPECT_EQ(scenario(), "healthy");
    set("ghost-after-timeout");
    run(5 * 60 + 1);
    EXPECT_EQ(ghosts(), QString()) << "the scheduled cycle does it too";
}

TEST_F(BytelystModelTest, OrdersStuckAtTheBrokerNeedCancelling)
{
    set("stale-orders");
    EXPECT_EQ(stale(), 4);
    restart();
    act("cancel-working-orders");
    act("close-position");
    run(60);
    EXPECT_EQ(stale(), 4);
    act("cancel-stuck-orders");
    EXPECT_EQ(stale(), 4) << "the bot has not asked yet";
    run(11);
    EXPECT_EQ(stale(), 0);
    EXPECT_EQ(botStatus("stale-1"), QStringLiteral("canceled"));
}

TEST_F(BytelystModelTest, ABacklogGrowsAboveTwentyAndOnlyARestartStartsTheSynchronisation)
{
    run(30);
    set("stale-backlog");
    const QDateTime lastSync = model.lastSyncAt();
    EXPECT_EQ(stale(), 8);
    run(40);
    EXPECT_GT(stale(), 20);
    run(15 * 60);
    EXPECT_GT(stale(), 60);
    EXPECT_EQ(model.lastSyncAt(), lastSync);
    const QString first = QStringLiteral("stale-1");
    EXPECT_EQ(model.world().broker.order(bytelystOrder(first))->order.status, QStringLiteral("filled"));
    act("cancel-stuck-orders");
    run(30);
    EXPECT_GT(stale(), 60);
    restart();
    EXPECT_EQ(stale(), 0);
    EXPECT_TRUE(model.world().mismatches().isEmpty());
    run(11);
    EXPECT_GT(model.lastSyncAt(), lastSync);
}

TEST_F(BytelystModelTest, GrowthEndsWithTheProfilesStoppedAndTheOrdersCancelled)
{
    set("stale-growth");
    EXPECT_EQ(stale(), 6);
    QSet<QString> profiles;
    for (const BotOrder& order : model.world().staleOrders(model.now()))
        profiles.insert(order.profile);
    EXPECT_EQ(profiles.size(), 2);
    run(6 * 60);
    EXPECT_GT(stale(), 20);
    restart();
    EXPECT_GT(stale(), 20);
    act("cancel-stuck-orders");
    run(11);
    EXPECT_EQ(stale(), 0);
    run(6 * 60);
    EXPECT_GT(stale(), 0) << "active profiles go on";
    setProfile(2, "inactive");
    setProfile(3, "inactive");
    run(60);
    EXPECT_GT(stale(), 0) << "what is stuck stays stuck";
    act("cancel-stuck-orders");
    run(11 + 6 * 60);
    EXPECT_EQ(stale(), 0);
    EXPECT_EQ(scenario(), "healthy");
}

TEST_F(BytelystModelTest, LostOrdersWaitForTheirQuarantine)
{
    set("orders-lost");
    EXPECT_EQ(stale(), 2);
    EXPECT_EQ(model.world().broker.order(bytelystOrder(QStringLiteral("lost-1"))), nullptr);
    restart();
    act("cancel-stuck-orders");
    run(60);
    EXPECT_EQ(stale(), 2);
    EXPECT_TRUE(logged("the broker answered 404, skipped"));
    for (const char* name : {"lost-1", "lost-2"})
        model.book().orders[bytelystOrder(QString::fromLatin1(name))].status = QStringLiteral("unknown");
    run(1);
    EXPECT_EQ(stale(), 0);
    EXPECT_EQ(model.world().quarantined(), 2);
    EXPECT_EQ(scenario(), "healthy");
}

TEST_F(BytelystModelTest, VariablesCountFromTheNextStartOn)
{
    for (const char* name : {"wrong-project", "service-key-rotated"}) {
        set(name);
        EXPECT_NE(model.signIn(), BytelystModel::SignIn::Accepted);
        run(70);
        EXPECT_EQ(model.refusalsLastMinute(), 120);
        restart();
        EXPECT_NE(model.signIn(), BytelystModel::SignIn::Accepted) << name;
        act("correct-variables");
        run(60);
        EXPECT_NE(model.signIn(), BytelystModel::SignIn::Accepted) << name;
        restart();
        EXPECT_EQ(model.signIn(), BytelystModel::SignIn::Accepted) << name;
        EXPECT_EQ(model.refusals(), 0);
        EXPECT_EQ(scenario(), "healthy");
    }
}

TEST_F(BytelystModelTest, OnlyARotatedKeyTakesTheReadinessAway)
{
    set("wrong-project");
    EXPECT_TRUE(model.degraded().isEmpty());
    run(11);
    EXPECT_TRUE(logged("[OrderSync] 0 open orders asked"));
    set("service-key-rotated");
    EXPECT_EQ(model.degraded(), QStringList{QStringLiteral("supabase: Invalid API key")});
    run(11);
    EXPECT_TRUE(logged("[OrderSync] failed: Invalid API key"));
}

TEST_F(BytelystModelTest, NothingHereMendsSupabase)
{
    set("supabase-down");
    restart();
    act("correct-variables");
    restart();
    EXPECT_EQ(model.signIn(), BytelystModel::SignIn::Unavailable);
    act("supabase-recovers");
    EXPECT_EQ(model.signIn(), BytelystModel::SignIn::Accepted);
}

TEST_F(BytelystModelTest, WordsItDoesNotKnowAreRefused)
{
    const Status unknown = model.setScenario(QStringLiteral("fire"));
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(unknown.error().message.contains(QStringLiteral("stale-backlog")));
    EXPECT_FALSE(model.act(QStringLiteral("hope")));
    for (const QString& name : BytelystModel::scenarios()) {
        ASSERT_TRUE(model.setScenario(name));
        EXPECT_EQ(model.scenario(), name);
        run(1);
    }
}

}  // namespace cockpit::test
