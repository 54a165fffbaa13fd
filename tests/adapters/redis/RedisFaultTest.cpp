// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/redis/RedisServer.h"

#include "adapters/redis/RedisConnectionKind.h"
#include "adapters/redis/RedisErrors.h"
#include "adapters/redis/RedisSignalSource.h"
#include "simulator/servers/ServerProcess.h"
#include "tests/support/Wait.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <csignal>

namespace cockpit::test {

using namespace adapters::redis;

namespace {

class RedisFaultTest : public RedisTest
{
protected:
    void expectError(const Result<RedisReply>& reply, ErrorKind kind, const char* words)
    {
        ASSERT_FALSE(reply.ok()) << words;
        EXPECT_EQ(reply.error().kind, kind) << qPrintable(reply.error().message);
        EXPECT_TRUE(reply.error().message.contains(QLatin1String(words))) << qPrintable(reply.error().message);
    }

    QList<Reading> readings(RedisSignalSource& source, const QList<QJsonObject>& parameters)
    {
        PollRequest request{QStringLiteral("demo"), QStringLiteral("demo/cache"), {}, Milliseconds(2'000)};
        for (const QJsonObject& one : parameters) {
            SignalSpec signal;
            signal.id = QStringLiteral("s%1").arg(request.signalSpecs.size());
            signal.parameters = one;
            request.signalSpecs.append(signal);
        }
        return waitFor(source.read(request), 6'000);
    }
};

TEST_F(RedisFaultTest, ErrorsOfARealServerAreToldApart)
{
    expectError(tell(connectionTo(address.port), {"GET", "x"}), ErrorKind::Unauthorized, "wants a password");
    expectError(tell(connectionTo(address.port, "wrong"), {"GET", "x"}), ErrorKind::Unauthorized,
                "rejected the user or password");
    ask({"ACL", "SETUSER", "reader", "on", ">pw", "~*", "+@read", "+select", "-@dangerous"});
    const auto reader = connectionTo(address.port, "pw", QStringLiteral("reader"));
    expectError(tell(reader, {"SET", "x", "1"}), ErrorKind::Unauthorized, "may not do this");
    expectError(tell(connection(), {"LLEN", "dedup:1"}), ErrorKind::MissingField, "another type");
    ask({"CONFIG", "SET", "maxmemory", "1"});
    expectError(tell(connection(), {"SET", "x", "1"}), ErrorKind::Conflict, "no memory left");
    ask({"CONFIG", "SET", "maxmemory", "0"});
    ask({"CONFIG", "SET", "replica-serve-stale-data", "yes"});
    ask({"REPLICAOF", "127.0.0.1", "1"});
    expectError(tell(connection(), {"SET", "x", "1"}), ErrorKind::Conflict, "read-only replica");
    ask({"CONFIG", "SET", "replica-serve-stale-data", "no"});
    expectError(tell(connection(), {"GET", "x"}), ErrorKind::Unreachable, "lost its master");
    ask({"REPLICAOF", "NO", "ONE"});
}

TEST_F(RedisFaultTest, BusyServerIsSaidSo)
{
    ask({"CONFIG", "SET", "busy-reply-threshold", "50"});
    RedisClient looping(*RedisSettings::from(connection()));
    looping.command({"EVAL", "while true do end", "0"}, Milliseconds(20'000), [](const RedisClient::Answer&) {});
    EXPECT_TRUE(waitUntil([] {
        const auto reply = tell(connection(), {"GET", "x"});
        return !reply.ok() && reply.error().message.contains(QLatin1String("busy with a long script"));
    }));
    RedisConnectionKind kind;
    const ConnectionCheck check = waitFor(kind.test(connection(), Milliseconds(2'000)));
    EXPECT_FALSE(check.ok);
    EXPECT_TRUE(check.sentence.contains(QStringLiteral("busy"))) << qPrintable(check.sentence);
    const auto kill = resolved(stepSpec(Danger::Destructive, {QStringLiteral("SCRIPT"), QStringLiteral("KILL")}));
    EXPECT_EQ(run(kill).state, StepState::Succeeded) << "the way out works while it is busy";
}

TEST_F(RedisFaultTest, ErrorsOfRareStatesAreToldApart)
{
    const QString where = QStringLiteral("h:1");
    EXPECT_TRUE(replyError("LOADING Redis is loading the dataset in memory", where)
                    .message.contains(QStringLiteral("loading")));
    EXPECT_TRUE(replyError("MISCONF Redis is configured to save RDB snapshots", where)
                    .message.contains(QStringLiteral("disk")));
    EXPECT_TRUE(replyError("MOVED 3999 127.0.0.1:6381", where).message.contains(QStringLiteral("cluster")));
    EXPECT_TRUE(replyError("ERR unknown command 'x'", where).message.contains(QStringLiteral("unknown command")));
}

TEST_F(RedisFaultTest, LyingServersEndInANamedErrorInTime)
{
    struct Lie {
        QByteArray bytes;
        ErrorKind kind;
    };
    const QList<Lie> lies{{"$1000000000000\r\nabc", ErrorKind::TimedOut},
                          {"$1000000000000\r\n" + QByteArray(12 * 1024 * 1024, 'x'), ErrorKind::TooLarge},
                          {"*2147483647\r\n", ErrorKind::TooLarge},
                          {QByteArray("*1\r\n").repeated(100'000), ErrorKind::Malformed},
                          {"+OK without an end", ErrorKind::TimedOut},
                          {"HTTP/1.1 400 Bad Request\r\n\r\n", ErrorKind::Malformed}};
    for (const Lie& lie : lies) {
        LyingRedis liar(lie.bytes);
        QElapsedTimer timer;
        timer.start();
        const auto reply = tell(connectionTo(liar.serverPort()), {"LLEN", "x"}, 800);
        ASSERT_FALSE(reply.ok());
        EXPECT_EQ(reply.error().kind, lie.kind)
            << lie.bytes.left(30).constData() << ": " << qPrintable(reply.error().message);
        EXPECT_LT(timer.elapsed(), 1'800);
    }
}

TEST_F(RedisFaultTest, FrozenServerEndsByTheDeadlineAndComesBack)
{
    RedisClient client(*RedisSettings::from(connection()));
    int answers = 0;
    ErrorKind kind = ErrorKind::Storage;
    const auto note = [&](const RedisClient::Answer& answer) {
        ++answers;
        kind = answer.reply ? ErrorKind::Storage : answer.reply.error().kind;
    };
    client.command({"PING"}, Milliseconds(2'000), note);
    ASSERT_TRUE(waitUntil([&] { return answers == 1; }));
    ::kill(static_cast<pid_t>(server->processId()), SIGSTOP);
    client.command({"PING"}, Milliseconds(300), note);
    EXPECT_TRUE(waitUntil([&] { return answers == 2; }, 2'000));
    EXPECT_EQ(kind, ErrorKind::TimedOut);
    ::kill(static_cast<pid_t>(server->processId()), SIGCONT);
    client.command({"PING"}, Milliseconds(2'000), note);
    ASSERT_TRUE(waitUntil([&] { return answers == 3; }));
    EXPECT_EQ(kind, ErrorKind::Storage) << "answered again";
}

TEST_F(RedisFaultTest, ConnectionTestSaysWhatIsWrong)
{
    RedisConnectionKind kind;
    const ConnectionCheck good = waitFor(kind.test(connection(), Milliseconds(2'000)));
    EXPECT_TRUE(good.ok) << qPrintable(good.sentence);
    EXPECT_TRUE(good.sentence.startsWith(QStringLiteral("Redis 7"))) << qPrintable(good.sentence);
    const ConnectionCheck nobody = waitFor(kind.test(connectionTo(1), Milliseconds(2'000)));
    EXPECT_EQ(nobody.errorKind, ErrorKind::Unreachable);
    EXPECT_TRUE(nobody.sentence.contains(QStringLiteral("Nothing listens"))) << qPrintable(nobody.sentence);
    ResolvedConnection remote = connection();
    remote.spec.settings.insert(QStringLiteral("host"), QStringLiteral("203.0.113.7"));
    remote.spec.settings.insert(QStringLiteral("tls"), false);
    EXPECT_EQ(waitFor(kind.test(remote, Milliseconds(2'000))).errorKind, ErrorKind::Refused);
    ResolvedConnection plainPort = connection();
    plainPort.spec.settings.insert(QStringLiteral("tls"), true);
    EXPECT_FALSE(waitFor(kind.test(plainPort, Milliseconds(2'000))).ok);
}

TEST_F(RedisFaultTest, TlsIsVerifiedAgainstTheNamedAuthority)
{
    QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("r.key"));
    const QString certificate = folder.filePath(QStringLiteral("r.crt"));
    const auto made =
        waitFor(runToEnd({findProgram(QStringLiteral("openssl")),
                          {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                           QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                           QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                           QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"),
                           QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate},
                          {},
                          folder.path(),
                          QProcessEnvironment::systemEnvironment(),
                          false},
                         Milliseconds(20'000)),
                25'000);
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().message);
    const quint16 port = freePort();
    ServerProcess tlsServer(SIGTERM, SIGKILL);
    const auto up =
        waitFor(tlsServer.start(
                    {findProgram(QStringLiteral("redis-server")),
                     {QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--tls-port"),
                      QString::number(port), QStringLiteral("--tls-cert-file"), certificate,
                      QStringLiteral("--tls-key-file"), key, QStringLiteral("--tls-auth-clients"), QStringLiteral("no"),
                      QStringLiteral("--bind"), QStringLiteral("127.0.0.1"), QStringLiteral("--save"), QString()},
                     {},
                     folder.path(),
                     QProcessEnvironment::systemEnvironment(),
                     false},
                    "Ready to accept connections", Milliseconds(10'000)),
                12'000);
    ASSERT_TRUE(up.ok()) << qPrintable(up.error().message);
    RedisConnectionKind kind;
    ResolvedConnection secure = connectionTo(port);
    secure.spec.settings.insert(QStringLiteral("tls"), true);
    const ConnectionCheck unknown = waitFor(kind.test(secure, Milliseconds(3'000)));
    EXPECT_EQ(unknown.errorKind, ErrorKind::Refused);
    EXPECT_TRUE(unknown.sentence.contains(QStringLiteral("not signed by a trusted authority")))
        << qPrintable(unknown.sentence);
    secure.spec.settings.insert(QStringLiteral("authority_file"), certificate);
    const ConnectionCheck known = waitFor(kind.test(secure, Milliseconds(3'000)));
    EXPECT_TRUE(known.ok) << qPrintable(known.sentence);
    secure.spec.settings.insert(QStringLiteral("authority_file"), QStringLiteral("/nowhere.pem"));
    EXPECT_EQ(waitFor(kind.test(secure, Milliseconds(3'000))).errorKind, ErrorKind::InvalidInput);
    EXPECT_TRUE(waitFor(tlsServer.stop(), 8'000).ok());
}

TEST_F(RedisFaultTest, SignalsReadNumbersAndSayWhatElseTheyGot)
{
    const SystemClock clock;
    RedisSignalSource source(clock, connections);
    const auto command = [](const QJsonArray& words) { return QJsonObject{{QStringLiteral("command"), words}}; };
    const auto info = [](const char* field) { return QJsonObject{{QStringLiteral("info"), QLatin1String(field)}}; };
    const auto found = readings(source, {command({QStringLiteral("LLEN"), QStringLiteral("queue")}),
                                         info("connected_clients"), info("no_such_field"), info("redis_version"),
                                         command({QStringLiteral("GET"), QStringLiteral("none")}),
                                         command({QStringLiteral("LLEN"), QStringLiteral("dedup:1")}),
                                         command({QStringLiteral("DEL"), QStringLiteral("queue")})});
    ASSERT_EQ(found.size(), 7);
    EXPECT_EQ(found.at(0).state, ReadingState::Value);
    EXPECT_EQ(found.at(0).value, 5);
    EXPECT_EQ(found.at(1).state, ReadingState::Value);
    for (const int missing : {2, 3, 4, 5})
        EXPECT_EQ(found.at(missing).state, ReadingState::MissingField) << missing;
    EXPECT_EQ(found.at(6).state, ReadingState::Unreachable);
    EXPECT_EQ(ask({"LLEN", "queue"}).integer, 5);
    connections.put(connectionTo(address.port, "wrong"));
    EXPECT_EQ(readings(source, {info("uptime_in_seconds")}).first().state, ReadingState::Unauthorized);
    connections.put(connectionTo(1));
    EXPECT_EQ(readings(source, {info("uptime_in_seconds")}).first().state, ReadingState::Unreachable);
}

}  // namespace

}  // namespace cockpit::test
