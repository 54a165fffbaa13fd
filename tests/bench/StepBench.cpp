// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// A reading step, from its inputs to its outcome, against the barest exchange the server's own library can make, and
// beside it the program a person would type. Servers of their own on loopback; each is measured in turns.
#include "adapters/postgres/SqlStep.h"
#include "adapters/redis/RedisStep.h"
#include "simulator/servers/ThrowAwayPostgres.h"
#include "simulator/servers/ThrowAwayRedis.h"
#include "tests/bench/Benches.h"
#include "tests/support/FixedConnections.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QProcess>

#include <hiredis/hiredis.h>
#include <libpq-fe.h>

#include <memory>

namespace cockpit::bench {

namespace {

constexpr int rounds = 7;
constexpr int manyRows = 10'000;

template <typename T>
T finished(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, [] { QCoreApplication::quit(); });
    watcher.setFuture(future);
    QCoreApplication::exec();
    return future.result();
}

/// One step through resolve(), start() and finished(); false when it did not succeed.
bool play(StepExecutor& executor, const StepSpec& spec)
{
    const auto step = executor.resolve(QStringLiteral("demo"), QStringLiteral("bench"), spec, {});
    if (!step)
        return false;
    const auto execution = executor.start(*step);
    bool good = false;
    QObject::connect(execution.get(), &StepExecution::finished, [&good](const StepOutcome& outcome) {
        good = outcome.state == StepState::Succeeded;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return good;
}

StepSpec reading(const QString& kind, const QJsonObject& parameters)
{
    StepSpec spec;
    spec.id = QStringLiteral("step");
    spec.kind = kind;
    spec.connection = QStringLiteral("slot");
    spec.parameters = parameters;
    return spec;
}

ResolvedConnection connectionTo(const QString& kind, const ServerAddress& address)
{
    ResolvedConnection connection;
    connection.spec.id = QStringLiteral("demo/slot");
    connection.spec.kind = kind;
    connection.spec.settings = {{QStringLiteral("host"), address.host}, {QStringLiteral("port"), address.port}};
    if (!address.user.isEmpty())
        connection.spec.settings.insert(QStringLiteral("user"), address.user);
    if (kind == QLatin1String("postgres")) {
        connection.spec.settings.insert(QStringLiteral("database"), address.database);
        connection.spec.settings.insert(QStringLiteral("tls"), QStringLiteral("disable"));
    }
    connection.secret = address.password;
    return connection;
}

/// How long the program takes that a person would type; negative when it fails.
double programMs(const QString& program, const QStringList& arguments, const char* variable, const Secret& password)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(variable), QString::fromUtf8(password.reveal()));
    bool good = true;
    const double time = medianMs(rounds, [&] {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        good = process.waitForFinished() && process.exitCode() == 0 && good;
    });
    return good ? time : -1;
}

Outcome compare(const QString& name, const QString& baselineName, double aim, int each,
                const std::function<bool()>& ours, const std::function<bool()>& baseline)
{
    Outcome outcome;
    outcome.name = name;
    outcome.baselineName = baselineName;
    outcome.upperBound = true;
    bool good = true;
    std::vector<double> ourTimes;
    std::vector<double> baselineTimes;
    for (int round = 0; round < rounds; ++round) {
        ourTimes.push_back(medianMs(each, [&] { good = ours() && good; }));
        baselineTimes.push_back(medianMs(each, [&] { good = baseline() && good; }));
    }
    outcome.ours = middle(ourTimes);
    outcome.baseline = middle(baselineTimes);
    outcome.aim = good ? aim : 0;
    if (!good)
        outcome.note = QStringLiteral("an exchange failed: the figures mean nothing");
    return outcome;
}

QString besides(const QString& program, double time)
{
    return time < 0 ? QStringLiteral("%1 failed").arg(program)
                    : QStringLiteral("as a process, %1 takes %2 ms").arg(program).arg(time, 0, 'f', 1);
}

Outcome failed(const Error& error)
{
    Outcome outcome;
    outcome.name = QStringLiteral("steps");
    outcome.baseline = 1;
    outcome.note = error.message;
    return outcome;
}

}  // namespace

