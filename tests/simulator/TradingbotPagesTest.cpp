// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/TradingbotSimulator.h"
#include "simulator/tradingbot/TradingbotModel.h"
#include "tests/simulator/PlainHttp.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>

namespace cockpit::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class TradingbotPagesTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(simulator.listen()); }
    void run(qint64 milliseconds) { clock.advance(Milliseconds{milliseconds}); }
    void set(const QString& scenario) { ASSERT_TRUE(simulator.setScenario(scenario)); }
    PlainReply get(const QString& path)
    {
        return exchange(QUrl(simulator.url().toString() + path), "GET", simulator.key().toUtf8());
    }
    // The value of one sample of the bot's page; nothing when it is not there.
    std::optional<double> metric(const QByteArray& series, const QString& path = u"/metrics"_s)
    {
        const QByteArray page = '\n' + get(path).body;
        const qsizetype at = page.indexOf('\n' + series + ' ');
        if (at < 0)
            return {};
        const qsizetype from = at + series.size() + 2;
        return page.mid(from, page.indexOf('\n', from) - from).toDouble();
    }
    QJsonObject tool(const QStringList& argv)
    {
        const QByteArray body =
            QJsonDocument(QJsonObject{{u"argv"_s, QJsonArray::fromStringList(argv)}}).toJson(QJsonDocument::Compact);
        return exchange(QUrl(simulator.url().toString() + u"/simulator/tool"_s), "POST", simulator.key().toUtf8(), body)
            .json();
    }
    QJsonObject python(const QString& code) { return tool({u"python"_s, u"manage.py"_s, u"shell"_s, u"-c"_s, code}); }
    QString health()
    {
        return python(u"from tradingbot.monitoring.system_health import SystemHealthMonitor\n"
                      "m = SystemHealthMonitor()\nprint(m.full_health_check())"_s)
            .value(u"output"_s)
            .toString();
    }
    bool connects(quint16 port)
    {
        QTcpSocket socket;
        bool refused = false;
        QObject::connect(&socket, &QTcpSocket::errorOccurred, &socket, [&refused] { refused = true; });
        socket.connectToHost(u"127.0.0.1"_s, port);
        waitUntil([&] { return refused || socket.state() == QAbstractSocket::ConnectedState; });
        return !refused;
    }

    ManualClock clock;
    TradingbotSimulator simulator{clock};
};

struct Symptom {
    const char16_t* scenario;
    const char16_t* health;  ///< regular expression on what the health check prints
};

}  // namespace

