// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexTools.h"
#include "simulator/flowrex/FlowrexPlatform.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QTemporaryDir>

namespace cockpit::test {

namespace {

constexpr Milliseconds restartDelay{8'000};

class FlowrexToolsTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(platform.prepareFolder()); }
    void run(qint64 milliseconds)
    {
        clock.advance(Milliseconds{milliseconds});
        platform.tend();
    }
    void set(const char* scenario) { ASSERT_TRUE(platform.setScenario(QString::fromLatin1(scenario))); }
    void act(const char* name) { ASSERT_TRUE(platform.act(QString::fromLatin1(name))); }
    // One line of words; a word in quotation marks is not needed here.
    ToolAnswer tool(const char* line) { return tools.run(QString::fromLatin1(line).split(QLatin1Char(' '))); }
    ToolAnswer compose(const QString& line)
    {
        return tools.run(QStringList{QStringLiteral("docker-compose"), QStringLiteral("-f"),
                                     QStringLiteral("docker-compose.prod.yml")} +
                         line.split(QLatin1Char(' ')));
    }
    ToolAnswer compose(const char* line) { return compose(QString::fromLatin1(line)); }
    QString log() { return compose("logs --tail=200 backend").output; }

    ManualClock clock;
    QTemporaryDir folder;
    FlowrexPlatform platform{clock, folder.path(), restartDelay};
    FlowrexTools tools{platform};
};

}  // namespace

TEST_F(FlowrexToolsTest, ServicesAreListedAsTheyAre)
{
    const ToolAnswer well = compose("ps");
    EXPECT_EQ(well.exitCode, 0);
    EXPECT_EQ(well.output.count(QStringLiteral("flowrex-backend-")), 5);
    set("backend-stopped");
    EXPECT_EQ(compose("ps").output.count(QStringLiteral("flowrex-backend-")), 0);
    EXPECT_EQ(compose("ps --all").output.count(QStringLiteral("Exited (137)")), 5);
    EXPECT_TRUE(compose("logs --tail=100 nginx").output.contains(QStringLiteral("Connection refused")));
    EXPECT_EQ(compose("up -d --scale backend=6 backend").exitCode, 0);
    run(restartDelay.count());
    EXPECT_EQ(compose("ps").output.count(QStringLiteral("flowrex-backend-")), 6);
    EXPECT_TRUE(
        compose("up -d --scale backend=5 backend").error.contains(QStringLiteral("flowrex-backend-6  Removed")));
    EXPECT_EQ(platform.model().instances(), 5);
}

TEST_F(FlowrexToolsTest, WhatTheyDoNotKnowTheyRefuse)
{
    EXPECT_EQ(tool("docker-compose ps").exitCode, 14);
    EXPECT_EQ(tool("docker-compose -f other.yml ps").exitCode, 14);
    for (const char* line :
         {"dance", "ps --colour", "restart database", "logs nobody", "up backend", "up -d --scale nginx=2",
          "run --rm -T certbot delete", "exec backend python -c 1", "exec -T backend rm -rf x",
          "exec -T backend python -c print(1)", "exec -T postgres pg_dump flowrex", "exec -T nginx grep x",
          "exec -T redis redis-cli FLUSHALL", "cp postgres:/nothing here", "stop postgres",
          "logs --tail=many backend"}) {
        const ToolAnswer answer = compose(line);
        EXPECT_NE(answer.exitCode, 0) << line;
        EXPECT_FALSE(answer.error.isEmpty()) << line;
    }
    EXPECT_EQ(tool("docker stats --no-stream flowrex-backend").exitCode, 1);
    EXPECT_NE(tool("docker stats").exitCode, 0);
    EXPECT_NE(tool("docker rm -f flowrex-redis-1").exitCode, 0);
    EXPECT_EQ(tool("kubectl get pods").exitCode, 127);
    EXPECT_EQ(platform.model().scenario(), QStringLiteral("healthy"));
}

