// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Every fault of the simulated Flowrex platform, from the rule that notices it to the proof that it is over.
#include "tests/scenarios/rig/ScenarioPlay.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace cockpit::test {
namespace {

constexpr int patienceMs = 60'000;

class FlowrexScenarioTest : public testing::TestWithParam<Scenario>
{
protected:
    static void SetUpTestSuite()
    {
        rig = std::make_unique<ScenarioRig>(QStringLiteral("flowrex"));
        // Prometheus takes some seconds to its first scrape; a question about growth needs two.
        ASSERT_TRUE(waitUntil([] { return measured(QStringLiteral("memory_used")) >= 3; }, patienceMs));
    }
    static qsizetype measured(const QString& signal)
    {
        const auto points =
            rig->engine().points(QStringLiteral("flowrex"), signal, 0, SystemClock().utcNow().toMSecsSinceEpoch());
        return std::count_if(points.begin(), points.end(),
                             [](const SeriesHistory::Point& point) { return !std::isnan(point.value); });
    }
    static void TearDownTestSuite() { rig.reset(); }
    static std::unique_ptr<ScenarioRig> rig;
};

std::unique_ptr<ScenarioRig> FlowrexScenarioTest::rig;

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

QMap<QString, QString> version(const char* number)
{
    return {{q("version"), q(number)}};
}

QMap<QString, QString> service(const char* name)
{
    return {{q("service"), q(name)}};
}

const QMap<QString, QString> noInputs;

QList<Scenario> requestScenarios()
{
    return {
        {q("pool-exhausted"),
         q("database_full"),
         q("P1"),
         q("pool_exhausted"),
         {{q("pool_exhausted"), q("long_queries"), q("flowrex-backend.*strategy_report")},
          {q("pool_exhausted"), q("pool_errors"), q("app.core.database: .*connection pool")}},
         {{q("pool_exhausted"), q("restart_backend")}},
         {{q("pool_exhausted"), q("end_long_queries"), {{q("minutes"), q("0")}}}}},
        {q("release-failing"),
         q("error_rate_high"),
         q("P2"),
         q("high_error_rate"),
         {{q("high_error_rate"), q("recent_errors"), q("Exception.*KeyError: 'time_in_force'")},
          {q("high_error_rate"), q("distribution"), q("\"endpoint\": *\"/api/v1/orders\".*\"status\": *\"500\"")},
          {q("high_error_rate"), q("versions"), q("flowrex-backend-1 .*2\\.14\\.0")}},
         {{q("high_error_rate"), q("roll_back"), version("2.14.0")}},
         {{q("high_error_rate"), q("roll_back"), version("2.13.2")}}},
        {q("release-broken"),
         q("error_rate_critical"),
         q("P1"),
         q("high_error_rate"),
         {{q("high_error_rate"), q("recent_errors"), q("has no attribute 'venue_map' \\(release 2\\.14\\.0\\)")}},
         {{q("high_error_rate"), q("roll_back"), version("2.14.0")}},
         {{q("high_error_rate"), q("roll_back"), version("2.12.5")}}},
        {q("market-data-down"),
         q("error_rate_critical"),
         q("P1"),
         q("high_error_rate"),
         {{q("high_error_rate"), q("recent_errors"), q("TwelveData request failed: httpx.ReadTimeout")},
          {q("high_error_rate"), q("distribution"), q("/api/v1/market-data\".*\"502\"")}},
         {{q("high_error_rate"), q("roll_back"), version("2.12.5")}},
         {{q("high_error_rate"), q("decide"), noInputs, q("break-circuit")}, {q("high_error_rate"), q("ready_after")}}},
        {q("trades-failing"),
         q("trades_failing"),
         q("P1"),
         q("trade_failures"),
         {{q("trade_failures"), q("failed_trades"), q("failed.*401 Unauthorized")},
          {q("trade_failures"), q("broker_connection"), q("False")},
          {q("trade_failures"), q("risk_blocks"), q("app.execution.oanda: order .* rejected by the broker: 401")}},
         {{q("trade_failures"), q("risk_limits"), noInputs, q("raise-risk-limits")}},
         {{q("trade_failures"), q("credentials"), noInputs, q("renew-broker-credentials")},
          {q("trade_failures"), q("confirm")}}},
    };
}

QList<Scenario> hostScenarios()
{
    return {
        {q("websocket-proxy"),
         q("websockets_gone"),
         q("P2"),
         q("websocket_disconnects"),
         {{q("websocket_disconnects"), q("websocket_log"), q("websocket handshake on /ws refused: 400")},
          {q("websocket_disconnects"), q("nginx_configuration"),
           q("proxy_http_version 1.1;\\s+proxy_set_header Host")}},
         {{q("websocket_disconnects"), q("nginx_reload")}},
         {{q("websocket_disconnects"), q("nginx_test"), noInputs, q("correct-nginx-file")},
          {q("websocket_disconnects"), q("nginx_reload")}}},
        {q("websocket-stall"),
         q("websockets_dropping"),
         q("P2"),
         q("websocket_disconnects"),
         {{q("websocket_disconnects"), q("websocket_log"), q("websocket closed 1011 keepalive ping timeout")},
          {q("websocket_disconnects"), q("nginx_configuration"), q("proxy_set_header Upgrade")}},
         {{q("websocket_disconnects"), q("nginx_reload")}},
         {{q("websocket_disconnects"), q("restart_backend")}}},
        {q("memory-leak"),
         q("memory_high"),
         q("P2"),
         q("high_memory"),
         {{q("high_memory"), q("container_memory"), q("flowrex-backend-3 .* [34]\\.\\d+GiB / 8GiB")},
          {q("high_memory"), q("redis_keys"), q("48")}},
         {{q("high_memory"), q("flush_cache")}},
         {{q("high_memory"), q("restart_backend")}}},
    };
}

QList<Scenario> otherScenarios()
{
    return {
        {q("certificate-expiring"),
         q("certificate_expiring"),
         q("P2"),
         q("certificate_expiry"),
         {{q("certificate_expiry"), q("dates"), q("^ 0 s:CN = flowrex\\.app\\n.*\\n.*\\n +v:NotBefore: .*NotAfter: ")}},
         {{q("certificate_expiry"), q("nginx_reload")}},
         {{q("certificate_expiry"), q("renew")}, {q("certificate_expiry"), q("nginx_reload")}}},
        {q("certificate-expired"),
         q("certificate_expired"),
         q("P1"),
         q("certificate_expiry"),
         {{q("certificate_expiry"), q("dates"), q("certificate has expired")}},
         {{q("certificate_expiry"), q("nginx_reload")}},
         {{q("certificate_expiry"), q("renew")}, {q("certificate_expiry"), q("nginx_reload")}}},
        {q("cache-hung"),
         q("not_ready"),
         q("P1"),
         q("first_look"),
         {{q("first_look"), q("ready"), q("\"redis\": *\"timeout")},
          {q("first_look"), q("services"), q("flowrex-backend-1 .*\\(unhealthy\\)")},
          {q("first_look"), q("backend_errors"), q("ERROR app\\.core\\.cache: redis.*Timeout")}},
         {{q("commands"), q("restart_service"), service("backend")}},
         {{q("commands"), q("restart_service"), service("redis")}}},
        {q("backend-stopped"),
         q("platform_unreachable"),
         q("P0"),
         q("first_look"),
         {{q("first_look"), q("services"), q("flowrex-backend-1 .*Exited \\(137\\)")},
          {q("first_look"), q("frontend_log"), q("ECONNREFUSED")}},
         {{q("commands"), q("restart_service"), service("nginx")}},
         {{q("service_restart"), q("scale_up")}}},
    };
}

}  // namespace

