// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Redactor.h"
#include "core/base/StreamRedactor.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace cockpit::test {
namespace {

const QByteArray mask = QByteArrayLiteral("\u2022\u2022\u2022");
const QByteArray password = QByteArrayLiteral("p\u00e4ss/w\"o\\rd+ 7%41&x'z");

QByteArray inJson(const QByteArray& text)
{
    const QByteArray document = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return document.mid(2, document.size() - 4);
}

/// Every character as \u00XX.
QByteArray inCodes(const QByteArray& text)
{
    QByteArray out;
    for (const QChar c : QString::fromUtf8(text))
        out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return out;
}

/// As browsers do: only what has to be.
QByteArray inAddress(const QByteArray& text)
{
    return text.toPercentEncoding("/+&'");
}

class RedactorTest : public testing::Test
{
protected:
    RedactorTest() { redactor.learn(Secret(password)); }

    void expectGone(const QByteArray& form, const char* what)
    {
        EXPECT_EQ(redactor.redact("<" + form + ">").toStdString(), "<" + mask.toStdString() + ">") << what;
    }

    Redactor redactor;
};

TEST_F(RedactorTest, SixEncodingsAreMasked)
{
    expectGone(password, "plain");
    expectGone(password.toBase64(), "base64");
    expectGone(password.toBase64(QByteArray::OmitTrailingEquals), "base64 without padding");
    expectGone(password.toBase64(QByteArray::Base64UrlEncoding), "base64 for URLs");
    expectGone(password.toPercentEncoding(), "percent");
    expectGone(password.toPercentEncoding().toLower().replace("p%", "p%"), "percent, lower digits");
    expectGone(inAddress(password), "percent, in part");
    expectGone(password.toPercentEncoding().replace("%", "%25"), "percent, twice");
    expectGone(password.toPercentEncoding("/+&'").replace("%20", "+"), "form");
    expectGone(inJson(password), "JSON");
    expectGone(inJson(inJson(password)), "JSON, twice");
    expectGone(inJson(inJson(inJson(password))), "JSON, thrice");
    expectGone(inJson(password).replace("/", "\\/"), "JSON, with slashes");
    expectGone(inCodes(password), "JSON, in codes");
    expectGone(inJson(inCodes(password)), "JSON, in codes, twice");
    expectGone(password.toHex(), "hexadecimal");
    expectGone(password.toHex().toUpper(), "hexadecimal, upper");
    expectGone(QString::fromUtf8(password).toHtmlEscaped().toUtf8(), "HTML");
    expectGone(inJson(password.toBase64()).replace("/", "\\/"), "base64 in JSON");
    expectGone(password.toBase64(QByteArray::OmitTrailingEquals).toPercentEncoding(), "base64 in an address");
}

TEST_F(RedactorTest, Base64IsFoundWithinALongerTextAtEveryAlignment)
{
    const Secret plain("correct-horse-battery");
    redactor.learn(plain);
    for (const QByteArray& user : {QByteArray("u"), QByteArray("us"), QByteArray("use"), QByteArray("user")}) {
        for (const QByteArray& tail : {QByteArray(), QByteArray("\n"), QByteArray("xy"), QByteArray("xyz")}) {
            for (const QByteArray& secret : {password, plain.reveal()}) {
                const QByteArray text = "Authorised by " + (user + ':' + secret + tail).toBase64() + " ok";
                const QByteArray clean = redactor.redact(text);
                EXPECT_TRUE(clean.contains(mask)) << text.constData();
                EXPECT_FALSE(QByteArray::fromBase64(clean.mid(14).replace(" ok", "")).contains(secret.left(6)));
                EXPECT_LE(clean.size(), 14 + user.size() * 2 + 4 + mask.size() + tail.size() * 2 + 4 + 3);
            }
        }
    }
}

TEST_F(RedactorTest, Base64BrokenIntoLinesIsFound)
{
    const QByteArray secret(120, 'k');
    redactor.learn(Secret(secret));
    QByteArray wrapped = secret.toBase64();
    wrapped.insert(76, "\n");
    EXPECT_EQ(redactor.redact("a " + wrapped + "\nb"), "a " + mask + "\nb");
}

TEST_F(RedactorTest, ASecretOfSeveralLinesIsFoundWholeAndLineByLine)
{
    QByteArray key = "-----BEGIN THING-----\n";
    for (const char c : {'a', 'b', 'c'})
        key += QByteArray(64, c) + "\n";
    key += "-----END THING-----\n";
    redactor.learn(Secret(key));
    EXPECT_FALSE(redactor.redact("x " + key).contains("bbbb"));
    EXPECT_FALSE(redactor.redact(inJson(key)).contains("bbbb"));
    EXPECT_FALSE(redactor.redact("log | " + key.split('\n').at(2) + "\r\nlog | next").contains("bbbb"));
    EXPECT_FALSE(redactor.redact(key.toBase64()).contains(QByteArray(48, 'b').toBase64().left(40)));
}

TEST_F(RedactorTest, PartsOfASecretAddressAreMasked)
{
    redactor.learn(Secret("https://chat.example/hooks/T0001/abcdefghijklmnop1234"));
    redactor.learn(Secret("postgres://app:s3cr3t-word@db/prod"));
    EXPECT_EQ(redactor.redact(QByteArray("POST /hooks/T0001/abcdefghijklmnop1234 -> 200")), "POST " + mask + " -> 200");
    EXPECT_EQ(redactor.redact(QByteArray("key abcdefghijklmnop1234.")), "key " + mask + ".");
    EXPECT_EQ(redactor.redact(QByteArray("it is s3cr3t-word here")), "it is " + mask + " here");
}

TEST_F(RedactorTest, ShortValuesAndOrdinaryTextAreLeftAlone)
{
    redactor.learn(Secret("short"));
    const QByteArray text = "short text with %20 and \\n and &amp; and \xff\xfe bytes \\u12";
    EXPECT_EQ(redactor.redact(text), text);
    EXPECT_FALSE(redactor.holdsKnown(text));
    EXPECT_TRUE(redactor.holdsKnown("x" + inJson(password)));
    EXPECT_FALSE(redactor.holdsKnown("password=whatever"));
}

TEST_F(RedactorTest, TheLongestSecretCountsWhenOneBeginsLikeAnother)
{
    redactor.learn(Secret("abcdefgh"));
    redactor.learn(Secret("abcdefghijkl"));
    EXPECT_EQ(redactor.redact(QByteArray("[abcdefghijkl][abcdefghij]")), "[" + mask + "][" + mask + "ij]");
}

TEST_F(RedactorTest, WhatWasCutShortBeforeIsMaskedAsWell)
{
    for (const QByteArray& form : {password, password.toBase64(), password.toHex(), inCodes(password), inJson(password),
                                   ("us:" + password).toBase64(), password.toPercentEncoding()}) {
        for (qsizetype kept = 14 * form.size() / 27; kept < form.size(); ++kept) {
            for (const QByteArray& dots : {QByteArray("\u2026"), QByteArray("...")}) {
                const QByteArray clean = redactor.redact("error: " + form.left(kept) + dots);
                EXPECT_TRUE(clean.contains(mask) && clean.endsWith(dots)) << clean.constData();
                EXPECT_LE(clean.size(), 7 + 6 + mask.size() + dots.size()) << clean.constData();
            }
        }
    }
    EXPECT_EQ(redactor.redact(QByteArray("p\u00e4ss... and more")), "p\u00e4ss... and more") << "too little to tell";
}

TEST_F(RedactorTest, AStreamIsMaskedTheSameHoweverItIsCut)
{
    redactor.learn(Secret("abcdefgh"));
    redactor.learn(Secret("abcdefghijkl"));
    const QByteArray key = "-----BEGIN RSA PRIVATE KEY-----\n" + QByteArray(60, 'K') + "\n" + QByteArray(9, 'Q') +
                           "\n-----END RSA PRIVATE KEY-----";
    const QList<QByteArray> pieces{password,
                                   inJson(inJson(password)),
                                   inCodes(password),
                                   password.toPercentEncoding(),
                                   ("us:" + password).toBase64(),
                                   password.toHex(),
                                   "abcdefghijkl",
                                   "abcdefghij",
                                   "PGPASSWORD=hunter22",
                                   "postgres://u:pw12@h/db",
                                   "Bearer abc.def-123456",
                                   "4111 1111 1111 1111",
                                   "411111111111111111111111",
                                   key,
                                   "{\"token\": \"a\\\"b c\"}",
                                   password.left(12) + "\u2026",
                                   inCodes(password).left(80) + "...",
                                   "ordinary words, 12:30:01 p\\u00e9 100%",
                                   "AKIAABCDEFGHIJKLMNOP",
                                   "123456789:" + QByteArray(35, 'z')};
    QRandomGenerator random(7);
    for (int round = 0; round < 400; ++round) {
        QByteArray text;
        for (int i = 0; i < 12; ++i) {
            text += pieces.at(random.bounded(pieces.size()));
            text += QByteArrayLiteral(" \n,;\"").at(random.bounded(5));
        }
        StreamRedactor stream(redactor);
        QByteArray out;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype size = 1 + random.bounded(round % 3 == 0 ? 2 : 40);
            out += stream.feed(text.mid(at, size));
            at += size;
        }
        out += stream.finish();
        ASSERT_EQ(out.toStdString(), redactor.redact(text).toStdString());
        ASSERT_FALSE(out.contains("w\"o\\rd")) << out.constData();
    }
}

