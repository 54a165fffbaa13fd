// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Every fault of the simulated trading bot, from the rule that notices it to the proof that it is over.
#include "tests/scenarios/rig/ScenarioPlay.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int patienceMs = 60'000;

// The shipped query asks the real hour; here the market is open or closed whenever the test is run.
Compression marketOpen(bool open)
{
    Compression compression;
    compression.substitutes.insert(
        u"(day_of_week() >= bool 1) * (day_of_week() <= bool 5)\n"
        "        * (60 * hour() + minute() >= bool 870) * (60 * hour() + minute() < bool 1200)"_s,
        open ? u"vector(1)"_s : u"vector(0)"_s);
    return compression;
}

class TradingbotClosedMarketTest : public testing::Test
{
protected:
    static void SetUpTestSuite() { rig = std::make_unique<ScenarioRig>(u"tradingbot"_s, marketOpen(false)); }
    static void TearDownTestSuite() { rig.reset(); }
    static std::unique_ptr<ScenarioRig> rig;
};

std::unique_ptr<ScenarioRig> TradingbotClosedMarketTest::rig;

class TradingbotScenarioTest : public TradingbotClosedMarketTest, public testing::WithParamInterface<Scenario>
{
};

const QMap<QString, QString>& freed()
{
    static const QMap<QString, QString> inputs{{u"what"_s, u"what ps and df showed"_s}};
    return inputs;
}

Finding health(const QString& runbook, const QString& says)
{
    return {runbook, u"system_health"_s, says};
}

Deed byPerson(const QString& runbook, const QString& step, const QString& act)
{
    return {runbook, step, {}, act};
}

Deed free(const QString& act)
{
    return {u"system_resources"_s, u"free"_s, freed(), act};
}

const Deed cancelOrders{u"halt_trading"_s, u"cancel_orders"_s};
const Deed reconcile{u"resume_trading"_s, u"reconcile"_s};
const Deed reconciled{
    u"resume_trading"_s, u"reconciled"_s, {{u"compared"_s, u"12"_s}, {u"at_broker"_s, u"12"_s}, {u"breaks"_s, u"0"_s}}};
const Deed restricted{u"resume_trading"_s, u"restricted"_s, {}, u"stage-restricted"_s};
/// Not reconciled, so the stage is closed.
const Deed tooEarly{u"resume_trading"_s, u"restricted"_s, {}, u"stage-restricted"_s, true};
const Deed cautious{u"resume_trading"_s, u"cautious"_s, {}, u"stage-cautious"_s};
const Deed normal{u"resume_trading"_s, u"normal"_s, {}, u"stage-normal"_s};

Scenario breaker(const QString& name, const QString& says, const QList<Deed>& wrong, const QList<Deed>& fix)
{
    return {
        name, u"circuit_breaker_open"_s, u"SEV-1"_s, u"circuit_breaker"_s, {health(u"circuit_breaker"_s, says)}, wrong,
        fix};
}

QList<Scenario> haltedScenarios()
{
    const auto mended = [](const QString& act) { return byPerson(u"circuit_breaker"_s, u"mend"_s, act); };
    return {
        breaker(u"halted-by-hand"_s, u"'reason': 'manual_halt', 'detail': 'Halted by operator jmeyer"_s,
                {mended(u"restart-bot"_s), cancelOrders},
                {mended(u"release-halt"_s), reconcile, reconciled, restricted}),
        // With the cause gone, but without a reconciliation, it opens again.
        breaker(u"daily-loss"_s, u"'reason': 'daily_loss_limit'.*'suspicious_mark': 'GME 0\\.01"_s,
                {mended(u"correct-mark"_s), tooEarly}, {reconcile, reconciled, restricted}),
        // Neither reconciled nor mended: it opens again.
        breaker(u"error-limit"_s, u"'reason': 'error_rate_limit'.*'last_error': 'sentiment"_s, {tooEarly},
                {mended(u"roll-back-release"_s), reconcile, reconciled, restricted}),
        breaker(u"drawdown"_s, u"'reason': 'drawdown_limit'.*'drawdown_percent': 21\\.30"_s, {mended(u"restart-bot"_s)},
                {mended(u"approve-risk"_s), reconcile, reconciled, restricted, cautious, normal}),
        {u"vix-spike"_s,
         u"vix_pause"_s,
         u"SEV-2"_s,
         u"volatility"_s,
         {health(u"circuit_breaker"_s, u"'reason': 'vix_threshold'.*'vix': 48\\."_s)},
         {tooEarly},
         {byPerson(u"volatility"_s, u"wait_for_calm"_s, u"vix-calms"_s)}},
    };
}

