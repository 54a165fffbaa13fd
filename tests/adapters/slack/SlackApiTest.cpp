// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/SlackApiChannel.h"
#include "adapters/slack/SlackApiConnectionKind.h"
#include "tests/support/ChannelBench.h"

namespace cockpit::test {

namespace {

using namespace adapters::slack;
using Kind = DeliveryOutcome::Kind;

class SlackApiTest : public testing::Test, public ChannelBench
{
protected:
    static ResolvedConnection at(const QString& url)
    {
        return HttpBench::connection(url, QStringLiteral("slack_api"), "xoxb-canary-token",
                                     {{QStringLiteral("channel"), QStringLiteral("C024BE91L")}});
    }
    ResolvedConnection here() const { return at(bench.server.urlText()); }
    DeliveryOutcome deliver(const Delivery& delivery = message()) { return waitFor(channel.deliver(here(), delivery)); }
    ConnectionCheck check(const ResolvedConnection& connection)
    {
        SlackApiConnectionKind kind(*bench.http);
        return waitFor(kind.test(connection, Milliseconds{2'000}));
    }
    static AnswerCase refusal(const char* name, Kind kind, qint64 retryAfterMs = 0)
    {
        return {name, answer(200, QByteArray(R"({"ok":false,"error":")") + name + "\"}", {{"Retry-After", "30"}}), kind,
                name, retryAfterMs};
    }

    SlackApiChannel channel{bench.clock, *bench.http};
    const QByteArray good = R"({"ok":true,"channel":"C024BE91L","ts":"1712.0042","message":{}})";
};

TEST_F(SlackApiTest, EachAnswerHasItsMeaning)
{
    QList<AnswerCase> cases{
        {"ok", answer(200, good), Kind::Delivered, "ok"},
        {"ok as a text", answer(200, R"({"ok":"true"})"), Kind::Retry, "not delivered"},
        {"ok with another status", answer(201, good), Kind::Retry, "not delivered"},
        {"rate", answer(429, R"({"ok":false,"error":"ratelimited"})", {{"Retry-After", "30"}}), Kind::Retry,
         "ratelimited", 30'000},
        {"the token", answer(200, R"({"ok":false,"error":"xoxb-canary-token"})"), Kind::Failed, "refused"},
        refusal("ratelimited", Kind::Retry, 30'000),
        refusal("service_unavailable", Kind::Retry, 30'000),
        refusal("request_timeout", Kind::Retry, 30'000),
        refusal("internal_error", Kind::Uncertain),
        refusal("fatal_error", Kind::Uncertain)};
    for (const char* final : {"channel_not_found", "not_in_channel", "is_archived", "msg_too_long", "no_text",
                              "invalid_auth", "not_authed", "account_inactive", "token_revoked", "missing_scope",
                              "invalid_blocks", "restricted_action", "ekm_access_denied", "something_new"})
        cases.append(refusal(final, Kind::Failed));
    expectContract(channel, here(), cases + commonFailures());
    expectLostAnswers(channel, at);
    EXPECT_EQ(channel.pace(), Milliseconds{1'000});
}

TEST_F(SlackApiTest, AnIncidentIsOneThreadAndItsEndIsShownToAll)
{
    bench.server.setAnswer(200, good);
    const DeliveryOutcome first = deliver();
    EXPECT_EQ(bench.server.last().target, "/api/chat.postMessage");
    EXPECT_EQ(bench.server.last().header("Authorization"), "Bearer xoxb-canary-token");
    EXPECT_FALSE(bench.server.last().body.contains("canary"));
    EXPECT_EQ(sent().value(QStringLiteral("channel")).toString(), QStringLiteral("C024BE91L"));
    EXPECT_FALSE(sent().contains(QStringLiteral("thread_ts")));
    EXPECT_EQ(first.thread, QStringLiteral("C024BE91L:1712.0042"));
    Delivery update = message(QStringLiteral("update"));
    update.thread = first.thread;
    deliver(update);
    EXPECT_EQ(sent().value(QStringLiteral("thread_ts")).toString(), QStringLiteral("1712.0042"));
    EXPECT_FALSE(sent().value(QStringLiteral("reply_broadcast")).toBool(true));
    update.kind = QStringLiteral("resolved");
    deliver(update);
    EXPECT_TRUE(sent().value(QStringLiteral("reply_broadcast")).toBool());
    for (const char* other : {"COTHER:1712.0042", "C024BE91L:nonsense", "1712.0042", "<a@b>"}) {
        update.thread = QLatin1String(other);
        deliver(update);
        EXPECT_FALSE(sent().contains(QStringLiteral("thread_ts"))) << other;
    }
}

TEST_F(SlackApiTest, TheTestAsksWhoseTokenItIs)
{
    bench.server.setAnswer(200, R"({"ok":true,"user":"cockpit","team":"Ops"})");
    const ConnectionCheck found = check(here());
    EXPECT_TRUE(found.ok && found.sentence.contains(QStringLiteral("cockpit in Ops"))) << qPrintable(found.sentence);
    EXPECT_EQ(bench.server.last().target, "/api/auth.test");
    for (const char* body : {R"({"ok":false,"error":"invalid_auth"})", R"({"ok":false,"error":"token_revoked"})"}) {
        bench.server.setAnswer(200, body);
        EXPECT_EQ(check(here()).errorKind, ErrorKind::Unauthorized);
    }
    bench.server.setAnswer(200, R"({"ok":false,"error":"ratelimited"})");
    EXPECT_EQ(check(here()).errorKind, ErrorKind::Unreachable);
    bench.server.setAnswer(200, "<html>Sign in</html>");
    EXPECT_FALSE(check(here()).ok);
    ResolvedConnection wrong = here();
    wrong.spec.settings.insert(QStringLiteral("channel"), QStringLiteral("two words"));
    EXPECT_EQ(check(wrong).errorKind, ErrorKind::InvalidInput);
    EXPECT_EQ(waitFor(channel.deliver(wrong, message())).kind, Kind::Failed);
    wrong = here();
    wrong.secret = Secret();
    EXPECT_EQ(waitFor(channel.deliver(wrong, message())).kind, Kind::Failed);
}

}  // namespace

}  // namespace cockpit::test
