// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/notify/Outbox.h"
#include "core/notify/RetryPolicy.h"
#include "tests/support/FakeAdapters.h"
#include "tests/support/ManualClock.h"
#include "tests/support/MemoryEventStore.h"

namespace cockpit::test {
namespace {

using Kind = DeliveryOutcome::Kind;
using Phase = NotificationState::Phase;
const QString incidentId = QStringLiteral("i1");
const QString me = QStringLiteral("t");

DeliveryOutcome outcome(Kind kind, Milliseconds retryAfter = Milliseconds{0})
{
    DeliveryOutcome made;
    made.kind = kind;
    made.retryAfter = retryAfter;
    made.words = QStringLiteral("said");
    return made;
}

class OutboxTest : public testing::Test
{
protected:
    OutboxTest()
    {
        auto owned = std::make_unique<FakeChannel>();
        channel = owned.get();
        channel->outcomes = {outcome(Kind::Delivered)};
        registry.add(std::move(owned));
        EXPECT_TRUE(log.append({EventType::IncidentDeclared,
                                incidentId,
                                me,
                                {{QStringLiteral("platform"), QStringLiteral("p")},
                                 {QStringLiteral("title"), QStringLiteral("T")},
                                 {QStringLiteral("severity"), QStringLiteral("S1")}}})
                        .ok());
    }

    OutgoingMessage message(bool top = false) const
    {
        OutgoingMessage page;
        page.incident = incidentId;
        page.kind = QStringLiteral("page");
        page.role = QStringLiteral("on_call");
        page.channels = {QStringLiteral("p/chat"), QStringLiteral("p/hook")};
        page.title = QStringLiteral("title");
        page.topSeverity = top;
        return page;
    }
    QString queue(bool top = false)
    {
        const auto id = outbox.queue(message(top), me);
        EXPECT_TRUE(id.ok());
        return id.ok() ? *id : QString();
    }
    void turn(Milliseconds by = Milliseconds{0})
    {
        clock.advance(by);
        EXPECT_TRUE(outbox.tick().ok());
        QCoreApplication::sendPostedEvents();
    }
    const NotificationState& state(const QString& id) const { return *log.book().find(incidentId)->notification(id); }

