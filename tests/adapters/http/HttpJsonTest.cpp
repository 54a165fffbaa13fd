// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpConnectionKind.h"
#include "adapters/http/HttpJsonSource.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HttpBench.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

class HttpJsonTest : public testing::Test
{
protected:
    SignalSpec spec(const QString& value) const
    {
        return HttpBench::signal(QStringLiteral("http_json"), {{QStringLiteral("path"), QStringLiteral("/status")},
                                                               {QStringLiteral("value"), value}});
    }
    Reading read(const QString& value) { return HttpBench::readOne(source, spec(value)); }

    HttpBench bench;
    adapters::http::HttpJsonSource source{bench.clock, *bench.http, bench.connections};
};

TEST_F(HttpJsonTest, OneAnswerGivesSeveralSignals)
{
    bench.server.setAnswer(200, R"({"queue":{"size":12},"connected":true,"errors":3,"total":60})");
    const auto readings = waitFor(source.read(
        HttpBench::poll({spec(QStringLiteral("{/queue/size}")), spec(QStringLiteral("{/connected}")),
                         spec(QStringLiteral("100 * ratio({/errors}, {/total})")), spec(QStringLiteral("{/none}"))})));
    ASSERT_EQ(readings.size(), 4);
    EXPECT_EQ(readings.at(0).value, 12);
    EXPECT_EQ(readings.at(1).value, 1);
    EXPECT_EQ(readings.at(2).value, 5);
    EXPECT_EQ(readings.at(3).state, ReadingState::MissingField);
    EXPECT_TRUE(readings.at(3).detail.contains(QStringLiteral("/none"))) << readings.at(3);
    EXPECT_EQ(bench.server.requests().size(), 1);
    EXPECT_EQ(bench.server.last().target, "/status");
}

TEST_F(HttpJsonTest, DeltasNeedTwoPollsAndStandAFailedOneBetween)
{
    const QString value = QStringLiteral("delta({/n})");
    bench.server.setAnswer(200, R"({"n": 10})");
    EXPECT_EQ(read(value).state, ReadingState::MissingField);
    bench.server.setAnswer(500, "oops");
    EXPECT_EQ(read(value).state, ReadingState::Unreachable);
    bench.server.setAnswer(200, R"({"n": 17})");
    EXPECT_EQ(read(value).value, 7);
    bench.server.setAnswer(200, R"({"n": 4})");
    EXPECT_EQ(read(value).value, 4);
}

TEST_F(HttpJsonTest, ARefusedKeyIsNoOutageAndNothingElseIsAValue)
{
    const QString value = QStringLiteral("{/a/b}");
    for (const int status : {401, 403}) {
        bench.server.setAnswer(status, "{}");
        const Reading reading = read(value);
        EXPECT_EQ(reading.state, ReadingState::Unauthorized) << reading;
        EXPECT_TRUE(reading.detail.contains(QStringLiteral("your key"))) << reading;
    }
    for (const int status : {301, 404, 429, 500, 503}) {
        bench.server.setAnswer(status, R"({"a":{"b":1}})");
        EXPECT_EQ(read(value).state, ReadingState::Unreachable) << status;
    }
    bench.server.setAnswer(200, R"({"a":{"b":"many"}})");
    EXPECT_EQ(read(value).state, ReadingState::MissingField);
    bench.server.setAnswer(200, R"({"a":{"b":null}})");
    EXPECT_EQ(read(value).state, ReadingState::MissingField);
}

TEST_F(HttpJsonTest, BrokenAnswersAreUnreachableByTheDeadline)
{
    using Behaviour = HostileServer::Behaviour;
    for (const auto behaviour :
         {Behaviour::TruncatedJson, Behaviour::WebPage, Behaviour::Utf16, Behaviour::CutChunk, Behaviour::ShortBody,
          Behaviour::AcceptSilent, Behaviour::CompressionBomb, Behaviour::CloseAfterRequest}) {
        HostileServer hostile(behaviour);
        bench.connect(hostile.url(QString()).toString());
        const Reading reading = HttpBench::readOne(source, spec(QStringLiteral("{/a/b}")), Milliseconds{500});
        EXPECT_EQ(reading.state, ReadingState::Unreachable) << reading << " " << static_cast<int>(behaviour);
        EXPECT_FALSE(reading.detail.isEmpty());
    }
    HostileServer marked(Behaviour::ByteOrderMark);
    bench.connect(marked.url(QString()).toString());
    EXPECT_EQ(read(QStringLiteral("{/a/b}")).value, 1);
    HostileServer wrong(Behaviour::WrongType);
    bench.connect(wrong.url(QString()).toString());
    EXPECT_EQ(read(QStringLiteral("{/a/b}")).state, ReadingState::MissingField);
}

TEST_F(HttpJsonTest, CancellingAPollEndsIt)
{
    HostileServer silent(HostileServer::Behaviour::AcceptSilent);
    bench.connect(silent.url(QString()).toString());
    auto future = source.read(HttpBench::poll({spec(QStringLiteral("1"))}, Milliseconds{60'000}));
    ASSERT_TRUE(waitUntil([&] { return silent.requests() == 1; }));
    future.cancel();
    EXPECT_TRUE(waitUntil([&] { return future.isFinished(); }, 500));
    EXPECT_TRUE(waitUntil([&] { return silent.openConnections() == 0; }, 500));
}

class HttpKindTest : public HttpJsonTest
{
protected:
    ConnectionCheck check(const QByteArray& secret = "s3cret")
    {
        adapters::http::HttpConnectionKind kind(*bench.http);
        return waitFor(
            kind.test(HttpBench::connection(bench.server.urlText(QStringLiteral("/api")), QStringLiteral("http"),
                                            secret, {{QStringLiteral("auth_scheme"), QStringLiteral("Bearer")}}),
                      Milliseconds{2'000}));
    }
};

TEST_F(HttpKindTest, TheTestSaysWhatAnswered)
{
    const ConnectionCheck good = check();
    EXPECT_TRUE(good.ok) << qPrintable(good.sentence);
    EXPECT_TRUE(good.sentence.contains(QStringLiteral("200 OK"))) << qPrintable(good.sentence);
    EXPECT_EQ(good.target.name, QStringLiteral("/api"));
    EXPECT_EQ(bench.server.last().header("Authorization"), "Bearer s3cret");
    EXPECT_EQ(bench.server.last().method, "GET");
    bench.server.setAnswer(403, "");
    EXPECT_EQ(check().errorKind, ErrorKind::Unauthorized);
    EXPECT_TRUE(check().sentence.contains(QStringLiteral("your key was refused")));
    bench.server.setAnswer(500, "");
    EXPECT_FALSE(check().ok);
    EXPECT_EQ(check("two\nlines").errorKind, ErrorKind::InvalidInput);
}

}  // namespace

}  // namespace cockpit::test
