// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/TradingbotModel.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

namespace cockpit::test {

using namespace Qt::Literals::StringLiterals;

namespace {

using Fault = TradingbotFault;
using Stage = TradingbotModel::Stage;

constexpr Milliseconds restartDelay{2'000};

class TradingbotModelTest : public testing::Test
{
protected:
    void run(qint64 milliseconds)
    {
        clock.advance(Milliseconds{milliseconds});
        model.advance();
    }
    void set(const QString& scenario) { ASSERT_TRUE(model.setScenario(scenario)); }
    void act(const QString& name) { ASSERT_TRUE(model.act(name)) << qPrintable(name); }
    // Everything a person can do but the cure, the stages and what closes the breaker.
    void doAllButTheCure(Fault fault)
    {
        const QString cure = QString::fromUtf16(rowOf(fault).cure);
        for (const QString& name : TradingbotModel::acts()) {
            if (name != cure && name != u"close-breaker" && !name.startsWith(u"stage-"))
                act(name);
        }
        model.cancelAllOrders();
        run(restartDelay.count() + 2'000);
    }
    double perSecond(qint64 (*figure)(const TradingbotCounters&), qint64 milliseconds = 10'000)
    {
        const qint64 before = figure(model.counters());
        run(milliseconds);
        return 1'000.0 * static_cast<double>(figure(model.counters()) - before) / static_cast<double>(milliseconds);
    }
    static qint64 placed(const TradingbotCounters& counters) { return TradingbotCounters::sum(counters.placed); }
    static qint64 rejected(const TradingbotCounters& counters) { return TradingbotCounters::sum(counters.rejected); }
    static qint64 errors(const TradingbotCounters& counters) { return TradingbotCounters::sum(counters.errors); }
    static qint64 qualityFailures(const TradingbotCounters& counters) { return counters.qualityFailures; }
    static qint64 outliers(const TradingbotCounters& counters) { return counters.outliers; }
    static qint64 journalMissing(const TradingbotCounters& counters) { return counters.journalMissing; }
    static qint64 slow(const TradingbotCounters& counters)
    {
        return counters.latency[7] + counters.latency[8] + counters.latency[9];
    }
    double staleness() { return model.stalenessSeconds(model.sources().first()); }
    double latency() { return model.sources().first().latency; }

    // Whether the fault shows in what is measured.
    bool shows(Fault fault)
    {
        switch (fault) {
        case Fault::Rejects: return perSecond(rejected) > 3;
        case Fault::StaleData: return staleness() > 20;
        case Fault::FeedDown: return !model.marketDataUp() && staleness() > 1;
        case Fault::LateData: return latency() > 1;
        case Fault::WrongData: return perSecond(qualityFailures) > 1;
        case Fault::Outliers: return perSecond(outliers) > 1;
        case Fault::Errors: return perSecond(errors) > 1;
        case Fault::SlowOrders: return perSecond(slow) > 1;
        case Fault::FewOrders: return perSecond(placed) < 0.1;
        case Fault::RiskLimit: return model.deltaExposure() > 0.8 * TradingbotModel::deltaLimit;
        case Fault::Breaks: return model.reconcile().worth > 1'000;
        case Fault::JournalWriter: return perSecond(journalMissing) > 1;
        case Fault::AuditGap: return model.auditGapSeconds() > 300;
        case Fault::Memory: return model.machine().memory > 0.9;
        case Fault::Processor: return model.machine().processor > 0.8;
        case Fault::Disk: return model.machine().logDisk > 0.9;
        default: return model.breakerOpen();
        }
    }

    ManualClock clock;
    TradingbotModel model{clock, restartDelay};
};

class TradingbotFaultTest : public TradingbotModelTest, public testing::WithParamInterface<int>
{
};

class TradingbotBreakerTest : public TradingbotFaultTest
{
};

}  // namespace

TEST_F(TradingbotModelTest, HealthyTradesAndShowsNoFault)
{
    EXPECT_NEAR(perSecond(placed, 60'000), 8, 0.1);
    EXPECT_LT(perSecond(rejected, 60'000), 0.1);
    EXPECT_LT(perSecond(errors, 60'000), 0.1);
    for (int i = 1; i < tradingbotScenarios().size(); ++i)
        EXPECT_FALSE(shows(static_cast<Fault>(i))) << qPrintable(tradingbotScenarios().at(i));
    EXPECT_EQ(model.scenario(), u"healthy");
    EXPECT_LE(model.openOrders(), 14);
}

TEST_F(TradingbotModelTest, TheSameTicksGiveTheSameFigures)
{
    TradingbotModel twin(clock, restartDelay);
    for (int i = 0; i < 50; ++i)
        run(200);
    twin.advance();
    EXPECT_EQ(placed(twin.counters()), placed(model.counters()));
    EXPECT_EQ(twin.deltaExposure(), model.deltaExposure());
    EXPECT_EQ(twin.counters().latency, model.counters().latency);
}

TEST_P(TradingbotFaultTest, OnlyItsCureHelps)
{
    const auto fault = static_cast<Fault>(GetParam());
    run(10'000);
    set(tradingbotScenarios().at(GetParam()));
    run(5'000);
    EXPECT_TRUE(shows(fault));
    doAllButTheCure(fault);
    EXPECT_TRUE(shows(fault));
    EXPECT_EQ(model.scenario(), tradingbotScenarios().at(GetParam()));
    act(QString::fromUtf16(rowOf(fault).cure));
    run(5'000);
    EXPECT_FALSE(shows(fault));
    EXPECT_EQ(model.scenario(), u"healthy");
}

INSTANTIATE_TEST_SUITE_P(All, TradingbotFaultTest,
                         testing::Range(static_cast<int>(Fault::Rejects), static_cast<int>(Fault::Disk) + 1));

TEST_P(TradingbotBreakerTest, OpensAgainWhileItsCauseIsThere)
{
    const auto fault = static_cast<Fault>(GetParam());
    const QString reason = QString::fromUtf16(rowOf(fault).reason);
    run(10'000);
    set(tradingbotScenarios().at(GetParam()));
    EXPECT_EQ(model.breakerReason(), reason);
    EXPECT_EQ(model.stage(), Stage::Paused);
    EXPECT_EQ(perSecond(placed), 0);
    doAllButTheCure(fault);
    EXPECT_TRUE(model.reconcile().breaks.isEmpty());
    act(u"close-breaker"_s);
    EXPECT_FALSE(model.breakerOpen());
    run(4'000);
    EXPECT_EQ(model.breakerReason(), reason);
    model.reconcile();
    act(u"stage-restricted"_s);
    run(4'000);
    EXPECT_EQ(model.breakerReason(), reason);
    EXPECT_EQ(model.stage(), Stage::Paused);
}

TEST_P(TradingbotBreakerTest, StaysClosedAfterCureReconciliationAndStages)
{
    const auto fault = static_cast<Fault>(GetParam());
    run(10'000);
    set(tradingbotScenarios().at(GetParam()));
    act(QString::fromUtf16(rowOf(fault).cure));
    run(3'000);
    // Only the VIX lets go by itself, and trading stays paused even then.
    EXPECT_EQ(model.breakerOpen(), fault != Fault::VixSpike);
    EXPECT_EQ(perSecond(placed), 0);
    EXPECT_TRUE(model.reconcile().breaks.isEmpty());
    act(u"stage-restricted"_s);
    EXPECT_NEAR(perSecond(placed), 2, 0.2);
    act(u"stage-cautious"_s);
    EXPECT_NEAR(perSecond(placed), 4, 0.2);
    act(u"stage-normal"_s);
    EXPECT_NEAR(perSecond(placed), 8, 0.2);
    EXPECT_FALSE(model.breakerOpen());
    EXPECT_EQ(model.scenario(), u"healthy");
}

INSTANTIATE_TEST_SUITE_P(All, TradingbotBreakerTest,
                         testing::Range(static_cast<int>(Fault::HaltedByHand), static_cast<int>(Fault::Drawdown) + 1));

TEST_F(TradingbotModelTest, AHaltIsHeardAfterThreeTicks)
{
    run(5'000);
    model.trip(u"manual_halt"_s, u"Emergency halt by operator"_s);
    run(400);
    EXPECT_FALSE(model.breakerOpen());
    run(200);
    EXPECT_EQ(model.breakerReason(), u"manual_halt");
    EXPECT_EQ(perSecond(placed), 0);
}

TEST_F(TradingbotModelTest, TradingOnUnreconciledPositionsEndsInErrorsAndAnOpenBreaker)
{
    model.trip(u"manual_halt"_s, {});
    run(1'000);
    act(u"stage-restricted"_s);
    EXPECT_GT(perSecond(errors, 2'000), 1);
    run(2'000);
    EXPECT_EQ(model.breakerReason(), u"error_rate_limit");
    EXPECT_EQ(model.reasonsSeen(), QStringList({u"manual_halt"_s, u"error_rate_limit"_s}));
    EXPECT_TRUE(model.reconcile().breaks.isEmpty());
    act(u"stage-restricted"_s);
    run(10'000);
    EXPECT_FALSE(model.breakerOpen());
}

TEST_F(TradingbotModelTest, ADangerousFaultOpensTheBreakerAfterAHaltOnly)
{
    set(u"rejects"_s);
    run(10'000);
    EXPECT_FALSE(model.breakerOpen());
    model.trip(u"manual_halt"_s, {});
    run(1'000);
    EXPECT_EQ(perSecond(rejected), 0);
    model.reconcile();
    act(u"stage-restricted"_s);
    run(4'000);
    EXPECT_EQ(model.breakerReason(), u"error_rate_limit");
}

TEST_F(TradingbotModelTest, NoStageIsSkippedOnTheWayUp)
{
    EXPECT_TRUE(model.act(u"stage-restricted"_s));
    EXPECT_TRUE(model.act(u"stage-paused"_s));
    const Status skipped = model.act(u"stage-cautious"_s);
    ASSERT_FALSE(skipped);
    EXPECT_EQ(skipped.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(model.stage(), Stage::Paused);
    EXPECT_FALSE(model.act(u"stage-normal"_s));
}

TEST_F(TradingbotModelTest, BreaksAreCountedUntilARestartAfterTheCorrection)
{
    run(5'000);
    set(u"positions-differ"_s);
    EXPECT_EQ(model.counters().breaks, 3);
    EXPECT_NEAR(model.reconcile().worth, 2'546.6, 0.01);
    EXPECT_EQ(model.counters().breaks, 6);
    EXPECT_FALSE(model.reconciled());
    act(u"restart-bot"_s);
    run(restartDelay.count());
    EXPECT_EQ(model.counters().breaks, 3);
    act(u"correct-positions"_s);
    EXPECT_TRUE(model.reconcile().breaks.isEmpty());
    EXPECT_TRUE(model.reconciled());
    EXPECT_EQ(model.counters().breaks, 3);
    act(u"restart-bot"_s);
    run(restartDelay.count());
    EXPECT_EQ(model.counters().breaks, 0);
}

TEST_F(TradingbotModelTest, ARestartClearsCountersAndLeavesTheBreakerOpen)
{
    run(60'000);
    set(u"drawdown"_s);
    act(u"restart-bot"_s);
    EXPECT_TRUE(model.restarting());
    run(restartDelay.count());
    EXPECT_FALSE(model.restarting());
    EXPECT_EQ(placed(model.counters()), 0);
    EXPECT_EQ(model.breakerReason(), u"drawdown_limit");
    EXPECT_EQ(model.reasonsSeen().size(), 2);
}

TEST_F(TradingbotModelTest, MissingEntriesAreAddedOnlyWhenTheWriterWorks)
{
    set(u"journal-gap"_s);
    run(10'000);
    EXPECT_GT(model.lostEntries(), 10);
    act(u"add-entries"_s);
    EXPECT_GT(model.lostEntries(), 10);
    act(u"restart-journal-writer"_s);
    act(u"add-entries"_s);
    run(10'000);
    EXPECT_EQ(model.lostEntries(), 0);
}

TEST_F(TradingbotModelTest, RefusesUnknownNamesAndReplacesTheScenarioBefore)
{
    const Status unknown = model.setScenario(u"fire"_s);
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(unknown.error().message.contains(u"feed-down"_s));
    EXPECT_FALSE(model.act(u"pray"_s));
    set(u"daily-loss"_s);
    set(u"disk-full"_s);
    run(5'000);
    EXPECT_FALSE(model.breakerOpen());
    EXPECT_TRUE(shows(Fault::Disk));
    set(u"healthy"_s);
    run(5'000);
    EXPECT_FALSE(shows(Fault::Disk));
}

TEST_F(TradingbotModelTest, ALongPauseIsNotReplayed)
{
    run(5'000);
    const qint64 before = placed(model.counters());
    run(48LL * 3'600'000);
    EXPECT_EQ(placed(model.counters()) - before, 8 * 600);
    EXPECT_LT(staleness(), 1);
}

}  // namespace cockpit::test
