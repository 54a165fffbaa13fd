// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/postgres/PostgresServer.h"

#include "tests/support/Wait.h"

#include <QFile>

#include <csignal>

namespace cockpit::test {

using namespace adapters::postgres;

ServerAddress PostgresTest::address;
std::unique_ptr<ThrowAwayPostgres> PostgresTest::server;

void PostgresTest::SetUpTestSuite()
{
    server = std::make_unique<ThrowAwayPostgres>(ThrowAwayPostgresOptions{true});
    const auto started = waitFor(server->start(), 60'000);
    ASSERT_TRUE(started.ok()) << qPrintable(started.error().message);
    address = *started;
}

void PostgresTest::TearDownTestSuite()
{
    EXPECT_TRUE(waitFor(server->stop(), 20'000).ok());
    server.reset();
}

void PostgresTest::SetUp()
{
    connections.put(connection());
    ask("DROP TABLE IF EXISTS orders");
    ask("CREATE TABLE orders (id int PRIMARY KEY, state text, note text)");
    ask("INSERT INTO orders SELECT g, CASE WHEN g <= 3 THEN 'stuck' ELSE 'open' END, NULL FROM generate_series(1, 10) "
        "g");
}

ResolvedConnection PostgresTest::connection()
{
    ResolvedConnection connection;
    connection.spec.id = QStringLiteral("demo/db");
    connection.spec.kind = QStringLiteral("postgres");
    connection.spec.environment = Environment::Demo;
    connection.spec.settings = {{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                {QStringLiteral("port"), address.port},
                                {QStringLiteral("database"), address.database},
                                {QStringLiteral("user"), address.user},
                                {QStringLiteral("tls"), QStringLiteral("disable")}};
    connection.secret = address.password;
    return connection;
}

QString PostgresTest::ask(const QByteArray& sql)
{
    PostgresLink link;
    const Bounds bounds{QDeadlineTimer(10'000), nullptr};
    const auto opened = link.open(*PostgresSettings::from(connection()), bounds);
    EXPECT_TRUE(opened.ok()) << (opened.ok() ? "" : qPrintable(opened.error().message));
    const auto table = link.run(Statement{sql, {}}, {}, bounds);
    EXPECT_TRUE(table.ok()) << sql.constData() << ": " << (table.ok() ? "" : qPrintable(table.error().message));
    if (!table || table->rows.isEmpty())
        return {};
    return table->rows.first().first().value_or(QStringLiteral("NULL"));
}

StepSpec PostgresTest::stepSpec(Danger danger, const QString& run, const QString& preview)
{
    StepSpec spec;
    spec.id = QStringLiteral("step");
    spec.kind = QStringLiteral("sql");
    spec.danger = danger;
    spec.connection = QStringLiteral("db");
    spec.parameters = {{QStringLiteral("run"), run}};
    if (!preview.isEmpty())
        spec.parameters.insert(QStringLiteral("preview"), preview);
    spec.deadline = Milliseconds(10'000);
    return spec;
}

ResolvedStep PostgresTest::resolved(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    const auto step = executor.resolve(QStringLiteral("demo"), QStringLiteral("runbook"), spec, inputs);
    if (!step)
        throw std::runtime_error(qPrintable(step.error().message));
    return *step;
}

StepPreview PostgresTest::previewOf(const ResolvedStep& step)
{
    const auto preview = waitFor(executor.preview(step), 15'000);
    if (!preview)
        throw std::runtime_error(qPrintable(preview.error().message));
    return *preview;
}

StepOutcome PostgresTest::run(const ResolvedStep& step, const std::function<void(StepExecution&)>& meanwhile,
                              int timeoutMs)
{
    const auto execution = executor.start(step);
    StepOutcome outcome;
    int count = 0;
    QObject::connect(execution.get(), &StepExecution::finished, execution.get(), [&](const StepOutcome& given) {
        outcome = given;
        ++count;
    });
    holds.clear();
    QObject::connect(execution.get(), &StepExecution::holding, execution.get(),
                     [this, decided = execution.get()](const StepHold& hold) {
                         holds.append(hold);
                         if (onHold)
                             onHold(*decided, hold);
                         else
                             decided->settle(true);
                     });
    if (meanwhile)
        meanwhile(*execution);
    EXPECT_TRUE(waitUntil([&] { return count > 0; }, timeoutMs));
    EXPECT_EQ(count, 1);
    return outcome;
}

QList<qint64> childrenOf(qint64 processId)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(processId));
    QList<qint64> children;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& word : file.readAll().simplified().split(' '))
            children.append(word.toLongLong());
    }
    children.removeAll(0);
    return children;
}

FrozenServer::FrozenServer(qint64 processId)
    : m_stopped({processId})
{
    ::kill(static_cast<pid_t>(processId), SIGSTOP);
    m_stopped += childrenOf(processId);
    for (const qint64 one : m_stopped)
        ::kill(static_cast<pid_t>(one), SIGSTOP);
}

FrozenServer::~FrozenServer()
{
    for (const qint64 one : m_stopped)
        ::kill(static_cast<pid_t>(one), SIGCONT);
}

}  // namespace cockpit::test