QList<Scenario> orderScenarios()
{
    return {
        {u"rejects"_s,
         u"high_reject_rate"_s,
         u"SEV-2"_s,
         u"order_rejects"_s,
         {health(u"order_rejects"_s, u"momentum_weeklies: 422 invalid limit_price"_s)},
         {cancelOrders},
         {byPerson(u"order_rejects"_s, u"mend"_s, u"disable-strategy"_s)}},
        {u"errors"_s,
         u"high_error_rate"_s,
         u"SEV-3"_s,
         u"order_flow"_s,
         {health(u"order_flow"_s, u"'release': '2026\\.11\\.20-2', 'last_error': 'sentiment"_s)},
         {byPerson(u"order_flow"_s, u"mend_errors"_s, u"restart-bot"_s)},
         {byPerson(u"order_flow"_s, u"mend_errors"_s, u"roll-back-release"_s)}},
        {u"orders-slow"_s,
         u"high_latency"_s,
         u"SEV-3"_s,
         u"order_flow"_s,
         {health(u"order_flow"_s, u"report_monthly\\.sql by reporting"_s)},
         {byPerson(u"order_flow"_s, u"mend_latency"_s, u"restart-bot"_s)},
         {byPerson(u"order_flow"_s, u"mend_latency"_s, u"end-report"_s)}},
        {u"risk-limit"_s,
         u"risk_limit_approaching"_s,
         u"SEV-2"_s,
         u"risk_limit"_s,
         {health(u"risk_limit"_s, u"'delta_used': 0\\.9.*'largest_delta': 'SPY"_s)},
         {cancelOrders},
         {{u"risk_limit"_s,
           u"reduce"_s,
           {{u"decided_by"_s, u"the owner of the risk"_s}, {u"what"_s, u"SPY 600C, sell 40"_s}},
           u"reduce-exposure"_s}}},
    };
}

QList<Scenario> marketDataScenarios()
{
    const QString stale = u"stale_data"_s;
    const QString quality = u"data_quality"_s;
    return {
        {u"data-stale"_s,
         u"stale_data_feed"_s,
         u"SEV-2"_s,
         stale,
         {health(stale, u"401 Unauthorized: market data key expired"_s)},
         {byPerson(stale, u"bring_back"_s, u"restart-market-data"_s)},
         {byPerson(stale, u"bring_back"_s, u"renew-key"_s)}},
        {u"feed-down"_s,
         u"market_data_feed_down"_s,
         u"SEV-2"_s,
         stale,
         {health(stale, u"'process': 'not running"_s)},
         {byPerson(stale, u"restart_process"_s, u"renew-key"_s)},
         {byPerson(stale, u"restart_process"_s, u"restart-market-data"_s)}},
        {u"data-late"_s,
         u"market_data_latency_high"_s,
         u"SEV-3"_s,
         stale,
         {health(stale, u"'alpaca_sip': \\{'age_seconds': [0-9.]+, 'latency_seconds': 3\\."_s)},
         {byPerson(stale, u"switch_source"_s, u"restart-market-data"_s)},
         {byPerson(stale, u"switch_source"_s, u"switch-source"_s)}},
        {u"data-wrong"_s,
         u"data_quality_failure"_s,
         u"SEV-2"_s,
         quality,
         {health(quality, u"price_range: SPY 5\\.84"_s)},
         {byPerson(quality, u"take_out"_s, u"take-out-symbol"_s)},
         {byPerson(quality, u"take_out"_s, u"take-out-source"_s)}},
        {u"outliers"_s,
         u"outliers_many"_s,
         u"SEV-4"_s,
         quality,
         {health(quality, u"NVDA 121\\.30 .*split 10:1"_s)},
         {byPerson(quality, u"take_out_symbol"_s, u"take-out-source"_s)},
         {byPerson(quality, u"take_out_symbol"_s, u"take-out-symbol"_s)}},
    };
}

QList<Scenario> recordScenarios()
{
    const QString breaks = u"reconciliation_breaks"_s;
    const QString records = u"audit_records"_s;
    const Deed correct{breaks, u"correct"_s, {{u"what"_s, u"TSLA from 0 to 8"_s}}, u"correct-positions"_s};
    const Deed again{breaks, u"reconcile"_s};
    const Deed restart{breaks, u"restart_bot"_s, {}, u"restart-bot"_s};
    const Finding differs = health(u"halt_trading"_s, u"'last_breaks': 3, 'last_value': 2546\\.60"_s);
    return {
        {u"positions-differ"_s, u"breaks_found"_s, u"SEV-1"_s, breaks, {differs}, {restart}, {correct, again, restart}},
        {u"positions-differ"_s, u"breaks_added"_s, u"SEV-1"_s, breaks, {differs}, {}, {correct, again}},
        {u"journal-gap"_s,
         u"journal_entries_missing"_s,
         u"SEV-3"_s,
         records,
         {health(records, u"'journal_writer': 'not responding, queue full'"_s)},
         {byPerson(records, u"mend_journal"_s, u"add-entries"_s)},
         {byPerson(records, u"mend_journal"_s, u"restart-journal-writer"_s),
          byPerson(records, u"fill_gap"_s, u"add-entries"_s)}},
        {u"audit-gap"_s,
         u"audit_trail_gap_found"_s,
         u"SEV-3"_s,
         records,
         {health(records, u"'audit_connection': 'server closed the connection unexpectedly'"_s)},
         {byPerson(records, u"mend"_s, u"restart-journal-writer"_s)},
         {byPerson(records, u"mend"_s, u"reconnect-database"_s)}},
    };
}

