// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/postgres/PostgresServer.h"

#include "adapters/postgres/PostgresConnectionKind.h"
#include "adapters/postgres/PostgresSignalSource.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Wait.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace cockpit::test {

using namespace adapters::postgres;

namespace {

class PostgresConnectionTest : public PostgresTest
{
protected:
    ConnectionCheck check(const char* setting, const QJsonValue& value, const std::optional<QByteArray>& password = {})
    {
        ResolvedConnection changed = connection();
        changed.spec.settings.insert(QLatin1String(setting), value);
        if (password)
            changed.secret = Secret(*password);
        return waitFor(kind.test(changed, Milliseconds(3'000)), 8'000);
    }

    void expectFailure(const ConnectionCheck& found, ErrorKind expected, const char* words)
    {
        EXPECT_FALSE(found.ok);
        EXPECT_EQ(found.errorKind, expected) << qPrintable(found.sentence);
        EXPECT_TRUE(found.sentence.contains(QLatin1String(words))) << qPrintable(found.sentence);
        EXPECT_FALSE(found.sentence.contains(QLatin1Char('\n')));
        EXPECT_FALSE(found.sentence.contains(QString::fromUtf8(address.password.reveal())));
    }

    QList<Reading> readings(PostgresSignalSource& source, const QStringList& queries)
    {
        PollRequest request{QStringLiteral("demo"), QStringLiteral("demo/db"), {}, Milliseconds(3'000)};
        for (const QString& query : queries) {
            SignalSpec signal;
            signal.id = QStringLiteral("s%1").arg(request.signalSpecs.size());
            signal.parameters = {{QStringLiteral("query"), query}};
            request.signalSpecs.append(signal);
        }
        return waitFor(source.read(request), 8'000);
    }

    PostgresConnectionKind kind;
};

TEST_F(PostgresConnectionTest, GoodOnesAnswerPlainAndVerified)
{
    const ConnectionCheck plain = check("tls", QStringLiteral("disable"));
    EXPECT_TRUE(plain.ok) << qPrintable(plain.sentence);
    EXPECT_EQ(plain.target.name, address.database);
    ResolvedConnection verified = connection();
    verified.spec.settings.insert(QStringLiteral("tls"), QStringLiteral("verify-full"));
    verified.spec.settings.insert(QStringLiteral("authority_file"), address.authorityFile);
    EXPECT_TRUE(waitFor(kind.test(verified, Milliseconds(3'000))).ok);
    EXPECT_TRUE(check("tls", QStringLiteral("require")).ok);
}

TEST_F(PostgresConnectionTest, EachProblemHasItsSentence)
{
    expectFailure(check("port", address.port, QByteArrayLiteral("wrong")), ErrorKind::Unauthorized,
                  "rejected the password");
    expectFailure(check("port", address.port, QByteArray()), ErrorKind::Unauthorized, "wants a password");
    expectFailure(check("database", QStringLiteral("nowhere")), ErrorKind::NotFound, "no database nowhere");
    expectFailure(check("port", 1), ErrorKind::Unreachable, "Nothing listens");
    expectFailure(check("tls", QStringLiteral("verify-full")), ErrorKind::Refused, "not signed by a trusted authority");
    ResolvedConnection withoutAuthority = connection();
    withoutAuthority.spec.settings.insert(QStringLiteral("tls"), QStringLiteral("verify-full"));
    withoutAuthority.spec.settings.insert(QStringLiteral("authority_file"), QStringLiteral("/nowhere.pem"));
    expectFailure(waitFor(kind.test(withoutAuthority, Milliseconds(3'000))), ErrorKind::InvalidInput, "authority file");
    ResolvedConnection otherName = connection();
    otherName.spec.settings.insert(QStringLiteral("host"), QStringLiteral("127.0.0.2"));
    otherName.spec.settings.insert(QStringLiteral("tls"), QStringLiteral("verify-full"));
    otherName.spec.settings.insert(QStringLiteral("authority_file"), address.authorityFile);
    expectFailure(waitFor(kind.test(otherName, Milliseconds(3'000))), ErrorKind::Unreachable, "Nothing listens");
    expectFailure(check("host", QStringLiteral("203.0.113.7")), ErrorKind::Refused, "must be encrypted");
    expectFailure(check("database", QString()), ErrorKind::InvalidInput, "has no database");
    expectFailure(check("tls", QStringLiteral("prefer")), ErrorKind::InvalidInput, "must be verify-full");
}

TEST_F(PostgresConnectionTest, SilentServerTimesOut)
{
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    expectFailure(check("port", silent.serverPort()), ErrorKind::TimedOut, "did not answer in time");
}

/// A server without TLS that asks for the password in clear text must not get it.
TEST_F(PostgresConnectionTest, NoPasswordLeavesInClearToAServerThatRefusesTls)
{
    QTcpServer fake;
    ASSERT_TRUE(fake.listen(QHostAddress::LocalHost));
    QByteArray received;
    QObject::connect(&fake, &QTcpServer::newConnection, &fake, [&] {
        QTcpSocket* client = fake.nextPendingConnection();
        QObject::connect(client, &QTcpSocket::readyRead, client, [&received, client] {
            const QByteArray bytes = client->readAll();
            received += bytes;
            const bool asksForTls = bytes.size() == 8;
            client->write(asksForTls ? QByteArray("N") : QByteArray("R\0\0\0\x08\0\0\0\x03", 9));
        });
    });
    for (const QString& tls : {QStringLiteral("verify-full"), QStringLiteral("require")}) {
        ResolvedConnection trap = connection();
        trap.spec.settings.insert(QStringLiteral("port"), fake.serverPort());
        trap.spec.settings.insert(QStringLiteral("tls"), tls);
        const ConnectionCheck found = waitFor(kind.test(trap, Milliseconds(3'000)), 8'000);
        EXPECT_FALSE(found.ok);
        EXPECT_EQ(found.errorKind, ErrorKind::Refused) << qPrintable(found.sentence);
    }
    EXPECT_FALSE(received.isEmpty());
    EXPECT_FALSE(received.contains(address.password.reveal()));
}

TEST_F(PostgresConnectionTest, SignalsReadNumbersAndSayWhatElseTheyGot)
{
    const SystemClock clock;
    PostgresSignalSource source(clock, connections);
    const auto found =
        readings(source, {QStringLiteral("SELECT count(*) FROM orders"), QStringLiteral("SELECT 2.5::numeric"),
                          QStringLiteral("SELECT true"), QStringLiteral("SELECT NULL::int"),
                          QStringLiteral("SELECT 1 WHERE false"), QStringLiteral("SELECT nothing FROM orders"),
                          QStringLiteral("DELETE FROM orders"), QStringLiteral("SELECT 7")});
    ASSERT_EQ(found.size(), 8);
    EXPECT_EQ(found.at(0).state, ReadingState::Value);
    EXPECT_EQ(found.at(0).value, 10);
    EXPECT_EQ(found.at(1).value, 2.5);
    EXPECT_EQ(found.at(2).value, 1);
    for (const int missing : {3, 4, 5})
        EXPECT_EQ(found.at(missing).state, ReadingState::MissingField) << missing;
    EXPECT_EQ(found.at(6).state, ReadingState::Unreachable);
    EXPECT_EQ(found.at(7).value, 7);
    EXPECT_EQ(ask("SELECT count(*) FROM orders"), QStringLiteral("10"));
    EXPECT_EQ(ask("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'incident-cockpit' AND pid <> "
                  "pg_backend_pid()"),
              QStringLiteral("1"))
        << "one session is kept";
}

TEST_F(PostgresConnectionTest, SignalsComeBackAfterTheServerEndedTheSession)
{
    ManualClock clock;
    PostgresSignalSource source(clock, connections);
    EXPECT_EQ(readings(source, {QStringLiteral("SELECT 1")}).first().state, ReadingState::Value);
    ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'incident-cockpit' AND pid <> "
        "pg_backend_pid()");
    EXPECT_EQ(readings(source, {QStringLiteral("SELECT 1")}).first().state, ReadingState::Unreachable);
    EXPECT_EQ(readings(source, {QStringLiteral("SELECT 1")}).first().state, ReadingState::Unreachable)
        << "too early to try again";
    clock.advance(Milliseconds(2'500));
    EXPECT_EQ(readings(source, {QStringLiteral("SELECT 1")}).first().state, ReadingState::Value);
}

TEST_F(PostgresConnectionTest, RejectedPasswordIsAboutOurKey)
{
    const SystemClock clock;
    PostgresSignalSource source(clock, connections);
    ResolvedConnection wrong = connection();
    wrong.secret = Secret(QByteArrayLiteral("wrong"));
    connections.put(wrong);
    EXPECT_EQ(readings(source, {QStringLiteral("SELECT 1")}).first().state, ReadingState::Unauthorized);
}

}  // namespace

}  // namespace cockpit::test
