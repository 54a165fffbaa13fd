// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexModel.h"
#include "simulator/flowrex/FlowrexPages.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

constexpr Milliseconds restartDelay{8'000};
using Fault = FlowrexModel::Fault;

struct Totals {
    qint64 requests = 0;
    qint64 failures = 0;
    double seconds = 0;
};

class FlowrexModelTest : public testing::Test
{
protected:
    void run(qint64 milliseconds)
    {
        clock.advance(Milliseconds{milliseconds});
        model.advance();
    }
    void set(const char* scenario) { ASSERT_TRUE(model.setScenario(QString::fromLatin1(scenario))); }
    Totals totals() const
    {
        Totals sum;
        for (qsizetype i = 0; i < FlowrexModel::endpoints().size(); ++i) {
            sum.requests += model.counts(i).requests;
            sum.seconds += model.counts(i).seconds;
            for (const qint64 failed : model.counts(i).failures)
                sum.failures += failed;
        }
        return sum;
    }
    Totals during(qint64 milliseconds)
    {
        const Totals before = totals();
        run(milliseconds);
        const Totals after = totals();
        return {after.requests - before.requests, after.failures - before.failures, after.seconds - before.seconds};
    }
    double errorRate(qint64 milliseconds)
    {
        const Totals sum = during(milliseconds);
        return 100.0 * static_cast<double>(sum.failures) / static_cast<double>(sum.requests);
    }
    double meanSeconds(qint64 milliseconds)
    {
        const Totals sum = during(milliseconds);
        return sum.seconds / static_cast<double>(sum.requests);
    }
    double failedTrades(qint64 milliseconds)
    {
        const qint64 failed = model.tradesFailed();
        const qint64 executed = model.tradesExecuted();
        run(milliseconds);
        const auto more = static_cast<double>(model.tradesFailed() - failed);
        return 100.0 * more / (more + static_cast<double>(model.tradesExecuted() - executed));
    }
    double memory() const { return 100.0 * model.hostMemoryUsedMiB() / FlowrexModel::hostMemoryMiB; }
    void restart()
    {
        model.restart();
        run(restartDelay.count());
    }
    bool logs(const char* words) const
    {
        return FlowrexPages(model).log(QStringLiteral("backend"), 100).contains(QString::fromLatin1(words));
    }

    ManualClock clock;
    FlowrexModel model{clock, restartDelay};
};

}  // namespace

