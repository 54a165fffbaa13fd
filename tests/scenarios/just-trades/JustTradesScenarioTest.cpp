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

INSTANTIATE_TEST_SUITE_P(All, JustTradesScenarioTest, testing::ValuesIn(scenarios()),
                         [](const testing::TestParamInfo<Scenario>& tested) {
                             QString name = tested.param.name;
                             return name.remove(QLatin1Char('-')).toStdString();
                         });

}  // namespace cockpit::test
