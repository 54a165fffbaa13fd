// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystPages.h"
#include "simulator/BytelystSimulator.h"
#include "simulator/bytelyst/BytelystModel.h"
#include "tests/simulator/PlainHttp.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

#include <QJsonArray>

namespace cockpit::test {

namespace {

class BytelystPagesTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(simulator.listen()); }
    static PlainReply ask(const QUrl& base, const char* path, const QByteArray& headers = {},
                          const QByteArray& method = "GET")
    {
        return exchange(QUrl(base.toString() + QString::fromLatin1(path)), method, {}, "{}", headers);
    }
    static QByteArray bearer(const QByteArray& token) { return "Authorization: Bearer " + token + "\r\n"; }
    QByteArray user() const { return bearer(simulator.keys().userToken); }
    QByteArray reader() const { return bearer(simulator.keys().brokerKey); }
    PlainReply bot(const char* path, const QByteArray& headers = {}, const QByteArray& method = "GET")
    {
        return ask(simulator.url(), path, headers, method);
    }
    PlainReply broker(const QByteArray& path, const QByteArray& method = "GET")
    {
        return ask(simulator.brokerUrl(), path.constData(), reader(), method);
    }
    PlainReply supabase(const QByteArray& key)
    {
        return ask(simulator.supabaseUrl(), "/auth/v1/health", key.isEmpty() ? key : "apikey: " + key + "\r\n");
    }
    void set(const char* scenario) { ASSERT_TRUE(simulator.setScenario(QString::fromLatin1(scenario))); }
    QByteArray tokenWith(const std::function<void(TokenClaims&)>& change) const
    {
        TokenClaims claims = simulator.keys().claims;
        change(claims);
        return signedToken(claims, simulator.keys().signingKey);
    }

