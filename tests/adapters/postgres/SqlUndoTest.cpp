// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/postgres/PostgresServer.h"
#include "tests/support/Wait.h"

#include <iostream>
#include <thread>

namespace cockpit::test {

using namespace adapters::postgres;

namespace {

constexpr const char* everyType[] = {
    "DROP SCHEMA IF EXISTS \"Shop\" CASCADE",
    "CREATE SCHEMA \"Shop\"",
    "CREATE TYPE \"Shop\".mood AS ENUM ('calm', 'odd ''one''')",
    "CREATE TYPE \"Shop\".pair AS (a int, b text)",
    "CREATE TABLE \"Shop\".\"Every \"\"thing\" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n numeric, d "
    "float8, "
    "r real, b bytea, j json, jb jsonb, ts timestamptz, t timestamp, dt date, tm timetz, iv interval, txt text, \"Odd, "
    "name\" varchar, flag bool, e \"Shop\".mood, p \"Shop\".pair, ints int[], texts text[][], u uuid, ip inet, rg "
    "tstzrange, bits bit(5), x xml, q tsvector, c char(4), cash money, doubled numeric GENERATED ALWAYS AS (n * 2) "
    "STORED, touched text DEFAULT 'default')",
    "INSERT INTO \"Shop\".\"Every \"\"thing\" (n, d, r, b, j, jb, ts, t, dt, tm, iv, txt, \"Odd, name\", flag, e, p, "
    "ints, "
    "texts, u, ip, rg, bits, x, q, c, cash) VALUES "
    "(123456789012345678901234567890.123456789, 0.1, 1e-40, '\\x00ff5c22', '{\"a\":  [1, \"x\\\"y\"]}', '{\"b\": "
    "null}', "
    "'infinity', '-infinity', 'infinity', '12:00:00.000001+05:30', '-1 mon +3 days -04:05:06.7', "
    "E'quote '' double \" back\\\\slash\\nnew\\tline {curly}, (round)', 'NULL', true, 'odd ''one''', (1, 'a,b\"c\\'), "
    "'[0:2]={1,NULL,3}', '{{a,\"b \\\"q\\\" {\"},{NULL,\"NULL\"}}', '00000000-0000-0000-0000-000000000001', "
    "'10.0.0.1/8', "
    "'[2024-01-01 00:00+00,)', '10101', '<a b=\"1\">t</a>', 'a:1 b:2A', 'x', 12.34), "
    "('NaN', 'NaN', '-Infinity', '', 'null', '[]', '2024-02-29 12:34:56.789012+00', '0044-03-15 BC', '9999-12-31', "
    "'00:00+00', '0', '', '', false, 'calm', NULL, '{}', NULL, NULL, '::1', 'empty', '00000', '', '', '', -1), "
    "('Infinity', '-0', 3.4028235e38, 'x', NULL, '{\"n\": 1e400}', '-infinity', NULL, '0001-01-01 BC', NULL, "
    "'178000000 years', U&'\\+01F600 \\00e9', ' lead and trail ', NULL, NULL, ROW(NULL, ''), '{NULL}', '{}', NULL, "
    "NULL, "
    "'(,)', NULL, NULL, NULL, NULL, NULL), "
    "(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, "
    "NULL, "
    "NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
};

class SqlUndoTest : public PostgresTest
{
protected:
    static QString digest()
    {
        return ask("SELECT md5(string_agg(t::text, ';' ORDER BY id)) FROM \"Shop\".\"Every \"\"thing\" t");
    }

    static StepSpec undoSpec(const UndoCapsule& capsule)
    {
        StepSpec spec = stepSpec(Danger::Destructive, {});
        spec.parameters = capsule.parameters;
        for (auto input = capsule.inputs.begin(); input != capsule.inputs.end(); ++input)
            spec.inputs.append({input.key(), input.key(), InputSpec::Type::Text, {}, {}, {}, true});
        return spec;
    }

    ResolvedStep approved(const StepSpec& spec, const QMap<QString, QString>& inputs = {})
    {
        ResolvedStep step = resolved(spec, inputs);
        const StepPreview preview = previewOf(step);
        step.approved = preview.target;
        step.approvedCount = preview.affected;
        return step;
    }

    /// Runs it, then runs its undo out of the stored form; the rows both had in hand.
    std::pair<qint64, qint64> damageAndUndo(const QString& sql)
    {
        const StepOutcome damage = run(approved(stepSpec(Danger::Destructive, sql)));
        EXPECT_EQ(damage.state, StepState::Succeeded) << qPrintable(damage.summary);
        if (holds.size() != 1 || !holds.first().undo) {
            ADD_FAILURE() << "no capsule: " << (holds.isEmpty() ? "" : qPrintable(holds.first().undoMissing));
            return {};
        }
        m_damaged = digest();
        const auto capsule = UndoCapsule::fromJson(holds.first().undo->toJson());
        EXPECT_EQ(capsule->connectionId, QStringLiteral("demo/db"));
        const StepOutcome undone = run(approved(undoSpec(*capsule), capsule->inputs));
        EXPECT_EQ(undone.state, StepState::Succeeded) << qPrintable(undone.summary);
        return {damage.affected, undone.affected};
    }

