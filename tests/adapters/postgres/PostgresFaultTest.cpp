// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/postgres/CuttingProxy.h"
#include "tests/adapters/postgres/PostgresServer.h"

#include "adapters/postgres/PostgresSession.h"
#include "tests/support/Wait.h"

#include <QElapsedTimer>

#include <csignal>

namespace cockpit::test {

using namespace adapters::postgres;

namespace {

class PostgresFaultTest : public PostgresTest
{
protected:
    void goThrough(const CuttingProxy& proxy)
    {
        ResolvedConnection detour = connection();
        detour.spec.settings.insert(QStringLiteral("port"), proxy.serverPort());
        connections.put(detour);
    }
    ResolvedStep deleteOne()
    {
        return resolved(stepSpec(Danger::Write, QStringLiteral("DELETE FROM orders WHERE id = 1")));
    }
};

TEST_F(PostgresFaultTest, FrozenServerEndsByTheDeadline)
{
    StepSpec spec =
        stepSpec(Danger::Write, QStringLiteral("WITH gone AS (DELETE FROM orders RETURNING 1) SELECT pg_sleep(60)"));
    spec.deadline = Milliseconds(1'500);
    QElapsedTimer timer;
    timer.start();
    std::unique_ptr<FrozenServer> frozen;
    const StepOutcome outcome = run(resolved(spec), [&](StepExecution&) {
        waitUntil([] {
            return ask("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'WITH gone%'") == QLatin1String("1");
        });
        frozen = std::make_unique<FrozenServer>(server->processId());
    });
    EXPECT_EQ(outcome.state, StepState::TimedOut) << qPrintable(outcome.summary);
    EXPECT_LT(timer.elapsed(), 5'000);
    frozen.reset();
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
}

TEST_F(PostgresFaultTest, FrozenServerEndsTheConnectByTheDeadline)
{
    StepSpec spec = stepSpec(Danger::Read, QStringLiteral("SELECT 1"));
    spec.deadline = Milliseconds(500);
    const FrozenServer frozen(server->processId());
    QElapsedTimer timer;
    timer.start();
    const StepOutcome outcome = run(resolved(spec));
    EXPECT_EQ(outcome.state, StepState::TimedOut) << qPrintable(outcome.summary);
    EXPECT_LT(timer.elapsed(), 2'000);
}

TEST_F(PostgresFaultTest, AnswerLostAfterCommitIsUnknown)
{
    CuttingProxy proxy(address.port, CuttingProxy::Cut::BeforeAnswer, "COMMIT");
    goThrough(proxy);
    const StepOutcome outcome = run(deleteOne());
    EXPECT_EQ(outcome.state, StepState::OutcomeUnknown) << qPrintable(outcome.summary);
    EXPECT_EQ(ask("SELECT count(*) FROM orders WHERE id = 1"), QStringLiteral("0"));
}

TEST_F(PostgresFaultTest, CommitThatNeverArrivedIsUnknown)
{
    CuttingProxy proxy(address.port, CuttingProxy::Cut::BeforeForwarding, "COMMIT");
    goThrough(proxy);
    const StepOutcome outcome = run(deleteOne());
    EXPECT_EQ(outcome.state, StepState::OutcomeUnknown) << qPrintable(outcome.summary);
    EXPECT_EQ(ask("SELECT count(*) FROM orders WHERE id = 1"), QStringLiteral("1"));
}

TEST_F(PostgresFaultTest, ConnectionLostBeforeCommitIsKnownToBeRolledBack)
{
    CuttingProxy proxy(address.port, CuttingProxy::Cut::BeforeAnswer, "DELETE FROM orders");
    goThrough(proxy);
    const StepOutcome outcome = run(deleteOne());
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("rolled back"))) << qPrintable(outcome.summary);
    EXPECT_TRUE(waitUntil([] { return ask("SELECT count(*) FROM orders WHERE id = 1") == QLatin1String("1"); }));
}

TEST_F(PostgresFaultTest, CancelGoesThroughASecondConnectionWhereCancelRequestsAreDropped)
{
    CuttingProxy proxy(address.port, CuttingProxy::Cut::CancelRequests);
    goThrough(proxy);
    QElapsedTimer timer;
    const StepOutcome outcome =
        run(resolved(stepSpec(Danger::Read, QStringLiteral("SELECT pg_sleep(61)"))), [&](StepExecution& e) {
            waitUntil([] {
                return ask("SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(61)'") ==
                       QLatin1String("1");
            });
            timer.start();
            e.cancel();
        });
    EXPECT_EQ(outcome.state, StepState::Cancelled) << qPrintable(outcome.summary);
    EXPECT_EQ(proxy.cancelRequestsDropped(), 1);
    EXPECT_LT(timer.elapsed(), 1'900) << "the server obeyed before the connection was dropped";
    EXPECT_EQ(ask("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query = 'SELECT pg_sleep(61)'"),
              QStringLiteral("0"));
}

TEST_F(PostgresFaultTest, ServerCrashDuringCommitIsUnknown)
{
    ask("CREATE OR REPLACE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(30); "
        "RETURN NULL; END'");
    ask("CREATE CONSTRAINT TRIGGER slow AFTER DELETE ON orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE "
        "FUNCTION slow_commit()");
    const StepOutcome outcome = run(deleteOne(), [](StepExecution&) {
        ASSERT_TRUE(waitUntil([] {
            return ask("SELECT count(*) FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active'") ==
                   QLatin1String("1");
        }));
        const auto backend =
            ask("SELECT pid::text FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active'").toInt();
        ASSERT_GT(backend, 1);
        ::kill(backend, SIGKILL);
    });
    EXPECT_EQ(outcome.state, StepState::OutcomeUnknown) << qPrintable(outcome.summary);
    // A killed backend makes the whole server restart; it has to be back for the other tests.
    EXPECT_TRUE(waitUntil(
        [] {
            PostgresLink link;
            return link.open(*PostgresSettings::from(connection()), Bounds{QDeadlineTimer(1'000), nullptr}).ok();
        },
        20'000));
}

TEST_F(PostgresFaultTest, DestroyingASessionEndsItsJobs)
{
    const auto settings = *PostgresSettings::from(connection());
    auto session = std::make_unique<PostgresSession>();
    const std::function<Result<Done>(PostgresLink&, const Bounds&)> job = [settings](PostgresLink& link,
                                                                                     const Bounds& bounds) {
        const Status opened = link.open(settings, bounds);
        return opened ? link.run("SELECT pg_sleep(30)", bounds) : opened;
    };
    const auto future = session->perform(Milliseconds(20'000), job);
    waitUntil([] {
        return ask("SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(30)'") == QLatin1String("1");
    });
    QElapsedTimer timer;
    timer.start();
    session.reset();
    EXPECT_LT(timer.elapsed(), 2'500);
    EXPECT_FALSE(waitFor(future).ok());
}

}  // namespace

}  // namespace cockpit::test
