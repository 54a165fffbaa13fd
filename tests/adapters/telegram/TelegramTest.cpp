// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/telegram/TelegramChannel.h"
#include "adapters/telegram/TelegramConnectionKind.h"
#include "adapters/telegram/TelegramMessage.h"
#include "tests/support/ChannelBench.h"
#include "tests/support/HostileTexts.h"

namespace cockpit::test {

namespace {

using namespace adapters::telegram;
using Kind = DeliveryOutcome::Kind;

const QString chat = QStringLiteral("-1001234567890");

class TelegramTest : public testing::Test, public ChannelBench
{
protected:
    static ResolvedConnection at(const QString& url)
    {
        return HttpBench::connection(url, QStringLiteral("telegram"), "123456:canary-ABC_def",
                                     {{QStringLiteral("chat"), chat}});
    }
    ResolvedConnection here() const { return at(bench.server.urlText()); }
    static QJsonObject body(const Delivery& delivery)
    {
        return QJsonDocument::fromJson(telegramMessage(delivery, chat)).object();
    }
    static QString text(const Delivery& delivery) { return body(delivery).value(QStringLiteral("text")).toString(); }

    const QByteArray good = R"({"ok":true,"result":{"message_id":42,"chat":{"id":-1001234567890}}})";
    TelegramChannel channel{bench.clock, *bench.http};
};

TEST_F(TelegramTest, EachAnswerHasItsMeaning)
{
    const auto refusal = [](int status, const QByteArray& description, const QByteArray& more = {}) {
        return answer(status, R"({"ok":false,"error_code":)" + QByteArray::number(status) + R"(,"description":")" +
                                  description + '"' + more + '}');
    };
    const QList<AnswerCase> cases{
        {"ok", answer(200, good), Kind::Delivered, "ok"},
        {"not ok in a 200", refusal(200, "odd"), Kind::Retry, "odd"},
        {"ok with another status", answer(201, good), Kind::Retry, "not delivered"},
        {"no such chat", refusal(400, "Bad Request: chat not found"), Kind::Failed, "chat not found"},
        {"moved", refusal(400, "group chat was upgraded", R"(,"parameters":{"migrate_to_chat_id":-100777})"),
         Kind::Failed, "-100777"},
        {"a wrong token", refusal(401, "Unauthorized"), Kind::Failed, "Unauthorized"},
        {"thrown out", refusal(403, "Forbidden: bot was kicked"), Kind::Failed, "kicked"},
        {"the token comes back", refusal(404, "/bot123456:canary-ABC_def"), Kind::Failed, "404"},
        {"too fast", refusal(429, "Too Many Requests: retry after 5", R"(,"parameters":{"retry_after":5})"),
         Kind::Retry, "retry after 5", 5'000},
        {"far too fast", refusal(429, "slow", R"(,"parameters":{"retry_after":86400})"), Kind::Retry, "slow",
         3'600'000},
        {"broken", refusal(500, "Internal Server Error"), Kind::Retry, "500"}};
    expectContract(channel, here(), cases + commonFailures());
    expectLostAnswers(channel, at);
    EXPECT_GE(channel.pace(), Milliseconds{1'000});
}

TEST_F(TelegramTest, LaterMessagesReplyToTheFirst)
{
    bench.server.setAnswer(200, good);
    const DeliveryOutcome first = waitFor(channel.deliver(here(), message()));
    EXPECT_EQ(bench.server.last().target, "/bot123456:canary-ABC_def/sendMessage");
    EXPECT_TRUE(bench.server.last().header("Authorization").isEmpty());
    EXPECT_EQ(sent().value(QStringLiteral("chat_id")).toString(), chat);
    EXPECT_FALSE(sent().contains(QStringLiteral("parse_mode")));
    EXPECT_FALSE(sent().contains(QStringLiteral("reply_parameters")));
    EXPECT_FALSE(bench.server.last().body.contains("canary"));
    Delivery update = message(QStringLiteral("update"));
    update.thread = first.thread;
    waitFor(channel.deliver(here(), update));
    const QJsonObject reply = sent().value(QStringLiteral("reply_parameters")).toObject();
    EXPECT_EQ(reply.value(QStringLiteral("message_id")).toInt(), 42);
    EXPECT_TRUE(reply.value(QStringLiteral("allow_sending_without_reply")).toBool());
    update.thread = QStringLiteral("@other:42");
    EXPECT_FALSE(body(update).contains(QStringLiteral("reply_parameters")));
}

TEST_F(TelegramTest, NoTextMentionsOrHides)
{
    for (const QString& hostile : hostileTexts(1'000)) {
        Delivery delivery = message();
        delivery.title = hostile;
        delivery.body = hostile;
        const QString all = text(delivery);
        ASSERT_TRUE(all.isValidUtf16());
        ASSERT_LE(all.size(), 4'096);
        static const QRegularExpression mention(QStringLiteral("@\\w"));
        ASSERT_FALSE(mention.match(all).hasMatch()) << qPrintable(all);
        static const QRegularExpression hidden(
            QStringLiteral("[\\x00-\\x08\\x0b-\\x1f\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
        ASSERT_FALSE(hidden.match(all).hasMatch()) << qPrintable(all);
    }
    for (const char* filling : {"x", "\U0001F525", "@a "}) {
        Delivery huge = message();
        huge.body = QString::fromUtf8(filling).repeated(9'000);
        EXPECT_LE(text(huge).size(), 4'096) << filling;
        EXPECT_TRUE(text(huge).contains(QStringLiteral("shortened")) &&
                    text(huge).endsWith(QStringLiteral("ref 7F3A)")))
            << filling;
    }
}

TEST_F(TelegramTest, TheTestAsksForBotAndChat)
{
    TelegramConnectionKind kind(*bench.http);
    const auto check = [&](const ResolvedConnection& connection) {
        return waitFor(kind.test(connection, Milliseconds{4'000}));
    };
    bench.server.setHandler([](const SeenRequest& request) {
        return request.target.endsWith("/getMe") ? answer(200, R"({"ok":true,"result":{"username":"cockpit_bot"}})")
                                                 : answer(200, R"({"ok":true,"result":{"title":"Ops room"}})");
    });
    const ConnectionCheck found = check(here());
    EXPECT_TRUE(found.ok && found.sentence.contains(QStringLiteral("Ops room"))) << qPrintable(found.sentence);
    EXPECT_EQ(bench.server.requests().size(), 2);
    EXPECT_EQ(sent().keys(), QStringList{QStringLiteral("chat_id")});
    bench.server.setHandler([](const SeenRequest& request) {
        return request.target.endsWith("/getMe")
                   ? answer(200, R"({"ok":true,"result":{"username":"cockpit_bot"}})")
                   : answer(400, R"({"ok":false,"description":"Bad Request: chat not found"})");
    });
    EXPECT_EQ(check(here()).errorKind, ErrorKind::NotFound);
    bench.server.setHandler([](const SeenRequest&) {
        return answer(404, R"({"ok":false,"description":"Not Found: /bot123456:canary-ABC_def"})");
    });
    const qsizetype before = bench.server.requests().size();
    const ConnectionCheck unknown = check(here());
    EXPECT_EQ(unknown.errorKind, ErrorKind::Unauthorized);
    EXPECT_FALSE(unknown.sentence.contains(QStringLiteral("canary")));
    EXPECT_EQ(bench.server.requests().size(), before + 1);
    for (const char* token : {"", "canary", "123:../../x/canary-", "123456:ABC?canary-x=1"}) {
        ResolvedConnection wrong = here();
        wrong.secret = Secret(token);
        EXPECT_EQ(check(wrong).errorKind, ErrorKind::InvalidInput) << token;
        const DeliveryOutcome outcome = waitFor(channel.deliver(wrong, message()));
        EXPECT_EQ(outcome.kind, Kind::Failed) << token;
        EXPECT_FALSE(outcome.words.contains(QStringLiteral("canary")));
    }
    ResolvedConnection wrong = here();
    wrong.spec.settings.insert(QStringLiteral("chat"), QStringLiteral("Ops room"));
    EXPECT_EQ(check(wrong).errorKind, ErrorKind::InvalidInput);
}

}  // namespace

}  // namespace cockpit::test