TEST_F(RedactorTest, OnlyWhatCouldBeTheBeginningOfASecretIsHeldBack)
{
    StreamRedactor stream(redactor);
    EXPECT_EQ(stream.feed("continue? [y/n] "), "continue? [y/n] ");
    EXPECT_EQ(stream.feed("p\u00e4ss"), "");
    EXPECT_EQ(stream.feed("age "), "p\u00e4ssage ");
    EXPECT_EQ(stream.feed("p\u00e4ss/w"), "");
    EXPECT_EQ(stream.finish(), "p\u00e4ss/w");
    EXPECT_EQ(stream.feed("password="), "password");
    EXPECT_EQ(stream.feed("hunt"), "");
    EXPECT_EQ(stream.feed("er2 "), "=" + mask + " ");
}

TEST_F(RedactorTest, WhatCannotBeJudgedIsMaskedToTheEndOfItsLine)
{
    StreamRedactor stream(redactor);
    QByteArray out = stream.feed("token=");
    for (int i = 0; i < 2'000; ++i)
        out += stream.feed(QByteArray(1'000, 'x') + "1");
    out += stream.feed("\nnext\n");
    out += stream.finish();
    EXPECT_EQ(out, "token=" + mask + "\nnext\n");
}

TEST_F(RedactorTest, MaskingKeepsUpWithAFlood)
{
    for (int i = 0; i < 40; ++i)
        redactor.learn(Secret(QByteArray("secret-of-connection-") + QByteArray::number(i * 7919)));
    const QByteArray log = "2026-01-05T12:00:01.123Z INFO worker=3 order_id=8842 latency_ms=41 path=/api/v1/orders?x=1 "
                           "msg=\"processed order for customer\" trace=4bf92f3577b34da6a3ce929d0e0e4736\n";
    const QByteArray json =
        "{\"level\":\"info\",\"message\":\"{\\\"id\\\":12,\\\"path\\\":\\\"\\/a%20b\\\"}\",\"n\":1}\n";
    const QByteArray digits = QByteArray("4111111111111112 ");
    const QByteArray dashes = "---------- ";
    const QByteArray backslashes(1'000, '\\');
    for (const QByteArray& line :
         {log, json, digits, dashes, backslashes, QByteArray("password=") + QByteArray(200, 'y'),
          QByteArray("eyJeyJeyJ."), QByteArray(1'000, '='), QByteArray(1'000, 'a')}) {
        const QByteArray text = line.repeated(4'000'000 / line.size());
        QElapsedTimer timer;
        timer.start();
        const QByteArray clean = redactor.redact(text);
        const double rate = static_cast<double>(text.size()) / 1e6 / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
        std::cout << rate << " MB/s: " << line.left(40).trimmed().constData() << std::endl;
        EXPECT_FALSE(clean.isEmpty());
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
        EXPECT_GT(rate, 10.0) << line.left(40).constData();
#endif
    }
}

}  // namespace
}  // namespace cockpit::test
