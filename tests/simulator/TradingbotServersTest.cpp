// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/TradingbotSimulator.h"
#include "simulator/servers/ThrowAwayPrometheus.h"
#include "tests/simulator/PlainHttp.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QUrlQuery>

namespace cockpit::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000;

QJsonValue firstValue(const QUrl& server, const QString& query, const QString& time = {})
{
    QUrl url(server.toString() + u"/api/v1/query"_s);
    QUrlQuery words{{u"query"_s, QString::fromLatin1(QUrl::toPercentEncoding(query))}};
    if (!time.isEmpty())
        words.addQueryItem(u"time"_s, time);
    url.setQuery(words);
    return exchange(url, "GET").json()[u"data"][u"result"][0][u"value"][1];
}

// The query as the playbook's file holds it, its lines folded.
QString marketHoursQuery()
{
    QFile file(QStringLiteral(PROJECT_DIR "/resources/playbooks/tradingbot/playbook.yaml"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const qsizetype signal = text.indexOf(u"  - id: market_hours"_s);
    const qsizetype from = text.indexOf(u"query: >-"_s, signal) + 9;
    return text.mid(from, text.indexOf(u"\n  - id:"_s, from) - from).simplified();
}

}  // namespace

TEST(TradingbotServersTest, PrometheusReadsItAndAlertmanagerHearsThePlatformsOwnAlerts)
{
    const SystemClock clock;
    QTemporaryDir folder;
    PlatformOptions options;
    options.folder = folder.path();
    options.program = u"/usr/bin/true"_s;
    TradingbotSimulator simulator(clock, options);
    const auto bindings = waitFor(simulator.start(), patience);
    ASSERT_TRUE(bindings);
    EXPECT_TRUE(simulator.problems().isEmpty()) << qPrintable(simulator.problems().join(u'\n'));
    QMap<QString, QUrl> servers;
    for (const DemoBinding& binding : *bindings)
        servers[binding.spec.id] = QUrl(binding.spec.settings.value(u"url"_s).toString());
    ASSERT_EQ(servers.keys(), QStringList({u"tradingbot/alerts"_s, u"tradingbot/host"_s, u"tradingbot/metrics"_s}));
    const QUrl prometheus = servers.value(u"tradingbot/metrics"_s);
    for (const QString& job : {u"tradingbot"_s, u"node"_s, u"market_data"_s})
        EXPECT_TRUE(waitUntil([&] { return firstValue(prometheus, u"up{job=\"%1\"}"_s.arg(job)) == u"1"_s; }, patience))
            << qPrintable(job);
    ASSERT_TRUE(simulator.setScenario(u"feed-down"_s));
    EXPECT_TRUE(waitUntil([&] { return firstValue(prometheus, u"up{job=\"market_data\"}"_s) == u"0"_s; }, patience));
    const QUrl alerts(servers.value(u"tradingbot/alerts"_s).toString() + u"/api/v2/alerts"_s);
    const auto heardOf = [&](const QString& name) {
        const QJsonArray all = QJsonDocument::fromJson(exchange(alerts, "GET").body).array();
        return std::any_of(all.begin(), all.end(), [&name](const QJsonValue& alert) {
            return alert[u"labels"][u"alertname"] == name && alert[u"labels"][u"severity"] == u"critical"_s &&
                   alert[u"annotations"][u"runbook_url"].toString().endsWith(u".md"_s);
        });
    };
    EXPECT_TRUE(waitUntil([&] { return heardOf(u"MarketDataFeedDown"_s); }, patience));
    EXPECT_FALSE(heardOf(u"CircuitBreakerOpen"_s));
    ASSERT_TRUE(simulator.setScenario(u"drawdown"_s));
    EXPECT_TRUE(waitUntil([&] { return heardOf(u"CircuitBreakerOpen"_s); }, patience));
    EXPECT_TRUE(waitFor(simulator.stop(), patience));
}

TEST(TradingbotServersTest, ThePlaybooksMarketHoursAreThoseOfTheSession)
{
    ThrowAwayPrometheus server;
    const auto address = waitFor(server.start({}), patience);
    ASSERT_TRUE(address);
    const QUrl prometheus(u"http://127.0.0.1:%1"_s.arg(address->port));
    const auto open = [&](const char* time) {
        return firstValue(prometheus, marketHoursQuery(), QString::fromLatin1(time));
    };
    EXPECT_EQ(open("2026-11-18T15:00:00Z"), u"1"_s);  // a Wednesday
    EXPECT_EQ(open("2026-11-18T14:30:00Z"), u"1"_s);
    EXPECT_EQ(open("2026-11-18T14:29:00Z"), u"0"_s);
    EXPECT_EQ(open("2026-11-18T20:00:00Z"), u"0"_s);
    EXPECT_EQ(open("2026-11-21T15:00:00Z"), u"0"_s);  // a Saturday
    EXPECT_TRUE(waitFor(server.stop(), patience));
}

}  // namespace cockpit::test
