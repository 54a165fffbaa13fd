// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Every fault of the simulated bytelyst bot, from the rule that notices it to the proof that it is over.
#include "simulator/bytelyst/BytelystScene.h"
#include "tests/scenarios/rig/ScenarioPlay.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

class BytelystScenarioTest : public testing::TestWithParam<Scenario>
{
protected:
    static void SetUpTestSuite() { rig = std::make_unique<ScenarioRig>(QStringLiteral("bytelyst")); }
    static void TearDownTestSuite() { rig.reset(); }
    static std::unique_ptr<ScenarioRig> rig;
};

std::unique_ptr<ScenarioRig> BytelystScenarioTest::rig;

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

QString order(const char* name)
{
    return bytelystOrder(q(name));
}

const QString ghostBook = q("ghost_position");
const QString staleBook = q("stale_pending_orders");
const QString signInBook = q("auth_failures");

Deed stopProfile(int number)
{
    return {ghostBook, q("stop_profile"), {{q("profile_id"), bytelystProfile(number)}}};
}

Deed closeGhost(const char* act)
{
    return {ghostBook,
            q("close_or_hedge"),
            {{q("decision"), q("close it")}, {q("reason"), q("above the limit, risk desk")}},
            q(act)};
}

Deed reconcile()
{
    return {ghostBook, q("reconcile"), {{q("how"), q("restart the bot")}}, q("restart-bot")};
}

Deed cancelAtBroker()
{
    return {staleBook,
            q("cancel_at_broker"),
            {{q("order_ids"), order("stale-1")}, {q("approved_by"), q("order policy")}},
            q("cancel-stuck-orders")};
}

Deed letSyncRun(const char* how, const char* act)
{
    return {staleBook, q("let_sync_run"), {{q("how"), q(how)}}, q(act)};
}

Deed waitForSync()
{
    return letSyncRun("wait for its next run", "");
}

Deed restartForSync()
{
    return letSyncRun("restart the bot", "restart-bot");
}

Deed restartBot()
{
    return {signInBook, q("restart"), {}, q("restart-bot")};
}

Deed correctVariables()
{
    return {signInBook, q("variables"), {}, q("correct-variables")};
}

Deed signInStep(const char* step)
{
    return {signInBook, q(step)};
}

Deed quarantine(const char* name)
{
    return {staleBook, q("quarantine"), {{q("order_id"), order(name)}}};
}

Deed finalStatus(const char* name, const char* status)
{
    return {staleBook, q("final_status"), {{q("order_id"), order(name)}, {q("final_status"), q(status)}}};
}

Finding brokerStatus(const char* name, const char* says)
{
    return {staleBook, q("broker_status"), q(says), {{q("order_id"), order(name)}}};
}

Deed enableProfile(int number, const char* symbol)
{
    return {ghostBook,
            q("enable_profile"),
            {{q("profile_id"), bytelystProfile(number)}, {q("symbol"), q(symbol)}, {q("quantity"), q("0")}}};
}

const QMap<QString, QString> amd{{q("symbol"), q("AMD")}};
const QMap<QString, QString> meta{{q("symbol"), q("META")}};

QList<Scenario> ghosts()
{
    return {
        {q("ghost-position"),
         q("ghost_position"),
         q("SEV-1"),
         ghostBook,
         {{ghostBook, q("bot_side"), q("trend-crypto|BTCUSD")},
          {ghostBook, q("exchange_side"), q("\"symbol\": *\"AMD\"")},
          {ghostBook, q("last_orders"), q("rejected"), amd},
          brokerStatus("ghost-second-exit", "\"status\": *\"new\"")},
         {reconcile(), closeGhost("close-position"), stopProfile(2), enableProfile(2, "AMD")},
         {stopProfile(2),
          closeGhost("cancel-working-orders"),
          closeGhost("close-position"),
          enableProfile(2, "AMD"),
          {ghostBook, q("sync_done"), amd}}},
        {q("ghost-after-timeout"),
         q("ghost_position"),
         q("SEV-1"),
         ghostBook,
         {{ghostBook, q("exchange_side"), q("\"symbol\": *\"META\"")},
          {ghostBook, q("last_orders"), q("expired"), meta},
          brokerStatus("late-fill", "\"status\": *\"filled\"")},
         {stopProfile(1)},
         {reconcile(), {ghostBook, q("sync_done"), meta}}},
    };
}

