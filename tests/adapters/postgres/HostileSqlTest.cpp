// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/postgres/PostgresServer.h"
#include "tests/support/Wait.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <iostream>

namespace cockpit::test {

using namespace adapters::postgres;

namespace {

constexpr const char* objects[] = {
    "DROP SCHEMA public CASCADE",
    "CREATE SCHEMA public",
    "CREATE TABLE orders (id int PRIMARY KEY, state text)",
    "INSERT INTO orders SELECT g, 'open' FROM generate_series(1, 10) g",
    "CREATE SEQUENCE numbers",
    "SELECT lo_from_bytea(0, 'kept') FROM (SELECT count(*) FROM pg_largeobject_metadata) n(n) WHERE n = 0",
    "CREATE MATERIALIZED VIEW figures AS SELECT count(*) FROM orders",
    "CREATE FUNCTION gentle() RETURNS int STABLE LANGUAGE sql AS 'SELECT count(*)::int FROM public.orders'",
    "CREATE VIEW gentle_look AS SELECT count(*) AS n, gentle() AS g FROM orders",
    // In a read-only transaction it still writes a file, and no rollback takes that back.
    "CREATE FUNCTION evil() RETURNS int VOLATILE LANGUAGE plpgsql AS "
    "$$BEGIN COPY (SELECT 1) TO PROGRAM 'touch @DIR@/evil'; RETURN 1; END$$",
    "CREATE FUNCTION quiet_evil() RETURNS bool STABLE LANGUAGE sql AS 'SELECT pg_terminate_backend(@PID@)'",
    "CREATE PROCEDURE evil_procedure() LANGUAGE plpgsql AS $$BEGIN PERFORM evil(); END$$",
    "CREATE VIEW evil_look AS SELECT evil() AS e",
    "CREATE VIEW evil_kill AS SELECT pg_terminate_backend(@PID@) AS e",
    "CREATE VIEW evil_above AS SELECT * FROM evil_look",
    "CREATE FUNCTION evil_two(int, int) RETURNS int VOLATILE LANGUAGE sql AS 'SELECT public.evil()'",
    "CREATE OPERATOR <<>> (LEFTARG = int, RIGHTARG = int, FUNCTION = evil_two)",
    "CREATE AGGREGATE evil_sum(int) (SFUNC = evil_two, STYPE = int, INITCOND = '0')",
    "CREATE DOMAIN evil_domain AS text CHECK (evil() = 1)",
    "CREATE FUNCTION evil_of(orders) RETURNS int VOLATILE LANGUAGE sql AS 'SELECT public.evil()'",
    "CREATE TABLE guarded (id int)",
    "INSERT INTO guarded VALUES (1)",
    "ALTER TABLE guarded ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
    "CREATE POLICY watch ON guarded USING (evil() = 1)",
};

/// Rows, catalog, settings and everything that is not in a transaction's hands.
constexpr const char* digests[] = {
    "SELECT md5(string_agg(c.oid::regclass::text || query_to_xml(format('SELECT * FROM %s ORDER BY 1', "
    "c.oid::regclass), true, false, '')::text, ',' ORDER BY c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = "
    "c.relnamespace WHERE c.relkind IN ('r', 'm', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND "
    "n.nspname NOT LIKE 'pg_t%'",
    "SELECT md5(string_agg(d, ',' ORDER BY d)) FROM (SELECT 'c' || oid || relname || relkind::text || "
    "coalesce(relacl::text, "
    "'') || coalesce(obj_description(oid), '') FROM pg_class UNION ALL SELECT 'p' || oid || proname FROM pg_proc UNION "
    "ALL SELECT 'r' || rolname || coalesce(rolconfig::text, '') FROM pg_roles UNION ALL SELECT 'd' || datname FROM "
    "pg_database UNION ALL SELECT 'n' || nspname FROM pg_namespace UNION ALL SELECT 'a' || attrelid || attname || "
    "atttypid FROM pg_attribute UNION ALL SELECT 't' || tgname FROM pg_trigger UNION ALL SELECT 'w' || oid || rulename "
    "FROM pg_rewrite UNION ALL SELECT 'e' || extname FROM pg_extension UNION ALL SELECT 's' || slot_name FROM "
    "pg_replication_slots UNION ALL SELECT 'g' || setrole || setconfig::text FROM pg_db_role_setting) x(d)",
    "SELECT md5(string_agg(name || coalesce(setting, '') || coalesce(reset_val, ''), ',' ORDER BY name)) || "
    "pg_conf_load_time() FROM pg_settings",
    "SELECT md5(string_agg(lo::text, ',' ORDER BY lo)) FROM (SELECT loid || encode(data, 'hex') FROM pg_largeobject) "
    "x(lo)",
    "SELECT coalesce(string_agg(pid || application_name, ',' ORDER BY pid), '') FROM pg_stat_activity WHERE "
    "application_name LIKE 'bystander%' AND state IN ('idle', 'idle in transaction', 'active')",
    "SELECT string_agg(pid::text, ',' ORDER BY pid) FROM pg_stat_activity WHERE backend_type IN ('checkpointer', "
    "'walwriter', 'background writer', 'logical replication launcher')",
    "SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory'",
    "SELECT coalesce(max(stats_reset)::text, 'never') FROM pg_stat_database",
};

struct Text {
    QString expected;
    QString sql;
};

class HostileSqlTest : public PostgresTest
{
protected:
    void SetUp() override
    {
        PostgresTest::SetUp();
        ASSERT_TRUE(m_folder.isValid());
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777));
        QFile kept(m_folder.filePath(QStringLiteral("kept")));
        ASSERT_TRUE(kept.open(QIODevice::WriteOnly));
        kept.write("kept");
        ASSERT_TRUE(m_bystander.open(*PostgresSettings::from(connection()), m_bounds).ok());
        ASSERT_TRUE(m_bystander.run("SET application_name = 'bystander'", m_bounds).ok());
        const auto pid = m_bystander.run(Statement{"SELECT pg_backend_pid()", {}}, {}, m_bounds);
        ASSERT_TRUE(pid.ok());
        m_pid = *pid->rows.first().first();
        for (const char* object : objects)
            ask(filled(QString::fromLatin1(object)).toUtf8());
    }

