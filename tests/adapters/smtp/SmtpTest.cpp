// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/smtp/SmtpChannel.h"
#include "adapters/smtp/SmtpConnectionKind.h"
#include "adapters/smtp/SmtpMessage.h"
#include "tests/adapters/smtp/MailServer.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QJsonArray>

namespace cockpit::test {

namespace {

using namespace adapters::smtp;
using Kind = DeliveryOutcome::Kind;
using Mode = MailServer::Mode;

class SmtpTest : public testing::Test
{
protected:
    ResolvedConnection at(int port, const QString& to = QStringLiteral("ops@example.test"))
    {
        ResolvedConnection connection;
        connection.spec.id = QStringLiteral("flowrex/mail");
        connection.spec.kind = QStringLiteral("smtp");
        connection.spec.settings = {{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                    {QStringLiteral("port"), port},
                                    {QStringLiteral("user"), QStringLiteral("cockpit")},
                                    {QStringLiteral("from"), QStringLiteral("cockpit@example.test")},
                                    {QStringLiteral("to"), to},
                                    {QStringLiteral("authority_file"), certificates.authorityFile()}};
        connection.secret = Secret("canary-password");
        return connection;
    }
    static ResolvedConnection with(ResolvedConnection connection, const char* key, const QJsonValue& value)
    {
        connection.spec.settings.insert(QLatin1String(key), value);
        return connection;
    }
    static Delivery message()
    {
        Delivery delivery;
        delivery.key = QStringLiteral("0123456789abcdef");
        delivery.reference = QStringLiteral("7F3A");
        delivery.kind = QStringLiteral("page");
        delivery.title = QStringLiteral("[SEV-1] Queue stuck");
        delivery.body = QStringLiteral("12 orders wait\n.\nÜber\n");
        delivery.deadline = Milliseconds{4'000};
        return delivery;
    }
    DeliveryOutcome deliver(const ResolvedConnection& connection, const Delivery& delivery = message())
    {
        const DeliveryOutcome outcome = waitFor(channel.deliver(connection, delivery), 20'000);
        EXPECT_FALSE(outcome.words.contains(QStringLiteral("canary"))) << qPrintable(outcome.words);
        EXPECT_FALSE(outcome.words.isEmpty());
        return outcome;
    }
    ConnectionCheck check(const ResolvedConnection& connection)
    {
        const ConnectionCheck found = waitFor(kind.test(connection, Milliseconds{4'000}), 20'000);
        EXPECT_FALSE(found.sentence.contains(QStringLiteral("canary"))) << qPrintable(found.sentence);
        return found;
    }
    static QString mailText(const QJsonObject& mail) { return mail.value(QStringLiteral("mail")).toString(); }

    Certificates certificates;
    ManualClock clock;
    SmtpChannel channel{clock};
    SmtpConnectionKind kind;
};

TEST_F(SmtpTest, AMailArrivesEncryptedAndWhole)
{
    MailServer server(certificates, Certificates::Kind::Good);
    const DeliveryOutcome outcome =
        deliver(at(server.port(), QStringLiteral("ops@example.test, boss@example.test,ops@example.test")));
    EXPECT_EQ(outcome.kind, Kind::Delivered) << qPrintable(outcome.words);
    EXPECT_EQ(outcome.status, 250);
    EXPECT_TRUE(outcome.words.contains(QStringLiteral("queued as 4711"))) << qPrintable(outcome.words);
    EXPECT_EQ(outcome.thread, QStringLiteral("<0123456789abcdef.incident-cockpit@example.test>"));
    ASSERT_TRUE(waitUntil([&] { return server.mails().size() == 1; }));
    const QJsonObject mail = server.mails().first();
    EXPECT_TRUE(mail.value(QStringLiteral("tls")).toBool());
    EXPECT_EQ(mail.value(QStringLiteral("user")).toString(), QStringLiteral("cockpit"));
    EXPECT_EQ(mail.value(QStringLiteral("recipients")).toArray().size(), 2);
    EXPECT_EQ(mail.value(QStringLiteral("sender")).toString(), QStringLiteral("cockpit@example.test"));
    EXPECT_EQ(mailText(mail),
              QString::fromUtf8(mailFor(message(),
                                        *smtpSettings(at(1, QStringLiteral("ops@example.test, boss@example.test"))),
                                        clock.utcNow())));
    // The same key, the same Message-ID: repeats fall together. A thread is referred to.
    Delivery update = message();
    update.possibleRepeat = true;
    update.attempt = 2;
    EXPECT_EQ(deliver(at(server.port()), update).thread, outcome.thread);
    update.key = QStringLiteral("fedcba");
    update.thread = outcome.thread;
    deliver(at(server.port()), update);
    ASSERT_TRUE(waitUntil([&] { return server.mails().size() == 3; }));
    const QString last = mailText(server.mails().last());
    EXPECT_TRUE(last.contains(QStringLiteral("\r\nIn-Reply-To: ") + outcome.thread + QStringLiteral("\r\n")));
    EXPECT_TRUE(last.contains(QStringLiteral("\r\nReferences: ") + outcome.thread + QStringLiteral("\r\n")));
    EXPECT_TRUE(last.contains(QStringLiteral("possible repeat")));
}

TEST_F(SmtpTest, TlsFromTheFirstByteAndNoLoginWork)
{
    MailServer server(certificates, Certificates::Kind::Good, Mode::Tls, false);
    ResolvedConnection connection = with(at(server.port()), "security", QStringLiteral("tls"));
    EXPECT_EQ(deliver(connection).kind, Kind::Delivered);
    connection.spec.settings.remove(QStringLiteral("user"));
    connection.secret = Secret();
    EXPECT_EQ(deliver(connection).kind, Kind::Delivered);
    EXPECT_TRUE(check(connection).sentence.contains(QStringLiteral("no mail was sent")));
    EXPECT_EQ(deliver(with(connection, "security", QStringLiteral("starttls"))).kind, Kind::Retry);
    EXPECT_EQ(server.mails().size(), 2);
}

TEST_F(SmtpTest, EachRefusalHasItsMeaning)
{
    MailServer server(certificates, Certificates::Kind::Good);
    struct Case {
        const char* to;
        Kind kind;
        int status;
        const char* words;
    };
    for (const Case& given : {Case{"nobody@example.test", Kind::Failed, 550, "no such user here"},
                              Case{"later@example.test", Kind::Retry, 451, "greylisted"},
                              Case{"content@example.test", Kind::Failed, 554, "looks like spam"},
                              Case{"busy@example.test", Kind::Retry, 452, "disk full"},
                              Case{"ops@example.test,nobody@example.test,later@example.test", Kind::Failed, 250,
                                   "not for <nobody@example.test> (550 5.1.1 no such user here), <later@example.test>"},
                              Case{"nobody@example.test,later@example.test", Kind::Retry, 451, "no such user here"},
                              Case{"lost@example.test", Kind::Uncertain, 354, "ended"},
                              Case{"drop@example.test", Kind::Retry, 250, "ended"}}) {
        const DeliveryOutcome outcome = deliver(at(server.port(), QLatin1String(given.to)));
        EXPECT_EQ(static_cast<int>(outcome.kind), static_cast<int>(given.kind))
            << given.to << ": " << qPrintable(outcome.words);
        EXPECT_EQ(outcome.status, given.status) << given.to;
        EXPECT_TRUE(outcome.words.contains(QLatin1String(given.words)))
            << given.to << ": " << qPrintable(outcome.words);
    }
    ResolvedConnection stranger = at(server.port());
    stranger.secret = Secret("canary-wrong-word");
    const DeliveryOutcome refused = deliver(stranger);
    EXPECT_EQ(refused.kind, Kind::Failed);
    EXPECT_EQ(refused.status, 535);
    EXPECT_EQ(check(stranger).errorKind, ErrorKind::Unauthorized);
    stranger.spec.settings.remove(QStringLiteral("user"));
    EXPECT_EQ(deliver(stranger).kind, Kind::Failed) << "the server wants a login";
}

TEST_F(SmtpTest, SilenceEndsAtTheDeadlineAndByCancelling)
{
    MailServer server(certificates, Certificates::Kind::Good);
    Delivery brief = message();
    brief.deadline = Milliseconds{1'200};
    QElapsedTimer elapsed;
    elapsed.start();
    EXPECT_EQ(deliver(at(server.port(), QStringLiteral("hang@example.test")), brief).kind, Kind::Retry);
    EXPECT_EQ(deliver(at(server.port(), QStringLiteral("silent@example.test")), brief).kind, Kind::Uncertain);
    EXPECT_LT(elapsed.elapsed(), 4'000);
    brief.deadline = Milliseconds{60'000};
    elapsed.restart();
    {
        SmtpChannel other(clock);
        auto cancelled = other.deliver(at(server.port(), QStringLiteral("hang@example.test")), brief);
        auto abandoned = other.deliver(at(server.port(), QStringLiteral("hang@example.test")), brief);
        cancelled.cancel();
        EXPECT_TRUE(waitUntil([&] { return cancelled.isFinished(); }));
    }
    EXPECT_LT(elapsed.elapsed(), 3'000) << "a channel that goes waits for nobody";
}

TEST_F(SmtpTest, NothingLeavesWithoutTheRightCertificate)
{
    for (const auto wrong : {Certificates::Kind::SelfSigned, Certificates::Kind::OtherAuthority,
                             Certificates::Kind::Expired, Certificates::Kind::WrongHost}) {
        MailServer server(certificates, wrong);
        const DeliveryOutcome outcome = deliver(at(server.port()));
        EXPECT_EQ(outcome.kind, Kind::Retry) << static_cast<int>(wrong);
        EXPECT_TRUE(outcome.words.contains(QStringLiteral("certificate"))) << qPrintable(outcome.words);
        EXPECT_FALSE(check(at(server.port())).ok);
        EXPECT_TRUE(server.events().isEmpty());
    }
    MailServer good(certificates, Certificates::Kind::Good);
    ResolvedConnection system = at(good.port());
    system.spec.settings.remove(QStringLiteral("authority_file"));
    EXPECT_TRUE(deliver(system).words.contains(QStringLiteral("certificate"))) << "not of the system's authorities";
    EXPECT_EQ(deliver(with(system, "authority_file", QStringLiteral("/nowhere.pem"))).kind, Kind::Failed);
    // Somebody in between who takes STARTTLS out of the greeting.
    MailServer stripped(certificates, Certificates::Kind::Good, Mode::Clear, false);
    const DeliveryOutcome clear = deliver(at(stripped.port()));
    EXPECT_EQ(clear.kind, Kind::Retry);
    EXPECT_TRUE(clear.words.contains(QStringLiteral("in the clear"))) << qPrintable(clear.words);
    EXPECT_TRUE(stripped.events().isEmpty());
    EXPECT_TRUE(good.events().isEmpty());
    EXPECT_EQ(deliver(at(1)).kind, Kind::Retry);
}

TEST_F(SmtpTest, TheTestLogsInAndSendsNothing)
{
    MailServer server(certificates, Certificates::Kind::Good);
    const ConnectionCheck found = check(at(server.port()));
    EXPECT_TRUE(found.ok) << qPrintable(found.sentence);
    EXPECT_EQ(found.target.address, QStringLiteral("127.0.0.1:%1").arg(server.port()));
    ASSERT_TRUE(waitUntil([&] { return !server.events().isEmpty(); }));
    EXPECT_TRUE(server.events().first().value(QStringLiteral("login")).toBool());
    EXPECT_TRUE(server.events().first().value(QStringLiteral("tls")).toBool());
    EXPECT_TRUE(server.mails().isEmpty());
}

TEST_F(SmtpTest, SettingsThatCouldBecomeHeadersAreRefused)
{
    const ResolvedConnection good = at(25);
    struct Case {
        const char* key;
        const char* value;
    };
    for (const Case& given : {Case{"from", "a@b.test\r\nBcc: evil@evil.test"},
                              Case{"from", "a@b.test\n"},
                              Case{"from", "A <a@b.test>"},
                              Case{"from", ""},
                              Case{"to", ""},
                              Case{"to", "ops@example.test\r\nevil@evil.test"},
                              Case{"to", "ops"},
                              Case{"to", "ops@example.test>,<evil@evil.test"},
                              Case{"to", "ops@example.test SIZE=1"},
                              Case{"to", ",,"},
                              Case{"host", "mail.test/x"},
                              Case{"host", "mail\r\n.test"},
                              Case{"host", "a b"},
                              Case{"host", ""},
                              Case{"host", "user@mail.test"},
                              Case{"host", "169.254.169.254"},
                              Case{"port", "0"},
                              Case{"port", "99999"},
                              Case{"port", "x"},
                              Case{"security", "none"},
                              Case{"user", "a\r\nb"}})
        EXPECT_EQ(deliver(with(good, given.key, QLatin1String(given.value))).kind, Kind::Failed)
            << given.key << "=" << given.value;
    ResolvedConnection odd = good;
    odd.secret = Secret("two\r\nlines");
    EXPECT_EQ(check(odd).errorKind, ErrorKind::InvalidInput);
    odd.secret = Secret();
    EXPECT_EQ(check(odd).errorKind, ErrorKind::InvalidInput);
}

}  // namespace

}  // namespace cockpit::test
