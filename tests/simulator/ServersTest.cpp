// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/JustTradesSimulator.h"
#include "simulator/justtrades/JustTradesTables.h"
#include "simulator/servers/PostgresSession.h"
#include "simulator/servers/ThrowAwayAlertmanager.h"
#include "simulator/servers/ThrowAwayPostgres.h"
#include "simulator/servers/ThrowAwayPrometheus.h"
#include "simulator/servers/ThrowAwayRedis.h"
#include "tests/simulator/PlainHttp.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>

namespace cockpit::test {

namespace {

constexpr int patience = 60'000;

// Gone, or dead and waiting for its parent to notice.
bool isGone(qint64 processId)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(processId));
    return !file.open(QIODevice::ReadOnly) || file.readAll().contains(") Z ");
}

QByteArray argumentsOf(qint64 processId)
{
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(processId));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray query(const ServerAddress& address, const QString& sql, const QString& tls = QStringLiteral("disable"))
{
    QProcess psql;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), QString::fromUtf8(address.password.reveal()));
    environment.insert(QStringLiteral("PGSSLMODE"), tls);
    environment.insert(QStringLiteral("PGSSLROOTCERT"), address.authorityFile);
    psql.setProcessEnvironment(environment);
    bool done = false;
    QObject::connect(&psql, &QProcess::finished, &psql, [&done] { done = true; });
    psql.start(QStringLiteral("psql"),
               {QStringLiteral("-XqAt"), QStringLiteral("-h"), address.host, QStringLiteral("-p"),
                QString::number(address.port), QStringLiteral("-U"), address.user, QStringLiteral("-d"),
                address.database, QStringLiteral("-c"), sql});
    EXPECT_TRUE(waitUntil([&done] { return done; }, patience));
    return (psql.readAllStandardOutput() + psql.readAllStandardError()).trimmed();
}

QByteArray ask(const ServerAddress& address, const QByteArray& commands, int lines)
{
    QTcpSocket socket;
    socket.connectToHost(address.host, address.port);
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(commands); });
    QByteArray answer;
    EXPECT_TRUE(waitUntil([&] {
        answer += socket.readAll();
        return answer.count('\n') >= lines;
    }));
    return answer;
}

}  // namespace

TEST(ThrowAwayPostgresTest, HoldsTheJustTradesTablesAndLeavesNothing)
{
    ASSERT_TRUE(ThrowAwayPostgres::available());
    ThrowAwayPostgres server(*justTradesServers(1).postgres);
    const auto address = waitFor(server.start(), patience);
    ASSERT_TRUE(address) << qPrintable(address.error().message + address.error().detail);
    const QString open = QStringLiteral("SELECT count(*) FROM recorded_trades WHERE status = 'open'");
    EXPECT_EQ(query(*address, open), QByteArray::number(JustTradesSeed::freshOpenTrades));
    PostgresSession session(*address);
    for (int i = 0; i < 2; ++i)
        ASSERT_TRUE(session.run(leaveStaleRecords()));
    EXPECT_EQ(query(*address, open + QStringLiteral(" AND entry_time < now() - interval '24 hours'")),
              QByteArray::number(JustTradesSeed::staleOpenTrades));
    ASSERT_TRUE(session.run(removeStaleRecords()));
    EXPECT_EQ(query(*address, open), QByteArray::number(JustTradesSeed::freshOpenTrades));
    EXPECT_EQ(query(*address, QStringLiteral("SELECT count(*) FROM activation_tokens WHERE expires_at < now()")),
              QByteArray::number(JustTradesSeed::expiredActivationTokens));
    EXPECT_EQ(query(*address, QStringLiteral("SELECT count(*) FROM traders WHERE NOT enabled")), "1");

    const qint64 processId = server.processId();
    EXPECT_FALSE(argumentsOf(processId).contains(address->password.reveal()));
    EXPECT_FALSE(argumentsOf(processId).isEmpty());
    ASSERT_TRUE(waitFor(server.stop()));
    EXPECT_TRUE(isGone(processId));
    EXPECT_FALSE(QDir(server.folder()).exists());
}

TEST(ThrowAwayPostgresTest, AsksForThePassword)
{
    ThrowAwayPostgres server;
    const auto address = waitFor(server.start(), patience);
    ASSERT_TRUE(address) << qPrintable(address.error().detail);
    ServerAddress wrong = *address;
    wrong.password = Secret("wrong");
    EXPECT_TRUE(query(wrong, QStringLiteral("SELECT 1")).contains("password authentication failed"));
    ASSERT_TRUE(waitFor(server.stop()));
}

TEST(ThrowAwayPostgresTest, SpeaksTlsWithACertificateThatVerifies)
{
    ThrowAwayPostgres server({true});
    const auto address = waitFor(server.start(), patience);
    ASSERT_TRUE(address) << qPrintable(address.error().detail);
    EXPECT_EQ(query(*address, QStringLiteral("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"),
                    QStringLiteral("verify-full")),
              "t");
    ASSERT_TRUE(waitFor(server.stop()));
}

TEST(ThrowAwayPostgresTest, EndsWithItsObject)
{
    qint64 processId = 0;
    QString folder;
    {
        ThrowAwayPostgres server;
        ASSERT_TRUE(waitFor(server.start(), patience));
        processId = server.processId();
        folder = server.folder();
        ASSERT_FALSE(isGone(processId));
    }
    EXPECT_TRUE(waitUntil([&] { return isGone(processId); }));
    EXPECT_FALSE(QDir(folder).exists());
}

