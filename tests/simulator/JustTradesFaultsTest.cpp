// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Faults of the simulated Just Trades platform that code, people or a release cause, and the tools against them.
#include "simulator/justtrades/JustTradesModel.h"
#include "simulator/justtrades/JustTradesPages.h"
#include "simulator/justtrades/JustTradesReleases.h"
#include "simulator/justtrades/JustTradesTools.h"
#include "simulator/servers/ServerProcess.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>

namespace cockpit::test {

namespace {

class JustTradesFaultsTest : public testing::Test
{
protected:
    void run(int seconds)
    {
        clock.advance(Milliseconds{1'000LL * seconds});
        model.advance();
    }
    void set(const char* scenario) { ASSERT_TRUE(model.setScenario(QString::fromLatin1(scenario))); }
    void act(const char* name) { ASSERT_TRUE(model.act(QString::fromLatin1(name))); }
    void restart()
    {
        model.restart();
        run(10);
    }
    void deploy(const char* release)
    {
        model.deploy(QString::fromLatin1(release));
        run(10);
    }
    std::string scenario() const { return model.scenario().toStdString(); }
    double errorRate()
    {
        const qint64 processed = model.processed();
        const qint64 failures = model.failureCount();
        run(30);
        return 100.0 * static_cast<double>(model.failureCount() - failures) /
               static_cast<double>(model.processed() - processed);
    }
    QJsonObject page(const char* path) { return *pages.find(QString::fromLatin1(path), 50)->body(); }
    ToolAnswer railway(const QStringList& arguments)
    {
        return tools.run(QStringList{QStringLiteral("railway")} + arguments);
    }

    ManualClock clock;
    JustTradesModel model{clock, Milliseconds{8'000}};
    JustTradesPages pages{model};
    JustTradesTools tools{model, pages, [](const QString& directory) {
                              return directory == QLatin1String("../stable") ? QStringLiteral("stable") : QString();
                          }};
};

}  // namespace

TEST_F(JustTradesFaultsTest, SessionsThatEndedNeedTheirOwners)
{
    set("tokens-expired");
    EXPECT_EQ(model.expiredAccounts().size(), 2);
    restart();
    act("renew-session");
    EXPECT_EQ(page("/api/accounts/auth-status").value(QStringLiteral("count")).toInt(), 2);
    EXPECT_GT(errorRate(), 50);
    act("reauthorize");
    EXPECT_EQ(page("/api/accounts/auth-status").value(QStringLiteral("count")).toInt(), 0);
    EXPECT_LT(errorRate(), 2);
}

TEST_F(JustTradesFaultsTest, RoundingIsMendedInTheCodeOnly)
{
    set("orders-refused");
    EXPECT_GT(errorRate(), 15);
    EXPECT_EQ(model.brokerWorkers(), 10);
    EXPECT_EQ(model.queueSize(), 0);
    EXPECT_TRUE(std::any_of(model.failures().begin(), model.failures().end(), [](const SimulatedFailure& failure) {
        return failure.error.startsWith(QLatin1String("invalid price increment"));
    }));
    const auto workingOrders = [this](const char* path) {
        return page(path).value(QStringLiteral("working_orders")).toArray().size();
    };
    EXPECT_EQ(workingOrders("/api/traders/6/broker-state"), 0) << "its position in GC stands without protection";
    EXPECT_EQ(workingOrders("/api/traders/5/broker-state"), 1);
    restart();
    act("reauthorize");
    deploy("rounding");
    EXPECT_EQ(scenario(), "orders-refused");
    act("mend-rounding");
    EXPECT_EQ(scenario(), "orders-refused") << "not before it is deployed";
    run(10);
    EXPECT_EQ(scenario(), "healthy");
    EXPECT_LT(errorRate(), 2);
}

TEST_F(JustTradesFaultsTest, WaitingCodeGoesWithItsReleaseOnly)
{
    set("latency-high");
    run(5);
    EXPECT_GT(model.webhookLatencyMs(), 500);
    EXPECT_TRUE(pages.logLines().contains("record_webhook() returned after 640 ms"));
    restart();
    act("mend-rounding");
    run(10);
    EXPECT_GT(model.webhookLatencyMs(), 500);
    deploy("stable");
    EXPECT_LT(model.webhookLatencyMs(), 200);
    EXPECT_EQ(model.release(), QStringLiteral("stable"));
}

TEST_F(JustTradesFaultsTest, ABadReleaseSurvivesARestartAndARedeployButNotARollback)
{
    set("bad-release");
    EXPECT_EQ(model.brokerWorkers(), 0);
    EXPECT_TRUE(pages.logLines().contains("NameError"));
    EXPECT_EQ(railway({QStringLiteral("restart"), QStringLiteral("--yes")}).exitCode, 0);
    run(10);
    EXPECT_EQ(railway({QStringLiteral("redeploy")}).exitCode, 0);
    run(10);
    EXPECT_EQ(model.brokerWorkers(), 0);
    EXPECT_EQ(railway({QStringLiteral("up"), QStringLiteral("../nowhere"), QStringLiteral("--detach")}).exitCode, 1);
    run(10);
    EXPECT_EQ(model.brokerWorkers(), 0);
    EXPECT_EQ(railway({QStringLiteral("up"), QStringLiteral("../stable"), QStringLiteral("--path-as-root"),
                       QStringLiteral("--detach")})
                  .exitCode,
              0);
    EXPECT_EQ(model.brokerWorkers(), 0) << "the old build answers at first";
    run(10);
    EXPECT_EQ(model.brokerWorkers(), 10);
    deploy("order-path");
    EXPECT_EQ(scenario(), "bad-release") << "who deploys it again has it again";
}

TEST_F(JustTradesFaultsTest, OrphansGoWhenTheReconciliationRunsAgain)
{
    const auto orphaned = [this](const char* path) {
        const QJsonObject state = page(path);
        return state.value(QStringLiteral("positions")).toArray().isEmpty() &&
               !state.value(QStringLiteral("working_orders")).toArray().isEmpty();
    };
    set("orphaned-orders");
    EXPECT_TRUE(orphaned("/api/traders/1/broker-state"));
    EXPECT_FALSE(orphaned("/api/traders/5/broker-state"));
    EXPECT_EQ(page("/api/thread-health")[QStringLiteral("threads")][QStringLiteral("reconciliation")].toString(),
              QStringLiteral("stopped"));
    run(6 * 60);
    EXPECT_TRUE(orphaned("/api/traders/1/broker-state"));
    act("cancel-orphans");
    EXPECT_FALSE(orphaned("/api/traders/1/broker-state"));
    run(6 * 60);
    EXPECT_TRUE(orphaned("/api/traders/1/broker-state")) << "nothing reconciles, so they come back";
    restart();
    run(6 * 60);
    EXPECT_FALSE(orphaned("/api/traders/1/broker-state"));
    EXPECT_EQ(scenario(), "healthy");
}

TEST_F(JustTradesFaultsTest, StuckMembersNeedTheSyncAndTheMails)
{
    const auto sync = [this] { return page("/api/admin/whop-sync-status"); };
    const auto age = [this] { return model.lastSyncAt().secsTo(model.now()); };
    for (const bool mailsFirst : {true, false}) {
        set("whop-stuck");
        EXPECT_GT(age(), 300);
        EXPECT_GT(sync().value(QStringLiteral("pending_resends")).toInt(), 10);
        EXPECT_EQ(sync().value(QStringLiteral("stuck_users")).toArray().size(), 3);
        if (mailsFirst)
            act("resend-activations");
        else
            restart();
        run(120);
        EXPECT_EQ(scenario(), "whop-stuck");
        EXPECT_EQ(age() > 300, mailsFirst);
        EXPECT_EQ(sync().value(QStringLiteral("stuck_users")).toArray().isEmpty(), mailsFirst);
        if (mailsFirst)
            restart();
        else
            act("resend-activations");
        run(120);
        EXPECT_EQ(scenario(), "healthy");
        EXPECT_LT(age(), 120);
        EXPECT_EQ(sync().value(QStringLiteral("pending_resends")).toInt(), 0);
    }
}

TEST_F(JustTradesFaultsTest, OldRecordsAreClosedInTheTableOnly)
{
    set("stale-records");
    EXPECT_TRUE(model.leavesRecordsOpen());
    restart();
    model.runMigrations();
    EXPECT_EQ(scenario(), "stale-records");
    model.noteRecordsClosed();
    EXPECT_EQ(scenario(), "healthy");
}

TEST_F(JustTradesFaultsTest, RailwayRefusesWhatItDoesNotKnow)
{
    const auto refused = [&](const QStringList& arguments, const char* words) {
        const ToolAnswer answer = railway(arguments);
        EXPECT_EQ(answer.exitCode, 2) << words;
        EXPECT_TRUE(answer.output.isEmpty());
        EXPECT_TRUE(answer.error.contains(QLatin1String(words))) << qPrintable(answer.error);
    };
    refused({}, "Usage: railway");
    refused({QStringLiteral("dance")}, "unrecognized subcommand 'dance'");
    refused({QStringLiteral("restart"), QStringLiteral("--hard")}, "unexpected argument '--hard'");
    refused({QStringLiteral("logs"), QStringLiteral("--lines"), QStringLiteral("many")}, "invalid value 'many'");
    refused({QStringLiteral("up"), QStringLiteral("--force")}, "unexpected argument '--force'");
    EXPECT_FALSE(model.restarting());
    EXPECT_TRUE(railway({QStringLiteral("status")}).output.contains(QLatin1String("Service: just-trades")));
    run(60);
    EXPECT_EQ(railway({QStringLiteral("logs"), QStringLiteral("--lines"), QStringLiteral("1")}).output.count(u'\n'), 1);
    EXPECT_EQ(tools.run({QStringLiteral("rail")}).exitCode, 127);
}

TEST(JustTradesReleasesTest, AreRealRepositoriesAndMainFollowsTheFault)
{
    ASSERT_TRUE(JustTradesReleases::available());
    QTemporaryDir folder;
    ManualClock clock;
    JustTradesReleases releases(folder.filePath(QStringLiteral("releases")));
    const Status made = waitFor(releases.make(clock.utcNow()), 30'000);
    ASSERT_TRUE(made) << qPrintable(made ? QString() : made.error().detail);
    const auto git = [&](const QStringList& arguments) {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        environment.insert(QStringLiteral("HOME"), folder.path());
        return waitFor(runToEnd({findProgram(QStringLiteral("git")), arguments, {}, releases.clone(), environment},
                                Milliseconds{30'000}))
            .ok();
    };
    EXPECT_EQ(releases.releaseIn(QStringLiteral(".")), QStringLiteral("current"));
    EXPECT_EQ(releases.releaseIn(QStringLiteral("../nowhere")), QString());
    const QString tag = JustTradesReleases::stableTag();
    const QString beside = QStringLiteral("../just-trades-") + tag;
    const QStringList layOut{QStringLiteral("worktree"), QStringLiteral("add"), QStringLiteral("--detach"), beside,
                             tag + QStringLiteral("^{commit}")};
    EXPECT_TRUE(git(layOut));
    EXPECT_EQ(releases.releaseIn(beside), QStringLiteral("stable"));
    ASSERT_TRUE(releases.publish(QStringLiteral("order-path")));
    EXPECT_EQ(releases.releaseIn(beside), QString());
    EXPECT_TRUE(git(layOut)) << "it can be laid out again";
    EXPECT_TRUE(git({QStringLiteral("fetch"), QStringLiteral("--tags"), QStringLiteral("origin")}));
    EXPECT_TRUE(git({QStringLiteral("checkout"), QStringLiteral("--quiet"), QStringLiteral("origin/main")}));
    EXPECT_EQ(releases.releaseIn(QStringLiteral(".")), QStringLiteral("order-path"));
    EXPECT_FALSE(releases.publish(QStringLiteral("nothing")));
}

}  // namespace cockpit::test