    ManualClock clock;
    MemoryEventStore store;
    IncidentLog log{store, clock, QStringLiteral("ops-1")};
    AdapterRegistry registry;
    FakeChannel* channel = nullptr;
    FakeResolver resolver;
    Redactor redactor;
    QStringList alive{QStringLiteral("me")};
    Outbox::Parts parts{clock,
                        log,
                        registry,
                        resolver,
                        redactor,
                        QStringLiteral("me"),
                        [this](const QString& session) { return alive.contains(session); },
                        [] { return 0.5; }};
    Outbox outbox{parts};
};

TEST_F(OutboxTest, TheAttemptIsDurableBeforeTheFirstByte)
{
    QStringList before;
    channel->onDeliver = [&] { before = store.typeNames(); };
    const QString id = queue();
    turn();
    EXPECT_EQ(before.last(), QStringLiteral("notification_attempted"));
    EXPECT_EQ(state(id).phase, Phase::Delivered);
    EXPECT_EQ(channel->deliveries.size(), 1);
    turn(Milliseconds{60'000});
    EXPECT_EQ(channel->deliveries.size(), 1) << "delivered once is enough";
}

TEST_F(OutboxTest, NothingLeavesWhileTheLogCannotBeWritten)
{
    queue();
    store.failing = true;
    EXPECT_FALSE(outbox.tick().ok());
    EXPECT_EQ(channel->deliveries.size(), 0);
    store.failing = false;
    turn();
    EXPECT_EQ(channel->deliveries.size(), 1);
}

TEST_F(OutboxTest, RetriesWithTheSameKeyAndObeysRetryAfter)
{
    channel->outcomes = {outcome(Kind::Retry, Milliseconds{30'000}), outcome(Kind::Retry), outcome(Kind::Delivered)};
    const QString id = queue();
    turn();
    EXPECT_EQ(state(id).phase, Phase::Waiting);
    turn(Milliseconds{29'000});
    EXPECT_EQ(channel->deliveries.size(), 1);
    turn(Milliseconds{1'000});
    EXPECT_EQ(channel->deliveries.size(), 2);
    turn(Milliseconds{2'000});
    EXPECT_EQ(state(id).phase, Phase::Delivered);
    EXPECT_EQ(state(id).attempts, 3);
    for (const Delivery& delivery : channel->deliveries)
        EXPECT_EQ(delivery.key, channel->deliveries.first().key);
    EXPECT_FALSE(channel->deliveries.last().possibleRepeat);
}

TEST_F(OutboxTest, PermanentFailureIsLoudAndGoesToTheNextChannelOnce)
{
    channel->outcomes = {outcome(Kind::Failed), outcome(Kind::Delivered)};
    const QString id = queue();
    turn();
    EXPECT_EQ(state(id).phase, Phase::Failed);
    turn();
    ASSERT_EQ(log.book().find(incidentId)->notifications.size(), 2);
    EXPECT_EQ(channel->connectionIds, (QStringList{QStringLiteral("p/chat"), QStringLiteral("p/hook")}));
    EXPECT_NE(channel->deliveries.at(0).key, channel->deliveries.at(1).key);
    turn(Milliseconds{120'000});
    EXPECT_EQ(channel->deliveries.size(), 2);
}

TEST_F(OutboxTest, TheTopSeverityAlsoGoesToTheNextChannelAfterSixtySeconds)
{
    channel->outcomes = {outcome(Kind::Retry, Milliseconds{3'000'000}), outcome(Kind::Delivered)};
    queue(true);
    turn();
    turn(Milliseconds{59'000});
    EXPECT_EQ(channel->deliveries.size(), 1);
    turn(Milliseconds{1'000});
    turn();
    EXPECT_EQ(channel->connectionIds.last(), QStringLiteral("p/hook"));
    EXPECT_EQ(channel->deliveries.size(), 2);
}

TEST_F(OutboxTest, AnAttemptOfADeadSessionIsSentAgainMarkedAsAPossibleRepeat)
{
    channel->silent = true;
    const QString id = queue();
    turn();
    EXPECT_EQ(state(id).phase, Phase::InFlight);
    alive.clear();
    IncidentLog reopened{store, clock, QStringLiteral("ops-1")};
    ASSERT_TRUE(reopened.catchUp().ok());
    AdapterRegistry other;
    auto owned = std::make_unique<FakeChannel>();
    FakeChannel* again = owned.get();
    again->outcomes = {outcome(Kind::Delivered)};
    other.add(std::move(owned));
    Outbox next{{clock, reopened, other, resolver, redactor, QStringLiteral("later"),
                 [](const QString&) { return false; }, [] { return 0.5; }}};
    ASSERT_TRUE(next.tick().ok());
    EXPECT_EQ(again->deliveries.size(), 0) << "in flight until somebody says that its session is dead";
    ASSERT_TRUE(next.recover().ok());
    ASSERT_TRUE(next.tick().ok());
    QCoreApplication::sendPostedEvents();
    ASSERT_EQ(again->deliveries.size(), 1);
    EXPECT_TRUE(again->deliveries.first().possibleRepeat);
    EXPECT_EQ(again->deliveries.first().key, channel->deliveries.first().key);
    EXPECT_EQ(reopened.book().find(incidentId)->notification(id)->phase, Phase::Delivered);
}

TEST_F(OutboxTest, AcknowledgingCancelsWhatIsQueuedRetriesIncluded)
{
    channel->outcomes = {outcome(Kind::Retry, Milliseconds{60'000})};
    const QString id = queue();
    turn();
    ASSERT_TRUE(outbox.cancelQueued(incidentId, QStringLiteral("acknowledged"), {}, me).ok());
    EXPECT_EQ(state(id).phase, Phase::Cancelled);
    turn(Milliseconds{3'600'000});
    EXPECT_EQ(channel->deliveries.size(), 1);
}

TEST_F(OutboxTest, GivesUpAfterTwentyFourHours)
{
    channel->outcomes = {outcome(Kind::Retry)};
    const QString id = queue();
    for (int i = 0; i < 24 * 12 + 2; ++i)
        turn(Milliseconds{5 * 60'000});
    EXPECT_EQ(state(id).phase, Phase::Failed);
}

TEST_F(OutboxTest, AMissingConnectionKeepsTheMessage)
{
    resolver.unknown = {QStringLiteral("p/chat")};
    const QString id = queue();
    turn();
    EXPECT_EQ(state(id).phase, Phase::Waiting);
    resolver.unknown.clear();
    turn(Milliseconds{60'000});
    EXPECT_EQ(state(id).phase, Phase::Delivered);
}

TEST(RetryPolicyTest, GrowsWithJitterAndStaysBounded)
{
    EXPECT_LE(backOff(1, 0.999), Milliseconds{1'000});
    EXPECT_GE(backOff(1, 0.0), Milliseconds{250});
    EXPECT_LE(backOff(3, 1.0), Milliseconds{4'000});
    EXPECT_EQ(backOff(30, 1.0), Milliseconds{300'000});
    EXPECT_EQ(waitBefore(1, Milliseconds{10 * 3'600'000}, 0.5), Milliseconds{3'600'000});
    EXPECT_EQ(waitBefore(9, Milliseconds{2'000}, 0.5), Milliseconds{2'000});
}

TEST_F(OutboxTest, LaterMessagesOfAnIncidentJoinTheThreadOfTheFirst)
{
    channel->outcomes.first().thread = QStringLiteral("C1:17.5");
    queue();
    turn();
    queue();
    turn();
    ASSERT_EQ(channel->deliveries.size(), 2);
    EXPECT_TRUE(channel->deliveries.first().thread.isEmpty());
    EXPECT_EQ(channel->deliveries.last().thread, QStringLiteral("C1:17.5"));
    EXPECT_EQ(channel->deliveries.last().kind, QStringLiteral("page"));
    EXPECT_EQ(channel->deliveries.last().incident, incidentId);
}

TEST_F(OutboxTest, AChannelIsNotHurriedBeyondItsPace)
{
    channel->rest = Milliseconds{1'000};
    for (int i = 0; i < 3; ++i)
        queue();
    turn();
    EXPECT_EQ(channel->deliveries.size(), 1);
    turn(Milliseconds{900});
    EXPECT_EQ(channel->deliveries.size(), 1);
    turn(Milliseconds{100});
    EXPECT_EQ(channel->deliveries.size(), 2);
    turn(Milliseconds{1'000});
    EXPECT_EQ(channel->deliveries.size(), 3);
}

}  // namespace
}  // namespace cockpit::test
