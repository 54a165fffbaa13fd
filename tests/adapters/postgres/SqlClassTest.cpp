// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlClass.h"
#include "adapters/postgres/SqlParser.h"
#include "core/playbook/Playbook.h"

#include <gtest/gtest.h>

#include <thread>

namespace cockpit {

using namespace adapters::postgres;

namespace {

std::string dangerOf(const QString& sql)
{
    const auto classified = classifySql(sql);
    return classified                                      ? dangerName(classified->danger).toStdString()
           : classified.error().kind == ErrorKind::Refused ? "refused"
                                                           : "invalid";
}

QString repeated(const char* piece, int count)
{
    return QString::fromLatin1(QByteArray(piece).repeated(count));
}

TEST(SqlClass, KnowsWhatAStatementDoes)
{
    const std::pair<const char*, const char*> cases[] = {
        {"SELECT 1", "read"},
        {"  -- why\n (select 1);", "read"},
        {"WITH x AS (SELECT 1) TABLE x", "read"},
        {"VALUES (1)", "read"},
        {"SHOW all", "read"},
        {"/* a /* b */ c */ SELECT 'pg_terminate_backend(1)', pg_sleep(0), txid_current()", "read"},
        {"EXPLAIN DELETE FROM t", "read"},
        {"EXPLAIN (ANALYZE false) DELETE FROM t", "read"},
        {"EXPLAIN (ANALYZE) DELETE FROM t", "destructive"},
        {"EXPLAIN ANALYZE SELECT 1", "read"},
        {"SELECT 1 INTO t", "write"},
        {"SELECT 1 UNION SELECT 2 FOR UPDATE", "write"},
        {"SELECT * FROM t FOR KEY SHARE", "write"},
        {"WITH a AS (INSERT INTO t VALUES (1) RETURNING 1) SELECT 1", "write"},
        {"WITH a AS (DELETE FROM t RETURNING 1) SELECT 1", "destructive"},
        {"INSERT INTO t VALUES (1)", "write"},
        {"UPDATE t SET a = 1 WHERE b = $1", "write"},
        {"UPDATE t SET a = 1", "destructive"},
        {"UPDATE t SET a = 1 WHERE true", "destructive"},
        {"UPDATE t SET a = 1 WHERE 1 = 1 OR 'x' = 'x'", "destructive"},
        {"DELETE FROM t WHERE id = 1", "destructive"},
        {"TRUNCATE t", "destructive"},
        {"DROP INDEX i", "destructive"},
        {"ALTER TABLE t ADD COLUMN a int", "write"},
        {"ALTER TABLE t ADD COLUMN a int, DROP COLUMN b", "destructive"},
        {"CREATE TABLE t AS SELECT pg_terminate_backend(1)", "destructive"},
        {"DO $$BEGIN END$$", "destructive"},
        {"CALL p()", "destructive"},
        {"GRANT ALL ON t TO public", "destructive"},
        {"SELECT \"pg_catalog\".\"pg_terminate_backend\"(1)", "destructive"},
        {"SELECT PG_Cancel_Backend(1)", "write"},
        {"SELECT U&\"pg\\005Fterminate\\005Fbackend\"(1)", "destructive"},
        {"SELECT 1 FROM dblink_exec('x')", "destructive"},
        {"SELECT 1 ORDER BY nextval('s')", "write"},
        {"COMMIT", "refused"},
        {"begin", "refused"},
        {"COPY t TO PROGRAM 'x'", "refused"},
        {"SET ROLE postgres", "refused"},
        {"RESET ALL", "refused"},
        {"EXECUTE x", "refused"},
        {"CREATE TABLE t AS EXECUTE x", "refused"},
        {"EXPLAIN ANALYZE EXECUTE x", "refused"},
        {"NOTIFY x", "refused"},
        {"SELECT 1; SELECT 2", "refused"},
        {"", "invalid"},
        {" -- only", "invalid"},
        {";", "invalid"},
        {"SELECT 'open", "invalid"},
        {"SELECT $a$ open", "invalid"},
        {"SELEC 1", "invalid"},
    };
    for (const auto& [sql, expected] : cases)
        EXPECT_EQ(dangerOf(QLatin1String(sql)), expected) << sql;
}

TEST(SqlClass, FindsTheRowsOfPlainChanges)
{
    const auto shape = [](const char* sql) { return classifySql(QLatin1String(sql))->shape; };
    const SqlShape update = shape("UPDATE ONLY \"Shop\".orders AS o SET a = 1, (b, c[1]) = (SELECT 1, 2 WHERE true) "
                                  "WHERE o.id = $1 AND note <> ' RETURNING ' -- where\n RETURNING *;");
    EXPECT_EQ(update.kind, SqlShape::Kind::Update);
    EXPECT_EQ(update.from(), QStringLiteral("ONLY \"Shop\".\"orders\" AS \"o\""));
    EXPECT_EQ(update.where, QStringLiteral("o.id = $1 AND note <> ' RETURNING ' -- where"));
    EXPECT_EQ(update.columns, (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    EXPECT_EQ(shape("DELETE FROM t").kind, SqlShape::Kind::Delete);
    for (const char* sql :
         {"DELETE FROM t USING u WHERE t.id = u.id", "UPDATE t SET a = u.a FROM u WHERE u.id = t.id",
          "WITH x AS (SELECT 1) DELETE FROM t WHERE id IN (TABLE x)", "DELETE FROM t WHERE CURRENT OF c"})
        EXPECT_EQ(shape(sql).kind, SqlShape::Kind::Other) << sql;
    EXPECT_EQ(shape("SELECT pid, pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.state = 'idle'").kind,
              SqlShape::Kind::EndSessions);
    EXPECT_EQ(shape("SELECT pg_catalog.pg_cancel_backend(pid) FROM pg_stat_activity ORDER BY pid").kind,
              SqlShape::Kind::CancelSessions);
    for (const char* sql :
         {"SELECT pg_terminate_backend(pid) FROM pg_stat_activity LIMIT 1", "SELECT pg_terminate_backend(7)",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_replication",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pg_terminate_backend(pid)",
          "SELECT pg_terminate_backend(l.pid) FROM pg_locks l, pg_stat_activity a WHERE a.pid = l.pid"})
        EXPECT_EQ(shape(sql).kind, SqlShape::Kind::Other) << sql;
}

TEST(SqlClass, HostileDepthAndLengthAreRefusedNotCrashed)
{
    const QString depths[] = {
        QStringLiteral("SELECT 1") + repeated("+1", 120'000),
        QStringLiteral("SELECT 1") + repeated("+1", 9'000),
        QStringLiteral("SELECT ") + repeated("(", 120'000) + QStringLiteral("1") + repeated(")", 120'000),
        QStringLiteral("SELECT ") + repeated("NOT ", 60'000) + QStringLiteral("true"),
        QStringLiteral("SELECT 1 FROM a") + repeated(" cross join a", 16'000),
        QStringLiteral("SELECT 1") + repeated(" UNION SELECT 1", 12'000),
        QStringLiteral("SELECT x") + repeated(" IS NULL", 9'000),
        QStringLiteral("SELECT 1") + repeated("::int", 30'000),
        QStringLiteral("SELECT ") + repeated("-\"\"\n", 9'000) + QStringLiteral("1"),
        repeated("SELECT (", 9'000) + QStringLiteral("1") + repeated(")", 9'000),
        QStringLiteral("SELECT '") + repeated("x", 256 * 1024) + QStringLiteral("'"),
    };
    for (const QString& sql : depths)
        EXPECT_EQ(dangerOf(sql), "invalid") << sql.left(40).toStdString();
    EXPECT_EQ(dangerOf(QStringLiteral("SELECT 1 WHERE 1 IN (0") + repeated(",1", 60'000) + QLatin1Char(')')), "read");
}

TEST(SqlClass, ParsesOnSeveralThreadsAtOnce)
{
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 200; ++round) {
                const QString sql = QStringLiteral("DELETE FROM t WHERE id = %1").arg(round);
                right +=
                    dangerOf(sql) == "destructive" && dangerOf(sql + QStringLiteral(" syntax")) == "invalid" ? 1 : 0;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(right, 8 * 200);
}

}  // namespace

}  // namespace cockpit
