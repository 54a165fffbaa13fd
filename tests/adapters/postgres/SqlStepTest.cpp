// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/postgres/PostgresServer.h"

#include "adapters/postgres/SqlJob.h"
#include "tests/support/Wait.h"

#include <QElapsedTimer>

namespace cockpit::test {

using namespace adapters::postgres;

namespace {

class SqlStepTest : public PostgresTest
{
};

/// As an attacker would write it: past the checks of resolve(), straight into the payload.
ResolvedStep unchecked(ResolvedStep step, const QByteArray& sql)
{
    SqlPlan plan = SqlPlan::fromPayload(step.payload);
    plan.run = Statement{sql, {}};
    step.payload = plan.toPayload();
    return step;
}

TEST_F(SqlStepTest, ReadStepGivesAnAlignedTable)
{
    ask("UPDATE orders SET note = 'NULL' WHERE id = 1");
    const auto step = resolved(
        stepSpec(Danger::Read, QStringLiteral("SELECT id, state, note FROM orders WHERE id <= 2 ORDER BY id")));
    const StepOutcome outcome = run(step);
    EXPECT_EQ(outcome.state, StepState::Succeeded);
    EXPECT_EQ(outcome.affected, 2);
    EXPECT_EQ(outcome.output, "id | state | note\n---+-------+-------\n1  | stuck | \"NULL\"\n2  | stuck | NULL\n");
}

TEST_F(SqlStepTest, InputsArriveByteForByte)
{
    StepSpec spec = stepSpec(Danger::Read, QStringLiteral("SELECT {{value}} AS v"));
    spec.inputs = {{QStringLiteral("value"), {}, InputSpec::Type::Text, {}, {}, {}, true}};
    for (const QString& value : {QStringLiteral("'; DROP TABLE orders; --"), QStringLiteral("$1 {{value}} \\ \" é €"),
                                 QStringLiteral("a'||pg_sleep(9)||'b")}) {
        const StepOutcome outcome = run(resolved(spec, {{QStringLiteral("value"), value}}));
        ASSERT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary);
        EXPECT_TRUE(QString::fromUtf8(outcome.output).contains(value)) << outcome.output.constData();
    }
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
}

TEST_F(SqlStepTest, RowCapKeepsTheCount)
{
    StepSpec spec = stepSpec(Danger::Read, QStringLiteral("SELECT generate_series(1, 5000)"));
    spec.parameters.insert(QStringLiteral("max_rows"), 10);
    const StepOutcome outcome = run(resolved(spec));
    EXPECT_EQ(outcome.affected, 5000);
    EXPECT_TRUE(outcome.output.contains("(the first 10 of 5000 rows)"));
}

TEST_F(SqlStepTest, PreviewCountsAndNamesTheTarget)
{
    const auto counted =
        previewOf(resolved(stepSpec(Danger::Destructive, QStringLiteral("DELETE FROM orders WHERE state = 'stuck'"),
                                    QStringLiteral("SELECT count(*) FROM orders WHERE state = 'stuck'"))));
    EXPECT_EQ(counted.affected, 3);
    EXPECT_EQ(counted.confirmation, QStringLiteral("3"));
    EXPECT_EQ(counted.target.name, address.database);
    EXPECT_EQ(counted.target.role, address.user);
    EXPECT_EQ(counted.target.serverId, ask("SELECT system_identifier::text FROM pg_control_system()"));
    const auto listed =
        previewOf(resolved(stepSpec(Danger::Destructive, QStringLiteral("DELETE FROM orders WHERE id > 0"),
                                    QStringLiteral("SELECT id, state FROM orders WHERE id > 0"))));
    EXPECT_EQ(listed.affected, 10);
    EXPECT_EQ(listed.samples.size(), 10);
    EXPECT_EQ(listed.columns, (QStringList{QStringLiteral("id"), QStringLiteral("state")}));
    const auto blind = previewOf(resolved(stepSpec(Danger::Destructive, QStringLiteral("TRUNCATE orders"))));
    EXPECT_EQ(blind.affected, -1);
    EXPECT_EQ(blind.confirmation, address.database);
    EXPECT_FALSE(blind.summary.isEmpty());
}

TEST_F(SqlStepTest, CountMismatchRollsBack)
{
    ResolvedStep step =
        resolved(stepSpec(Danger::Destructive, QStringLiteral("DELETE FROM orders WHERE state = 'stuck'"),
                          QStringLiteral("SELECT count(*) FROM orders WHERE state = 'stuck'")));
    step.approvedCount = previewOf(step).affected;
    ask("UPDATE orders SET state = 'stuck' WHERE id = 4");
    const StepOutcome outcome = run(step);
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("rolled back"))) << qPrintable(outcome.summary);
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
    step.approvedCount = 4;
    const StepOutcome agreed = run(step);
    EXPECT_EQ(agreed.state, StepState::Succeeded);
    EXPECT_EQ(agreed.affected, 4);
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("6"));
}