TEST(ThrowAwayRedisTest, HoldsItsKeysAsksForThePasswordAndLeavesNothing)
{
    ASSERT_TRUE(ThrowAwayRedis::available());
    ThrowAwayRedis server(justTradesKeys());
    const auto address = waitFor(server.start(), patience);
    ASSERT_TRUE(address) << qPrintable(address.error().message);
    EXPECT_TRUE(ask(*address, "PING\r\n", 1).startsWith("-NOAUTH"));
    const QByteArray answer =
        ask(*address, "AUTH " + address->password.reveal() + "\r\nLLEN broker:queue\r\nDBSIZE\r\n", 3);
    EXPECT_EQ(answer, "+OK\r\n:" + QByteArray::number(JustTradesSeed::queued) +
                          "\r\n:" + QByteArray::number(JustTradesSeed::dedup + 1) + "\r\n");
    const qint64 processId = server.processId();
    EXPECT_FALSE(argumentsOf(processId).contains(address->password.reveal()));
    ASSERT_TRUE(waitFor(server.stop()));
    EXPECT_TRUE(isGone(processId));
}

TEST(ThrowAwayRedisTest, EndsWithItsObject)
{
    qint64 processId = 0;
    {
        ThrowAwayRedis server;
        ASSERT_TRUE(waitFor(server.start(), patience));
        processId = server.processId();
        ASSERT_FALSE(isGone(processId));
    }
    EXPECT_TRUE(waitUntil([&] { return isGone(processId); }));
}

TEST(ThrowAwayRedisTest, EndsWithTheThreadThatStartedIt)
{
    qint64 processId = 0;
    ThrowAwayRedis* forgotten = nullptr;
    QThread thread;
    QObject worker;
    worker.moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(&worker, [&] {
        forgotten = new ThrowAwayRedis;
        forgotten->start().then(forgotten, [&](const Result<ServerAddress>&) {
            processId = forgotten->processId();
            thread.quit();
        });
    });
    ASSERT_TRUE(waitUntil([&] { return thread.isFinished(); }, patience));
    ASSERT_GT(processId, 0);
    EXPECT_TRUE(waitUntil([&] { return isGone(processId); }));
    delete forgotten;
}

TEST(ThrowAwayPrometheusTest, ScrapesThePlatformAndLeavesNothing)
{
    ASSERT_TRUE(ThrowAwayPrometheus::available());
    const SystemClock clock;
    JustTradesSimulator simulator(clock);
    const auto port = simulator.listen();
    ASSERT_TRUE(port);
    ThrowAwayPrometheus server;
    const auto address = waitFor(server.start(*justTradesServers(*port).prometheus), patience);
    ASSERT_TRUE(address) << qPrintable(address.error().message + address.error().detail);
    const QUrl query(
        QStringLiteral("http://127.0.0.1:%1/api/v1/query?query=justtrades_broker_workers_alive").arg(address->port));
    EXPECT_TRUE(waitUntil([&] { return exchange(query, "GET").body.contains("\"10\"]"); }, patience));
    const qint64 processId = server.processId();
    const QString folder = server.folder();
    ASSERT_TRUE(waitFor(server.stop()));
    EXPECT_TRUE(isGone(processId));
    EXPECT_FALSE(QDir(folder).exists());
}

TEST(ThrowAwayAlertmanagerTest, HearsOfDeadWorkersAndInhibitsTheQueueBehindThem)
{
    ASSERT_TRUE(ThrowAwayAlertmanager::available());
    const SystemClock clock;
    JustTradesSimulator simulator(clock);
    const auto port = simulator.listen();
    ASSERT_TRUE(port);
    ASSERT_TRUE(simulator.setScenario(QStringLiteral("workers-dead")));
    ThrowAwayAlertmanager alertmanager;
    const auto address = waitFor(alertmanager.start(*justTradesServers(*port).alertmanagerInhibitRules), patience);
    ASSERT_TRUE(address) << qPrintable(address.error().message + address.error().detail);
    ThrowAwayPrometheus prometheus;
    ThrowAwayPrometheusOptions options = *justTradesServers(*port).prometheus;
    options.alertmanagerPort = address->port;
    ASSERT_TRUE(waitFor(prometheus.start(options), patience));
    const QUrl alerts(QStringLiteral("http://127.0.0.1:%1/api/v2/alerts").arg(address->port));
    const auto stateOf = [&](const char* name) {
        const QJsonArray all = QJsonDocument::fromJson(exchange(alerts, "GET").body).array();
        for (const QJsonValue& alert : all) {
            if (alert[u"labels"][u"alertname"].toString() == QLatin1String(name))
                return alert[u"status"][u"inhibitedBy"].toArray().isEmpty() ? QStringLiteral("active")
                                                                            : QStringLiteral("inhibited");
        }
        return QString();
    };
    EXPECT_TRUE(waitUntil([&] { return stateOf("BrokerWorkersDead") == QLatin1String("active"); }, patience));
    EXPECT_TRUE(waitUntil([&] { return stateOf("BrokerQueueGrowing") == QLatin1String("inhibited"); }, patience));
    const QString folder = alertmanager.folder();
    ASSERT_TRUE(waitFor(prometheus.stop()));
    ASSERT_TRUE(waitFor(alertmanager.stop()));
    EXPECT_FALSE(QDir(folder).exists());
}

}  // namespace cockpit::test
