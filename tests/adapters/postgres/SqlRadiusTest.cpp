// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/postgres/CuttingProxy.h"
#include "tests/adapters/postgres/PostgresServer.h"
#include "tests/support/Wait.h"

#include <iostream>

namespace cockpit::test {

using namespace adapters::postgres;

namespace {

class SqlRadiusTest : public PostgresTest
{
protected:
    static std::unique_ptr<PostgresLink> session(const char* name)
    {
        auto link = std::make_unique<PostgresLink>();
        EXPECT_TRUE(link->open(*PostgresSettings::from(connection()), bounds()).ok());
        EXPECT_TRUE(link->run((QByteArray("SET application_name = '") + name + "'").constData(), bounds()).ok());
        return link;
    }
    static Bounds bounds() { return {QDeadlineTimer(30'000), nullptr}; }
    static bool lives(PostgresLink& link) { return link.run("SELECT 1", bounds()).ok(); }

    ResolvedStep approved(const ResolvedStep& given)
    {
        ResolvedStep step = given;
        m_preview = previewOf(step);
        step.approved = m_preview.target;
        step.approvedCount = m_preview.affected;
        return step;
    }

    StepPreview m_preview;
};

TEST_F(SqlRadiusTest, PlainChangesAreCountedWithoutAPreview)
{
    ask("DROP TABLE IF EXISTS fills, parents");
    ask("CREATE TABLE parents (id int PRIMARY KEY, made timestamptz)");
    ask("INSERT INTO parents SELECT g, timestamptz '2024-01-01 00:00+00' + g * interval '1 day' FROM "
        "generate_series(1, 30) g");
    ask("CREATE TABLE fills (parent int REFERENCES parents ON DELETE CASCADE)");
    StepSpec spec = stepSpec(Danger::Destructive, QStringLiteral("DELETE FROM parents p WHERE p.id > {{least}} -- all\n"
                                                                 " RETURNING *"));
    spec.inputs = {{QStringLiteral("least"), {}, InputSpec::Type::Integer, {}, {}, {}, true}};
    const StepPreview preview = previewOf(resolved(spec, {{QStringLiteral("least"), QStringLiteral("5")}}));
    EXPECT_EQ(preview.affected, 25);
    EXPECT_EQ(preview.confirmation, QStringLiteral("25"));
    EXPECT_EQ(preview.samples.size(), 20);
    const QString notes = preview.notes.join(QLatin1Char('\n'));
    EXPECT_TRUE(notes.contains(QStringLiteral("made: oldest 2024-01-07"))) << qPrintable(notes);
    EXPECT_TRUE(notes.contains(QStringLiteral("newest 2024-01-31"))) << qPrintable(notes);
    EXPECT_TRUE(notes.contains(QStringLiteral("deletes rows of fills too"))) << qPrintable(notes);
    StepSpec raised = stepSpec(Danger::Read, QStringLiteral("UPDATE orders SET note = {{note}}"));
    raised.inputs = {{QStringLiteral("note"), {}, InputSpec::Type::Text, {}, {}, {}, true}};
    const ResolvedStep step = resolved(raised, {{QStringLiteral("note"), QStringLiteral("x")}});
    EXPECT_EQ(step.spec.danger, Danger::Destructive);
    EXPECT_TRUE(step.raised.contains(QStringLiteral("changes every row"))) << qPrintable(step.raised);
    EXPECT_EQ(previewOf(step).affected, 10);
}

TEST_F(SqlRadiusTest, ReadsSayWhatIsInForce)
{
    const auto notes = [this] {
        return previewOf(resolved(stepSpec(Danger::Read, QStringLiteral("SELECT 1")))).notes.join(QLatin1Char('\n'));
    };
    EXPECT_TRUE(notes().contains(QStringLiteral("read-only transaction")));
    EXPECT_TRUE(notes().contains(QStringLiteral("after 10 s")));
    EXPECT_TRUE(notes().contains(QStringLiteral("can write; a read-only role is safer"))) << qPrintable(notes());
    ask("DROP ROLE IF EXISTS looker");
    ask("CREATE ROLE looker LOGIN PASSWORD 'looker'");
    ResolvedConnection looker = connection();
    looker.spec.settings.insert(QStringLiteral("user"), QStringLiteral("looker"));
    looker.secret = Secret(QByteArray("looker"));
    connections.put(looker);
    EXPECT_FALSE(notes().contains(QStringLiteral("safer"))) << qPrintable(notes());
    connections.put(connection());
}

TEST_F(SqlRadiusTest, ResultsKeepTheirTypes)
{
    StepSpec spec = stepSpec(Danger::Read, QStringLiteral("SELECT g, g::numeric, now(), true, 'x'::text, NULL FROM "
                                                          "generate_series(1, 30) g"));
    spec.parameters.insert(QStringLiteral("max_rows"), 7);
    const StepOutcome outcome = run(resolved(spec));
    ASSERT_TRUE(outcome.table);
    using Cell = ResultTable::CellType;
    EXPECT_EQ(outcome.table->types,
              (QList<Cell>{Cell::Number, Cell::Number, Cell::Time, Cell::Flag, Cell::Text, Cell::Text}));
    EXPECT_EQ(outcome.table->rows.size(), 7);
    EXPECT_EQ(outcome.table->rowCount, 30);
    EXPECT_TRUE(outcome.table->more);
    EXPECT_FALSE(outcome.table->rows.first().last());
    spec.parameters.insert(QStringLiteral("max_rows"), 30);
    const StepOutcome whole = run(resolved(spec));
    EXPECT_EQ(whole.table->rows.size(), 30);
    EXPECT_FALSE(whole.table->more);
}

TEST_F(SqlRadiusTest, EndsExactlyTheSessionsShown)
{
    const auto first = session("victim");
    const auto second = session("victim");
    const auto other = session("bystander");
    // Everything the server runs: the cockpit's own session and the server's processes are named too, and spared.
    const QString everything = QStringLiteral("SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity a WHERE "
                                              "a.application_name <> 'bystander' ORDER BY pid");
    const ResolvedStep step = approved(resolved(stepSpec(Danger::Write, everything)));
    EXPECT_EQ(step.spec.danger, Danger::Destructive);
    EXPECT_EQ(m_preview.affected, 2);
    EXPECT_EQ(m_preview.confirmation, QStringLiteral("2"));
    EXPECT_GT(m_preview.samples.size(), 5);
    EXPECT_EQ(m_preview.spared.size(), m_preview.samples.size() - 2);
    EXPECT_TRUE(m_preview.notes.join(QLatin1Char('\n')).contains(QStringLiteral("left alone")));
    const QString servers =
        ask("SELECT string_agg(pid::text, ',' ORDER BY pid) FROM pg_stat_activity WHERE backend_type "
            "IN ('checkpointer', 'walwriter', 'background writer', 'logical replication launcher')");
    {
        const auto newcomer = session("victim");
        const StepOutcome outcome = run(step);
        EXPECT_EQ(outcome.state, StepState::Failed);
        EXPECT_TRUE(outcome.summary.contains(QStringLiteral("nothing was sent"))) << qPrintable(outcome.summary);
        EXPECT_FALSE(outcome.summary.contains(QStringLiteral("rolled back"))) << qPrintable(outcome.summary);
        EXPECT_TRUE(lives(*first) && lives(*second) && lives(*newcomer));
    }
    ASSERT_TRUE(waitUntil([] {
        return ask("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'victim'") == QLatin1String("2");
    }));
    const StepOutcome outcome = run(step);
    EXPECT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary);
    EXPECT_EQ(outcome.affected, 2);
    EXPECT_TRUE(holds.isEmpty());
    EXPECT_FALSE(lives(*first) || lives(*second));
    EXPECT_TRUE(lives(*other));
    EXPECT_EQ(ask("SELECT string_agg(pid::text, ',' ORDER BY pid) FROM pg_stat_activity WHERE backend_type IN "
                  "('checkpointer', 'walwriter', 'background writer', 'logical replication launcher')"),
              servers);
}

TEST_F(SqlRadiusTest, AnotherSessionInThePlaceOfTheOneShownIsLeftAlone)
{
    auto shown = session("victim");
    const ResolvedStep step = approved(resolved(
        stepSpec(Danger::Destructive, QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                                     "application_name = 'victim'"))));
    EXPECT_EQ(step.approvedCount, 1);
    shown->close();
    ASSERT_TRUE(waitUntil([] {
        return ask("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'victim'") == QLatin1String("0");
    }));
    const auto newcomer = session("victim");
    const StepOutcome outcome = run(step);
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("other sessions"))) << qPrintable(outcome.summary);
    EXPECT_TRUE(lives(*newcomer));
}

TEST_F(SqlRadiusTest, AKillOfAnotherShapeClaimsNoRollBack)
{
    const auto victim = session("victim");
    ResolvedStep step = resolved(
        stepSpec(Danger::Destructive,
                 QStringLiteral("SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_stat_activity "
                                "b USING (pid) WHERE a.application_name = 'victim'")));
    EXPECT_TRUE(previewOf(step).notes.join(QLatin1Char('\n')).contains(QStringLiteral("replication")));
    step.approvedCount = 5;
    const StepOutcome outcome = run(step);
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_FALSE(outcome.summary.contains(QStringLiteral("rolled back"))) << qPrintable(outcome.summary);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("cannot be taken back"))) << qPrintable(outcome.summary);
    EXPECT_FALSE(lives(*victim));
}

