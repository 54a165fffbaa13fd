// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The parts of the simulated Flowrex that are real: sessions in PostgreSQL, TLS certificates, a frozen Redis, tools.
#include "simulator/FlowrexSimulator.h"
#include "simulator/flowrex/FlowrexPlatform.h"
#include "simulator/flowrex/FlowrexTables.h"
#include "simulator/flowrex/FlowrexTools.h"
#include "simulator/servers/ThrowAwayPostgres.h"
#include "simulator/servers/ThrowAwayRedis.h"
#include "tests/simulator/PlainHttp.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>

namespace cockpit::test {

namespace {

constexpr int patience = 60'000;

class FlowrexDatabaseTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const auto started = waitFor(server.start(), patience);
        ASSERT_TRUE(started) << qPrintable(started.error().detail);
        responder = std::make_unique<PostgresSession>(*started);
        ASSERT_TRUE(platform.prepareFolder());
        ASSERT_TRUE(platform.useDatabase(*started));
    }
    void run(int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += 1'000) {
            clock.advance(Milliseconds{1'000});
            platform.tend();
        }
    }
    void breakIt(const char* scenario)
    {
        ASSERT_TRUE(platform.setScenario(QString::fromLatin1(scenario)));
        run(10'000);
        ASSERT_TRUE(platform.model().starved());
    }
    // What the cockpit's signal shows, in percent.
    qint64 used()
    {
        return responder->number("SELECT 100 * count(*) / current_setting('max_connections')::int "
                                 "FROM pg_stat_activity WHERE backend_type = 'client backend'");
    }
    qint64 end(const QByteArray& which)
    {
        return responder->number("SELECT count(pg_terminate_backend(pid, 2000)) FROM pg_stat_activity WHERE "
                                 "backend_type = 'client backend' AND pid <> pg_backend_pid() AND " +
                                 which);
    }
    void compose(const QString& line)
    {
        const QStringList words = line.split(QLatin1Char(' '));
        EXPECT_EQ(tools
                      .run(QStringList{QStringLiteral("docker-compose"), QStringLiteral("-f"),
                                       QStringLiteral("docker-compose.prod.yml")} +
                           words)
                      .exitCode,
                  0);
    }

    ManualClock clock;
    QTemporaryDir folder;
    ThrowAwayPostgres server{*flowrexServers(1, 2).postgres};
    FlowrexPlatform platform{clock, folder.path(), Milliseconds{2'000}};
    FlowrexTools tools{platform};
    std::unique_ptr<PostgresSession> responder;
};

const QByteArray longRunning = "state = 'active' AND now() - query_start > make_interval(secs => 0) AND "
                               "datname = current_database()";

}  // namespace

TEST_F(FlowrexDatabaseTest, AHealthyPoolIsIdleAndWritesItsTrades)
{
    run(3'000);
    EXPECT_EQ(platform.model().poolConnections(), FlowrexModel::idleConnections);
    EXPECT_LT(used(), 40);
    const qint64 before = responder->number("SELECT count(*) FROM trades");
    run(10'000);
    EXPECT_EQ(responder->number("SELECT count(*) FROM trades") - before, 40);
    EXPECT_EQ(responder->number("SELECT count(*) FROM trades WHERE status = 'failed'"), 0);
    ASSERT_TRUE(platform.setScenario(QStringLiteral("trades-failing")));
    run(10'000);
    EXPECT_EQ(responder->number("SELECT count(*) FROM trades WHERE status = 'failed' AND error_message LIKE '%401%'"),
              32);
}

TEST_F(FlowrexDatabaseTest, LongQueriesHoldThePoolUntilTheyAreEnded)
{
    breakIt("pool-exhausted");
    EXPECT_GT(used(), 90);
    EXPECT_GE(responder->number("SELECT count(*) FROM pg_stat_activity WHERE " + longRunning +
                                " AND query LIKE '%strategy_report%' AND usename = 'flowrex'"),
              40);
    compose(QStringLiteral("restart backend"));
    run(10'000);
    EXPECT_GT(used(), 90) << "the server goes on with queries whose client has gone";
    EXPECT_TRUE(platform.model().starved());
    EXPECT_GE(end(longRunning), 40);
    run(3'000);
    EXPECT_LT(used(), 80);
    EXPECT_FALSE(platform.model().starved());
    EXPECT_EQ(platform.model().scenario(), QStringLiteral("healthy"));
    EXPECT_EQ(platform.model().poolConnections(), FlowrexModel::idleConnections);
}

TEST_F(FlowrexDatabaseTest, ABlockerHoldsThePoolUntilItIsEndedItself)
{
    breakIt("pool-blocked");
    EXPECT_GT(used(), 90);
    const QByteArray blockers =
        "pid IN (SELECT unnest(pg_blocking_pids(waiting.pid)) FROM pg_stat_activity AS waiting) AND "
        "state = 'idle in transaction'";
    EXPECT_EQ(responder->number("SELECT count(*) FROM pg_stat_activity WHERE " + blockers), 1);
    EXPECT_GE(end(longRunning), 30);
    run(10'000);
    EXPECT_GT(used(), 90) << "those who wait come back";
    compose(QStringLiteral("restart backend"));
    run(10'000);
    EXPECT_TRUE(platform.model().starved());
    EXPECT_EQ(end(blockers), 1);
    run(3'000);
    EXPECT_LT(used(), 80);
    EXPECT_EQ(platform.model().scenario(), QStringLiteral("healthy"));
}

TEST_F(FlowrexDatabaseTest, AScenarioReplacesWhatHeldThePool)
{
    breakIt("pool-blocked");
    ASSERT_TRUE(platform.setScenario(QStringLiteral("healthy")));
    run(2'000);
    EXPECT_LT(used(), 40);
    EXPECT_EQ(responder->number("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'"), 0);
}

TEST_F(FlowrexDatabaseTest, DumpsAreCopiedOutAndABackupTakesItsPlace)
{
    run(3'000);
    compose(QStringLiteral("exec -T postgres pg_isready"));
    compose(QStringLiteral("exec -T postgres pg_dump -U flowrex --file=/var/lib/postgresql/backup.sql flowrex"));
    compose(QStringLiteral("cp postgres:/var/lib/postgresql/backup.sql backup.sql"));
    QFile dump(folder.filePath(QStringLiteral("backup.sql")));
    ASSERT_TRUE(dump.open(QIODevice::ReadOnly));
    EXPECT_GT(dump.readAll().count("INSERT INTO trades"), 400);

    const QString backup = QDir(folder.filePath(QStringLiteral("backups/postgres"))).entryList(QDir::Files).last();
    const QDateTime taken = QDateTime::fromString(backup, QStringLiteral("'flowrex_'yyyyMMdd_hhmmss'.sql.gz'"));
    ASSERT_TRUE(taken.isValid()) << qPrintable(backup);
    const ToolAnswer answer =
        tools.run({QStringLiteral("scripts/rollback.sh"), QStringLiteral("2.13.2"), backup.chopped(7)});
    EXPECT_EQ(answer.exitCode, 0) << qPrintable(answer.error);
    EXPECT_EQ(responder->number("SELECT count(*) FROM trades WHERE created_at > '" +
                                taken.toString(Qt::ISODate).toLatin1() + "Z'"),
              0);
}

TEST(FlowrexCacheTest, AHungRedisIsReallyFrozen)
{
    ThrowAwayRedis redis(flowrexKeys());
    const auto address = waitFor(redis.start(), patience);
    ASSERT_TRUE(address);
    ManualClock clock;
    QTemporaryDir folder;
    FlowrexPlatform platform(clock, folder.path(), Milliseconds{2'000});
    platform.useRedis(redis.processId());
    const auto frozen = [&redis] {
        QFile file(QStringLiteral("/proc/%1/stat").arg(redis.processId()));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(") T ");
    };
    ASSERT_TRUE(platform.setScenario(QStringLiteral("cache-hung")));
    EXPECT_TRUE(waitUntil(frozen));
    platform.restartRedis();
    EXPECT_TRUE(waitUntil([&frozen] { return !frozen(); }));
    ASSERT_TRUE(platform.setScenario(QStringLiteral("cache-hung")));
    EXPECT_TRUE(waitUntil(frozen));
    platform.release();
    EXPECT_TRUE(waitFor(redis.stop()));
}

TEST(FlowrexBindingsTest, EverySlotOfThePlaybookIsBound)
{
    SystemClock clock;
    QTemporaryDir folder;
    FlowrexSimulator simulator(clock,
                               {folder.path(), QStringLiteral("/usr/bin/true"), {}, 0, Milliseconds{1'000}, true});
    const auto bindings = waitFor(simulator.start(), patience);
    ASSERT_TRUE(bindings) << qPrintable(bindings.error().message);
    EXPECT_TRUE(simulator.problems().isEmpty()) << qPrintable(simulator.problems().join(QLatin1Char('\n')));
    QStringList ids;
    for (const DemoBinding& binding : *bindings)
        ids << binding.spec.id.section(QLatin1Char('/'), 1);
    ids.sort();
    EXPECT_EQ(ids.join(QLatin1Char(' ')), QStringLiteral("alerts api cache db host metrics site"));
    ASSERT_TRUE(simulator.setScenario(QStringLiteral("cache-hung")));
    EXPECT_TRUE(waitFor(simulator.stop(), patience)) << "a frozen server ends too";
}

class FlowrexSimulatorTest : public testing::Test
{
protected:
    void SetUp() override
    {
        simulator = std::make_unique<FlowrexSimulator>(
            clock, PlatformOptions{folder.path(), QStringLiteral("/usr/bin/true"), QStringLiteral("secret-key"), 0,
                                   Milliseconds{1'000}, false});
        const auto started = waitFor(simulator->start(), patience);
        ASSERT_TRUE(started) << qPrintable(started.error().message);
        bindings = *started;
    }
    PlainReply get(const char* path)
    {
        return exchange(QUrl(simulator->url().toString() + QString::fromLatin1(path)), "GET");
    }
    QJsonObject settings(const char* slot)
    {
        for (const DemoBinding& binding : bindings) {
            if (binding.spec.id == QLatin1String("flowrex/") + QLatin1String(slot))
                return binding.spec.settings;
        }
        return {};
    }
    // Asks the public address for its first page; `reply` and the certificate are what came back.
    QSslCertificate look(QByteArray* reply = nullptr)
    {
        const QUrl url(settings("site").value(QStringLiteral("url")).toString());
        QSslSocket socket;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(
            QSslCertificate::fromPath(settings("site").value(QStringLiteral("authority_file")).toString()));
        socket.setSslConfiguration(tls);
        QByteArray received;
        QObject::connect(&socket, &QSslSocket::encrypted, &socket,
                         [&] { socket.write("GET / HTTP/1.1\r\nHost: flowrex.app\r\n\r\n"); });
        socket.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port()));
        static_cast<void>(waitUntil([&] {
            received += socket.readAll();
            return received.contains("</html>") || socket.state() == QAbstractSocket::UnconnectedState;
        }));
        if (reply)
            *reply = received;
        return socket.peerCertificate();
    }
    qint64 daysLeft() { return clock.utcNow().daysTo(look().expiryDate()); }
    QByteArray runTool(const QString& name, const QStringList& arguments)
    {
        QProcess process;
        bool done = false;
        QObject::connect(&process, &QProcess::finished, &process, [&done] { done = true; });
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(folder.filePath(QStringLiteral("bin/")) + name, arguments);
        EXPECT_TRUE(waitUntil([&done] { return done; }, 20'000));
        return process.readAllStandardOutput();
    }
    ToolAnswer compose(const char* line)
    {
        return FlowrexTools(simulator->platform())
            .run(QStringList{QStringLiteral("docker-compose"), QStringLiteral("-f"),
                             QStringLiteral("docker-compose.prod.yml")} +
                 QString::fromLatin1(line).split(QLatin1Char(' ')));
    }

    SystemClock clock;
    QTemporaryDir folder;
    std::unique_ptr<FlowrexSimulator> simulator;
    QList<DemoBinding> bindings;
};

TEST_F(FlowrexSimulatorTest, PagesSayWhatTheBackendIs)
{
    EXPECT_EQ(get("/health").status, 200);
    EXPECT_EQ(get("/health/live").status, 200);
    EXPECT_EQ(get("/health/ready").status, 200);
    EXPECT_EQ(get("/nothing").status, 404);
    EXPECT_EQ(get("/simulator/state").status, 403);
    const PlainReply metrics = get("/metrics");
    EXPECT_TRUE(metrics.head.contains("text/plain"));
    for (const char* name :
         {"flowrex_http_requests_total{", "flowrex_http_request_duration_seconds_bucket{",
          "flowrex_http_requests_in_progress{", "flowrex_trades_executed_total{", "flowrex_trades_failed_total{",
          "flowrex_signals_generated_total{", "flowrex_signals_rejected_total{", "flowrex_active_strategies ",
          "flowrex_strategy_pnl{", "flowrex_websocket_connections ", "flowrex_database_connections ",
          "flowrex_redis_connections ", "flowrex_backtests_running ", "flowrex_agent_tasks_total{"})
        EXPECT_TRUE(metrics.body.contains(name)) << name;
    ASSERT_TRUE(simulator->setScenario(QStringLiteral("cache-hung")));
    const PlainReply ready = get("/health/ready");
    EXPECT_EQ(ready.status, 503);
    EXPECT_TRUE(ready.json()
                    .value(QStringLiteral("checks"))
                    .toObject()
                    .value(QStringLiteral("redis"))
                    .toString()
                    .contains(QStringLiteral("timeout")));
    EXPECT_EQ(get("/health").status, 200);
}

TEST_F(FlowrexSimulatorTest, AStoppedBackendGivesNoAnswerButCanBeSwitchedOn)
{
    ASSERT_TRUE(simulator->setScenario(QStringLiteral("backend-stopped")));
    EXPECT_EQ(get("/health/live").status, 0);
    const QUrl control(simulator->url().toString() + QStringLiteral("/simulator/scenario"));
    EXPECT_EQ(exchange(control, "POST", "secret-key", R"({"name":"healthy"})").status, 200);
    EXPECT_EQ(get("/health/live").status, 200);
}

TEST_F(FlowrexSimulatorTest, TheCertificateIsRenewedOnDiskAndShownAfterTheReload)
{
    EXPECT_GT(daysLeft(), 80);
    EXPECT_TRUE(compose("run --rm -T certbot renew").output.contains(QStringLiteral("not yet due")));
    for (const char* scenario : {"certificate-expiring", "certificate-expired"}) {
        const bool expired = QByteArray(scenario).endsWith("expired");
        ASSERT_TRUE(simulator->setScenario(QString::fromLatin1(scenario)));
        EXPECT_LT(daysLeft(), expired ? 0 : 14);
        EXPECT_EQ(compose("exec -T nginx nginx -s reload").exitCode, 0);
        EXPECT_LT(daysLeft(), expired ? 0 : 14) << "a reload renews nothing";
        EXPECT_TRUE(compose("run --rm -T certbot renew").output.contains(QStringLiteral("(success)")));
        EXPECT_LT(daysLeft(), expired ? 0 : 14) << "nginx goes on with the old one";
        EXPECT_EQ(simulator->scenario(), QString::fromLatin1(scenario));
        EXPECT_EQ(compose("exec -T nginx nginx -s reload").exitCode, 0);
        EXPECT_GT(daysLeft(), 80);
        EXPECT_EQ(simulator->scenario(), QStringLiteral("healthy"));
    }
}

TEST_F(FlowrexSimulatorTest, ThePublicAddressShowsWhatNginxPassesOn)
{
    QByteArray reply;
    look(&reply);
    EXPECT_TRUE(reply.startsWith("HTTP/1.1 200")) << reply.constData();
    ASSERT_TRUE(simulator->act(QStringLiteral("write-maintenance-lines")));
    QFile page(folder.filePath(QStringLiteral("nginx/maintenance.html")));
    ASSERT_TRUE(page.open(QIODevice::WriteOnly));
    page.write("<html>Planned maintenance</html>");
    page.close();
    EXPECT_EQ(compose("exec -T nginx nginx -s reload").exitCode, 0);
    look(&reply);
    EXPECT_TRUE(reply.startsWith("HTTP/1.1 503")) << reply.constData();
    EXPECT_TRUE(reply.contains("Planned maintenance"));
}

TEST_F(FlowrexSimulatorTest, RealToolsAreSentToTheSimulatedPlatform)
{
    const QByteArray page = runTool(QStringLiteral("curl"), {QStringLiteral("--silent"), QStringLiteral("--fail"),
                                                             QStringLiteral("http://localhost:8000/health/ready")});
    EXPECT_TRUE(page.contains("\"ready\"")) << page.constData();
    const QByteArray seen =
        runTool(QStringLiteral("openssl"),
                {QStringLiteral("s_client"), QStringLiteral("-connect"), QStringLiteral("flowrex.app:443"),
                 QStringLiteral("-servername"), QStringLiteral("flowrex.app")});
    EXPECT_TRUE(seen.contains("NotAfter")) << seen.constData();
    EXPECT_TRUE(QFileInfo(folder.filePath(QStringLiteral("bin/docker-compose"))).isExecutable());
    EXPECT_TRUE(QFileInfo(folder.filePath(QStringLiteral("scripts/rollback.sh"))).isExecutable());
}

}  // namespace cockpit::test