QList<Outcome> redisStepBench()
{
    ThrowAwayRedis server;
    const auto address = finished(server.start());
    if (!address)
        return {failed(address.error())};
    test::FixedConnections connections;
    connections.put(connectionTo(QStringLiteral("redis"), *address));
    adapters::redis::RedisStep executor(connections);
    const std::unique_ptr<redisContext, void (*)(redisContext*)> bare(redisConnect("127.0.0.1", address->port),
                                                                      redisFree);
    const auto command = [&bare](std::vector<const char*> words) {
        const std::unique_ptr<void, void (*)(void*)> reply(
            redisCommandArgv(bare.get(), static_cast<int>(words.size()), words.data(), nullptr), freeReplyObject);
        return reply && static_cast<redisReply*>(reply.get())->type != REDIS_REPLY_ERROR;
    };
    const QByteArray user = address->user.isEmpty() ? QByteArrayLiteral("default") : address->user.toUtf8();
    command({"AUTH", user.constData(), address->password.reveal().constData()});
    const StepSpec echo = reading(QStringLiteral("redis"),
                                  {{QStringLiteral("run"), QJsonArray{QStringLiteral("ECHO"), QStringLiteral("x")}}});
    Outcome outcome = compare(
        QStringLiteral("a reading Redis step"), QStringLiteral("ECHO on a bare hiredis connection"), 1.3, 500,
        [&] { return play(executor, echo); },
        [&] {
            return command({"ECHO", "x"});
        });
    outcome.note += besides(QStringLiteral("redis-cli"),
                            programMs(QStringLiteral("redis-cli"),
                                      {QStringLiteral("-p"), QString::number(address->port), QStringLiteral("--user"),
                                       QString::fromUtf8(user), QStringLiteral("ECHO"), QStringLiteral("x")},
                                      "REDISCLI_AUTH", address->password));
    (void)finished(server.stop());
    return {outcome};
}

QList<Outcome> sqlStepBench()
{
    ThrowAwayPostgres server;
    const auto address = finished(server.start());
    if (!address)
        return {failed(address.error())};
    test::FixedConnections connections;
    connections.put(connectionTo(QStringLiteral("postgres"), *address));
    adapters::postgres::SqlStep executor(connections);
    const QByteArray where = "host=127.0.0.1 sslmode=disable port=" + QByteArray::number(address->port) +
                             " dbname=" + address->database.toUtf8() + " user=" + address->user.toUtf8() +
                             " password='" + address->password.reveal() + '\'';
    const std::unique_ptr<PGconn, void (*)(PGconn*)> bare(PQconnectdb(where.constData()), PQfinish);
    const auto query = [&bare](const QByteArray& sql) {
        const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
            PQexecParams(bare.get(), sql.constData(), 0, nullptr, nullptr, nullptr, nullptr, 0), PQclear);
        return PQresultStatus(result.get()) == PGRES_TUPLES_OK;
    };
    const auto step = [](const QByteArray& sql) {
        return reading(QStringLiteral("sql"),
                       {{QStringLiteral("run"), QString::fromUtf8(sql)}, {QStringLiteral("max_rows"), manyRows}});
    };
    const QByteArray one = "SELECT 1 AS n";
    const QByteArray many = "SELECT n, 'order ' || n AS name, now() AS at, n % 2 = 0 AS even FROM generate_series(1, " +
                            QByteArray::number(manyRows) + ") AS n";
    Outcome select = compare(
        QStringLiteral("a reading SQL step"), QStringLiteral("the same select on a bare libpq connection"), 1.3, 50,
        [&] { return play(executor, step(one)); }, [&] { return query(one); });
    const auto psql = [&](const QByteArray& sql) {
        return programMs(QStringLiteral("psql"),
                         {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                          QString::number(address->port), QStringLiteral("-U"), address->user, QStringLiteral("-d"),
                          address->database, QStringLiteral("-c"), QString::fromUtf8(sql)},
                         "PGPASSWORD", address->password);
    };
    select.note += besides(QStringLiteral("psql -c"), psql(one));
    Outcome rows = compare(
        QStringLiteral("10,000 rows into a step's table"), QStringLiteral("libpq fetching the same rows"), 1.5, 5,
        [&] { return play(executor, step(many)); }, [&] { return query(many); });
    rows.note += besides(QStringLiteral("psql -c"), psql(many));
    (void)finished(server.stop());
    return {select, rows};
}

}  // namespace cockpit::bench
