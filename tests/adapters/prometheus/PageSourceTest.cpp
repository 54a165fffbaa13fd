// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/prometheus/PageSource.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HttpBench.h"
#include "tests/support/PrometheusServers.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

class PageSourceTest : public testing::Test
{
protected:
    static SignalSpec spec(const char* key, const QJsonValue& value, const QString& unit = QStringLiteral("count"))
    {
        return HttpBench::signal(QStringLiteral("prometheus"), {{QString::fromLatin1(key), value}}, unit);
    }
    static SignalSpec ratio()
    {
        return spec("ratio",
                    QJsonObject{{QStringLiteral("of"), QStringLiteral("requests_total{status=~\"5..\"}")},
                                {QStringLiteral("to"), QStringLiteral("requests_total")}},
                    QStringLiteral("percent"));
    }
    void page(const QByteArray& text)
    {
        bench.server.setAnswer({200, text, {{"Content-Type", "text/plain; version=0.0.4"}}, 0, false});
    }

    HttpBench bench;
    adapters::prometheus::PageSource source{bench.clock, *bench.http, bench.connections};
};

TEST_F(PageSourceTest, OnePageGivesValuesRatesAndRatios)
{
    const QList<SignalSpec> specs{spec("value", QStringLiteral("queue")),
                                  spec("rate", QStringLiteral("requests_total")), ratio()};
    page("queue{q=\"a\"} 3\nqueue{q=\"b\"} 4\nrequests_total{status=\"200\"} 100\nrequests_total{status=\"500\"} 0\n");
    auto readings = waitFor(source.read(HttpBench::poll(specs)));
    EXPECT_EQ(readings.at(0).value, 7);
    EXPECT_EQ(readings.at(1).state, ReadingState::MissingField);
    EXPECT_EQ(readings.at(2).state, ReadingState::MissingField);
    bench.clock.advance(Milliseconds{10'000});
    page("queue{q=\"a\"} 3\nrequests_total{status=\"200\"} 190\nrequests_total{status=\"500\"} 10\n");
    readings = waitFor(source.read(HttpBench::poll(specs)));
    EXPECT_EQ(readings.at(0).value, 3);
    EXPECT_EQ(readings.at(1).value, 10) << readings.at(1);
    EXPECT_EQ(readings.at(2).value, 10) << readings.at(2);
    EXPECT_EQ(bench.server.requests().size(), 2);
    EXPECT_EQ(bench.server.last().target, "/metrics");
    // A restart of the service: the counters begin anew.
    bench.clock.advance(Milliseconds{10'000});
    page("requests_total{status=\"200\"} 20\nrequests_total{status=\"500\"} 0\n");
    readings = waitFor(source.read(HttpBench::poll(specs)));
    EXPECT_EQ(readings.at(0).state, ReadingState::MissingField);
    EXPECT_EQ(readings.at(1).value, 2);
    EXPECT_EQ(readings.at(2).value, 0);
}

TEST_F(PageSourceTest, WhatIsNoPageIsUnreachableAndKeepsTheLastGoodOne)
{
    const SignalSpec rate = spec("rate", QStringLiteral("requests_total"));
    page("requests_total 100\n");
    HttpBench::readOne(source, rate);
    bench.clock.advance(Milliseconds{10'000});
    page("<html>login</html>");
    EXPECT_EQ(HttpBench::readOne(source, rate).state, ReadingState::Unreachable);
    page("requests_total 1 2 3 4\n");
    const Reading broken = HttpBench::readOne(source, rate);
    EXPECT_EQ(broken.state, ReadingState::Unreachable);
    EXPECT_TRUE(broken.detail.contains(QStringLiteral("line 1"))) << broken;
    bench.server.setAnswer(403, "");
    EXPECT_EQ(HttpBench::readOne(source, rate).state, ReadingState::Unauthorized);
    bench.clock.advance(Milliseconds{10'000});
    page("requests_total 300\n");
    EXPECT_EQ(HttpBench::readOne(source, rate).value, 10);
}

TEST_F(PageSourceTest, AnEndlessPageEndsByTheDeadline)
{
    for (const auto behaviour : {HostileServer::Behaviour::EndlessChunks, HostileServer::Behaviour::BodyDrip,
                                 HostileServer::Behaviour::HugeBody}) {
        HostileServer hostile(behaviour);
        bench.connect(hostile.url(QString()).toString());
        EXPECT_EQ(HttpBench::readOne(source, spec("value", QStringLiteral("x")), Milliseconds{700}).state,
                  ReadingState::Unreachable);
    }
}

TEST_F(PageSourceTest, AWrongSelectorIsTold)
{
    page("x 1\n");
    const Reading reading = HttpBench::readOne(source, spec("value", QStringLiteral("x{")));
    EXPECT_EQ(reading.state, ReadingState::MissingField);
    EXPECT_TRUE(reading.detail.contains(QStringLiteral("selector"))) << reading;
}

TEST_F(PageSourceTest, ReadsThePageOfARealPrometheus)
{
    const PrometheusServers prometheus(PrometheusServers::PrometheusOnly);
    bench.connect(prometheus.url(), QStringLiteral("prometheus"));
    const SignalSpec build = spec("value", QStringLiteral("prometheus_build_info"));
    const SignalSpec requests = spec("rate", QStringLiteral("prometheus_http_requests_total"));
    const Reading first = HttpBench::readOne(source, build);
    EXPECT_EQ(first.value, 1) << first;
    HttpBench::readOne(source, requests);
    bench.clock.advance(Milliseconds{1'000});
    const Reading second = HttpBench::readOne(source, requests);
    EXPECT_EQ(second.state, ReadingState::Value) << second;
    EXPECT_GE(second.value, 1);
}

}  // namespace

}  // namespace cockpit::test
