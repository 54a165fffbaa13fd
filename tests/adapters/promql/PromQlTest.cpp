// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/promql/PromQlSource.h"
#include "adapters/promql/PrometheusConnectionKind.h"
#include "adapters/promql/QueryAnswer.h"
#include "adapters/promql/RangeQuery.h"
#include "tests/support/HttpBench.h"
#include "tests/support/PrometheusServers.h"

#include <gtest/gtest.h>

#include <cmath>

namespace cockpit::test {

namespace {

using namespace adapters::promql;

class PromQlTest : public testing::Test
{
protected:
    Reading ask(const QString& query)
    {
        return HttpBench::readOne(source,
                                  HttpBench::signal(QStringLiteral("promql"), {{QStringLiteral("query"), query}}),
                                  Milliseconds{5'000});
    }
    ConnectionCheck check(const QString& url)
    {
        PrometheusConnectionKind kind(*bench.http);
        return waitFor(kind.test(HttpBench::connection(url, QStringLiteral("prometheus")), Milliseconds{5'000}));
    }

    HttpBench bench{QStringLiteral("prometheus")};
    PromQlSource source{bench.clock, *bench.http, bench.connections};
};

TEST_F(PromQlTest, ARealServerAnswersInstantQueries)
{
    const PrometheusServers prometheus(PrometheusServers::PrometheusOnly);
    bench.connect(prometheus.url(), QStringLiteral("prometheus"));
    EXPECT_EQ(ask(QStringLiteral("vector(1) + 41")).value, 42);
    EXPECT_EQ(ask(QStringLiteral("1 + 1")).value, 2);
    EXPECT_EQ(ask(QStringLiteral("no_such_metric")).state, ReadingState::MissingField);
    EXPECT_EQ(ask(QStringLiteral("0 / 0")).state, ReadingState::MissingField);
    EXPECT_EQ(ask(QStringLiteral("1 / 0")).state, ReadingState::MissingField);
    EXPECT_EQ(ask(QStringLiteral("label_replace(vector(1), \"a\", \"1\", \"\", \"\") or label_replace(vector(2), "
                                 "\"a\", \"2\", \"\", \"\")"))
                  .state,
              ReadingState::MissingField);
    const Reading wrong = ask(QStringLiteral("sum("));
    EXPECT_EQ(wrong.state, ReadingState::Unreachable);
    EXPECT_TRUE(wrong.detail.contains(QStringLiteral("parse error"))) << wrong;
    const ConnectionCheck good = check(prometheus.url());
    EXPECT_TRUE(good.ok && good.sentence.contains(QStringLiteral("Prometheus 2."))) << qPrintable(good.sentence);
}

TEST_F(PromQlTest, ARealServerGivesThePastWithItsHole)
{
    // Two hours at one sample a minute, none in the ten minutes from minute 60 on.
    const qint64 now = SystemClock().utcNow().toSecsSinceEpoch();
    const qint64 from = (now - 8 * 3'600) / 3'600 * 3'600;
    QByteArray history = "# TYPE depth gauge\n";
    for (int minute = 0; minute < 120; ++minute) {
        if (minute < 60 || minute >= 70)
            history += "depth " + QByteArray::number(minute) + ' ' + QByteArray::number(from + minute * 60) + '\n';
    }
    const PrometheusServers prometheus(PrometheusServers::PrometheusOnly, history + "# EOF\n");
    bench.connect(prometheus.url(), QStringLiteral("prometheus"));
    RangeQuery query{QStringLiteral("p/api"), QStringLiteral("depth"), from * 1'000, (from + 7'200) * 1'000, 60'000,
                     Milliseconds{5'000}};
    const auto points = waitFor(queryRange(*bench.http, bench.connections, query));
    ASSERT_TRUE(points.ok()) << qPrintable(points.error().message);
    // Prometheus carries a value on for five minutes, so about five of the ten are missing.
    EXPECT_GE(points->size(), 112);
    EXPECT_LE(points->size(), 117);
    EXPECT_EQ(points->first().atMs, from * 1'000);
    EXPECT_EQ(points->first().value, 0);
    qint64 widest = 0;
    for (qsizetype i = 1; i < points->size(); ++i)
        widest = std::max(widest, points->at(i).atMs - points->at(i - 1).atMs);
    EXPECT_GE(widest, 5 * 60'000);
    query.stepMs = 1;
    query.fromMs = query.toMs - 7LL * 86'400'000;
    EXPECT_TRUE(waitFor(queryRange(*bench.http, bench.connections, query)).ok());
    query.query = QStringLiteral("none");
    EXPECT_EQ(waitFor(queryRange(*bench.http, bench.connections, query)).error().kind, ErrorKind::MissingField);
    query.toMs = query.fromMs;
    EXPECT_EQ(waitFor(queryRange(*bench.http, bench.connections, query)).error().kind, ErrorKind::InvalidInput);
}

TEST_F(PromQlTest, TheStepKeepsWithinTheServersLimit)
{
    constexpr qint64 week = 7LL * 86'400'000;
    for (const qint64 span : {qint64{1}, qint64{3'600'000}, week, 52 * week}) {
        const qint64 step = chooseStepMs(0, span, 1'000);
        EXPECT_EQ(step % 1'000, 0);
        EXPECT_LE(span / step + 1, 11'000) << span;
    }
    EXPECT_EQ(chooseStepMs(0, 3'600'000, 15'000), 15'000);
}

TEST_F(PromQlTest, AnswersThatAreNoneAreNotValues)
{
    bench.server.setAnswer(401, R"({"status":"error","errorType":"x","error":"no"})");
    EXPECT_EQ(ask(QStringLiteral("1")).state, ReadingState::Unauthorized);
    for (const char* body : {"", "<html>", "{}", "[]", R"({"status":"success"})",
                             R"({"status":"success","data":{"resultType":"scalar","result":[1]}})",
                             R"({"status":"success","data":{"resultType":"scalar","result":[1,"x"]}})",
                             R"({"status":"success","data":{"resultType":"scalar","result":[1,2]}})"}) {
        bench.server.setAnswer(200, body);
        EXPECT_EQ(ask(QStringLiteral("1")).state, ReadingState::Unreachable) << body;
    }
    bench.server.setAnswer(503, R"({"status":"error","errorType":"timeout","error":"query timed out"})");
    EXPECT_TRUE(ask(QStringLiteral("1")).detail.contains(QStringLiteral("query timed out")));
    EXPECT_TRUE(std::isnan(*parseSampleText(QStringLiteral("NaN"))));
    EXPECT_TRUE(std::isinf(*parseSampleText(QStringLiteral("-Inf"))));
    EXPECT_FALSE(parseSampleText(QStringLiteral("nan")).has_value());
}

TEST_F(PromQlTest, TheQueryIsSentAsAForm)
{
    bench.server.setAnswer(200, R"({"status":"success","data":{"resultType":"scalar","result":[1,"3.5"]}})");
    EXPECT_EQ(ask(QStringLiteral("a{b=~\"c&d+e\"} % 2")).value, 3.5);
    EXPECT_EQ(bench.server.last().method, "POST");
    EXPECT_EQ(bench.server.last().target, "/api/v1/query");
    EXPECT_EQ(bench.server.last().body, "query=a%7Bb%3D~%22c%26d%2Be%22%7D%20%25%202");
    bench.server.setAnswer(200, "<html>");
    EXPECT_FALSE(check(bench.server.urlText()).ok);
}

}  // namespace

}  // namespace cockpit::test
