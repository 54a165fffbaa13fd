// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/smtp/SmtpMessage.h"
#include "tests/support/HostileTexts.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

namespace cockpit::test {

namespace {

using namespace adapters::smtp;

const QDateTime now(QDate(2026, 11, 1), QTime(3, 1, 6), Qt::UTC);

SmtpSettings settings()
{
    SmtpSettings settings;
    settings.from = QStringLiteral("cockpit@example.test");
    settings.to = {QStringLiteral("ops@example.test"), QStringLiteral("boss@example.test")};
    return settings;
}

Delivery message(const QString& title, const QString& body)
{
    Delivery delivery;
    delivery.key = QStringLiteral("0123456789abcdef");
    delivery.reference = QStringLiteral("7F3A");
    delivery.kind = QStringLiteral("page");
    delivery.title = title;
    delivery.body = body;
    return delivery;
}

/// Header lines with folded ones joined.
QStringList headers(const QByteArray& mail)
{
    QString head = QString::fromUtf8(mail.left(mail.indexOf("\r\n\r\n")));
    return head.replace(QStringLiteral("\r\n "), QStringLiteral(" ")).split(QStringLiteral("\r\n"));
}

QString decodedSubject(const QByteArray& mail)
{
    QByteArray text;
    static const QRegularExpression word(QStringLiteral("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?="));
    const QString line = headers(mail).filter(QStringLiteral("Subject: ")).value(0);
    for (auto found = word.globalMatch(line); found.hasNext();)
        text += QByteArray::fromBase64(found.next().captured(1).toLatin1());
    return QString::fromUtf8(text);
}

QByteArray decodedBody(const QByteArray& mail)
{
    QByteArray body = mail.mid(mail.indexOf("\r\n\r\n") + 4);
    body.replace("=\r\n", "");
    QByteArray out;
    for (qsizetype i = 0; i < body.size(); ++i) {
        if (body.at(i) == '=') {
            out += QByteArray::fromHex(body.mid(i + 1, 2));
            i += 2;
        } else {
            out += body.at(i);
        }
    }
    return out.replace("\r\n", "\n");
}

TEST(SmtpMessageTest, HeadersAreThoseOfAnAutomaticMail)
{
    const QByteArray mail = mailFor(message(QStringLiteral("Plain"), QStringLiteral("x")), settings(), now);
    EXPECT_EQ(
        headers(mail),
        (QStringList{QStringLiteral("Date: Sun, 01 Nov 2026 03:01:06 +0000"),
                     QStringLiteral("From: Incident Cockpit <cockpit@example.test>"),
                     QStringLiteral("To: ops@example.test, boss@example.test"), QStringLiteral("Subject: Plain"),
                     QStringLiteral("Message-ID: <0123456789abcdef.incident-cockpit@example.test>"),
                     QStringLiteral("Importance: high"), QStringLiteral("Auto-Submitted: auto-generated"),
                     QStringLiteral("MIME-Version: 1.0"), QStringLiteral("Content-Type: text/plain; charset=utf-8"),
                     QStringLiteral("Content-Transfer-Encoding: quoted-printable")}));
    Delivery reply = message({}, {});
    for (const char* thread : {"<a@b>\r\nBcc: evil@evil.test", "no brackets@x", "<a@b> <c@d>", "<a b@c>", ""}) {
        reply.thread = QLatin1String(thread);
        EXPECT_FALSE(mailFor(reply, settings(), now).contains("References")) << thread;
    }
}

TEST(SmtpMessageTest, NoTextAddsAHeaderARecipientOrALine)
{
    const QStringList names{QStringLiteral("Date"),
                            QStringLiteral("From"),
                            QStringLiteral("To"),
                            QStringLiteral("Subject"),
                            QStringLiteral("Message-ID"),
                            QStringLiteral("Importance"),
                            QStringLiteral("Auto-Submitted"),
                            QStringLiteral("MIME-Version"),
                            QStringLiteral("Content-Type"),
                            QStringLiteral("Content-Transfer-Encoding")};
    for (const QString& text : hostileTexts(1'000)) {
        const QByteArray mail = mailFor(message(text, text), settings(), now);
        QStringList found;
        for (const QString& header : headers(mail))
            found.append(header.section(QLatin1Char(':'), 0, 0));
        ASSERT_EQ(found, names) << qPrintable(text);
        ASSERT_EQ(headers(mail).at(2), QStringLiteral("To: ops@example.test, boss@example.test"));
        QByteArray rest = mail;
        rest.replace("\r\n", "");
        ASSERT_FALSE(rest.contains('\r') || rest.contains('\n') || rest.contains('\0'));
        for (const QByteArray& line : mail.split('\n')) {
            ASSERT_LE(line.size(), 79) << line.constData();
            ASSERT_NE(line, QByteArray(".\r"));
        }
        ASSERT_TRUE(
            std::all_of(mail.begin(), mail.end(), [](char byte) { return static_cast<signed char>(byte) >= 0; }));
    }
}

TEST(SmtpMessageTest, TextsComeBackAsTheyWere)
{
    const QString title = QStringLiteral("Störung: \U0001F525 Börse ").repeated(8).trimmed();
    const QString body = QStringLiteral("Über 12 Orders = 3 %\nFrom here\n.\n..\n trailing \t\n") +
                         QString(300, QLatin1Char('y')) + QStringLiteral("\U0001F525").repeated(99);
    const QByteArray mail = mailFor(message(title, body), settings(), now);
    EXPECT_EQ(decodedSubject(mail), title);
    EXPECT_TRUE(QString::fromUtf8(decodedBody(mail)).startsWith(body));
    EXPECT_EQ(headerText(QStringLiteral("=?utf-8?q?x?=")).left(10), "=?UTF-8?B?");
    EXPECT_EQ(quotedPrintable(QStringLiteral("a\nb")), "a\r\nb");
}

}  // namespace

}  // namespace cockpit::test
