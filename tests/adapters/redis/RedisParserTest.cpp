// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisReply.h"

#include <gtest/gtest.h>

namespace cockpit {

using namespace adapters::redis;

namespace {

/// Feeds in pieces of `step` bytes and returns the text of the first reply.
QString parsed(const QByteArray& wire, qsizetype step)
{
    RedisParser parser;
    for (qsizetype at = 0; at < wire.size(); at += step) {
        EXPECT_TRUE(parser.feed(wire.mid(at, step)).ok());
        const auto reply = parser.next();
        if (!reply)
            return QStringLiteral("error");
        if (*reply)
            return (*reply)->toText();
    }
    return QStringLiteral("incomplete");
}

TEST(RedisParser, ReadsEveryKindInAnyPieces)
{
    const QByteArray wire("*6\r\n:42\r\n$5\r\nhello\r\n$-1\r\n+PONG\r\n-ERR no\r\n*2\r\n$0\r\n\r\n*0\r\n");
    const QString expected =
        QStringLiteral("1) (integer) 42\n2) hello\n3) (nil)\n4) PONG\n5) (error) ERR no\n6) 1) \n   2) (empty list)");
    for (const qsizetype step : {1, 2, 3, 7, 1000})
        EXPECT_EQ(parsed(wire, step), expected) << step;
}

TEST(RedisParser, BinaryIsShownEscaped)
{
    EXPECT_EQ(parsed(QByteArray("$3\r\na\0\xff\r\n", 9), 100), QStringLiteral("a\\x00\\xff"));
}

TEST(RedisParser, LiesAreRefused)
{
    for (const QByteArray& wire : {QByteArray("*2147483647\r\n"), QByteArray("*2147483648\r\n"), QByteArray("*-7\r\n"),
                                   QByteArray("hello\r\n"), QByteArray("*1\r\n*1\r\n").repeated(50'000)}) {
        RedisParser parser;
        ASSERT_TRUE(parser.feed(wire).ok());
        const auto reply = parser.next();
        EXPECT_FALSE(reply.ok()) << wire.left(20).constData();
    }
}

TEST(RedisParser, ManyListsTogetherCannotAskForMoreThanTheBudget)
{
    RedisParser parser;
    QByteArray wire("*1000\r\n");
    for (int i = 0; i < 1000; ++i)
        wire += "*199000\r\n";
    ASSERT_TRUE(parser.feed(wire).ok());
    const auto reply = parser.next();
    ASSERT_FALSE(reply.ok());
    EXPECT_EQ(reply.error().kind, ErrorKind::TooLarge);
}

TEST(RedisParser, BytesAreCapped)
{
    RedisParser parser;
    ASSERT_TRUE(parser.feed("$1000000000000\r\n").ok());
    const QByteArray flood(1024 * 1024, 'x');
    Status fed = Done{};
    for (int i = 0; i < 16 && fed; ++i) {
        fed = parser.feed(flood);
        if (fed) {
            EXPECT_TRUE(parser.next().ok());
        }
    }
    ASSERT_FALSE(fed.ok());
    EXPECT_EQ(fed.error().kind, ErrorKind::TooLarge);
}

}  // namespace

}  // namespace cockpit