    QString m_damaged;
};

TEST_F(SqlUndoTest, BringsEveryTypeBackAsItWas)
{
    for (const char* sql : everyType)
        ask(sql);
    const QString before = digest();
    const auto deleted = damageAndUndo(QStringLiteral("DELETE FROM \"Shop\".\"Every \"\"thing\""));
    EXPECT_EQ(deleted, std::pair(qint64(4), qint64(4)));
    EXPECT_NE(m_damaged, before);
    EXPECT_EQ(digest(), before);
    const auto updated = damageAndUndo(QStringLiteral(
        "UPDATE \"Shop\".\"Every \"\"thing\" AS x SET n = 1, d = 1, r = 1, b = 'z', j = '1', jb = '1', ts = now(), t = "
        "now(), dt = now(), tm = now(), iv = '1 day', txt = 'lost', \"Odd, name\" = '', flag = NOT flag, e = 'calm', p "
        "= "
        "(2, ''), ints[1] = 7, texts = NULL, u = NULL, ip = NULL, rg = NULL, bits = NULL, x = NULL, q = NULL, c = 'y', "
        "cash "
        "= 0, touched = NULL WHERE x.id < 99"));
    EXPECT_EQ(updated, std::pair(qint64(4), qint64(4)));
    EXPECT_NE(m_damaged, before);
    EXPECT_EQ(digest(), before);
    std::cout << "4 rows of 29 columns deleted and changed, brought back to the same digest\n";
}

TEST_F(SqlUndoTest, CarriesMegabytes)
{
    ask("CREATE TABLE IF NOT EXISTS large (id int PRIMARY KEY, body text)");
    ask("INSERT INTO large SELECT g, repeat(E'\\\\\"x', 120) FROM generate_series(1, 9000) g");
    const QString digestOf = QStringLiteral("SELECT md5(string_agg(t::text, ';' ORDER BY id)) FROM large t");
    const QString before = ask(digestOf.toUtf8());
    const auto deleted = damageAndUndo(QStringLiteral("DELETE FROM large"));
    EXPECT_EQ(deleted, std::pair(qint64(9'000), qint64(9'000)));
    EXPECT_EQ(ask(digestOf.toUtf8()), before);
    ask("INSERT INTO large SELECT g, '' FROM generate_series(9001, 10001) g");
    run(approved(stepSpec(Danger::Destructive, QStringLiteral("DELETE FROM large"))));
    ASSERT_EQ(holds.size(), 1);
    EXPECT_FALSE(holds.first().undo);
    EXPECT_TRUE(holds.first().undoMissing.contains(QStringLiteral("10,000")));
    ask("DROP TABLE large");
}

TEST_F(SqlUndoTest, SaysWhyThereIsNone)
{
    ask("DROP TABLE IF EXISTS bare");
    ask("CREATE TABLE bare (a int)");
    ask("INSERT INTO bare VALUES (1)");
    const std::pair<const char*, const char*> cases[] = {
        {"UPDATE bare SET a = 2", "no primary key"},   {"UPDATE orders SET id = id + 100", "primary key"},
        {"TRUNCATE orders", "plain UPDATE or DELETE"}, {"DELETE FROM orders USING bare", "plain UPDATE or DELETE"},
        {"DELETE FROM orders WHERE id < 0", "no row"},
    };
    onHold = [](StepExecution& execution, const StepHold&) { execution.settle(false); };
    for (const auto& [sql, why] : cases) {
        run(approved(stepSpec(Danger::Destructive, QLatin1String(sql))));
        ASSERT_EQ(holds.size(), 1) << sql;
        EXPECT_FALSE(holds.first().undo) << sql;
        EXPECT_TRUE(holds.first().undoMissing.contains(QLatin1String(why))) << qPrintable(holds.first().undoMissing);
    }
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
}

TEST_F(SqlUndoTest, AHeldChangeWaitsForItsDecision)
{
    StepSpec spec =
        stepSpec(Danger::Destructive, QStringLiteral("DELETE FROM orders WHERE state = 'stuck' RETURNING id"));
    spec.parameters.insert(QStringLiteral("hold"), QStringLiteral("60s"));
    const auto seen = [] { return ask("SELECT count(*) FROM orders"); };
    onHold = [&](StepExecution& execution, const StepHold& hold) {
        EXPECT_EQ(hold.affected, 3);
        EXPECT_EQ(hold.patience, Milliseconds(60'000));
        EXPECT_EQ(seen(), QStringLiteral("10"));
        EXPECT_EQ(ask("SELECT state FROM pg_stat_activity WHERE query LIKE 'DELETE FROM orders%' AND pid <> "
                      "pg_backend_pid()"),
                  QStringLiteral("idle in transaction"));
        execution.settle(false);
    };
    StepOutcome outcome = run(approved(spec));
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("nothing was changed"))) << qPrintable(outcome.summary);
    EXPECT_EQ(seen(), QStringLiteral("10"));

    onHold = [](StepExecution& execution, const StepHold&) { execution.cancel(); };
    outcome = run(approved(spec));
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_EQ(seen(), QStringLiteral("10"));

    onHold = [](StepExecution&, const StepHold&) {
        ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND pid <> "
            "pg_backend_pid()");
    };
    outcome = run(approved(spec));
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("rolled it back"))) << qPrintable(outcome.summary);
    EXPECT_EQ(seen(), QStringLiteral("10"));

    onHold = {};
    outcome = run(approved(spec));
    EXPECT_EQ(outcome.state, StepState::Succeeded);
    EXPECT_EQ(outcome.table->rows.size(), 3);
    EXPECT_EQ(seen(), QStringLiteral("7"));
}

