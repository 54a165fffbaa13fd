// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/statuspage/StatuspageChannel.h"
#include "adapters/statuspage/StatuspageConnectionKind.h"
#include "adapters/statuspage/StatuspageIncident.h"
#include "tests/support/ChannelBench.h"

namespace cockpit::test {

namespace {

using namespace adapters::statuspage;
using Kind = DeliveryOutcome::Kind;

class StatuspageTest : public testing::Test, public ChannelBench
{
protected:
    static ResolvedConnection at(const QString& url)
    {
        return HttpBench::connection(url, QStringLiteral("statuspage"), "canary-api-key",
                                     {{QStringLiteral("page"), QStringLiteral("kctbh9")}});
    }
    ResolvedConnection here() const { return at(bench.server.urlText()); }
    DeliveryOutcome deliver(const Delivery& delivery) { return waitFor(channel.deliver(here(), delivery)); }
    QJsonObject incident() const { return sent().value(QStringLiteral("incident")).toObject(); }
    /// A page as Statuspage keeps it: POST makes an incident, PATCH adds an update, GET reads.
    void keepPage()
    {
        bench.server.setHandler([this](const SeenRequest& request) {
            const QJsonObject written =
                QJsonDocument::fromJson(request.body).object().value(QStringLiteral("incident")).toObject();
            if (request.method == "GET")
                return answer(200, request.target.contains('?')
                                       ? QJsonDocument(stored.isEmpty() ? QJsonArray{} : QJsonArray{stored}).toJson()
                                       : QJsonDocument(stored).toJson());
            if (request.method == "POST") {
                ++created;
                stored = written;
                stored.insert(QStringLiteral("id"), QStringLiteral("p31zjtct2jer"));
            }
            QJsonArray updates = stored.value(QStringLiteral("incident_updates")).toArray();
            updates.prepend(QJsonObject{{QStringLiteral("body"), written.value(QStringLiteral("body"))}});
            stored.insert(QStringLiteral("incident_updates"), updates);
            if (written.contains(QStringLiteral("status")))
                stored.insert(QStringLiteral("status"), written.value(QStringLiteral("status")));
            ScriptedAnswer reply =
                answer(request.method == "POST" ? 201 : 200, QJsonDocument(stored).toJson(QJsonDocument::Compact));
            reply.closeInstead = std::exchange(loseNext, false);
            return reply;
        });
    }
    qsizetype updates() const { return stored.value(QStringLiteral("incident_updates")).toArray().size(); }
    QString status() const { return stored.value(QStringLiteral("status")).toString(); }