TEST_F(TradingbotPagesTest, ExportsEveryMetricThePlaybookReads)
{
    run(60'000);
    for (const char* name :
         {"wsb_circuit_open{reason=\"manual_halt\"}", "wsb_orders_placed_total{strategy=\"wheel\"}",
          "wsb_orders_rejected_total{strategy=\"wheel\"}", "wsb_errors_total{component=\"execution\"}",
          "wsb_order_latency_seconds_bucket{le=\"5\"}", "wsb_order_latency_seconds_bucket{le=\"+Inf\"}",
          "wsb_order_latency_seconds_sum", "wsb_order_latency_seconds_count",
          "wsb_data_staleness_seconds{source=\"alpaca_sip\"}", "wsb_market_data_latency_seconds{source=\"alpaca_iex\"}",
          "wsb_data_quality_failures_total", "wsb_market_data_outliers_total", "wsb_portfolio_delta_exposure",
          "wsb_portfolio_delta_limit", "wsb_eod_reconciliation_breaks_total", "wsb_journal_entries_missing_total",
          "wsb_audit_trail_gap_seconds"})
        EXPECT_TRUE(metric(name)) << name;
    for (const char* name : {"node_memory_MemTotal_bytes", "node_memory_MemAvailable_bytes",
                             "node_cpu_seconds_total{cpu=\"3\",mode=\"idle\"}"})
        EXPECT_TRUE(metric(name, u"/node/metrics"_s)) << name;
    EXPECT_EQ(metric("wsb_order_latency_seconds_bucket{le=\"+Inf\"}"), metric("wsb_order_latency_seconds_count"));
    EXPECT_FALSE(metric("wsb_circuit_open{reason=\"drawdown_limit\"}"));
    set(u"drawdown"_s);
    EXPECT_EQ(metric("wsb_circuit_open{reason=\"drawdown_limit\"}"), 1);
    EXPECT_EQ(metric("wsb_circuit_open{reason=\"manual_halt\"}"), 0);
}

TEST_F(TradingbotPagesTest, AnswersNotWhileItRestarts)
{
    ASSERT_TRUE(simulator.act(u"restart-bot"_s));
    EXPECT_EQ(get(u"/metrics"_s).status, 503);
    EXPECT_EQ(get(u"/node/metrics"_s).status, 200);
    run(9'000);
    EXPECT_EQ(get(u"/metrics"_s).status, 200);
    EXPECT_EQ(get(u"/health"_s).status, 404);
    EXPECT_EQ(exchange(QUrl(simulator.url().toString() + u"/metrics"_s), "POST").status, 405);
}

TEST_F(TradingbotPagesTest, TheMarketDataPortIsClosedWhileItsProcessIsGone)
{
    const QUrl page(u"http://127.0.0.1:%1/metrics"_s.arg(simulator.marketDataPort()));
    EXPECT_EQ(exchange(page, "GET").status, 200);
    set(u"feed-down"_s);
    EXPECT_FALSE(connects(simulator.marketDataPort()));
    ASSERT_TRUE(simulator.act(u"renew-key"_s));
    run(5'000);
    EXPECT_FALSE(connects(simulator.marketDataPort()));
    ASSERT_TRUE(simulator.act(u"restart-market-data"_s));
    run(5'000);
    EXPECT_TRUE(waitUntil([&] { return connects(simulator.marketDataPort()); }));
    EXPECT_EQ(exchange(page, "GET").status, 200);
}

TEST_F(TradingbotPagesTest, TheHealthCheckNamesEveryCause)
{
    EXPECT_TRUE(health().startsWith(u"{'overall_status': 'healthy', "_s)) << qPrintable(health());
    const QList<Symptom> symptoms{{u"halted-by-hand", u"'reason': 'manual_halt', 'detail': 'Halted by operator jmeyer"},
                                  {u"daily-loss", u"'reason': 'daily_loss_limit'.*'suspicious_mark': 'GME 0\\.01"},
                                  {u"error-limit", u"'reason': 'error_rate_limit'.*'last_error': 'sentiment"},
                                  {u"vix-spike", u"'reason': 'vix_threshold'.*'vix': 48"},
                                  {u"drawdown", u"'reason': 'drawdown_limit'.*'drawdown_percent': 21\\.30"},
                                  {u"rejects", u"'broker_api': \\{'status': 'degraded'.*momentum_weeklies: 422"},
                                  {u"data-stale", u"401 Unauthorized: market data key expired"},
                                  {u"feed-down", u"'process': 'not running"},
                                  {u"data-late", u"'alpaca_sip': \\{'age_seconds': [0-9.]+, 'latency_seconds': 3\\."},
                                  {u"data-wrong", u"price_range: SPY 5\\.84"},
                                  {u"outliers", u"split 10:1"},
                                  {u"errors", u"'release': '2026\\.11\\.20-2'"},
                                  {u"orders-slow", u"report_monthly\\.sql by reporting"},
                                  {u"orders-few", u"'disabled': \\['momentum_weeklies', 'wheel'\\]"},
                                  {u"risk-limit", u"'delta_used': 0\\.9"},
                                  {u"positions-differ", u"'last_breaks': 3, 'last_value': 2546\\.60"},
                                  {u"journal-gap", u"'journal_writer': 'not responding"},
                                  {u"audit-gap", u"'audit_connection': 'server closed"},
                                  {u"memory-full", u"'memory_percent': 9[45]"},
                                  {u"processor-busy", u"'cpu_percent': 9[67]"},
                                  {u"disk-full", u"'log_disk_percent': 95"}};
    EXPECT_EQ(symptoms.size() + 1, simulator.scenarios().size());
    for (const Symptom& symptom : symptoms) {
        set(QString::fromUtf16(symptom.scenario));
        run(5'000);
        const QString said = health();
        EXPECT_TRUE(QRegularExpression(QString::fromUtf16(symptom.health)).match(said).hasMatch()) << qPrintable(said);
        EXPECT_EQ(said.count(u'\n'), 1);
    }
}

TEST_F(TradingbotPagesTest, TheShellActsOnTheBot)
{
    run(30'000);
    EXPECT_GT(get(u"/simulator/state"_s).json().value(u"open_orders"_s).toInt(), 0);
    const QJsonObject cancelled = python(u"from tradingbot.core.trading_interface import TradingInterface\n"
                                         "ti = TradingInterface()\nti.cancel_all_orders()"_s);
    EXPECT_EQ(cancelled.value(u"exit_code"_s).toInt(-1), 0);
    EXPECT_EQ(cancelled.value(u"output"_s).toString(), QString());
    EXPECT_EQ(simulator.model().openOrders(), 0);
    const QString reconcile = u"from tradingbot.reconciliation.position_reconciler import PositionReconciler\n"
                              "print(PositionReconciler().reconcile())"_s;
    EXPECT_TRUE(
        python(reconcile)
            .value(u"output"_s)
            .toString()
            .contains(u"positions_compared=6, positions_at_broker=6, breaks=[], total_value=0.00, clean=True"_s));
    set(u"positions-differ"_s);
    EXPECT_TRUE(
        python(reconcile)
            .value(u"output"_s)
            .toString()
            .contains(
                u"PositionBreak(symbol='TSLA', ours=0, broker=8, value=1849.60)], total_value=2546.60, clean=False"_s));
    const QJsonObject halted = python(u"from tradingbot.risk.circuit_breaker import get_circuit_breaker\n"
                                      "get_circuit_breaker().trip('manual_halt', 'Emergency halt by operator')"_s);
    EXPECT_EQ(halted.value(u"exit_code"_s).toInt(-1), 0);
    run(1'000);
    EXPECT_EQ(metric("wsb_circuit_open{reason=\"manual_halt\"}"), 1);
    EXPECT_EQ(simulator.model().breakerDetail(), u"Emergency halt by operator");
    EXPECT_EQ(python(u"from tradingbot.risk.circuit_breaker import get_circuit_breaker\n"
                     "print(get_circuit_breaker().can_trade())"_s)
                  .value(u"output"_s)
                  .toString(),
              u"False\n");
}

TEST_F(TradingbotPagesTest, TheShellFailsAsPythonDoes)
{
    const QString import = u"from tradingbot.risk.circuit_breaker import get_circuit_breaker\n"_s;
    const QList<std::pair<QString, QString>> mistakes{
        {u"get_circuit_breaker().trip('x')"_s, u"NameError: name 'get_circuit_breaker' is not defined"_s},
        {u"from tradingbot.risk.breaker import x"_s,
         u"ModuleNotFoundError: No module named 'tradingbot.risk.breaker'"_s},
        {u"from tradingbot.risk.circuit_breaker import trip"_s, u"ImportError: cannot import name 'trip'"_s},
        {import + u"get_circuit_breaker().open()"_s,
         u"AttributeError: 'CircuitBreaker' object has no attribute 'open'"_s},
        {import + u"get_circuit_breaker().trip()"_s,
         u"TypeError: CircuitBreaker.trip() missing 1 required positional"_s},
        {import + u"get_circuit_breaker().trip('a', 'b', 'c')"_s, u"but 4 were given"_s},
        {import + u"get_circuit_breaker().trip(1)"_s, u"SyntaxError: invalid syntax"_s},
        {u"import os\nos.remove('x')"_s, u"AttributeError: 'module' object has no attribute 'remove'"_s}};
    for (const auto& [code, message] : mistakes) {
        const QJsonObject answer = python(code);
        EXPECT_EQ(answer.value(u"exit_code"_s).toInt(), 1) << qPrintable(code);
        EXPECT_EQ(answer.value(u"output"_s).toString(), QString());
        const QString error = answer.value(u"error"_s).toString();
        EXPECT_TRUE(error.startsWith(u"Traceback (most recent call last):"_s)) << qPrintable(error);
        EXPECT_TRUE(error.contains(message)) << qPrintable(error);
    }
    run(5'000);
    EXPECT_FALSE(simulator.model().breakerOpen());
    EXPECT_EQ(tool({u"python"_s, u"other.py"_s}).value(u"exit_code"_s).toInt(), 2);
    EXPECT_EQ(tool({u"python"_s, u"manage.py"_s, u"resume"_s}).value(u"exit_code"_s).toInt(), 1);
    EXPECT_EQ(tool({u"python"_s, u"manage.py"_s, u"shell"_s, u"-x"_s}).value(u"exit_code"_s).toInt(), 2);
    EXPECT_EQ(tool({u"rm"_s, u"-rf"_s}).value(u"exit_code"_s).toInt(), 127);
}

TEST_F(TradingbotPagesTest, TheMachinesToolsShowWhatIsUsed)
{
    const QStringList list{u"ps"_s, u"-eo"_s, u"pid,user,pcpu,pmem,rss,etime,comm"_s, u"--sort=-rss"_s};
    const auto firstProcess = [&] { return tool(list).value(u"output"_s).toString().section(u'\n', 1, 1); };
    EXPECT_TRUE(firstProcess().endsWith(u"python"_s)) << qPrintable(firstProcess());
    set(u"memory-full"_s);
    EXPECT_TRUE(firstProcess().endsWith(u"jupyter-lab"_s)) << qPrintable(firstProcess());
    set(u"processor-busy"_s);
    EXPECT_TRUE(
        tool(list).value(u"output"_s).toString().contains(QRegularExpression(u"akumar +301\\.5 .* backtest\n"_s)));
    set(u"disk-full"_s);
    run(5'000);
    EXPECT_TRUE(tool({u"df"_s, u"-h"_s})
                    .value(u"output"_s)
                    .toString()
                    .contains(QRegularExpression(u"/dev/nvme1n1 +20G +20G +[0-9]+M +96% /var/log\n"_s)))
        << qPrintable(tool({u"df"_s, u"-h"_s}).value(u"output"_s).toString());
    EXPECT_EQ(tool({u"df"_s, u"-q"_s}).value(u"exit_code"_s).toInt(), 1);
    EXPECT_EQ(tool({u"ps"_s, u"aux"_s}).value(u"exit_code"_s).toInt(), 1);
}

TEST_F(TradingbotPagesTest, SaysWhatItIsDoingToWhoHoldsTheKey)
{
    set(u"daily-loss"_s);
    run(2'000);
    const QJsonObject state = get(u"/simulator/state"_s).json();
    EXPECT_EQ(state.value(u"scenario"_s), u"daily-loss"_s);
    EXPECT_EQ(state.value(u"breaker_reason"_s), u"daily_loss_limit"_s);
    EXPECT_EQ(state.value(u"stage"_s), u"paused"_s);
    EXPECT_TRUE(get(u"/simulator/logs"_s).body.contains("circuit breaker open: daily_loss_limit"));
    EXPECT_EQ(exchange(QUrl(simulator.url().toString() + u"/simulator/state"_s), "GET").status, 403);
    EXPECT_EQ(
        exchange(QUrl(simulator.url().toString() + u"/simulator/stage-normal"_s), "POST", simulator.key().toUtf8())
            .status,
        400);
}

}  // namespace cockpit::test
