// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/justtrades/JustTradesModel.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

constexpr Milliseconds restartDelay{8'000};

class JustTradesModelTest : public testing::Test
{
protected:
    void run(qint64 milliseconds)
    {
        clock.advance(Milliseconds{milliseconds});
        model.advance();
    }
    void set(const char* scenario) { ASSERT_TRUE(model.setScenario(QString::fromLatin1(scenario))); }
    // Failures over executions, in percent, while so much time passes.
    double errorRate(qint64 milliseconds)
    {
        const qint64 processed = model.processed();
        const qint64 failures = model.failureCount();
        run(milliseconds);
        return 100.0 * static_cast<double>(model.failureCount() - failures) /
               static_cast<double>(model.processed() - processed);
    }
    Milliseconds oldestPrice()
    {
        Milliseconds oldest{0};
        for (const SimulatedPrice& price : model.prices())
            oldest = std::max(oldest, Milliseconds{price.updated.msecsTo(model.now())});
        return oldest;
    }

    ManualClock clock;
    JustTradesModel model{clock, restartDelay};
};

}  // namespace

TEST_F(JustTradesModelTest, HealthyKeepsUp)
{
    EXPECT_LT(errorRate(120'000), 2.0);
    EXPECT_EQ(model.queueSize(), 0);
    EXPECT_EQ(model.brokerWorkers(), 10);
    EXPECT_EQ(model.webhooksTotal(), 960);
    EXPECT_LT(oldestPrice(), Milliseconds{1'000});
    EXPECT_LT(model.webhookLatencyMs(), 200);
}

TEST_F(JustTradesModelTest, TheSameTicksGiveTheSameFigures)
{
    JustTradesModel twin(clock, restartDelay);
    for (int i = 0; i < 50; ++i)
        run(200);
    twin.advance();
    EXPECT_EQ(twin.processed(), model.processed());
    EXPECT_EQ(twin.failureCount(), model.failureCount());
    EXPECT_EQ(twin.prices().first().last, model.prices().first().last);
}

TEST_F(JustTradesModelTest, DeadWorkersShowAtOnceThenQueueAndFailuresGrow)
{
    run(10'000);
    set("workers-dead");
    EXPECT_EQ(model.brokerWorkers(), 0);
    run(5'000);
    const int after5 = model.queueSize();
    EXPECT_GT(after5, 30);
    EXPECT_GT(errorRate(10'000), 50.0);
    EXPECT_GT(model.queueSize(), after5 + 50);
    EXPECT_EQ(model.failures().back().error, QStringLiteral("signal expired before a worker took it"));
}

TEST_F(JustTradesModelTest, RestartCuresDeadWorkersAfterItsDelayOnly)
{
    run(10'000);
    set("workers-dead");
    run(20'000);
    model.restart();
    EXPECT_TRUE(model.restarting());
    run(restartDelay.count() - 200);
    EXPECT_EQ(model.brokerWorkers(), 0);
    EXPECT_GT(model.queueSize(), 50);
    run(200);
    EXPECT_EQ(model.brokerWorkers(), 10);
    EXPECT_FALSE(model.restarting());
    run(15'000);
    EXPECT_EQ(model.queueSize(), 0);
    EXPECT_LT(errorRate(10'000), 5.0);
    EXPECT_EQ(model.scenario(), QStringLiteral("healthy"));
}

TEST_F(JustTradesModelTest, RestartClearsWhatLivesInMemory)
{
    run(60'000);
    EXPECT_GT(model.dedupEntries(), 100);
    const qint64 processed = model.processed();
    model.restart();
    run(restartDelay.count());
    EXPECT_LT(model.dedupEntries(), 10);
    EXPECT_LT(model.processed(), processed / 10);
}

TEST_F(JustTradesModelTest, ASecondRestartDoesNotPushTheFirstBack)
{
    set("workers-dead");
    model.restart();
    run(restartDelay.count() / 2);
    model.restart();
    run(restartDelay.count() / 2);
    EXPECT_EQ(model.brokerWorkers(), 10);
}

TEST_F(JustTradesModelTest, StuckWorkersGrowTheQueueAndARestartDrainsIt)
{
    set("queue-growing");
    EXPECT_EQ(model.brokerWorkers(), 10);
    run(30'000);
    EXPECT_GT(model.queueSize(), 60);
    EXPECT_GT(model.webhookLatencyMs(), 180);
    EXPECT_GT(model.averageExecutionMs(), 1'000);
    model.reauthorize();
    model.renewSession();
    run(1'000);
    EXPECT_GT(model.queueSize(), 60);
    model.restart();
    run(restartDelay.count() + 20'000);
    EXPECT_EQ(model.queueSize(), 0);
}

TEST_F(JustTradesModelTest, StalePricesNeedANewSession)
{
    run(5'000);
    set("prices-stale");
    EXPECT_FALSE(model.websocketConnected());
    EXPECT_GE(oldestPrice(), Milliseconds{12 * 60'000});
    const Milliseconds before = oldestPrice();
    run(30'000);
    EXPECT_EQ(oldestPrice(), before + Milliseconds{30'000});
    model.restart();
    model.reauthorize();
    run(restartDelay.count() + 1'000);
    EXPECT_FALSE(model.websocketConnected());
    model.renewSession();
    EXPECT_TRUE(model.websocketConnected());
    EXPECT_EQ(oldestPrice(), Milliseconds{0});
    EXPECT_EQ(model.sessionUpdatedAt(), model.now());
}

TEST_F(JustTradesModelTest, AnExpiredTokenFailsOneAccountUntilSignedInAgain)
{
    run(10'000);
    set("token-expired");
    const double rate = errorRate(30'000);
    EXPECT_GT(rate, 25.0);
    EXPECT_LT(rate, 45.0);
    EXPECT_EQ(model.failures().back().account, model.expiredAccounts().value(0));
    EXPECT_EQ(model.queueSize(), 0);
    model.restart();
    model.renewSession();
    run(restartDelay.count() + 1'000);
    EXPECT_TRUE(model.tokenExpired());
    model.reauthorize();
    EXPECT_LT(errorRate(10'000), 2.0);
}

TEST_F(JustTradesModelTest, AScenarioReplacesTheOneBefore)
{
    set("workers-dead");
    set("token-expired");
    EXPECT_EQ(model.brokerWorkers(), 10);
    EXPECT_TRUE(model.tokenExpired());
    set("healthy");
    EXPECT_FALSE(model.tokenExpired());
    const Status unknown = model.setScenario(QStringLiteral("fire"));
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(unknown.error().message.contains(QStringLiteral("prices-stale")));
    EXPECT_EQ(JustTradesModel::scenarios().size(), 12);
}

TEST_F(JustTradesModelTest, ALongPauseIsNotReplayed)
{
    run(5'000);
    const qint64 before = model.webhooksTotal();
    run(48LL * 3'600'000);
    EXPECT_EQ(model.webhooksTotal() - before, 8 * 600);
    EXPECT_LT(oldestPrice(), Milliseconds{1'000});
}

}  // namespace cockpit::test
