// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/AnswerParser.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

using adapters::http::AnswerParser;
using State = AnswerParser::State;

/// Feeds in pieces of every size and expects the same outcome each time.
struct Outcome {
    State state = State::Reading;
    int status = 0;
    QByteArray body;
};

Outcome parse(const QByteArray& bytes, qint64 maximum = 1'000, bool hasBody = true, bool close = true)
{
    Outcome first;
    for (const qsizetype piece : {bytes.size() + 1, qsizetype{1}, qsizetype{3}, qsizetype{7}}) {
        AnswerParser parser(maximum, hasBody);
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            parser.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        const Outcome outcome{close ? parser.close() : parser.state(), parser.reply().status, parser.reply().body};
        if (piece > bytes.size())
            first = outcome;
        EXPECT_EQ(static_cast<int>(outcome.state), static_cast<int>(first.state)) << bytes.constData();
        if (outcome.state == State::Done) {
            EXPECT_EQ(outcome.body, first.body);
        }
    }
    return first;
}

TEST(AnswerParserTest, ReadsBodiesOfEveryFraming)
{
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef", 10, true, false).body, "abc");
    EXPECT_EQ(parse("HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nT: 1\r\n\r\n",
                    10, true, false)
                  .body,
              "abcde");
    EXPECT_EQ(parse("HTTP/1.0 200 OK\r\n\r\nuntil the end").body, "until the end");
    EXPECT_EQ(parse("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n", 10, true, false).status, 204);
    EXPECT_EQ(parse("HTTP/1.1 200 OK\nContent-Length: 2\n\nok", 10, true, false).body, "ok");
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 10, false, false).state, State::Done);
    EXPECT_EQ(parse("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 10, true, false).state, State::Done);
}

TEST(AnswerParserTest, WhatBreaksOffIsNotDone)
{
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc").state, State::Reading);
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc").state, State::Reading);
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n").state, State::Reading);
    EXPECT_EQ(parse("HTTP/1.1 200 OK\r\nContent-Le").state, State::Reading);
}

TEST(AnswerParserTest, FramingThatMakesNoSenseIsRefused)
{
    for (const char* bytes :
         {"220 smtp ready\r\n", "HTTP/2 200 OK\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.1 200OK\r\n\r\n",
          "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
          "HTTP/1.1 200 OK\r\nA: 1\r\n folded\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-3\r\nabc",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n"})
        EXPECT_EQ(parse(bytes).state, State::NotHttp) << bytes;
}

TEST(AnswerParserTest, EveryPartHasItsLimit)
{
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    EXPECT_EQ(parse(ok + "Content-Length: 11\r\n\r\n", 10).state, State::TooLarge);
    EXPECT_EQ(parse(ok + "Transfer-Encoding: chunked\r\n\r\nb\r\n01234567890\r\n0\r\n\r\n", 10).state, State::TooLarge);
    EXPECT_EQ(parse(ok + "\r\n01234567890", 10).state, State::TooLarge);
    EXPECT_EQ(parse(ok + "A: " + QByteArray(70'000, 'a')).state, State::TooLarge);
    QByteArray many = ok;
    for (int i = 0; i < 201; ++i)
        many += "A: 1\r\n";
    EXPECT_EQ(parse(many).state, State::TooLarge);
    EXPECT_EQ(parse(ok + "Transfer-Encoding: chunked\r\n\r\n3;" + QByteArray(70'000, 'x')).state, State::TooLarge);
    EXPECT_EQ(parse(ok + "Transfer-Encoding: chunked\r\n\r\n0\r\nT: " + QByteArray(70'000, 'x')).state,
              State::TooLarge);
    QByteArray interim;
    for (int i = 0; i < 5'000; ++i)
        interim += "HTTP/1.1 102 P\r\n\r\n";
    EXPECT_EQ(parse(interim).state, State::TooLarge);
    EXPECT_EQ(parse(ok + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc").state, State::Compressed);
}

}  // namespace

}  // namespace cockpit::test
