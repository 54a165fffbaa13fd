// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/alertmanager/AlertmanagerConnectionKind.h"
#include "adapters/alertmanager/AlertmanagerFeed.h"
#include "tests/support/HttpBench.h"
#include "tests/support/PrometheusServers.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

using namespace adapters::alertmanager;

class AlertmanagerTest : public testing::Test
{
protected:
    Result<QList<ExternalAlert>> poll(const QString& url)
    {
        return waitFor(feed.poll(HttpBench::connection(url, QStringLiteral("alertmanager")), Milliseconds{5'000}));
    }
    void post(const QString& url, const QByteArray& body)
    {
        HttpRequest request;
        request.method = "POST";
        request.url = QUrl(url);
        request.headers = {{"Content-Type", "application/json"}};
        request.body = body;
        const auto reply = waitFor(bench.http->send(request));
        ASSERT_TRUE(reply.ok());
        ASSERT_EQ(reply->status, 200) << reply->body.constData();
    }
    ConnectionCheck check(const QString& url)
    {
        AlertmanagerConnectionKind kind(*bench.http);
        return waitFor(kind.test(HttpBench::connection(url, QStringLiteral("alertmanager")), Milliseconds{5'000}));
    }

    HttpBench bench{QStringLiteral("alertmanager")};
    AlertmanagerFeed feed{*bench.http};
};

TEST_F(AlertmanagerTest, ARealServersAlertsAreReadInTheirStates)
{
    const PrometheusServers server(PrometheusServers::AlertmanagerOnly);
    const QDateTime now = SystemClock().utcNow();
    const QByteArray starts = now.addSecs(-60).toString(Qt::ISODate).toUtf8();
    const QByteArray ends = now.addSecs(3'600).toString(Qt::ISODate).toUtf8();
    post(server.url() + QStringLiteral("/api/v2/silences"),
         R"({"matchers":[{"name":"alertname","value":"Noise","isRegex":false,"isEqual":true}],"startsAt":")" + starts +
             R"(","endsAt":")" + ends + R"(","createdBy":"test","comment":"known"})");
    const auto alert = [&](const QByteArray& name) {
        return R"({"labels":{"alertname":")" + name +
               R"(","platform":"flowrex","severity":"critical"},"annotations":{"summary":"<b>)" + name +
               R"(</b>"},"startsAt":")" + starts + R"(","generatorURL":"http://example.test/g"})";
    };
    post(server.url() + QStringLiteral("/api/v2/alerts"),
         '[' + alert("Outage") + ',' + alert("Symptom") + ',' + alert("Noise") + ']');
    QMap<QString, ExternalAlert> byName;
    ASSERT_TRUE(waitUntil(
        [&] {
            const auto alerts = poll(server.url());
            byName.clear();
            for (const ExternalAlert& each : alerts ? *alerts : QList<ExternalAlert>())
                byName.insert(each.labels.value(QStringLiteral("alertname")), each);
            return byName.size() == 3 && byName.value(QStringLiteral("Outage")).state == ExternalAlert::State::Active &&
                   byName.value(QStringLiteral("Symptom")).state == ExternalAlert::State::Inhibited &&
                   byName.value(QStringLiteral("Noise")).state == ExternalAlert::State::Silenced;
        },
        15'000));
    const ExternalAlert outage = byName.value(QStringLiteral("Outage"));
    EXPECT_EQ(outage.title(), QStringLiteral("<b>Outage</b>"));
    EXPECT_EQ(outage.severity(), QStringLiteral("critical"));
    EXPECT_EQ(outage.startsAt.toSecsSinceEpoch(), now.addSecs(-60).toSecsSinceEpoch());
    EXPECT_EQ(outage.generatorUrl, QStringLiteral("http://example.test/g"));
    EXPECT_FALSE(outage.fingerprint.isEmpty());
    const ConnectionCheck good = check(server.url());
    EXPECT_TRUE(good.ok && good.sentence.contains(QStringLiteral("Alertmanager 0."))) << qPrintable(good.sentence);
}

TEST_F(AlertmanagerTest, WhatIsNoListOfAlertsIsAnError)
{
    const QString url = bench.server.urlText();
    bench.server.setAnswer(200, "[]");
    ASSERT_TRUE(poll(url).ok());
    EXPECT_TRUE(poll(url)->isEmpty());
    for (const char* body : {"{}", "[{}]", "[1]", "<html>", R"([{"fingerprint":"a","labels":{"x":"y"}}])"}) {
        bench.server.setAnswer(200, body);
        EXPECT_FALSE(poll(url).ok()) << body;
    }
    bench.server.setAnswer(403, "");
    EXPECT_EQ(poll(url).error().kind, ErrorKind::Unauthorized);
    bench.server.setAnswer(500, "[]");
    EXPECT_EQ(poll(url).error().kind, ErrorKind::Unreachable);
    bench.server.setAnswer(200, "{}");
    EXPECT_FALSE(check(url).ok);
    bench.server.setAnswer(
        200,
        R"([{"fingerprint":"a","labels":{"alertname":"X"},"status":{"state":"unprocessed","silencedBy":[],"inhibitedBy":[]}}])");
    EXPECT_EQ(poll(url)->first().state, ExternalAlert::State::Unprocessed);
}

}  // namespace

}  // namespace cockpit::test
