// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/teams/TeamsCard.h"
#include "adapters/teams/TeamsChannel.h"
#include "adapters/teams/TeamsConnectionKind.h"
#include "tests/support/ChannelBench.h"
#include "tests/support/HostileTexts.h"

namespace cockpit::test {

namespace {

using namespace adapters::teams;
using Kind = DeliveryOutcome::Kind;

class TeamsTest : public testing::Test, public ChannelBench
{
protected:
    static ResolvedConnection at(const QString& url)
    {
        return HttpBench::connection({}, QStringLiteral("teams"),
                                     (url + QStringLiteral("/workflows/canary?sig=canary")).toUtf8());
    }
    ResolvedConnection here() const { return at(bench.server.urlText()); }
    static QJsonArray blocks(const Delivery& delivery)
    {
        const QJsonObject attachment = QJsonDocument::fromJson(teamsMessage(delivery))
                                           .object()
                                           .value(QStringLiteral("attachments"))
                                           .toArray()
                                           .first()
                                           .toObject();
        EXPECT_EQ(attachment.value(QStringLiteral("contentType")).toString(),
                  QStringLiteral("application/vnd.microsoft.card.adaptive"));
        const QJsonObject card = attachment.value(QStringLiteral("content")).toObject();
        EXPECT_EQ(card.value(QStringLiteral("msteams")).toObject().keys(), QStringList{QStringLiteral("width")});
        return card.value(QStringLiteral("body")).toArray();
    }

    TeamsChannel channel{bench.clock, *bench.http};
};

TEST_F(TeamsTest, EachAnswerHasItsMeaning)
{
    const QList<AnswerCase> cases{
        {"accepted", answer(202, ""), Kind::Delivered, "took it"},
        {"an old connector", answer(200, "1"), Kind::Retry, "not delivered"},
        {"a stopped workflow",
         answer(400, R"({"error":{"code":"WorkflowTriggerIsNotEnabled","message":"not enabled"}})"), Kind::Failed,
         "not enabled"},
        {"a wrong signature", answer(401, R"({"error":{"code":"x","message":"sig=canary is wrong"}})"), Kind::Failed,
         "401"},
        {"throttled", answer(429, R"({"error":{"message":"busy"}})", {{"Retry-After", "5"}}), Kind::Retry, "busy",
         5'000}};
    ResolvedConnection connection = here();
    connection.secret = Secret(bench.server.urlText().toUtf8() + "/w?sig=canary");
    bench.server.setAnswer(401, connection.secret.reveal());
    EXPECT_FALSE(waitFor(channel.deliver(connection, message())).words.contains(QStringLiteral("sig=canary")));
    QList<AnswerCase> all = cases + commonFailures();
    all.removeIf(
        [](const AnswerCase& given) { return QLatin1String(given.name) == QLatin1String("a wrong signature"); });
    expectContract(channel, here(), all);
    expectLostAnswers(channel, at);
    EXPECT_EQ(channel.pace(), Milliseconds{250});
}

TEST_F(TeamsTest, TheCardSaysWhatTheMessageSays)
{
    bench.server.setAnswer(202, "");
    EXPECT_EQ(waitFor(channel.deliver(here(), message())).kind, Kind::Delivered);
    EXPECT_EQ(bench.server.last().target, "/workflows/canary?sig=canary");
    EXPECT_EQ(bench.server.last().body, teamsMessage(message()));
    const QString texts = allTexts(blocks(message()));
    for (const char* part : {"[SEV-1] Queue stuck\n", "12 orders wait\n", "since 03:01\n", "ref 7F3A"})
        EXPECT_TRUE(texts.contains(QLatin1String(part))) << part;
}

TEST_F(TeamsTest, NoTextIsMarkupOrMention)
{
    for (const QString& text : hostileTexts(1'000)) {
        Delivery delivery = message();
        delivery.title = text;
        delivery.body = text;
        const QByteArray json = teamsMessage(delivery);
        ASSERT_FALSE(json.contains("\"entities\""));
        ASSERT_FALSE(json.contains("{{") || json.contains("${")) << json.constData();
        ASSERT_LE(json.size(), 28 * 1024);
        for (const QJsonValue block : blocks(delivery)) {
            // A TextBlock would read Markdown; a text run with a selectAction would be a link.
            ASSERT_EQ(block.toObject().value(QStringLiteral("type")).toString(), QStringLiteral("RichTextBlock"));
            for (const QJsonValue run : block.toObject().value(QStringLiteral("inlines")).toArray()) {
                ASSERT_EQ(run.toObject().value(QStringLiteral("type")).toString(), QStringLiteral("TextRun"));
                ASSERT_FALSE(run.toObject().contains(QStringLiteral("selectAction")));
                const QString shown = run.toObject().value(QStringLiteral("text")).toString();
                ASSERT_TRUE(shown.isValidUtf16());
                static const QRegularExpression hidden(
                    QStringLiteral("[\\x00-\\x08\\x0a-\\x1f\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
                ASSERT_FALSE(hidden.match(shown).hasMatch()) << qPrintable(shown);
            }
        }
    }
    for (const char* filling : {"x", "\U0001F525", "\"", "a\n"}) {
        Delivery huge = message();
        huge.title = QString::fromUtf8(filling).repeated(5'000);
        huge.body = (QString::fromUtf8(filling).repeated(900) + QLatin1Char('\n')).repeated(500);
        EXPECT_LE(teamsMessage(huge).size(), 28 * 1024) << filling;
        EXPECT_TRUE(allTexts(blocks(huge)).contains(QStringLiteral("shortened"))) << filling;
        EXPECT_TRUE(allTexts(blocks(huge)).contains(QStringLiteral("ref 7F3A"))) << filling;
    }
}

TEST_F(TeamsTest, TheTestOnlyConnects)
{
    TeamsConnectionKind kind(*bench.http);
    const ConnectionCheck found = waitFor(kind.test(here(), Milliseconds{2'000}));
    EXPECT_TRUE(found.ok && !found.sentence.contains(QStringLiteral("canary"))) << qPrintable(found.sentence);
    EXPECT_TRUE(bench.server.rawBytes().isEmpty());
    EXPECT_FALSE(waitFor(kind.test(at(QStringLiteral("http://127.0.0.1:1")), Milliseconds{2'000})).ok);
    EXPECT_FALSE(waitFor(kind.test(at(QStringLiteral("http://flows.example.test")), Milliseconds{2'000})).ok);
}

}  // namespace

}  // namespace cockpit::test