/// Another session that changes, adds and removes rows again and again.
class Rival
{
public:
    Rival(const PostgresSettings& settings, const char* sql)
        : m_thread([this, settings, sql] {
            PostgresLink link;
            const Bounds bounds{QDeadlineTimer(120'000), nullptr};
            static_cast<void>(link.open(settings, bounds));
            while (!m_stop && link.isOpen()) {
                static_cast<void>(link.run(sql, bounds));
                static_cast<void>(link.run("SELECT pg_sleep(0.04)", bounds));
                ++m_rounds;
            }
        })
    {
    }
    ~Rival()
    {
        m_stop = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Rival)
    int rounds() const { return m_rounds; }

private:
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_rounds = 0;
    std::thread m_thread;
};

TEST_F(SqlUndoTest, RacingSessionsNeverMakeItHitWhatWasNotApproved)
{
    // Looking takes its time, so that the rival comes between preview, capture and statement. Every round of it moves
    // the set of matching rows, mostly back and forth between equal counts.
    ask("DROP TABLE IF EXISTS raced");
    ask("CREATE TABLE raced (id int PRIMARY KEY, state text)");
    ask("INSERT INTO raced SELECT g, CASE WHEN g % 2 = 0 THEN 'stuck' ELSE 'open' END FROM generate_series(1, 40) g");
    int right = 0;
    int stopped = 0;
    int wrong = 0;
    int rounds = 0;
    {
        Rival rival(*PostgresSettings::from(connection()),
                    "UPDATE raced SET state = CASE WHEN state = 'stuck' THEN 'open' ELSE 'stuck' END WHERE id = 1 + "
                    "floor(random() * 40)");
        for (int i = 0; i < 100; ++i) {
            const QString tag = QStringLiteral("done%1").arg(i);
            const ResolvedStep step = approved(stepSpec(
                Danger::Destructive,
                QStringLiteral("UPDATE raced SET state = '%1' WHERE state = 'stuck' AND pg_sleep(0.001) IS NOT NULL")
                    .arg(tag)));
            const StepOutcome outcome = run(step);
            const qint64 hit = ask("SELECT count(*) FROM raced WHERE state = '" + tag.toUtf8() + "'").toLongLong();
            const bool committed = outcome.state == StepState::Succeeded;
            // The rival may have moved rows on meanwhile, so never more than approved, and none after a roll-back.
            const bool fine = committed ? outcome.affected == step.approvedCount && hit <= step.approvedCount &&
                                              (step.approvedCount == 0 || holds.first().undo->items == outcome.affected)
                                        : hit == 0;
            (committed ? right : stopped) += 1;
            wrong += fine ? 0 : 1;
            ask("UPDATE raced SET state = 'stuck' WHERE state LIKE 'done%' OR id % 3 = 0");
        }
        rounds = rival.rounds();
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_GT(stopped, 0);
    EXPECT_GT(right, 0);
    EXPECT_GT(rounds, 100);
    std::cout << "100 runs against " << rounds << " changes of a rival: " << right << " committed as approved, "
              << stopped << " rolled back, " << wrong << " hit something else\n";
}

TEST_F(SqlUndoTest, ATriggerThatSwallowsRowsIsNoticed)
{
    ask("CREATE OR REPLACE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF OLD.id = 1 THEN RETURN "
        "NULL; "
        "END IF; RETURN OLD; END$$");
    ask("CREATE TRIGGER swallow BEFORE DELETE ON orders FOR EACH ROW EXECUTE FUNCTION swallow()");
    ResolvedStep step = resolved(stepSpec(Danger::Destructive, QStringLiteral("DELETE FROM orders WHERE id < 4")));
    const StepPreview preview = previewOf(step);
    EXPECT_TRUE(preview.notes.join(QLatin1Char('\n')).contains(QStringLiteral("trigger swallow")));
    const StepOutcome outcome = run(step);
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("rolled back"))) << qPrintable(outcome.summary);
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
}

}  // namespace

}  // namespace cockpit::test
