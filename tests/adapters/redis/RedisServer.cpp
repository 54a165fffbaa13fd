// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/redis/RedisServer.h"

#include "tests/support/Wait.h"

namespace cockpit::test {

using namespace adapters::redis;

ServerAddress RedisTest::address;
std::unique_ptr<ThrowAwayRedis> RedisTest::server;

void RedisTest::SetUpTestSuite()
{
    server = std::make_unique<ThrowAwayRedis>();
    const auto started = waitFor(server->start(), 30'000);
    ASSERT_TRUE(started.ok()) << qPrintable(started.error().message);
    address = *started;
}

void RedisTest::TearDownTestSuite()
{
    EXPECT_TRUE(waitFor(server->stop(), 20'000).ok());
    server.reset();
}

void RedisTest::SetUp()
{
    connections.put(connection());
    ask({"FLUSHALL"});
    for (int i = 0; i < 5; ++i)
        ask({"RPUSH", "queue", QByteArray::number(i)});
    ask({"SET", "dedup:1", "x"});
}

ResolvedConnection RedisTest::connectionTo(quint16 port, const QByteArray& password, const QString& user)
{
    ResolvedConnection connection;
    connection.spec.id = QStringLiteral("demo/cache");
    connection.spec.kind = QStringLiteral("redis");
    connection.spec.environment = Environment::Demo;
    connection.spec.settings = {{QStringLiteral("host"), QStringLiteral("127.0.0.1")}, {QStringLiteral("port"), port}};
    if (!user.isEmpty())
        connection.spec.settings.insert(QStringLiteral("user"), user);
    connection.secret = Secret(password);
    return connection;
}

ResolvedConnection RedisTest::connection()
{
    return connectionTo(address.port, address.password.reveal(), address.user);
}

Result<RedisReply> RedisTest::tell(const ResolvedConnection& connection, const Arguments& arguments, int deadlineMs)
{
    const auto settings = RedisSettings::from(connection);
    if (!settings)
        return settings.error();
    RedisClient client(*settings);
    std::optional<Result<RedisReply>> answer;
    client.command(arguments, Milliseconds(deadlineMs),
                   [&](const RedisClient::Answer& given) { answer = given.reply; });
    EXPECT_TRUE(waitUntil([&] { return answer.has_value(); }, deadlineMs + 3'000));
    return answer ? *answer : fail(ErrorKind::TimedOut, QStringLiteral("the callback never came"));
}

RedisReply RedisTest::ask(const Arguments& arguments)
{
    const auto reply = tell(connection(), arguments);
    EXPECT_TRUE(reply.ok()) << arguments.first().constData() << ": "
                            << (reply.ok() ? "" : qPrintable(reply.error().message));
    return reply ? *reply : RedisReply{};
}

StepSpec RedisTest::stepSpec(Danger danger, const QJsonArray& run, const QJsonArray& preview)
{
    StepSpec spec;
    spec.id = QStringLiteral("step");
    spec.kind = QStringLiteral("redis");
    spec.danger = danger;
    spec.connection = QStringLiteral("cache");
    spec.parameters = {{QStringLiteral("run"), run}};
    if (!preview.isEmpty())
        spec.parameters.insert(QStringLiteral("preview"), preview);
    spec.deadline = Milliseconds(2'000);
    return spec;
}

Result<ResolvedStep> RedisTest::tryResolve(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    return executor.resolve(QStringLiteral("demo"), QStringLiteral("runbook"), spec, inputs);
}

ResolvedStep RedisTest::resolved(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    const auto step = tryResolve(spec, inputs);
    if (!step)
        throw std::runtime_error(qPrintable(step.error().message));
    return *step;
}

StepPreview RedisTest::previewOf(const ResolvedStep& step)
{
    const auto preview = waitFor(executor.preview(step), 8'000);
    if (!preview)
        throw std::runtime_error(qPrintable(preview.error().message));
    return *preview;
}

StepOutcome RedisTest::run(const ResolvedStep& step, const std::function<void(StepExecution&)>& meanwhile)
{
    const auto execution = executor.start(step);
    StepOutcome outcome;
    int count = 0;
    QObject::connect(execution.get(), &StepExecution::finished, execution.get(), [&](const StepOutcome& given) {
        outcome = given;
        ++count;
    });
    if (meanwhile)
        meanwhile(*execution);
    holds.clear();
    // As the runner does: what is held goes on once it is on the log.
    QObject::connect(execution.get(), &StepExecution::holding, execution.get(), [&](const StepHold& hold) {
        holds.append(hold);
        execution->settle(settles);
    });
    EXPECT_TRUE(waitUntil([&] { return count > 0; }, 10'000));
    EXPECT_EQ(count, 1);
    return outcome;
}

OwnRedis::OwnRedis(const QStringList& settings, quint16 port)
    : m_port(port == 0 ? freePort() : port)
{
    QStringList arguments{QStringLiteral("--port"),    QString::number(m_port), QStringLiteral("--bind"),
                          QStringLiteral("127.0.0.1"), QStringLiteral("--dir"), m_folder.path()};
    if (!settings.contains(QStringLiteral("--save")))
        arguments << QStringLiteral("--save") << QString();
    const auto up = waitFor(m_process.start({findProgram(QStringLiteral("redis-server")),
                                             arguments + settings,
                                             {},
                                             m_folder.path(),
                                             QProcessEnvironment::systemEnvironment(),
                                             false},
                                            "Ready to accept connections", Milliseconds(10'000)),
                            12'000);
    if (!up)
        throw std::runtime_error(qPrintable(up.error().message));
}

OwnRedis::~OwnRedis()
{
    stop();
}

void OwnRedis::stop()
{
    EXPECT_TRUE(waitFor(m_process.stop(), 8'000).ok());
}

ResolvedConnection OwnRedis::connection() const
{
    return RedisTest::connectionTo(m_port);
}

LyingRedis::LyingRedis(QByteArray answer)
    : m_answer(std::move(answer))
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* client = nextPendingConnection();
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, client, [this, client] {
            // The greeting and a command may arrive in one piece; each array begins a line with '*'.
            const QList<QByteArray> commands = client->readAll().split('*');
            for (const QByteArray& command : commands) {
                // Of a later one only its name counts, not what it asks COMMAND about.
                const QByteArray name = command.split('\n').value(2).trimmed();
                if (name == "SELECT")
                    client->write("+OK\r\n");
                else if (name == "INFO")
                    client->write("$13\r\nrun_id:liar\r\n\r\n");
                else if (name == "COMMAND")
                    client->write("-ERR unknown command\r\n");
                else if (name == "DBSIZE" || name == "EXISTS")
                    client->write(":0\r\n");
                else if (name == "EVAL" && command.contains("return 1\r"))
                    client->write("-NOPERM no scripts\r\n");
                else if (!name.isEmpty()) {
                    ++m_asked;
                    client->write(m_answer);
                }
            }
        });
    });
}

}  // namespace cockpit::test
