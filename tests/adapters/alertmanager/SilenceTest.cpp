// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/alertmanager/AlertmanagerFeed.h"
#include "adapters/alertmanager/SilenceClient.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HttpBench.h"
#include "tests/support/PrometheusServers.h"

#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit::test {

namespace {

using namespace adapters::alertmanager;

const Milliseconds deadline{5'000};

class SilenceTest : public testing::Test
{
protected:
    static ResolvedConnection at(const QString& url)
    {
        return HttpBench::connection(url, QStringLiteral("alertmanager"));
    }
    static SilenceRequest request(const QString& alert = QStringLiteral("Queue \"stuck\""))
    {
        const QDateTime now = SystemClock().utcNow();
        return {QStringLiteral("20261121-0301-7f3a"),
                {{QStringLiteral("alertname"), alert}, {QStringLiteral("platform"), QStringLiteral("flowrex")}},
                now,
                now.addSecs(600),
                QStringLiteral("desk-1/sam"),
                QStringLiteral("known, being worked on")};
    }
    ErrorKind errorOf(const SilenceRequest& wrong)
    {
        const auto made = waitFor(client.create(at(bench.server.urlText()), wrong, deadline));
        return made ? ErrorKind::Cancelled : made.error().kind;
    }

    HttpBench bench{QStringLiteral("alertmanager")};
    SilenceClient client{*bench.http};
};

TEST_F(SilenceTest, ARealAlertmanagerSilencesTheAlertUntilItIsExpired)
{
    const PrometheusServers server(PrometheusServers::AlertmanagerOnly);
    const ResolvedConnection connection = at(server.url());
    HttpRequest alert;
    alert.method = "POST";
    alert.url = QUrl(server.url() + QStringLiteral("/api/v2/alerts"));
    alert.headers = {{"Content-Type", "application/json"}};
    alert.body = R"([{"labels":{"alertname":"Queue \"stuck\"","platform":"flowrex","pod":"a"}}])";
    ASSERT_EQ(waitFor(bench.http->send(alert))->status, 200);
    AlertmanagerFeed feed(*bench.http);
    const auto isInState = [&](ExternalAlert::State state) {
        return waitUntil(
            [&] {
                const auto alerts = waitFor(feed.poll(connection, deadline));
                return alerts && alerts->size() == 1 && alerts->first().state == state;
            },
            15'000);
    };
    ASSERT_TRUE(isInState(ExternalAlert::State::Active));
    const auto id = waitFor(client.create(connection, request(), deadline));
    ASSERT_TRUE(id.ok()) << qPrintable(id.error().message);
    EXPECT_TRUE(isInState(ExternalAlert::State::Silenced));
    const auto silences = waitFor(client.list(connection, request().incident, deadline));
    ASSERT_TRUE(silences && silences->size() == 1);
    const Silence found = silences->first();
    EXPECT_EQ(found.id, *id);
    EXPECT_EQ(found.state, QStringLiteral("active"));
    EXPECT_EQ(found.labels, request().labels);
    EXPECT_TRUE(found.exact);
    EXPECT_EQ(found.comment, request().comment);
    EXPECT_EQ(found.createdBy, QStringLiteral("desk-1/sam"));
    EXPECT_TRUE(waitFor(client.list(connection, QStringLiteral("another"), deadline))->isEmpty());
    EXPECT_TRUE(waitFor(client.expire(connection, *id, deadline)).ok());
    EXPECT_TRUE(isInState(ExternalAlert::State::Active));
    EXPECT_TRUE(waitFor(client.expire(connection, *id, deadline)).ok()) << "it has ended, which is what was wanted";
    EXPECT_TRUE(waitFor(client.list(connection, {}, deadline))->isEmpty());
    const Status unknown =
        waitFor(client.expire(connection, QStringLiteral("00000000-0000-0000-0000-000000000000"), deadline));
    EXPECT_EQ(unknown.error().kind, ErrorKind::NotFound) << qPrintable(unknown.error().message);
    SilenceRequest past = request();
    past.startsAt = past.startsAt.addDays(-2);
    past.endsAt = past.endsAt.addDays(-1);
    EXPECT_EQ(waitFor(client.create(connection, past, deadline)).error().kind, ErrorKind::InvalidInput);
}

TEST_F(SilenceTest, WhatWouldHideTooMuchIsNotSent)
{
    SilenceRequest wrong = request();
    wrong.labels.clear();
    EXPECT_EQ(errorOf(wrong), ErrorKind::InvalidInput);
    wrong.labels = {{QStringLiteral("alertname"), QString()}};
    EXPECT_EQ(errorOf(wrong), ErrorKind::InvalidInput);
    wrong.labels = {{QStringLiteral("a\"b"), QStringLiteral("x")}};
    EXPECT_EQ(errorOf(wrong), ErrorKind::InvalidInput);
    for (auto field : {&SilenceRequest::incident, &SilenceRequest::createdBy, &SilenceRequest::comment}) {
        wrong = request();
        (wrong.*field).clear();
        EXPECT_EQ(errorOf(wrong), ErrorKind::InvalidInput);
    }
    wrong = request();
    wrong.endsAt = wrong.startsAt;
    EXPECT_EQ(errorOf(wrong), ErrorKind::InvalidInput);
    wrong.endsAt = QDateTime();
    EXPECT_EQ(errorOf(wrong), ErrorKind::InvalidInput);
    for (const char* id : {"", "../alerts", "a b", "x?y"})
        EXPECT_FALSE(waitFor(client.expire(at(bench.server.urlText()), QLatin1String(id), deadline)).ok());
    EXPECT_TRUE(bench.server.requests().isEmpty());
}

TEST_F(SilenceTest, EachAnswerHasItsMeaning)
{
    struct Case {
        int status;
        const char* body;
        ErrorKind kind;
    };
    for (const Case& given :
         {Case{200, "{}", ErrorKind::Malformed}, Case{200, "<html>Sign in</html>", ErrorKind::Unreachable},
          Case{302, "", ErrorKind::Unreachable}, Case{400, "\"bad matcher\"", ErrorKind::InvalidInput},
          Case{401, "", ErrorKind::Unauthorized}, Case{404, "\"not found\"", ErrorKind::NotFound},
          Case{500, "\"x\"", ErrorKind::Unreachable}}) {
        bench.server.setAnswer(given.status, given.body);
        EXPECT_EQ(static_cast<int>(errorOf(request())), static_cast<int>(given.kind)) << given.status << given.body;
    }
    for (const char* body : {"{}", "[{}]", "[1]", R"([{"id":"a"}])"})
        EXPECT_FALSE(parseSilences(body).ok()) << body;
    const auto others = parseSilences(
        R"([{"id":"a","status":{"state":"active"},"comment":"by hand",)"
        R"("matchers":[{"name":"x","value":".*","isRegex":true},{"name":"y","value":"1","isRegex":false}]}])");
    ASSERT_TRUE(others.ok());
    EXPECT_TRUE(others->first().incident.isEmpty());
    EXPECT_FALSE(others->first().exact);
    EXPECT_EQ(others->first().labels.size(), 1);
    HostileServer lost(HostileServer::Behaviour::CloseAfterRequest);
    const auto made = waitFor(
        client.create(at(QStringLiteral("http://127.0.0.1:%1").arg(lost.port())), request(), Milliseconds{2'000}));
    EXPECT_TRUE(made.error().detail.startsWith(QStringLiteral("sent:")));
    EXPECT_EQ(lost.requests(), 1);
}

}  // namespace

}  // namespace cockpit::test