TEST_F(FlowrexModelTest, HealthyBreaksNoThreshold)
{
    EXPECT_EQ(errorRate(60'000), 0);
    EXPECT_LT(meanSeconds(10'000), 0.2);
    EXPECT_EQ(failedTrades(10'000), 0);
    EXPECT_GT(model.webSockets(), 200);
    EXPECT_LT(memory(), 60);
    EXPECT_EQ(model.scenario(), QStringLiteral("healthy"));
}

TEST_F(FlowrexModelTest, TheSameTicksGiveTheSameFigures)
{
    FlowrexModel twin(clock, restartDelay);
    for (int i = 0; i < 50; ++i)
        run(200);
    twin.advance();
    EXPECT_EQ(twin.counts(0).requests, model.counts(0).requests);
    EXPECT_EQ(twin.counts(2).seconds, model.counts(2).seconds);
    EXPECT_EQ(twin.webSockets(), model.webSockets());
}

TEST_F(FlowrexModelTest, ARestartDrainsThenIsDownThenBeginsAtZero)
{
    run(30'000);
    const qint64 before = totals().requests;
    EXPECT_GT(before, 800);
    model.restart();
    run(restartDelay.count() / 2 - 200);
    EXPECT_TRUE(model.up());
    run(200);
    EXPECT_FALSE(model.up());
    EXPECT_EQ(model.webSockets(), 0);
    run(restartDelay.count() / 2);
    EXPECT_TRUE(model.up());
    EXPECT_LT(totals().requests, 50);
    EXPECT_LT(model.webSockets(), 60);
    run(15'000);
    EXPECT_GT(model.webSockets(), 200);
}

TEST_F(FlowrexModelTest, AStarvedPoolSlowsRequestsUntilItIsFree)
{
    set("pool-exhausted");
    model.setPool(FlowrexModel::poolSize, FlowrexModel::poolSize);
    run(3'000);
    EXPECT_GT(meanSeconds(10'000), 5);
    EXPECT_GT(model.requestsInProgress(), 100);
    EXPECT_TRUE(logs("connection pool"));
    EXPECT_LT(errorRate(10'000), 5);
    restart();
    EXPECT_GT(meanSeconds(10'000), 5) << "the sessions are still held";
    model.setPool(10, 0);
    model.cure(Fault::PoolExhausted);
    run(5'000);
    EXPECT_LT(meanSeconds(5'000), 1);
    EXPECT_EQ(model.scenario(), QStringLiteral("healthy"));
}

TEST_F(FlowrexModelTest, ABadReleaseIsCuredByAnotherVersionOnly)
{
    for (const char* scenario : {"release-failing", "release-broken"}) {
        const double least = QByteArray(scenario) == "release-broken" ? 50 : 5;
        set(scenario);
        EXPECT_GT(errorRate(10'000), least);
        EXPECT_TRUE(logs("Exception in ASGI application"));
        restart();
        EXPECT_GT(errorRate(10'000), least) << "a restart brings the same release back";
        model.deploy(FlowrexModel::releases().last());
        run(restartDelay.count());
        EXPECT_GT(errorRate(10'000), least);
        model.deploy(FlowrexModel::releases().at(1));
        EXPECT_EQ(model.version(), FlowrexModel::releases().last()) << "not before it has started";
        run(restartDelay.count());
        EXPECT_EQ(errorRate(10'000), 0);
    }
}

TEST_F(FlowrexModelTest, AnOutsideServiceIsNotCuredByOurDeeds)
{
    set("market-data-down");
    EXPECT_GE(errorRate(10'000), 50);
    EXPECT_TRUE(logs("TwelveData request failed"));
    model.deploy(FlowrexModel::releases().first());
    run(restartDelay.count());
    EXPECT_GE(errorRate(10'000), 50);
    model.cure(Fault::ReleaseBroken);
    EXPECT_GE(errorRate(10'000), 50);
    model.cure(Fault::MarketDataDown);
    EXPECT_EQ(errorRate(10'000), 0);
}

TEST_F(FlowrexModelTest, TradesFailUntilTheBrokerLetsUsIn)
{
    set("trades-failing");
    EXPECT_GT(failedTrades(10'000), 50);
    EXPECT_TRUE(logs("rejected by the broker: 401"));
    restart();
    model.raiseRiskLimits();
    EXPECT_GT(failedTrades(10'000), 50);
    EXPECT_EQ(errorRate(5'000), 0);
    const QList<FlowrexTrade> trades = model.takeTrades();
    EXPECT_TRUE(trades.last().failed);
    EXPECT_TRUE(model.takeTrades().isEmpty());
    model.cure(Fault::TradesFailing);
    EXPECT_EQ(failedTrades(10'000), 0);
}

TEST_F(FlowrexModelTest, WebSocketsWithoutUpgradeGoAndComeWithTheProxy)
{
    set("websocket-proxy");
    model.setProxy(false, false);
    run(15'000);
    EXPECT_EQ(model.webSockets(), 0);
    EXPECT_TRUE(logs("missing Upgrade header"));
    restart();
    run(15'000);
    EXPECT_EQ(model.webSockets(), 0);
    model.setProxy(true, false);
    run(15'000);
    EXPECT_GT(model.webSockets(), 200);
}

TEST_F(FlowrexModelTest, AStalledBroadcastLosesWebSocketsUntilARestart)
{
    set("websocket-stall");
    run(10'000);
    const int later = model.webSockets();
    EXPECT_LT(later, 120);
    EXPECT_GT(later, 0);
    model.setProxy(true, false);
    run(5'000);
    EXPECT_LT(model.webSockets(), later);
    restart();
    run(15'000);
    EXPECT_GT(model.webSockets(), 200);
}

TEST_F(FlowrexModelTest, ALeakIsGivenBackByARestartAndMoreInstancesMakeItWorse)
{
    set("memory-leak");
    run(10'000);
    EXPECT_GT(memory(), 85);
    EXPECT_GT(model.instanceMemoryMiB(FlowrexModel::leakingInstance), 5 * model.instanceMemoryMiB(1));
    const double before = memory();
    model.scale(7);
    EXPECT_GT(memory(), before);
    model.scale(5);
    EXPECT_GT(memory(), 85);
    restart();
    run(10'000);
    EXPECT_LT(memory(), 60);
}

TEST_F(FlowrexModelTest, AHungCacheMakesItNotReady)
{
    set("cache-hung");
    EXPECT_FALSE(FlowrexPages(model).ready());
    restart();
    EXPECT_FALSE(FlowrexPages(model).ready());
    model.cure(Fault::CacheHung);
    EXPECT_TRUE(FlowrexPages(model).ready());
}

TEST_F(FlowrexModelTest, StoppedInstancesStartAgainAfterTheDelay)
{
    set("backend-stopped");
    run(20'000);
    EXPECT_FALSE(model.up());
    EXPECT_EQ(model.instanceMemoryMiB(1), 0);
    model.scale(6);
    run(restartDelay.count() - 200);
    EXPECT_FALSE(model.up());
    run(200);
    EXPECT_TRUE(model.up());
    EXPECT_EQ(model.instances(), 6);
    EXPECT_EQ(model.scenario(), QStringLiteral("healthy"));
}

TEST_F(FlowrexModelTest, AScenarioReplacesTheOneBeforeAndUnknownNamesAreRefused)
{
    set("release-broken");
    set("memory-leak");
    EXPECT_EQ(errorRate(5'000), 0);
    set("healthy");
    run(5'000);
    EXPECT_LT(memory(), 60);
    const Status unknown = model.setScenario(QStringLiteral("fire"));
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(unknown.error().message.contains(QStringLiteral("pool-blocked")));
}

TEST_F(FlowrexModelTest, ALongPauseIsNotReplayed)
{
    run(48LL * 3'600'000);
    EXPECT_LT(totals().requests, 600 * 31);
    EXPECT_EQ(model.now(), clock.utcNow());
}

}  // namespace cockpit::test