TEST_P(FlowrexScenarioTest, IsNoticedExplainedAndCured)
{
    play(*rig, GetParam());
}

INSTANTIATE_TEST_SUITE_P(All, FlowrexScenarioTest,
                         testing::ValuesIn(requestScenarios() + hostScenarios() + otherScenarios()),
                         [](const testing::TestParamInfo<Scenario>& tested) {
                             QString name = tested.param.name;
                             return name.remove(QLatin1Char('-')).toStdString();
                         });

// Which session to end is known only after looking, so no table can hold it.
TEST_F(FlowrexScenarioTest, ABlockerIsFoundAndEndedAlone)
{
    const QString runbook = q("pool_exhausted");
    const auto full = [] { return rig->fires(QStringLiteral("database_full")); };
    ASSERT_TRUE(waitUntil([] { return rig->calm(); }, patienceMs)) << qPrintable(rig->complaints());
    rig->setScenario(q("pool-blocked"));
    ASSERT_TRUE(waitUntil([&full] { return full() && rig->incident(); }, patienceMs)) << qPrintable(rig->complaints());
    const StepResult waiting = rig->run(runbook, q("end_long_queries"), {{q("minutes"), q("0")}});
    EXPECT_TRUE(waiting.error.isEmpty()) << qPrintable(waiting.error);
    EXPECT_TRUE(waitUntil(full, patienceMs)) << "who waits for the lock comes back";

    const StepResult blocked = rig->run(runbook, q("blocked"));
    const QString seen = QString::fromUtf8(blocked.outcome.output);
    const auto found =
        QRegularExpression(QStringLiteral("^\\W*\\d+\\W+(\\d+)\\W.*idle in transaction.*UPDATE accounts"),
                           QRegularExpression::MultilineOption)
            .match(seen);
    ASSERT_TRUE(found.hasMatch()) << qPrintable(seen.left(2'000));
    const StepResult ended = rig->run(runbook, q("end_session"), {{q("pid"), found.captured(1)}});
    EXPECT_EQ(ended.outcome.state, StepState::Succeeded) << qPrintable(ended.error + ended.outcome.summary);
    EXPECT_EQ(ended.verdict, QStringLiteral("worked")) << qPrintable(rig->complaints());
    EXPECT_TRUE(waitUntil([&full] { return !full(); }, patienceMs)) << qPrintable(rig->complaints());
    rig->recover();
}

}  // namespace cockpit::test