TEST_F(SqlRadiusTest, AServerSwappedAfterTheApprovalIsRefused)
{
    ThrowAwayPostgres second;
    const auto there = waitFor(second.start(), 60'000);
    ASSERT_TRUE(there.ok());
    const auto through = [this](quint16 port, const ServerAddress& where) {
        ResolvedConnection moved = connection();
        moved.spec.settings.insert(QStringLiteral("port"), port);
        moved.spec.settings.insert(QStringLiteral("database"), where.database);
        moved.spec.settings.insert(QStringLiteral("user"), where.user);
        moved.secret = where.password;
        connections.put(moved);
    };
    quint16 port = 0;
    ResolvedStep step;
    {
        CuttingProxy proxy(address.port, CuttingProxy::Cut::Nothing);
        port = proxy.serverPort();
        through(port, address);
        step = approved(resolved(stepSpec(Danger::Destructive, QStringLiteral("DELETE FROM orders"))));
        EXPECT_EQ(step.approvedCount, 10);
    }
    CuttingProxy proxy(there->port, CuttingProxy::Cut::Nothing, {}, port);
    ASSERT_EQ(proxy.serverPort(), port);
    through(port, *there);
    const StepOutcome outcome = run(step);
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("now another server"))) << qPrintable(outcome.summary);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("nothing was sent"))) << qPrintable(outcome.summary);
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
    std::cout << "another server behind the same port: " << qPrintable(outcome.summary) << '\n';
    EXPECT_TRUE(waitFor(second.stop(), 20'000).ok());
}

TEST_F(SqlRadiusTest, TheLineForATerminalQuotesItsValues)
{
    StepSpec spec = stepSpec(Danger::Read, QStringLiteral("SELECT {{name}}, {{count}} WHERE '$1' <> {{name}}"));
    spec.inputs = {{QStringLiteral("name"), {}, InputSpec::Type::Text, {}, {}, {}, true},
                   {QStringLiteral("count"), {}, InputSpec::Type::Integer, {}, {}, {}, true}};
    const QString line = resolved(spec, {{QStringLiteral("name"), QStringLiteral("it's \\ $HOME")},
                                         {QStringLiteral("count"), QStringLiteral("7")}})
                             .commandLine;
    EXPECT_TRUE(line.startsWith(QStringLiteral("PGPASSWORD=\"$PGPASSWORD\" PGOPTIONS="))) << qPrintable(line);
    EXPECT_FALSE(line.contains(QString::fromUtf8(address.password.reveal())));
    EXPECT_TRUE(line.contains(QStringLiteral("port='\\''%1'\\''").arg(address.port))) << qPrintable(line);
    EXPECT_TRUE(
        line.endsWith(QStringLiteral("-c 'SELECT  E'\\''it'\\'''\\''s \\\\ $HOME'\\''::text, '\\''7'\\''::int4 WHERE "
                                     "'\\''$1'\\'' <>  E'\\''it'\\'''\\''s \\\\ $HOME'\\''::text'")))
        << qPrintable(line);
}

}  // namespace

}  // namespace cockpit::test
