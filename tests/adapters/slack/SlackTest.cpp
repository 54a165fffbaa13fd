// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/SlackChannel.h"
#include "adapters/slack/SlackConnectionKind.h"
#include "adapters/slack/SlackMessage.h"
#include "tests/support/Certificates.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HostileTexts.h"
#include "tests/support/HttpBench.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace cockpit::test {

namespace {

using namespace adapters::slack;
using Kind = DeliveryOutcome::Kind;

Delivery message(const QString& title = QStringLiteral("[SEV-1] Queue stuck"),
                 const QString& body = QStringLiteral("12 orders wait"))
{
    Delivery delivery;
    delivery.key = QStringLiteral("0123456789abcdef");
    delivery.reference = QStringLiteral("7F3A");
    delivery.title = title;
    delivery.body = body;
    delivery.deadline = Milliseconds{1'500};
    return delivery;
}

QJsonObject json(const Delivery& delivery)
{
    return QJsonDocument::fromJson(slackMessage(delivery)).object();
}

/// Every text of a message, one behind the other.
QString allText(const QJsonValue& value)
{
    QString text;
    if (value.isArray()) {
        for (const QJsonValue entry : value.toArray())
            text += allText(entry);
    } else if (value.isObject()) {
        for (const QJsonValue entry : value.toObject())
            text += allText(entry);
    } else {
        text += value.toString() + QLatin1Char('\n');
    }
    return text;
}

class SlackTest : public testing::Test
{
protected:
    DeliveryOutcome deliver(const QString& url, const Delivery& delivery = message())
    {
        return waitFor(channel.deliver(HttpBench::connection({}, QStringLiteral("slack"), url.toUtf8()), delivery));
    }
    DeliveryOutcome deliver() { return deliver(bench.server.urlText(QStringLiteral("/services/T/B/canary"))); }
    ConnectionCheck check(const QString& url)
    {
        SlackConnectionKind kind(*bench.http);
        return waitFor(
            kind.test(HttpBench::connection({}, QStringLiteral("slack"), url.toUtf8()), Milliseconds{2'000}));
    }

    HttpBench bench;
    SlackChannel channel{bench.clock, *bench.http};
};

TEST_F(SlackTest, DeliversWithItsReference)
{
    const DeliveryOutcome outcome = deliver();
    EXPECT_EQ(outcome.kind, Kind::Delivered);
    EXPECT_EQ(outcome.status, 200);
    ASSERT_EQ(bench.server.requests().size(), 1);
    EXPECT_EQ(bench.server.last().method, "POST");
    EXPECT_EQ(bench.server.last().target, "/services/T/B/canary");
    const QString sent = allText(QJsonDocument::fromJson(bench.server.last().body).object());
    EXPECT_TRUE(sent.contains(QStringLiteral("[SEV-1] Queue stuck")));
    EXPECT_TRUE(sent.contains(QStringLiteral("12 orders wait")));
    EXPECT_TRUE(sent.contains(QStringLiteral("ref 7F3A")));
    EXPECT_FALSE(sent.contains(QStringLiteral("possible repeat")));
    Delivery again = message();
    again.possibleRepeat = true;
    EXPECT_TRUE(allText(json(again)).contains(QStringLiteral("(possible repeat, ref 7F3A)")));
}

TEST_F(SlackTest, OnlySlacksOwnWordIsSuccess)
{
    struct Case {
        int status;
        const char* body;
        Kind kind;
    };
    for (const Case& given : {Case{200, "ok\n", Kind::Retry},
                              Case{200, "OK", Kind::Retry},
                              Case{200, "", Kind::Retry},
                              Case{200, "{\"ok\":false}", Kind::Retry},
                              Case{200, "<!DOCTYPE html><html>Sign in</html>", Kind::Retry},
                              Case{201, "ok", Kind::Retry},
                              Case{204, "", Kind::Retry},
                              Case{302, "", Kind::Retry},
                              Case{307, "", Kind::Retry},
                              Case{400, "invalid_payload", Kind::Failed},
                              Case{401, "", Kind::Failed},
                              Case{403, "invalid_token", Kind::Failed},
                              Case{404, "no_service", Kind::Failed},
                              Case{410, "channel_is_archived", Kind::Failed},
                              Case{408, "", Kind::Retry},
                              Case{425, "", Kind::Retry},
                              Case{429, "rate_limited", Kind::Retry},
                              Case{500, "rollup_error", Kind::Retry},
                              Case{502, "", Kind::Retry},
                              Case{503, "", Kind::Retry}}) {
        bench.server.setAnswer(given.status, given.body);
        const DeliveryOutcome outcome = deliver();
        EXPECT_EQ(static_cast<int>(outcome.kind), static_cast<int>(given.kind)) << given.status << " " << given.body;
        EXPECT_EQ(outcome.status, given.status);
        EXPECT_FALSE(outcome.words.isEmpty());
        EXPECT_FALSE(outcome.words.contains(QStringLiteral("canary")));
    }
    bench.server.setAnswer(404, "no_service");
    EXPECT_TRUE(deliver().words.contains(QStringLiteral("no_service")));
}

TEST_F(SlackTest, RetryAfterIsObeyedUpToAnHour)
{
    struct Case {
        const char* header;
        qint64 milliseconds;
    };
    const QByteArray soon =
        QLocale::c()
            .toString(bench.clock.utcNow().addSecs(90), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
            .toLatin1();
    for (const Case& given :
         {Case{"30", 30'000}, Case{"0", 0}, Case{"-5", 0}, Case{"31536000", 3'600'000}, Case{"1e99", 3'600'000},
          Case{"soon", 0}, Case{"", 0}, Case{"Wed, 21 Oct 2015 07:28:00 GMT", 0},
          Case{"Fri, 01 Jan 2100 00:00:00 GMT", 3'600'000}, Case{soon.constData(), 90'000}}) {
        bench.server.setAnswer({429, "rate_limited", {{"Retry-After", given.header}}, 0, false});
        const DeliveryOutcome outcome = deliver();
        EXPECT_EQ(outcome.kind, Kind::Retry);
        EXPECT_EQ(outcome.retryAfter.count(), given.milliseconds) << given.header;
    }
}

TEST_F(SlackTest, ALostAnswerIsUncertainAndNoAnswerAtAllIsTriedAgain)
{
    using Behaviour = HostileServer::Behaviour;
    for (const auto behaviour :
         {Behaviour::CloseAfterRequest, Behaviour::ResetAfterRequest, Behaviour::AcceptSilent, Behaviour::BodyDrip,
          Behaviour::CutChunk, Behaviour::ShortBody, Behaviour::EndlessHeaders, Behaviour::HugeBody}) {
        HostileServer hostile(behaviour);
        const DeliveryOutcome outcome = deliver(hostile.url(QStringLiteral("/canary")).toString());
        EXPECT_EQ(outcome.kind, Kind::Uncertain) << static_cast<int>(behaviour) << " " << qPrintable(outcome.words);
        EXPECT_EQ(hostile.requests(), 1);
        EXPECT_FALSE(outcome.words.contains(QStringLiteral("canary")));
    }
    EXPECT_EQ(deliver(QStringLiteral("http://127.0.0.1:1/x")).kind, Kind::Retry);
    EXPECT_EQ(deliver(QStringLiteral("http://hooks.slack.test/x")).kind, Kind::Failed);
    EXPECT_EQ(deliver(QString()).kind, Kind::Failed);
    Certificates certificates;
    HttpReceiver untrusted(certificates.server(Certificates::Kind::SelfSigned));
    EXPECT_EQ(deliver(untrusted.urlText()).kind, Kind::Retry);
    EXPECT_TRUE(untrusted.rawBytes().isEmpty());
}

TEST_F(SlackTest, NoTextCanMentionOrLink)
{
    for (const QString& text : hostileTexts(1'000)) {
        const QJsonObject sent = json(message(text, text));
        const QString all = allText(sent);
        ASSERT_FALSE(all.contains(QLatin1Char('<')) || all.contains(QLatin1Char('>'))) << qPrintable(all);
        for (const char* mention : {"@channel", "@here", "@everyone"})
            ASSERT_FALSE(all.contains(QLatin1String(mention), Qt::CaseInsensitive)) << qPrintable(all);
        static const QRegularExpression entity(QStringLiteral("&(?!amp;|lt;|gt;)"));
        ASSERT_FALSE(entity.match(all).hasMatch()) << qPrintable(all);
        static const QRegularExpression hidden(
            QStringLiteral("[\\x00-\\x08\\x0b-\\x1f\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
        ASSERT_FALSE(hidden.match(all).hasMatch()) << qPrintable(all);
    }
    EXPECT_EQ(slackText(QStringLiteral("a < b & c > d")), QStringLiteral("a &lt; b &amp; c &gt; d"));
}

TEST_F(SlackTest, LongTextsStayWithinSlacksLimits)
{
    for (const QString& filling : {QStringLiteral("<"), QStringLiteral("x"), QStringLiteral("\U0001F525")}) {
        const QJsonObject sent =
            json(message(filling.repeated(1'000), (filling.repeated(100) + QLatin1Char('\n')).repeated(1'000)));
        EXPECT_LE(sent.value(QStringLiteral("text")).toString().size(), 4'000);
        const QJsonArray blocks = sent.value(QStringLiteral("blocks")).toArray();
        EXPECT_LE(blocks.size(), 50);
        qsizetype total = 0;
        for (const QJsonValue block : blocks) {
            const QString text =
                block.toObject().value(QStringLiteral("text")).toObject().value(QStringLiteral("text")).toString();
            EXPECT_LE(text.size(), block.toObject().value(QStringLiteral("type")).toString() == QLatin1String("header")
                                       ? 150
                                       : 3'000);
            EXPECT_FALSE(text.endsWith(QChar(0xd83d))) << "half a character";
            total += text.size();
        }
        EXPECT_LE(total, 13'000);
        EXPECT_TRUE(allText(blocks).contains(QStringLiteral("shortened")));
    }
    EXPECT_FALSE(json(message({}, {})).value(QStringLiteral("blocks")).toArray().isEmpty());
}

TEST_F(SlackTest, TheTestPostsNothing)
{
    const QString url = bench.server.urlText(QStringLiteral("/services/canary"));
    for (const char* answer : {"invalid_payload", "no_text", "missing_text_or_fallback_or_attachments"}) {
        bench.server.setAnswer(400, answer);
        const ConnectionCheck good = check(url);
        EXPECT_TRUE(good.ok) << qPrintable(good.sentence);
        EXPECT_EQ(bench.server.last().body, R"({"text":""})");
        EXPECT_EQ(bench.server.last().method, "POST");
        EXPECT_FALSE(good.sentence.contains(QStringLiteral("canary")));
    }
    struct Dead {
        int status;
        const char* words;
        ErrorKind kind;
    };
    for (const Dead& given :
         {Dead{404, "no_service", ErrorKind::Unauthorized}, Dead{404, "no_team", ErrorKind::Unauthorized},
          Dead{403, "invalid_token", ErrorKind::Unauthorized}, Dead{403, "action_prohibited", ErrorKind::Refused},
          Dead{404, "channel_not_found", ErrorKind::NotFound}, Dead{410, "channel_is_archived", ErrorKind::NotFound},
          Dead{404, "no_text", ErrorKind::Unauthorized}, Dead{503, "invalid_payload", ErrorKind::Unreachable},
          Dead{400, "user_not_found", ErrorKind::Unreachable}}) {
        bench.server.setAnswer(given.status, given.words);
        const ConnectionCheck dead = check(url);
        EXPECT_FALSE(dead.ok) << given.words;
        EXPECT_EQ(static_cast<int>(dead.errorKind), static_cast<int>(given.kind)) << given.words;
        EXPECT_TRUE(dead.sentence.contains(QLatin1String(given.words))) << qPrintable(dead.sentence);
    }
    bench.server.setAnswer(200, "<html>hello</html>");
    EXPECT_FALSE(check(url).ok);
    bench.server.setAnswer(500, "no_text");
    EXPECT_FALSE(check(QStringLiteral("http://hooks.slack.test/x")).ok);
    EXPECT_FALSE(check(QStringLiteral("not a url")).ok);
}

}  // namespace

}  // namespace cockpit::test
