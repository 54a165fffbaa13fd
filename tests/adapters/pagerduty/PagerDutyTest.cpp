// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/pagerduty/PagerDutyChannel.h"
#include "adapters/pagerduty/PagerDutyConnectionKind.h"
#include "adapters/pagerduty/PagerDutyEvent.h"
#include "tests/support/ChannelBench.h"

namespace cockpit::test {

namespace {

using namespace adapters::pagerduty;
using Kind = DeliveryOutcome::Kind;

const QByteArray key = "canary0123456789abcdef0123456789";

class PagerDutyTest : public testing::Test, public ChannelBench
{
protected:
    static ResolvedConnection at(const QString& url)
    {
        return HttpBench::connection(url, QStringLiteral("pagerduty"), key);
    }
    ResolvedConnection here() const { return at(bench.server.urlText()); }
    QJsonObject event(const Delivery& delivery)
    {
        EXPECT_EQ(waitFor(channel.deliver(here(), delivery)).kind, Kind::Delivered);
        return sent();
    }
    ConnectionCheck check(const ResolvedConnection& connection)
    {
        PagerDutyConnectionKind kind(*bench.http);
        return waitFor(kind.test(connection, Milliseconds{2'000}));
    }
    static QString text(const QJsonObject& object, const char* name)
    {
        return object.value(QLatin1String(name)).toString();
    }

    const QByteArray good = R"({"status":"success","message":"Event processed","dedup_key":"k"})";
    PagerDutyChannel channel{bench.clock, *bench.http};
};

TEST_F(PagerDutyTest, EachAnswerHasItsMeaning)
{
    const QList<AnswerCase> cases{
        {"accepted", answer(202, good), Kind::Delivered, "Event processed"},
        {"another success", answer(200, good), Kind::Retry, "not delivered"},
        {"202 of somebody else", answer(202, "{}"), Kind::Retry, "not delivered"},
        {"invalid event",
         answer(400, R"x({"status":"invalid event","message":"Event object is invalid",)x"
                     R"x("errors":["Length of 'routing_key' is incorrect (should be 32 characters)"]})x"),
         Kind::Failed, "Length of 'routing_key'"},
        {"the key comes back", answer(400, R"({"status":"invalid","message":")" + key + R"("})"), Kind::Failed, "400"},
        {"too many", answer(429, R"({"message":"rate limit"})", {{"Retry-After", "60"}}), Kind::Retry, "rate limit",
         60'000}};
    expectContract(channel, here(), cases + commonFailures());
    expectLostAnswers(channel, at);
    EXPECT_TRUE(channel.dropsRepeats());
}

TEST_F(PagerDutyTest, OneIncidentIsOneAlertFromPageToEnd)
{
    bench.server.setAnswer(202, good);
    const QJsonObject page = event(message());
    EXPECT_EQ(bench.server.last().target, "/v2/enqueue");
    EXPECT_TRUE(bench.server.last().header("Authorization").isEmpty());
    EXPECT_EQ(text(page, "event_action"), QStringLiteral("trigger"));
    EXPECT_EQ(text(page, "routing_key"), QString::fromLatin1(key));
    const QJsonObject payload = page.value(QStringLiteral("payload")).toObject();
    EXPECT_EQ(text(payload, "summary"), QStringLiteral("[SEV-1] Queue stuck"));
    EXPECT_EQ(text(payload, "source"), QStringLiteral("flowrex"));
    EXPECT_EQ(text(payload, "severity"), QStringLiteral("critical"));
    const QString dedup = text(page, "dedup_key");
    EXPECT_TRUE(dedup.contains(QStringLiteral("20261121-0301-7f3a")));
    struct Step {
        const char* kind;
        const char* status;
        const char* action;
    };
    for (const Step& step : {Step{"update", "declared", "trigger"}, Step{"acknowledged", "acknowledged", "acknowledge"},
                             Step{"resolved", "resolved", "resolve"}, Step{"update", "resolved", "resolve"},
                             Step{"update", "dismissed", "resolve"}, Step{"page", "resolved", "trigger"}}) {
        Delivery delivery = message(QLatin1String(step.kind));
        delivery.context.insert(QStringLiteral("status"), QLatin1String(step.status));
        delivery.key = QStringLiteral("another");
        const QJsonObject sentEvent = event(delivery);
        EXPECT_EQ(text(sentEvent, "event_action"), QLatin1String(step.action)) << step.kind << step.status;
        EXPECT_EQ(text(sentEvent, "dedup_key"), dedup);
    }
    Delivery loose = message();
    loose.incident.clear();
    EXPECT_TRUE(text(event(loose), "dedup_key").contains(loose.key));
    loose.incident = QString(300, QLatin1Char('x'));
    EXPECT_LE(dedupKey(loose).size(), 255);
}

TEST_F(PagerDutyTest, SeveritiesAndSizesAreThoseOfPagerDuty)
{
    const auto named = [](const char* name) {
        return eventSeverity({{QStringLiteral("severity"), QLatin1String(name)}});
    };
    for (const char* worst : {"P0", "P1", "SEV-1", "sev0", "critical", "Fatal", ""})
        EXPECT_EQ(named(worst), QStringLiteral("critical")) << worst;
    EXPECT_EQ(named("P2"), QStringLiteral("error"));
    EXPECT_EQ(named("SEV 3"), QStringLiteral("warning"));
    EXPECT_EQ(named("sev9"), QStringLiteral("info"));
    EXPECT_EQ(named("Warning"), QStringLiteral("warning"));
    EXPECT_EQ(eventSeverity({{QStringLiteral("severity"), QStringLiteral("P1")}, {QStringLiteral("severity_rank"), 1}}),
              QStringLiteral("error"));
    bench.server.setAnswer(202, good);
    Delivery huge = message();
    huge.title = QStringLiteral("\U0001F525\n<b>").repeated(2'000);
    huge.body = QStringLiteral("\U0001F525\"\\\n").repeated(400'000);
    const QJsonObject payload = event(huge).value(QStringLiteral("payload")).toObject();
    EXPECT_LE(text(payload, "summary").size(), 1'024);
    EXPECT_FALSE(text(payload, "summary").contains(QLatin1Char('\n')));
    EXPECT_LE(bench.server.last().body.size(), 512 * 1024);
    EXPECT_TRUE(
        text(payload.value(QStringLiteral("custom_details")).toObject(), "body").contains(QStringLiteral("shortened")));
}

TEST_F(PagerDutyTest, TheTestPagesNobody)
{
    bench.server.setAnswer(202, good);
    const ConnectionCheck found = check(here());
    EXPECT_TRUE(found.ok) << qPrintable(found.sentence);
    EXPECT_EQ(text(sent(), "event_action"), QStringLiteral("resolve"));
    EXPECT_FALSE(text(sent(), "dedup_key").contains(QStringLiteral("2026")));
    EXPECT_FALSE(sent().contains(QStringLiteral("payload")));
    bench.server.setAnswer(400, R"({"status":"invalid key","message":"Invalid routing key"})");
    EXPECT_EQ(check(here()).errorKind, ErrorKind::Unauthorized);
    EXPECT_TRUE(check(here()).sentence.contains(QStringLiteral("Invalid routing key")));
    bench.server.setAnswer(200, "<html>Sign in</html>");
    EXPECT_FALSE(check(here()).ok);
    ResolvedConnection wrong = here();
    wrong.secret = Secret("a REST key of 20 chr");
    EXPECT_EQ(check(wrong).errorKind, ErrorKind::InvalidInput);
    EXPECT_EQ(waitFor(channel.deliver(wrong, message())).kind, Kind::Failed);
    const auto europe = eventRequest(
        HttpBench::connection({}, QStringLiteral("pagerduty"), key, {{QStringLiteral("region"), QStringLiteral("eu")}}),
        "{}");
    EXPECT_EQ(europe->url, QUrl(QStringLiteral("https://events.eu.pagerduty.com/v2/enqueue")));
    EXPECT_EQ(eventRequest(HttpBench::connection({}, QStringLiteral("pagerduty"), key), "{}")->url.host(),
              QStringLiteral("events.pagerduty.com"));
}

}  // namespace

}  // namespace cockpit::test
