// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Every fault of the simulated Just Trades platform, from the rule that notices it to the proof that it is over.
#include "tests/scenarios/rig/ScenarioPlay.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

class JustTradesScenarioTest : public testing::TestWithParam<Scenario>
{
protected:
    static void SetUpTestSuite() { rig = std::make_unique<ScenarioRig>(QStringLiteral("just-trades")); }
    static void TearDownTestSuite() { rig.reset(); }
    static std::unique_ptr<ScenarioRig> rig;
};

std::unique_ptr<ScenarioRig> JustTradesScenarioTest::rig;

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

const QString rollback = q("release_rollback");

Deed restartWorkers()
{
    return {q("total_outage"), q("restart_workers")};
}

// From the fetch to the tag in production, on real git repositories.
QList<Deed> rollBack()
{
    return {{rollback, q("fetch")}, {rollback, q("check_out_tag")}, {rollback, q("deploy_tag")}};
}

QList<Scenario> causedByReleases()
{
    return {
        {q("orders-refused"),
         q("orders_refused"),
         q("SEV-2"),
         q("orders_refused"),
         {{q("orders_refused"), q("failures"), q("invalid price increment")},
          {q("orders_refused"), q("broker_state"), q("\"working_orders\": *\\[\\s*\\]"), {{q("trader_id"), q("6")}}},
          {q("orders_refused"), q("failures"), q("insufficient funds")}},
         {restartWorkers(), {q("single_account"), q("tell_owner"), {}, q("reauthorize")}},
         {{q("orders_refused"), q("mend_rounding"), {}, q("mend-rounding")}}},
        {q("latency-high"),
         q("latency_high"),
         q("SEV-2"),
         q("high_latency"),
         {{q("high_latency"), q("broker_status"), q("\"avg_latency_ms\": *[67][0-9]{2}")},
          {q("high_latency"), q("logs"), q("record_webhook\\(\\) returned after 640 ms")}},
         {restartWorkers()},
         rollBack() + QList<Deed>{{q("high_latency"), q("go_back")}}},
        {q("bad-release"),
         q("workers_dead"),
         q("SEV-1"),
         q("total_outage"),
         {{rollback, q("logs"), q("NameError")},
          {rollback, q("broker_status"), q("\"workers_alive\": *0")},
          {rollback, q("head_and_target"), q("semaphore")}},
         {restartWorkers(), {rollback, q("fetch")}},
         rollBack() + QList<Deed>{{rollback, q("verify_workers")}, {rollback, q("verify_orders")}}},
    };
}

QList<Scenario> causedByPeopleAndData()
{
    return {
        {q("tokens-expired"),
         q("account_tokens_expired"),
         q("SEV-2"),
         q("account_tokens"),
         {{q("account_tokens"), q("auth_status"), q("\"count\": *2")},
          {q("account_tokens"), q("failures"), q("token expired")}},
         {{q("account_tokens"), q("restart_service")}},
         {{q("account_tokens"), q("tell_owners"), {}, q("reauthorize")}}},
        {q("whop-stuck"),
         q("whop_mails_stuck"),
         q("SEV-3"),
         q("whop_mails"),
         {{q("whop_mails"), q("sync_status"), q("\"pending_resends\": *14")},
          {q("whop_mails"), q("threads"), q("\"whop_sync\": *\"stopped\"")},
          {q("whop_mails"), q("mail_library"), q("brevo-python<2")}},
         {restartWorkers()},
         {{q("whop_mails"), q("resend"), {}, q("resend-activations")}}},
        {q("stale-records"),
         q("records_stale"),
         q("SEV-3"),
         q("stale_records"),
         {{q("stale_records"), q("list_records"), q("7 rows|recorder_id")}},
         {restartWorkers(), {q("stale_records"), q("close_recorder_records"), {{q("recorder_id"), q("1")}}}},
         {{q("stale_records"), q("close_all_records")}}},
    };
}

QList<Scenario> scenarios()
{
    return {
        {q("workers-dead"),
         q("workers_dead"),
         q("SEV-1"),
         q("total_outage"),
         {{q("total_outage"), q("broker_status"), q("\"workers_alive\": *0")}},
         {{q("token_expired"), q("sign_in"), {}, q("renew-session")}},
         {{q("total_outage"), q("close_stale_records")}, {q("total_outage"), q("restart_workers")}}},
        {q("queue-growing"),
         q("queue_growing"),
         q("SEV-2"),
         q("queue_growing"),
         {{q("queue_growing"), q("broker_status"), q("\"queue_size\": *[0-9]{2,}")}},
         {{q("token_expired"), q("sign_in"), {}, q("renew-session")}},
         {{q("queue_growing"), q("restart_workers")}}},
        {q("prices-stale"),
         q("token_expired"),
         q("SEV-2"),
         q("token_expired"),
         {{q("token_expired"), q("feed_status"), q("\"jwt_token_valid\": *false")}},
         {{q("prices_stale"), q("restart_service")}},
         {{q("token_expired"), q("sign_in"), {}, q("renew-session")}, {q("token_expired"), q("restart_service")}}},
        {q("token-expired"),
         q("accounts_signed_out"),
         q("SEV-3"),
         q("single_account"),
         {{q("single_account"), q("account_sign_in"), q("\"count\": *1")}},
         {{q("total_outage"), q("restart_workers")}},
         {{q("single_account"), q("tell_owner"), {}, q("reauthorize")}}},
    };
}

}  // namespace

TEST_P(JustTradesScenarioTest, IsNoticedExplainedAndCured)
{
    play(*rig, GetParam());
}

INSTANTIATE_TEST_SUITE_P(All, JustTradesScenarioTest,
                         testing::ValuesIn(scenarios() + causedByReleases() + causedByPeopleAndData()),
                         [](const testing::TestParamInfo<Scenario>& tested) {
                             QString name = tested.param.name;
                             return name.remove(QLatin1Char('-')).toStdString();
                         });

}  // namespace cockpit::test
