// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/faults/FaultServers.h"

#include "adapters/postgres/PostgresIdentity.h"
#include "adapters/redis/RedisClient.h"

#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>

#include <csignal>

namespace cockpit::test {

namespace {

using adapters::postgres::Bounds;
using adapters::postgres::PostgresLink;
using adapters::postgres::PostgresSettings;
using adapters::postgres::Statement;

constexpr int serversMs = 60'000;
const QByteArray password = QByteArrayLiteral("one password for both");

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

ResolvedConnection sqlConnection(const ServerAddress& address)
{
    ResolvedConnection connection;
    connection.spec.id = QStringLiteral("fault/db");
    connection.spec.kind = QStringLiteral("postgres");
    connection.spec.settings = {{QStringLiteral("host"), address.host},
                                {QStringLiteral("port"), address.port},
                                {QStringLiteral("database"), address.database},
                                {QStringLiteral("user"), address.user},
                                {QStringLiteral("tls"), QStringLiteral("disable")}};
    connection.secret = address.password;
    return connection;
}

adapters::postgres::Table ask(const ServerAddress& address, const QByteArray& sql)
{
    PostgresLink link;
    const Bounds bounds{QDeadlineTimer(serversMs), nullptr};
    const auto opened = link.open(*PostgresSettings::from(sqlConnection(address)), bounds);
    EXPECT_TRUE(opened.ok()) << (opened.ok() ? "" : qPrintable(opened.error().message));
    const auto table = link.run(Statement{sql, {}}, {1'000'000, 256LL * 1024 * 1024}, bounds);
    EXPECT_TRUE(table.ok()) << sql.constData() << (table.ok() ? "" : qPrintable(table.error().message));
    return table.ok() ? *table : adapters::postgres::Table{};
}

Result<adapters::redis::RedisReply> askRedis(quint16 port, const adapters::redis::Arguments& arguments)
{
    ResolvedConnection connection;
    connection.spec.id = QStringLiteral("fault/cache");
    connection.spec.kind = QStringLiteral("redis");
    connection.spec.settings = {{QStringLiteral("host"), QStringLiteral("127.0.0.1")}, {QStringLiteral("port"), port}};
    connection.secret = Secret(password);
    adapters::redis::RedisClient client(*adapters::redis::RedisSettings::from(connection));
    std::optional<Result<adapters::redis::RedisReply>> answer;
    client.command(arguments, Milliseconds{10'000},
                   [&](const adapters::redis::RedisClient::Answer& given) { answer = given.reply; });
    EXPECT_TRUE(waitUntil([&] { return answer.has_value(); }, 12'000));
    return *answer;
}

}  // namespace

DurableRedis::DurableRedis(quint16 port)
    : m_port(port)
{
    start();
}

DurableRedis::~DurableRedis()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    EXPECT_TRUE(waitUntil([this] { return m_process.state() == QProcess::NotRunning; }, serversMs));
}

void DurableRedis::start()
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(QStringLiteral("redis-server"),
                    {QStringLiteral("--port"), QString::number(m_port), QStringLiteral("--bind"),
                     QStringLiteral("127.0.0.1"), QStringLiteral("--dir"), m_folder.path(),
                     QStringLiteral("--appendonly"), QStringLiteral("yes"), QStringLiteral("--appendfsync"),
                     QStringLiteral("no"), QStringLiteral("--save"), QString(), QStringLiteral("--requirepass"),
                     QString::fromUtf8(password)});
    EXPECT_TRUE(waitUntil(
        [this] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress::LocalHost, m_port);
            return waitUntil([&] { return probe.state() == QAbstractSocket::ConnectedState; }, 50);
        },
        serversMs));
}

void DurableRedis::restart()
{
    m_process.kill();
    EXPECT_TRUE(waitUntil([this] { return m_process.state() == QProcess::NotRunning; }, serversMs));
    start();
}

QByteArray DurableRedis::runId() const
{
    const auto info = askRedis(m_port, {"INFO", "server"});
    EXPECT_TRUE(info.ok());
    const QByteArray text = info.ok() ? info->text : QByteArray();
    const auto at = text.indexOf("run_id:");
    return text.mid(at + 7, 40);
}

QHash<int, int> DurableRedis::counts() const
{
    QHash<int, int> counts;
    const auto all = askRedis(m_port, {"HGETALL", "ops"});
    EXPECT_TRUE(all.ok());
    for (size_t i = 0; all.ok() && i + 1 < all->items.size(); i += 2)
        counts.insert(all->items[i].text.toInt(), all->items[i + 1].text.toInt());
    return counts;
}

FaultServers::FaultServers(int operations)
{
    for (const Place place : {Right, Other}) {
        startPostgres(place, operations);
        m_redis.at(place) = std::make_unique<DurableRedis>(freePort());
        const auto kind = place == Right ? Certificates::Kind::Good : Certificates::Kind::Renewed;
        const QSslConfiguration tls = m_certificates.server(kind);
        m_certificate.at(place) =
            QString::fromLatin1(tls.localCertificate().digest(QCryptographicHash::Sha256).toHex());
        m_http.at(place) = std::make_unique<HttpReceiver>(tls);
        m_http.at(place)->setAnswer(200, "{\"ok\": true}");
    }
    const auto proxy = [](quint16 right, quint16 other, quint32 seed) {
        return std::make_unique<FickleProxy>(right, other, seed);
    };
    m_sqlProxy = proxy(m_postgresAddress.at(Right).port, m_postgresAddress.at(Other).port, 11);
    m_redisProxy = proxy(m_redis.at(Right)->port(), m_redis.at(Other)->port(), 12);
    m_httpProxy = proxy(m_http.at(Right)->port(), m_http.at(Other)->port(), 13);
    for (const Place place : {Right, Other})
        m_redisIds.at(place).append(QString::fromLatin1(m_redis.at(place)->runId()));
}