TEST_F(FlowrexToolsTest, LogsAreCutByInstance)
{
    run(60'000);
    const QStringList lines = compose("logs --tail=3 backend").output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    EXPECT_EQ(lines.size(), 15);
    EXPECT_TRUE(lines.last().startsWith(QStringLiteral("backend-")));
    EXPECT_TRUE(compose("logs --tail=1 -f").output.contains(QStringLiteral("postgres-1  | ")));
}

TEST_F(FlowrexToolsTest, ARollbackNeedsAVersionThatExists)
{
    set("release-broken");
    run(5'000);
    EXPECT_TRUE(compose("images").output.contains(QStringLiteral("2.14.0")));
    EXPECT_EQ(tool("scripts/rollback.sh").exitCode, 1);
    EXPECT_EQ(tool("scripts/rollback.sh 9.9.9").exitCode, 1);
    EXPECT_EQ(tool("scripts/rollback.sh 2.13.2 no-such-backup").exitCode, 1);
    run(restartDelay.count());
    EXPECT_EQ(platform.model().scenario(), QStringLiteral("release-broken"));
    EXPECT_EQ(tool("scripts/rollback.sh 2.13.2").exitCode, 0);
    run(restartDelay.count());
    EXPECT_EQ(platform.model().scenario(), QStringLiteral("healthy"));
    EXPECT_TRUE(compose("images").output.contains(QStringLiteral("2.13.2")));
}

TEST_F(FlowrexToolsTest, TheBrokerCheckSaysWhetherItLetsUsIn)
{
    const QStringList check{QStringLiteral("docker-compose"),
                            QStringLiteral("-f"),
                            QStringLiteral("docker-compose.prod.yml"),
                            QStringLiteral("exec"),
                            QStringLiteral("-T"),
                            QStringLiteral("backend"),
                            QStringLiteral("python"),
                            QStringLiteral("-c"),
                            QStringLiteral("print(asyncio.run(adapter.check_connection()))")};
    EXPECT_EQ(tools.run(check).output, QStringLiteral("True\n"));
    set("trades-failing");
    EXPECT_EQ(tools.run(check).output, QStringLiteral("False\n"));
    act("raise-risk-limits");
    EXPECT_EQ(tools.run(check).output, QStringLiteral("False\n"));
    act("renew-broker-credentials");
    EXPECT_EQ(tools.run(check).output, QStringLiteral("True\n"));
}

TEST_F(FlowrexToolsTest, NginxActsOnWhatItLoadedLast)
{
    const QStringList look{QStringLiteral("docker-compose"),
                           QStringLiteral("-f"),
                           QStringLiteral("docker-compose.prod.yml"),
                           QStringLiteral("exec"),
                           QStringLiteral("-T"),
                           QStringLiteral("nginx"),
                           QStringLiteral("grep"),
                           QStringLiteral("-A"),
                           QStringLiteral("20"),
                           QStringLiteral("location /ws"),
                           QStringLiteral("/etc/nginx/nginx.conf")};
    EXPECT_TRUE(tools.run(look).output.contains(QStringLiteral("proxy_set_header Upgrade")));
    set("websocket-proxy");
    EXPECT_FALSE(tools.run(look).output.contains(QStringLiteral("proxy_set_header Upgrade")));
    EXPECT_TRUE(tools.run(look).output.contains(QStringLiteral("location /ws")));
    run(15'000);
    EXPECT_EQ(compose("exec -T nginx nginx -s reload").exitCode, 0);
    EXPECT_EQ(compose("restart backend").exitCode, 0);
    run(20'000);
    EXPECT_EQ(platform.model().webSockets(), 0) << "the file is still wrong";
    act("correct-nginx-file");
    run(10'000);
    EXPECT_EQ(platform.model().webSockets(), 0) << "nginx has not read it";
    EXPECT_TRUE(compose("exec -T nginx nginx -t").error.contains(QStringLiteral("test is successful")));
    EXPECT_EQ(compose("exec -T nginx nginx -s reload").exitCode, 0);
    run(15'000);
    EXPECT_GT(platform.model().webSockets(), 200);
}

TEST_F(FlowrexToolsTest, AFaultyFileIsNotLoaded)
{
    QFile file(folder.filePath(QStringLiteral("nginx/nginx.conf")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("http {\n    server { return 503 }\n");
    file.close();
    EXPECT_EQ(compose("exec -T nginx nginx -t").exitCode, 1);
    const ToolAnswer reloaded = compose("exec -T nginx nginx -s reload");
    EXPECT_EQ(reloaded.exitCode, 1);
    EXPECT_TRUE(reloaded.error.contains(QStringLiteral("[emerg]")));
    EXPECT_FALSE(platform.nginx().maintenance());
    EXPECT_TRUE(platform.nginx().passesWebSockets());
}

TEST_F(FlowrexToolsTest, MaintenanceKeepsUsersOutAndLetsThemInAgain)
{
    act("write-maintenance-lines");
    EXPECT_TRUE(
        compose("exec -T nginx grep -n 503 /etc/nginx/nginx.conf").output.contains(QStringLiteral("return 503")));
    EXPECT_FALSE(platform.nginx().maintenance());
    EXPECT_EQ(compose("exec -T nginx nginx -s reload").exitCode, 0);
    EXPECT_TRUE(platform.nginx().maintenance());
    EXPECT_TRUE(platform.nginx().maintenancePage().contains("503 Service Temporarily Unavailable"));
    run(15'000);
    EXPECT_EQ(platform.model().webSockets(), 0);
    act("remove-maintenance-lines");
    EXPECT_NE(compose("exec -T nginx grep -n 503 /etc/nginx/nginx.conf").exitCode, 0);
    EXPECT_EQ(compose("exec -T nginx nginx -s reload").exitCode, 0);
    run(15'000);
    EXPECT_GT(platform.model().webSockets(), 200);
}

TEST_F(FlowrexToolsTest, StatsNameTheContainerThatLeaks)
{
    set("memory-leak");
    run(10'000);
    const QString stats = tool("docker stats --no-stream").output;
    EXPECT_TRUE(stats.contains(QRegularExpression(QStringLiteral("flowrex-backend-3 .* 4\\.\\d+GiB / 8GiB"))))
        << qPrintable(stats);
    EXPECT_TRUE(stats.contains(QRegularExpression(QStringLiteral("flowrex-backend-1 .* \\d{3}MiB / 8GiB"))));
    EXPECT_EQ(tool("docker events --since 1h --until 0s --filter event=oom").output, QString());
    EXPECT_EQ(compose("restart redis").exitCode, 0);
    run(restartDelay.count());
    EXPECT_EQ(platform.model().scenario(), QStringLiteral("memory-leak"));
    EXPECT_EQ(compose("restart backend").exitCode, 0);
    run(restartDelay.count());
    EXPECT_EQ(platform.model().scenario(), QStringLiteral("healthy"));
}

TEST_F(FlowrexToolsTest, OnlyRedisItselfCuresAHungRedis)
{
    set("cache-hung");
    EXPECT_TRUE(compose("ps").output.contains(QStringLiteral("(unhealthy)")));
    EXPECT_EQ(compose("exec -T redis redis-cli ping").exitCode, 1);
    EXPECT_EQ(compose("restart backend").exitCode, 0);
    run(restartDelay.count());
    EXPECT_FALSE(platform.pages().ready());
    EXPECT_EQ(compose("restart redis").exitCode, 0);
    EXPECT_TRUE(platform.pages().ready());
    EXPECT_EQ(compose("exec -T redis redis-cli ping").output, QStringLiteral("PONG\n"));
}

TEST_F(FlowrexToolsTest, ScenariosThatNeedAServerAreRefusedWithoutIt)
{
    for (const char* scenario : {"pool-exhausted", "pool-blocked", "certificate-expired"}) {
        const Status set = platform.setScenario(QString::fromLatin1(scenario));
        ASSERT_FALSE(set) << scenario;
        EXPECT_EQ(set.error().kind, ErrorKind::Unsupported);
    }
    EXPECT_EQ(platform.model().scenario(), QStringLiteral("healthy"));
    EXPECT_FALSE(platform.act(QStringLiteral("pray")));
    EXPECT_EQ(compose("exec -T postgres pg_isready").exitCode, 2);
}

TEST_F(FlowrexToolsTest, BackupsAreRealFiles)
{
    const QStringList backups =
        QDir(folder.filePath(QStringLiteral("backups/postgres"))).entryList({QStringLiteral("flowrex_*.sql.gz")});
    EXPECT_EQ(backups.size(), 3);
}

}  // namespace cockpit::test
