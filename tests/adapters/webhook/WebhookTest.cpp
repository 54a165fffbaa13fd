// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/webhook/WebhookChannel.h"
#include "adapters/webhook/WebhookConnectionKind.h"
#include "tests/support/Certificates.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HostileTexts.h"
#include "tests/support/HttpBench.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

namespace cockpit::test {

namespace {

using namespace adapters::webhook;
using Kind = DeliveryOutcome::Kind;

Delivery message(const QString& status = QStringLiteral("open"))
{
    Delivery delivery;
    delivery.key = QStringLiteral("0123456789abcdef0123456789abcdef");
    delivery.reference = QStringLiteral("7F3A");
    delivery.title = QStringLiteral("Queue \"stuck\"");
    delivery.body = QStringLiteral("12 orders wait\nfor <b>broker</b>");
    delivery.context = {{QStringLiteral("incident"), QStringLiteral("20261121-0301-7f3a")},
                        {QStringLiteral("platform"), QStringLiteral("flowrex")},
                        {QStringLiteral("severity"), QStringLiteral("P1")},
                        {QStringLiteral("status"), status},
                        {QStringLiteral("started_at"), QStringLiteral("2026-11-21T03:01:36Z")}};
    delivery.deadline = Milliseconds{1'500};
    return delivery;
}

class WebhookTest : public testing::Test
{
protected:
    DeliveryOutcome deliver(const QString& url, const Delivery& delivery = message(), const QJsonObject& settings = {})
    {
        return waitFor(
            channel.deliver(HttpBench::connection({}, QStringLiteral("webhook"), url.toUtf8(), settings), delivery));
    }
    QString address() const { return bench.server.urlText(QStringLiteral("/hook?token=canary")); }
    QJsonObject sent() const { return QJsonDocument::fromJson(bench.server.last().body).object(); }

    HttpBench bench;
    WebhookChannel channel{bench.clock, *bench.http};
};

TEST_F(WebhookTest, SpeaksAsAlertmanagerDoes)
{
    EXPECT_EQ(deliver(address()).kind, Kind::Delivered);
    const SeenRequest& seen = bench.server.last();
    EXPECT_EQ(seen.method, "POST");
    EXPECT_EQ(seen.target, "/hook?token=canary");
    EXPECT_EQ(seen.header("Idempotency-Key"), message().key.toLatin1());
    EXPECT_TRUE(seen.header("Content-Type").startsWith("application/json"));
    const QJsonObject body = sent();
    EXPECT_EQ(body.value(QStringLiteral("version")).toString(), QStringLiteral("4"));
    EXPECT_EQ(body.value(QStringLiteral("status")).toString(), QStringLiteral("firing"));
    for (const char* key : {"groupKey", "receiver", "groupLabels", "commonLabels", "commonAnnotations", "externalURL",
                            "alerts", "truncatedAlerts"})
        EXPECT_TRUE(body.contains(QLatin1String(key))) << key;
    const QJsonArray alerts = body.value(QStringLiteral("alerts")).toArray();
    ASSERT_EQ(alerts.size(), 1);
    const QJsonObject alert = alerts.first().toObject();
    EXPECT_EQ(alert.value(QStringLiteral("labels")).toObject().value(QStringLiteral("severity")).toString(),
              QStringLiteral("P1"));
    EXPECT_EQ(alert.value(QStringLiteral("annotations")).toObject().value(QStringLiteral("summary")).toString(),
              message().title);
    EXPECT_EQ(alert.value(QStringLiteral("annotations")).toObject().value(QStringLiteral("description")).toString(),
              message().body);
    EXPECT_EQ(alert.value(QStringLiteral("startsAt")).toString(), QStringLiteral("2026-11-21T03:01:36Z"));
    deliver(address(), message(QStringLiteral("resolved")));
    EXPECT_EQ(sent().value(QStringLiteral("status")).toString(), QStringLiteral("resolved"));
}

TEST_F(WebhookTest, SpeaksPlainlyWhenAsked)
{
    Delivery delivery = message();
    delivery.possibleRepeat = true;
    deliver(address(), delivery, {{QStringLiteral("format"), QStringLiteral("plain")}});
    const QJsonObject body = sent();
    EXPECT_EQ(body.value(QStringLiteral("title")).toString(), delivery.title);
    EXPECT_EQ(body.value(QStringLiteral("key")).toString(), delivery.key);
    EXPECT_TRUE(body.value(QStringLiteral("possible_repeat")).toBool());
    EXPECT_EQ(body.value(QStringLiteral("context")).toObject(), delivery.context);
    EXPECT_FALSE(bench.server.last().body.contains("canary"));
}

TEST_F(WebhookTest, EachStatusHasItsMeaning)
{
    struct Case {
        int status;
        Kind kind;
    };
    for (const Case& given :
         {Case{200, Kind::Delivered}, Case{202, Kind::Delivered}, Case{204, Kind::Delivered}, Case{301, Kind::Failed},
          Case{400, Kind::Failed}, Case{401, Kind::Failed}, Case{403, Kind::Failed}, Case{404, Kind::Failed},
          Case{410, Kind::Failed}, Case{408, Kind::Retry}, Case{425, Kind::Retry}, Case{429, Kind::Retry},
          Case{500, Kind::Retry}, Case{503, Kind::Retry}}) {
        bench.server.setAnswer({given.status, "", {{"Retry-After", "20"}}, 0, false});
        const DeliveryOutcome outcome = deliver(address());
        EXPECT_EQ(static_cast<int>(outcome.kind), static_cast<int>(given.kind)) << given.status;
        EXPECT_EQ(outcome.retryAfter.count(), given.kind == Kind::Retry ? 20'000 : 0);
        EXPECT_FALSE(outcome.words.contains(QStringLiteral("canary")));
    }
    HostileServer portal(HostileServer::Behaviour::WebPage);
    EXPECT_EQ(deliver(portal.url().toString()).kind, Kind::Retry);
    for (const auto behaviour : {HostileServer::Behaviour::CloseAfterRequest, HostileServer::Behaviour::AcceptSilent}) {
        HostileServer hostile(behaviour);
        EXPECT_EQ(deliver(hostile.url().toString()).kind, Kind::Uncertain);
        EXPECT_EQ(hostile.requests(), 1);
    }
    EXPECT_EQ(deliver(QStringLiteral("http://127.0.0.1:1/")).kind, Kind::Retry);
    EXPECT_EQ(deliver(QStringLiteral("http://hooks.example.test/")).kind, Kind::Failed);
}

TEST_F(WebhookTest, ASignedMessageProvesItsSenderAndItsTime)
{
    deliver(address());
    EXPECT_TRUE(bench.server.last().header("X-Signature-256").isEmpty());
    for (const char* between : {"\n", "\r\n", " "}) {
        EXPECT_EQ(deliver(address() + QLatin1String(between) + QStringLiteral("canary-key")).kind, Kind::Delivered);
        const SeenRequest& seen = bench.server.last();
        EXPECT_EQ(seen.target, "/hook?token=canary");
        const QByteArray timestamp = seen.header("X-Signature-Timestamp");
        EXPECT_EQ(timestamp, QByteArray::number(bench.clock.utcNow().toSecsSinceEpoch()));
        EXPECT_EQ(seen.header("X-Signature-256"),
                  "sha256=" + QMessageAuthenticationCode::hash(timestamp + '.' + seen.body, "canary-key",
                                                               QCryptographicHash::Sha256)
                                  .toHex());
        EXPECT_FALSE(seen.body.contains("canary-key"));
    }
    // RFC 4231, test case 2.
    EXPECT_EQ(
        QMessageAuthenticationCode::hash("what do ya want for nothing?", "Jefe", QCryptographicHash::Sha256).toHex(),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(deliver(address() + QStringLiteral(" one two")).kind, Kind::Failed);
    bench.server.setAnswer(400, "canary-key is wrong");
    EXPECT_FALSE(deliver(address() + QStringLiteral(" canary-key")).words.contains(QStringLiteral("canary")));
}

TEST_F(WebhookTest, ATemplateMakesJsonWhateverTheTextsHold)
{
    const auto with = [&](const QString& text, const Delivery& delivery = message()) {
        return deliver(address(), delivery,
                       {{QStringLiteral("format"), QStringLiteral("template")}, {QStringLiteral("template"), text}});
    };
    const QString text = QStringLiteral(
        R"({"content":"{{title}}: {{{body}}}","try":{{attempt}},"severity":"{{severity}}","over":"{{status}}",)"
        R"("allowed_mentions":{"parse":[]},"repeat":"{{#possible_repeat}}again{{/possible_repeat}}"})");
    ASSERT_EQ(with(text).kind, Kind::Delivered);
    EXPECT_EQ(sent().value(QStringLiteral("content")).toString(),
              message().title + QStringLiteral(": ") + message().body);
    EXPECT_EQ(sent().value(QStringLiteral("try")).toInt(), 1);
    EXPECT_EQ(sent().value(QStringLiteral("severity")).toString(), QStringLiteral("P1"));
    for (const QString& hostile : hostileTexts(200)) {
        Delivery delivery = message();
        delivery.title = hostile;
        delivery.body = QStringLiteral("\",\"admin\":\"{{key}}");
        delivery.context.remove(QStringLiteral("severity"));
        delivery.possibleRepeat = true;
        EXPECT_EQ(with(text, delivery).kind, Kind::Delivered);
        EXPECT_EQ(sent().keys().size(), 6);
        EXPECT_EQ(sent().value(QStringLiteral("repeat")).toString(), QStringLiteral("again"));
        EXPECT_TRUE(sent().value(QStringLiteral("content")).toString().endsWith(delivery.body));
        EXPECT_TRUE(sent().value(QStringLiteral("severity")).toString().isEmpty());
    }
    const qsizetype before = bench.server.requests().size();
    for (const char* wrong : {"", "{{title}}", R"({"a":"{{nonsense}}"})", R"({"a":"{{#title}}"})", R"({"a":{{body}}})"})
        EXPECT_EQ(with(QLatin1String(wrong)).kind, Kind::Failed) << wrong;
    EXPECT_EQ(bench.server.requests().size(), before);
}

TEST_F(WebhookTest, TheTestOnlyConnects)
{
    WebhookConnectionKind kind(*bench.http);
    const auto check = [&](const QString& url, const QJsonObject& settings = {}) {
        return waitFor(kind.test(HttpBench::connection({}, QStringLiteral("webhook"), url.toUtf8(), settings),
                                 Milliseconds{2'000}));
    };
    const ConnectionCheck good = check(address());
    EXPECT_TRUE(good.ok) << qPrintable(good.sentence);
    EXPECT_TRUE(good.sentence.contains(QStringLiteral("nothing was posted")));
    EXPECT_TRUE(bench.server.rawBytes().isEmpty());
    EXPECT_TRUE(check(address() + QStringLiteral(" key")).ok);
    EXPECT_FALSE(check(address(), {{QStringLiteral("format"), QStringLiteral("template")}}).ok);
    EXPECT_FALSE(check(QStringLiteral("http://127.0.0.1:1/")).ok);
    Certificates certificates;
    const QJsonObject ours{{QStringLiteral("authority_file"), certificates.authorityFile()}};
    HttpReceiver encrypted(certificates.server(Certificates::Kind::Good));
    EXPECT_EQ(check(encrypted.urlText(), ours).target.serverId.size(), 64);
    EXPECT_FALSE(check(encrypted.urlText()).ok);
    HttpReceiver expired(certificates.server(Certificates::Kind::Expired));
    EXPECT_TRUE(check(expired.urlText(), ours).sentence.contains(QStringLiteral("expired")));
}

}  // namespace

}  // namespace cockpit::test