QList<Scenario> machineScenarios()
{
    const QString resources = u"system_resources"_s;
    return {
        {u"memory-full"_s,
         u"system_memory_high"_s,
         u"SEV-3"_s,
         resources,
         {{resources, u"who"_s, u"ELAPSED COMMAND\\n +20417 akumar .* jupyter-lab$"_s}},
         {free(u"end-backtest"_s)},
         {free(u"end-notebook"_s), {resources, u"memory_after"_s}}},
        {u"processor-busy"_s,
         u"system_cpu_high"_s,
         u"SEV-3"_s,
         resources,
         {{resources, u"who"_s, u"akumar +301\\.5 .* backtest$"_s}},
         {free(u"end-notebook"_s)},
         {free(u"end-backtest"_s), {resources, u"cpu_after"_s}}},
        {u"disk-full"_s,
         u"disk_space_low"_s,
         u"SEV-3"_s,
         resources,
         {{resources, u"disk"_s, u"^/dev/nvme1n1 .* 96% /var/log$"_s}},
         {free(u"end-notebook"_s)},
         {free(u"compress-logs"_s), {resources, u"disk_after"_s}}},
    };
}

QList<Scenario> scenarios()
{
    return haltedScenarios() + orderScenarios() + marketDataScenarios() + recordScenarios() + machineScenarios();
}

std::string named(const testing::TestParamInfo<Scenario>& tested)
{
    return QString(tested.param.name + tested.param.rule).remove(u'-').remove(u'_').toStdString();
}

}  // namespace

TEST_P(TradingbotScenarioTest, IsNoticedExplainedAndCured)
{
    play(*rig, GetParam());
}

INSTANTIATE_TEST_SUITE_P(All, TradingbotScenarioTest, testing::ValuesIn(scenarios()), named);

// The operator's own halt: what stops is measured, and only a reconciliation and the stages bring it back.
TEST_F(TradingbotClosedMarketTest, AHaltStopsOrdersAndTheStagesBringThemBack)
{
    ASSERT_TRUE(waitUntil([&] { return rig->calm(); }, patienceMs)) << qPrintable(rig->complaints());
    rig->setScenario(u"data-wrong"_s);
    ASSERT_TRUE(waitUntil([&] { return rig->fires(u"data_quality_failure"_s); }, patienceMs));
    EXPECT_EQ(rig->run(u"data_quality"_s, u"halt_trading"_s).verdict, u"worked");
    EXPECT_EQ(rig->run(u"halt_trading"_s, u"no_more_orders"_s).verdict, u"worked");
    EXPECT_TRUE(rig->fires(u"circuit_breaker_open"_s));
    EXPECT_EQ(rig->incident()->severity, u"SEV-1");
    EXPECT_EQ(rig->run(u"data_quality"_s, u"take_out"_s, {}, u"take-out-source"_s).verdict, u"worked");
    EXPECT_EQ(rig->run(reconcile.runbook, reconcile.step).verdict, u"already_good");
    ASSERT_TRUE(rig->run(reconciled.runbook, reconciled.step, reconciled.inputs).error.isEmpty());
    EXPECT_EQ(rig->run(restricted.runbook, restricted.step, {}, restricted.act).verdict, u"worked");
    EXPECT_FALSE(rig->fires(u"circuit_breaker_open"_s));
    rig->recover();
}

// Few orders are trouble in market hours only, which the shipped rule knows.
TEST(TradingbotVolumeTest, FewOrdersAreNoticedExplainedAndCuredWhileTheMarketIsOpen)
{
    ScenarioRig rig(u"tradingbot"_s, marketOpen(true));
    play(rig, {u"orders-few"_s,
               u"low_order_volume"_s,
               u"SEV-4"_s,
               u"order_flow"_s,
               {health(u"order_flow"_s, u"'disabled': \\['momentum_weeklies', 'wheel'\\]"_s)},
               {cancelOrders},
               {byPerson(u"order_flow"_s, u"mend_volume"_s, u"enable-strategies"_s)}});
}

TEST_F(TradingbotClosedMarketTest, FewOrdersAreNoAlertWhileTheMarketIsClosed)
{
    ASSERT_TRUE(waitUntil([&] { return rig->calm(); }, patienceMs)) << qPrintable(rig->complaints());
    rig->setScenario(u"orders-few"_s);
    EXPECT_FALSE(waitUntil([&] { return rig->fires(u"low_order_volume"_s); }, 25'000));
    rig->recover();
}

}  // namespace cockpit::test