    StatuspageChannel channel{bench.clock, *bench.http};
    QJsonObject stored;
    int created = 0;
    bool loseNext = false;
};

TEST_F(StatuspageTest, EachAnswerHasItsMeaning)
{
    const QList<AnswerCase> cases{
        {"created", answer(201, R"({"id":"p31","status":"investigating"})"), Kind::Delivered, "investigating"},
        {"created without an id", answer(201, "{}"), Kind::Retry, "not delivered"},
        {"another success", answer(200, R"({"id":"p31"})"), Kind::Retry, "not delivered"},
        {"refused", answer(422, R"({"error":["Name can't be blank","Status is invalid"]})"), Kind::Failed,
         "Name can't be blank; Status is invalid"},
        {"a wrong key", answer(401, R"({"error":"Could not authenticate canary-api-key"})"), Kind::Failed,
         "Could not authenticate"},
        {"calm", answer(420, R"({"error":"rate limited"})", {{"Retry-After", "12"}}), Kind::Retry, "rate limited",
         12'000}};
    QList<AnswerCase> all = cases + commonFailures();
    all.removeIf([](const AnswerCase& given) { return QLatin1String(given.name) == QLatin1String("a wrong key"); });
    expectContract(channel, here(), all);
    bench.server.setAnswer(401, R"({"error":"no canary-api-key"})");
    EXPECT_FALSE(deliver(message()).words.contains(QStringLiteral("canary")));
    expectLostAnswers(channel, at);
    EXPECT_EQ(channel.pace(), Milliseconds{1'000});
}

TEST_F(StatuspageTest, AnIncidentIsWrittenOnceAndFollowedToItsEnd)
{
    keepPage();
    const DeliveryOutcome first = deliver(message(QStringLiteral("initial")));
    EXPECT_EQ(first.kind, Kind::Delivered);
    EXPECT_EQ(first.thread, QStringLiteral("p31zjtct2jer"));
    EXPECT_EQ(bench.server.last().target, "/v1/pages/kctbh9/incidents");
    EXPECT_EQ(bench.server.last().header("Authorization"), "OAuth canary-api-key");
    EXPECT_EQ(status(), QStringLiteral("investigating"));
    EXPECT_FALSE(incident().value(QStringLiteral("body")).toString().contains(QStringLiteral("7F3A")));
    struct Step {
        const char* kind;
        const char* status;
    };
    for (const Step& step :
         {Step{"acknowledged", "identified"}, Step{"update", "identified"}, Step{"monitoring", "monitoring"},
          Step{"update", "monitoring"}, Step{"resolved", "resolved"}}) {
        Delivery delivery = message(QLatin1String(step.kind));
        delivery.thread = first.thread;
        const DeliveryOutcome outcome = deliver(delivery);
        EXPECT_EQ(outcome.kind, Kind::Delivered) << qPrintable(outcome.words);
        EXPECT_EQ(bench.server.last().method, "PATCH");
        EXPECT_EQ(bench.server.last().target, "/v1/pages/kctbh9/incidents/p31zjtct2jer");
        EXPECT_EQ(status(), QLatin1String(step.status)) << step.kind;
    }
    EXPECT_EQ(created, 1);
    EXPECT_EQ(updates(), 6);
    EXPECT_TRUE(incident().value(QStringLiteral("deliver_notifications")).toBool());
    ResolvedConnection quiet = here();
    quiet.spec.settings.insert(QStringLiteral("notify"), false);
    waitFor(channel.deliver(quiet, message()));
    EXPECT_FALSE(incident().value(QStringLiteral("deliver_notifications")).toBool(true));
}

TEST_F(StatuspageTest, ALostAnswerMakesNoSecondIncidentAndNoSecondUpdate)
{
    keepPage();
    loseNext = true;
    EXPECT_EQ(deliver(message()).kind, Kind::Uncertain);
    Delivery again = message();
    again.possibleRepeat = true;
    const DeliveryOutcome outcome = deliver(again);
    EXPECT_EQ(outcome.kind, Kind::Delivered);
    EXPECT_EQ(outcome.thread, QStringLiteral("p31zjtct2jer"));
    EXPECT_EQ(created, 1);
    EXPECT_EQ(updates(), 1);
    Delivery update = message(QStringLiteral("update"));
    update.body = QStringLiteral("A fix is on its way");
    update.thread = outcome.thread;
    loseNext = true;
    EXPECT_EQ(deliver(update).kind, Kind::Uncertain);
    update.possibleRepeat = true;
    EXPECT_EQ(deliver(update).kind, Kind::Delivered);
    EXPECT_EQ(updates(), 2);
    // Never arrived: it is written now.
    update.body = QStringLiteral("It holds");
    EXPECT_EQ(deliver(update).kind, Kind::Delivered);
    EXPECT_EQ(updates(), 3);
    stored = {};
    again.incident = QStringLiteral("another");
    EXPECT_EQ(deliver(again).kind, Kind::Delivered);
    EXPECT_EQ(created, 2);
    bench.server.setHandler([](const SeenRequest&) { return answer(503, ""); });
    EXPECT_EQ(deliver(again).kind, Kind::Retry);
    bench.server.setHandler([](const SeenRequest&) { return ScriptedAnswer{200, "", {}, 0, true}; });
    EXPECT_EQ(deliver(again).kind, Kind::Retry) << "looking writes nothing";
}

TEST_F(StatuspageTest, TheTestReadsThePage)
{
    StatuspageConnectionKind kind(*bench.http);
    const auto check = [&](const ResolvedConnection& connection) {
        return waitFor(kind.test(connection, Milliseconds{2'000}));
    };
    bench.server.setAnswer(200, R"({"id":"kctbh9","name":"Flowrex status"})");
    const ConnectionCheck found = check(here());
    EXPECT_TRUE(found.ok && found.sentence.contains(QStringLiteral("Flowrex status"))) << qPrintable(found.sentence);
    EXPECT_EQ(bench.server.last().method, "GET");
    EXPECT_EQ(bench.server.last().target, "/v1/pages/kctbh9");
    bench.server.setAnswer(401, R"({"error":"Could not authenticate"})");
    EXPECT_EQ(check(here()).errorKind, ErrorKind::Unauthorized);
    bench.server.setAnswer(404, R"({"error":"not found"})");
    EXPECT_EQ(check(here()).errorKind, ErrorKind::NotFound);
    bench.server.setAnswer(200, "<html>Sign in</html>");
    EXPECT_FALSE(check(here()).ok);
    ResolvedConnection wrong = here();
    wrong.spec.settings.insert(QStringLiteral("page"), QStringLiteral("../../x"));
    EXPECT_EQ(check(wrong).errorKind, ErrorKind::InvalidInput);
    EXPECT_EQ(waitFor(channel.deliver(wrong, message())).kind, Kind::Failed);
    Delivery odd = message();
    odd.thread = QStringLiteral("../../pages");
    const qsizetype before = bench.server.requests().size();
    EXPECT_EQ(waitFor(channel.deliver(here(), odd)).kind, Kind::Failed);
    EXPECT_EQ(bench.server.requests().size(), before);
}

}  // namespace

}  // namespace cockpit::test