    ManualClock clock;
    BytelystSimulator simulator{clock, {{}, {}, QStringLiteral("secret-key"), 0, Milliseconds{4'000}, false}};
};

}  // namespace

TEST_F(BytelystPagesTest, HealthNeedsNoKeyAndTheApiNeedsAToken)
{
    EXPECT_EQ(bot("/health/live").status, 200);
    EXPECT_EQ(bot("/health/ready").json().value(QStringLiteral("status")).toString(), QStringLiteral("ready"));
    const QJsonObject health = bot("/health").json();
    EXPECT_EQ(health.value(QStringLiteral("status")).toString(), QStringLiteral("ok"));
    EXPECT_EQ(health[QStringLiteral("orderSync")][QStringLiteral("staleOrders")].toInt(-1), 0);
    EXPECT_EQ(bot("/api/status").status, 401);
    EXPECT_EQ(bot("/api/status", bearer("x")).status, 401);
    const PlainReply status = bot("/api/status", user());
    EXPECT_EQ(status.status, 200);
    EXPECT_EQ(status.json().value(QStringLiteral("profiles")).toArray().size(), 5);
    EXPECT_EQ(bot("/nothing").status, 404);
}

TEST_F(BytelystPagesTest, TradingIsRefusedWithoutAKeyAndForAViewer)
{
    EXPECT_EQ(bot("/api/trade", {}, "POST").status, 401);
    EXPECT_EQ(bot("/api/trade", user(), "POST").status, 403);
    EXPECT_EQ(simulator.model().refusals(), 2);
    set("wrong-project");
    EXPECT_EQ(bot("/api/trade", {}, "POST").status, 401);
}

TEST_F(BytelystPagesTest, ATokenIsVerifiedForReal)
{
    const auto reason = [this](const QByteArray& token) {
        return bot("/api/status", bearer(token)).json().value(QStringLiteral("reason")).toString();
    };
    EXPECT_TRUE(reason(tokenWith([this](TokenClaims& claims) {
                    claims.expiresAt = clock.utcNow();
                })).contains(QStringLiteral("expired")));
    EXPECT_TRUE(reason(tokenWith([](TokenClaims& claims) {
                    claims.audience = QStringLiteral("other");
                })).contains(QStringLiteral("audience")));
    EXPECT_TRUE(reason(signedToken(simulator.keys().claims, "another key")).contains(QStringLiteral("signature")));
    EXPECT_TRUE(reason("a.b").contains(QStringLiteral("segments")));
    EXPECT_EQ(reason(tokenWith([](TokenClaims&) {})), QString());
    clock.advance(Milliseconds{31LL * 24 * 3'600'000});
    EXPECT_EQ(bot("/api/status", user()).status, 401);
}

TEST_F(BytelystPagesTest, SignInFaultsLookDifferent)
{
    set("wrong-project");
    EXPECT_EQ(bot("/api/status", user()).status, 401);
    EXPECT_EQ(bot("/health/ready").status, 200);
    EXPECT_EQ(supabase(simulator.keys().publicKey).status, 200);
    set("service-key-rotated");
    EXPECT_EQ(bot("/api/status", user()).json().value(QStringLiteral("reason")).toString(),
              QStringLiteral("Invalid API key"));
    EXPECT_EQ(bot("/health/ready").status, 503);
    EXPECT_EQ(bot("/health/live").status, 200);
    set("supabase-down");
    EXPECT_EQ(bot("/api/status", user()).status, 503);
    EXPECT_EQ(supabase(simulator.keys().publicKey).status, 503);
    set("healthy");
    EXPECT_EQ(bot("/api/status", user()).status, 200);
}

TEST_F(BytelystPagesTest, WhileItRestartsTheHostAnswersForTheBot)
{
    ASSERT_TRUE(simulator.act(QStringLiteral("restart-bot")));
    EXPECT_EQ(bot("/health/live").status, 502);
    EXPECT_EQ(broker("/v2/positions").status, 200);
    clock.advance(Milliseconds{4'500});
    EXPECT_EQ(bot("/health/live").status, 200);
}

TEST_F(BytelystPagesTest, TheBrokerShowsWhatTheExchangeHolds)
{
    EXPECT_EQ(ask(simulator.brokerUrl(), "/v2/positions").status, 401);
    EXPECT_EQ(broker("/v2/positions", "DELETE").status, 403);
    const auto symbols = [this] {
        QStringList found;
        const QJsonArray positions = QJsonDocument::fromJson(broker("/v2/positions").body).array();
        for (const QJsonValue& position : positions)
            found << position[QStringLiteral("symbol")].toString();
        return found;
    };
    EXPECT_EQ(symbols().size(), 7);
    set("ghost-position");
    EXPECT_EQ(symbols().size(), 8);
    EXPECT_TRUE(symbols().contains(QStringLiteral("AMD")));
    const QByteArray exit = "/v2/orders/" + bytelystOrder(QStringLiteral("ghost-second-exit")).toUtf8();
    EXPECT_EQ(broker(exit).json().value(QStringLiteral("status")).toString(), QStringLiteral("new"));
    EXPECT_EQ(QJsonDocument::fromJson(broker("/v2/orders").body).array().size(), 1);
    const PlainReply missing = broker("/v2/orders/" + bytelystOrder(QStringLiteral("lost-1")).toUtf8());
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.json().value(QStringLiteral("code")).toInt(), 40410000);
}

TEST_F(BytelystPagesTest, SupabaseWantsItsPublicKey)
{
    EXPECT_EQ(supabase({}).status, 401);
    EXPECT_EQ(supabase("wrong").status, 401);
    EXPECT_EQ(supabase(simulator.keys().publicKey).json().value(QStringLiteral("name")).toString(),
              QStringLiteral("GoTrue"));
}

TEST_F(BytelystPagesTest, HealthTellsTheBacklogAsTheBotSeesIt)
{
    set("stale-growth");
    const QJsonObject health = bot("/health").json();
    EXPECT_EQ(health.value(QStringLiteral("status")).toString(), QStringLiteral("degraded"));
    EXPECT_EQ(health[QStringLiteral("orderSync")][QStringLiteral("staleOrders")].toInt(), 6);
    EXPECT_EQ(health[QStringLiteral("orderSync")][QStringLiteral("byProfile")].toObject().size(), 2);
}

TEST_F(BytelystPagesTest, TheSimulatorsRoutesWantItsKey)
{
    const QUrl scenario(simulator.url().toString() + QStringLiteral("/simulator/scenario"));
    EXPECT_EQ(exchange(scenario, "POST", "wrong", "{\"name\":\"stale-orders\"}").status, 403);
    EXPECT_EQ(exchange(scenario, "POST", "secret-key", "{\"name\":\"stale-orders\"}").status, 200);
    EXPECT_EQ(simulator.scenario(), QStringLiteral("stale-orders"));
    const QUrl logs(simulator.url().toString() + QStringLiteral("/simulator/logs"));
    clock.advance(Milliseconds{11'000});
    EXPECT_TRUE(exchange(logs, "GET", "secret-key").body.contains("[OrderSync] 4 open orders asked, 0 changed"));
    const QUrl tool(simulator.url().toString() + QStringLiteral("/simulator/tool"));
    EXPECT_EQ(
        exchange(tool, "POST", "secret-key", "{\"argv\":[\"bot\"]}").json().value(QStringLiteral("exit_code")).toInt(),
        127);
    const QUrl unknown(simulator.url().toString() + QStringLiteral("/simulator/hope"));
    EXPECT_EQ(exchange(unknown, "POST", "secret-key", "{}").status, 400);
}

}  // namespace cockpit::test