FaultServers::~FaultServers()
{
    for (const auto& server : m_postgres)
        EXPECT_TRUE(waitFor(server->stop(), serversMs).ok());
}

void FaultServers::startPostgres(Place place, int operations)
{
    ThrowAwayPostgresOptions options;
    options.connections = 120;
    options.script = "CREATE TABLE ops(id int PRIMARY KEY, runs int NOT NULL, note text NOT NULL);"
                     "INSERT INTO ops SELECT n, 0, 'untouched' FROM generate_series(0, " +
                     QByteArray::number(operations) + ") n;";
    m_postgres.at(place) = std::make_unique<ThrowAwayPostgres>(options);
    const auto address = waitFor(m_postgres.at(place)->start(), serversMs);
    ASSERT_TRUE(address.ok()) << qPrintable(address.error().message);
    m_postgresAddress.at(place) = *address;
    // A commit that was confirmed survives the crash of the server.
    ask(*address, "ALTER ROLE CURRENT_USER SET synchronous_commit = on");
    // The same login on both: only who they are tells them apart.
    ask(*address, "ALTER ROLE CURRENT_USER PASSWORD '" + password + "'");
    m_postgresAddress.at(place).password = Secret(password);
    const auto id = ask(m_postgresAddress.at(place), "SELECT system_identifier::text FROM pg_control_system()");
    m_postgresId.at(place) = id.rows.value(0).value(0).value_or(QString());
}

QProcessEnvironment FaultServers::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const ServerAddress& sql = m_postgresAddress.at(Right);
    environment.insert(QStringLiteral("FAULT_PASSWORD"), QString::fromUtf8(password));
    environment.insert(QStringLiteral("FAULT_SQL_PORT"), QString::number(m_sqlProxy->serverPort()));
    environment.insert(QStringLiteral("FAULT_SQL_USER"), sql.user);
    environment.insert(QStringLiteral("FAULT_SQL_DATABASE"), sql.database);
    environment.insert(QStringLiteral("FAULT_REDIS_PORT"), QString::number(m_redisProxy->serverPort()));
    environment.insert(QStringLiteral("FAULT_URL"),
                       QStringLiteral("https://127.0.0.1:%1").arg(m_httpProxy->serverPort()));
    environment.insert(QStringLiteral("FAULT_AUTHORITY"), m_certificates.authorityFile());
    return environment;
}

void FaultServers::upset(QRandomGenerator& dice)
{
    if (dice.bounded(2) == 0) {
        m_redis.at(Right)->restart();
        m_redisIds.at(Right).append(QString::fromLatin1(m_redis.at(Right)->runId()));
        return;
    }
    // The crash of one backend makes the server end all sessions and recover.
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(m_postgres.at(Right)->processId()));
    if (!children.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray& child : children.readAll().simplified().split(' ')) {
        QFile title(QStringLiteral("/proc/%1/cmdline").arg(QString::fromLatin1(child)));
        if (title.open(QIODevice::ReadOnly) && title.readAll().contains("127.0.0.1")) {
            ::kill(static_cast<pid_t>(child.toInt()), SIGKILL);
            return;
        }
    }
}

void FaultServers::settle()
{
    for (const auto& proxy : {m_sqlProxy.get(), m_redisProxy.get(), m_httpProxy.get()})
        proxy->settle();
}

int FaultServers::cuts() const
{
    return m_sqlProxy->cuts() + m_redisProxy->cuts() + m_httpProxy->cuts();
}

int FaultServers::misled() const
{
    return m_sqlProxy->misled() + m_redisProxy->misled() + m_httpProxy->misled();
}

QHash<int, int> FaultServers::sqlCounts(Place place) const
{
    QHash<int, int> counts;
    const auto touched = ask(m_postgresAddress.at(place), "SELECT id, runs FROM ops WHERE runs <> 0");
    for (const auto& row : touched.rows)
        counts.insert(row.at(0)->toInt(), row.at(1)->toInt());
    const auto other = ask(m_postgresAddress.at(place), "SELECT count(*) FROM ops WHERE note <> 'untouched'");
    EXPECT_EQ(other.rows.value(0).value(0).value_or(QString()), QStringLiteral("0"));
    return counts;
}

QHash<int, int> FaultServers::httpCounts(Place place) const
{
    QHash<int, int> counts;
    for (const SeenRequest& request : m_http.at(place)->requests()) {
        if (request.method == "POST")
            ++counts[QJsonDocument::fromJson(request.body).object().value(QStringLiteral("op")).toInt()];
    }
    return counts;
}

int FaultServers::strangeRequests() const
{
    int strange = 0;
    for (const auto& receiver : m_http) {
        for (const SeenRequest& request : receiver->requests()) {
            const int op = QJsonDocument::fromJson(request.body).object().value(QStringLiteral("op")).toInt();
            const bool isStep = request.method == "POST" && request.target == "/act" &&
                                request.body == QStringLiteral("{\"op\":%1}").arg(op).toUtf8();
            // The cockpit looks whether its connections answer.
            const bool isProbe = request.method == "GET" && request.body.isEmpty();
            strange += isStep || isProbe ? 0 : 1;
        }
    }
    return strange;
}

}  // namespace cockpit::test