TEST_F(SqlStepTest, HostileReadStepsCannotWrite)
{
    const auto harmless = resolved(stepSpec(Danger::Read, QStringLiteral("SELECT 1")));
    for (const char* sql :
         {"COMMIT; INSERT INTO orders VALUES (99)", "SELECT 1; DELETE FROM orders", "DELETE FROM orders",
          "WITH gone AS (DELETE FROM orders RETURNING 1) SELECT count(*) FROM gone",
          "EXPLAIN ANALYZE DELETE FROM orders", "SET TRANSACTION READ WRITE",
          "SELECT set_config('transaction_read_only', 'off', false)", "DROP TABLE orders",
          "DO $$BEGIN DELETE FROM orders; END$$", "DO $$BEGIN COMMIT; END$$", "SELECT nextval('pg_class')",
          "CREATE TABLE evil (id int)", "COPY orders TO STDOUT", "COPY orders FROM STDIN", "COMMIT", "ROLLBACK"}) {
        const StepOutcome outcome = run(unchecked(harmless, sql));
        EXPECT_NE(outcome.state, StepState::Succeeded) << sql;
    }
    EXPECT_EQ(ask("SELECT count(*) FROM orders WHERE id < 99"), QStringLiteral("10"));
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
    EXPECT_EQ(ask("SELECT to_regclass('evil') IS NULL"), QStringLiteral("t"));
    // Allowed by the server inside a read-only transaction, but gone with it.
    run(unchecked(harmless, "SELECT lo_create(0)"));
    EXPECT_EQ(ask("SELECT count(*) FROM pg_largeobject_metadata"), QStringLiteral("0"));
}

TEST_F(SqlStepTest, SeveralStatementsAreRefusedForEveryDanger)
{
    for (const Danger danger : {Danger::Write, Danger::Destructive}) {
        const auto step =
            unchecked(resolved(stepSpec(danger, QStringLiteral("SELECT 1"))), "SELECT 1; DELETE FROM orders");
        const StepOutcome outcome = run(step);
        EXPECT_EQ(outcome.state, StepState::Failed);
        EXPECT_TRUE(outcome.summary.contains(QStringLiteral("multiple commands"))) << qPrintable(outcome.summary);
    }
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
}

TEST_F(SqlStepTest, CancelStopsTheServerAndRollsBack)
{
    const auto step = resolved(
        stepSpec(Danger::Write, QStringLiteral("WITH x AS (DELETE FROM orders RETURNING 1) SELECT pg_sleep(60)")));
    QElapsedTimer timer;
    timer.start();
    const StepOutcome outcome = run(step, [](StepExecution& execution) {
        waitUntil([] {
            return ask("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'WITH x%'") == QLatin1String("1");
        });
        execution.cancel();
    });
    EXPECT_EQ(outcome.state, StepState::Cancelled) << qPrintable(outcome.summary);
    EXPECT_LT(timer.elapsed(), 5'000);
    EXPECT_EQ(ask("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'WITH x%'"),
              QStringLiteral("0"));
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
}

TEST_F(SqlStepTest, CancelBeforeTheStartSendsNothing)
{
    const auto step = resolved(stepSpec(Danger::Write, QStringLiteral("DELETE FROM orders")));
    const StepOutcome outcome = run(step, [](StepExecution& execution) { execution.cancel(); });
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
}

TEST_F(SqlStepTest, DeadlineEndsAStatement)
{
    StepSpec spec = stepSpec(Danger::Read, QStringLiteral("SELECT pg_sleep(60)"));
    spec.deadline = Milliseconds(700);
    QElapsedTimer timer;
    timer.start();
    const StepOutcome outcome = run(resolved(spec));
    EXPECT_EQ(outcome.state, StepState::TimedOut) << qPrintable(outcome.summary);
    EXPECT_LT(timer.elapsed(), 3'000);
    EXPECT_EQ(
        ask("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(60)%' AND pid <> "
            "pg_backend_pid()"),
        QStringLiteral("0"));
}

TEST_F(SqlStepTest, TheServerKeepsTheLimitsByItself)
{
    const auto step =
        resolved(stepSpec(Danger::Read, QStringLiteral("SELECT current_setting('statement_timeout') AS s, "
                                                       "current_setting('lock_timeout') AS l")));
    const StepOutcome outcome = run(step);
    const QStringList limits =
        QString::fromUtf8(outcome.output).section(QLatin1Char('\n'), 2, 2).split(QStringLiteral(" | "));
    ASSERT_EQ(limits.size(), 2) << outcome.output.constData();
    EXPECT_TRUE(limits.first().trimmed().endsWith(QLatin1Char('s')) && limits.first() != QLatin1String("0"))
        << qPrintable(limits.first());
    EXPECT_EQ(limits.last(), QStringLiteral("5s"));
}

TEST_F(SqlStepTest, AnotherServerThanTheOneShownIsRefused)
{
    auto step = resolved(stepSpec(Danger::Write, QStringLiteral("DELETE FROM orders")));
    step.approved = previewOf(step).target;
    ask("DROP DATABASE IF EXISTS other");
    ask("CREATE DATABASE other TEMPLATE " + address.database.toUtf8());
    ResolvedConnection moved = connection();
    moved.spec.settings.insert(QStringLiteral("database"), QStringLiteral("other"));
    connections.put(moved);
    const StepOutcome outcome = run(step);
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("nothing was sent"))) << qPrintable(outcome.summary);
    connections.put(connection());
    EXPECT_EQ(run(step).state, StepState::Succeeded);
}

TEST_F(SqlStepTest, ALockedRowIsSaidInWords)
{
    PostgresLink holder;
    const Bounds bounds{QDeadlineTimer(20'000), nullptr};
    ASSERT_TRUE(holder.open(*PostgresSettings::from(connection()), bounds).ok());
    ASSERT_TRUE(holder.run("BEGIN", bounds).ok());
    ASSERT_TRUE(holder.run("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE", bounds).ok());
    const StepOutcome outcome = run(resolved(stepSpec(Danger::Write, QStringLiteral("DELETE FROM orders"))));
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("holds the lock"))) << qPrintable(outcome.summary);
}

}  // namespace

}  // namespace cockpit::test