    void TearDown() override
    {
        ask("DROP SCHEMA public CASCADE");
        ask("CREATE SCHEMA public");
    }

    QString filled(QString text) const
    {
        return text.replace(QLatin1String("@DIR@"), m_folder.path()).replace(QLatin1String("@PID@"), m_pid);
    }

    QList<Text> corpus() const
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/corpus/hostile.txt"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        QList<Text> texts;
        for (QString line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
            if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
                continue;
            line.replace(QChar(0x23ce), QLatin1Char('\n'));
            const qsizetype bar = line.indexOf(QLatin1String(" |"));
            texts.append({line.left(bar), filled(line.mid(bar + 3))});
        }
        return texts;
    }

    QString digest() const
    {
        QStringList parts;
        for (const char* sql : digests)
            parts.append(ask(sql));
        QStringList files;
        QDirIterator walk(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            static_cast<void>(file.open(QIODevice::ReadOnly));
            files.append(file.fileName() + QString::fromUtf8(file.readAll()));
        }
        files.sort();
        parts.append(files.join(QLatin1Char(',')));
        return parts.join(QLatin1Char('\n'));
    }

    QTemporaryDir m_folder;
    const Bounds m_bounds{QDeadlineTimer(240'000), nullptr};
    PostgresLink m_bystander;
    QString m_pid;
};

TEST_F(HostileSqlTest, NothingDeclaredAsReadingChangesAnything)
{
    const QList<Text> texts = corpus();
    ASSERT_GE(texts.size(), 200);
    QMap<QString, int> ends;
    int changed = 0;
    const QString before = digest();
    for (const Text& text : texts) {
        SCOPED_TRACE(text.sql.toStdString());
        const auto step =
            executor.resolve(QStringLiteral("demo"), QStringLiteral("runbook"), stepSpec(Danger::Read, text.sql), {});
        QString end;
        if (!step) {
            end = step.error().kind == ErrorKind::Refused ? QStringLiteral("refused") : QStringLiteral("invalid");
        } else if (step->spec.danger != Danger::Read) {
            EXPECT_FALSE(step->raised.isEmpty());
            end = dangerName(step->spec.danger);
            // What a person is shown before deciding must change nothing either.
            static_cast<void>(waitFor(executor.preview(*step), 15'000));
        } else {
            const auto preview = waitFor(executor.preview(*step), 15'000);
            const StepOutcome outcome = run(*step);
            end = !preview                                ? QStringLiteral("barrier")
                  : outcome.state == StepState::Succeeded ? QStringLiteral("read")
                                                          : QStringLiteral("fails");
            // The barrier stands at the run as well as at the preview.
            EXPECT_TRUE(preview || outcome.state == StepState::Failed);
        }
        EXPECT_EQ(end.toStdString(), text.expected.toStdString());
        ++ends[end == QLatin1String("destructive") ? QStringLiteral("write") : end];
        const bool same = digest() == before;
        EXPECT_TRUE(same);
        changed += same ? 0 : 1;
    }
    std::cout << texts.size() << " texts: " << changed << " changed anything; "
              << ends.value(QStringLiteral("refused")) + ends.value(QStringLiteral("invalid")) << " refused, "
              << ends.value(QStringLiteral("write")) << " raised, " << ends.value(QStringLiteral("barrier"))
              << " stopped at the barrier, " << ends.value(QStringLiteral("read")) << " ran as reads, "
              << ends.value(QStringLiteral("fails")) << " failed\n";
}

}  // namespace

}  // namespace cockpit::test