QList<Scenario> staleOrders()
{
    return {
        {q("stale-orders"),
         q("orders_stale"),
         q("SEV-2"),
         staleBook,
         {{staleBook, q("health"), q("\"staleOrders\": *4")},
          {staleBook, q("backlog"), q("NVDA")},
          brokerStatus("stale-1", "\"status\": *\"pending_new\"")},
         {restartForSync()},
         {cancelAtBroker(), waitForSync(), {staleBook, q("backlog_after")}}},
        {q("stale-backlog"),
         q("orders_backlog"),
         q("SEV-1"),
         staleBook,
         {{staleBook, q("health"), q("\"staleOrders\": *[2-9][0-9]")},
          {staleBook, q("backlog"), q("AAPL")},
          brokerStatus("stale-1", "\"status\": *\"filled\"")},
         {cancelAtBroker(), waitForSync()},
         {restartForSync()}},
        {q("stale-growth"),
         q("stale_growth"),
         q("SEV-1"),
         staleBook,
         {{staleBook, q("health"), q("\"byProfile\": *\\{[^}]*,")},
          {staleBook, q("backlog"), bytelystProfile(2)},
          {staleBook, q("backlog"), bytelystProfile(3)},
          brokerStatus("stale-1", "\"status\": *\"pending_new\"")},
         {restartForSync(), stopProfile(2)},
         {stopProfile(3), cancelAtBroker(), waitForSync()}},
        {q("orders-lost"),
         q("orders_stale"),
         q("SEV-2"),
         staleBook,
         {{staleBook, q("aged_orders"), order("lost-1")}, brokerStatus("lost-1", "order not found")},
         {cancelAtBroker(), restartForSync(), quarantine("lost-1")},
         {quarantine("lost-2"),
          finalStatus("lost-1", "canceled"),
          finalStatus("lost-2", "expired"),
          {staleBook, q("backlog_after")}}},
    };
}

QList<Scenario> signIns()
{
    const QList<Deed> controlledTest{signInStep("live"), signInStep("ready"), signInStep("trade_without_key"),
                                     signInStep("status_signed_in")};
    return {
        {q("wrong-project"),
         q("sign_in_refused"),
         q("SEV-2"),
         signInBook,
         {{signInBook, q("our_own_key"), q("401|signature")},
          {signInBook, q("supabase_up"), q("GoTrue")},
          {signInBook, q("ready"), q("\"status\": *\"ready\"")}},
         {restartBot(), correctVariables()},
         QList<Deed>{restartBot()} + controlledTest},
        {q("service-key-rotated"),
         q("control_lost"),
         q("SEV-1"),
         signInBook,
         {{signInBook, q("our_own_key"), q("401|Invalid API key")},
          {signInBook, q("supabase_up"), q("GoTrue")},
          {signInBook, q("database_up"), q("bytelyst")},
          {signInBook, q("ready"), q("Invalid API key|503")}},
         {restartBot(), correctVariables()},
         QList<Deed>{restartBot()} + controlledTest},
        {q("supabase-down"),
         q("control_lost"),
         q("SEV-1"),
         signInBook,
         {{signInBook, q("supabase_up"), q("503|name resolution failed")},
          {signInBook, q("database_up"), q("bytelyst")}},
         {restartBot(), correctVariables()},
         QList<Deed>{{signInBook, q("new_token"), {}, q("supabase-recovers")}} + controlledTest},
    };
}

}  // namespace

TEST_P(BytelystScenarioTest, IsNoticedExplainedAndCured)
{
    play(*rig, GetParam());
}

INSTANTIATE_TEST_SUITE_P(All, BytelystScenarioTest, testing::ValuesIn(ghosts() + staleOrders() + signIns()),
                         [](const testing::TestParamInfo<Scenario>& tested) {
                             QString name = tested.param.name;
                             return name.remove(QLatin1Char('-')).toStdString();
                         });

// The escalation nobody has to think of: the same incident, raised by the backlog itself.
TEST(BytelystEscalationTest, ABacklogRaisesItsIncidentFromSev2ToSev1ByItself)
{
    ScenarioRig rig(q("bytelyst"));
    ASSERT_TRUE(waitUntil([&rig] { return rig.calm(); }, 60'000)) << qPrintable(rig.complaints());
    rig.setScenario(q("stale-backlog"));
    const auto shows = [&rig](const char* severity) {
        const Incident* incident = rig.incident();
        return incident && incident->severity == q(severity);
    };
    ASSERT_TRUE(waitUntil([&] { return shows("SEV-2"); }, 60'000));
    const QString id = rig.incident()->id;
    EXPECT_TRUE(rig.fires(q("orders_stale")));
    EXPECT_FALSE(rig.fires(q("orders_backlog")));
    ASSERT_TRUE(waitUntil([&] { return shows("SEV-1"); }, 90'000)) << qPrintable(rig.complaints());
    EXPECT_EQ(rig.incident()->id, id);
    EXPECT_TRUE(rig.fires(q("orders_backlog")));
}

// What the refused half of the controlled test says, and that it says it to nobody but who has no key.
TEST(BytelystControlledTest, ACallWithoutAKeyIsRefusedAndASignedInOneAccepted)
{
    ScenarioRig rig(q("bytelyst"));
    const StepResult refused = rig.run(signInBook, q("trade_without_key"));
    EXPECT_TRUE(refused.error.isEmpty()) << qPrintable(refused.error);
    EXPECT_EQ(refused.outcome.state, StepState::Succeeded) << qPrintable(refused.outcome.summary);
    EXPECT_TRUE(refused.outcome.summary.contains(q("401"))) << qPrintable(refused.outcome.summary);
    const StepResult accepted = rig.run(signInBook, q("status_signed_in"));
    EXPECT_EQ(accepted.outcome.state, StepState::Succeeded) << qPrintable(accepted.outcome.summary);
    rig.setScenario(q("wrong-project"));
    const StepResult failed = rig.run(signInBook, q("status_signed_in"));
    EXPECT_EQ(failed.outcome.state, StepState::Failed) << qPrintable(failed.outcome.summary);
}

}  // namespace cockpit::test
