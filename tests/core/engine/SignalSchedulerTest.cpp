// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/SignalScheduler.h"
#include "tests/support/FakeAdapters.h"
#include "tests/support/ManualClock.h"

#include <QSignalSpy>

namespace cockpit::test {
namespace {

SignalSpec spec(const QString& id, const QString& page, Milliseconds every = Milliseconds{5'000})
{
    SignalSpec signal;
    signal.id = id;
    signal.kind = QStringLiteral("fake");
    signal.connection = QStringLiteral("api");
    signal.parameters = {{QStringLiteral("page"), page}};
    signal.every = every;
    signal.deadline = Milliseconds{2'000};
    return signal;
}

class SignalSchedulerTest : public testing::Test
{
protected:
    SignalSchedulerTest()
    {
        auto owned = std::make_unique<FakeSource>();
        source = owned.get();
        registry.add(std::move(owned));
        source->answer = [this](const QString& platform, const SignalSpec& signal) {
            Reading reading;
            reading.platform = platform;
            reading.signal = signal.id;
            reading.state = state;
            reading.value = 1;
            reading.at = clock.utcNow();
            return reading;
        };
        playbook.id = QStringLiteral("p");
    }

    /// Advances in steps of 100 ms, as the engine does.
    void run(Milliseconds duration)
    {
        for (Milliseconds done{0}; done < duration; done += Milliseconds{100}) {
            clock.advance(Milliseconds{100});
            scheduler.tick();
            QCoreApplication::sendPostedEvents();
        }
    }

    ManualClock clock;
    AdapterRegistry registry;
    FakeSource* source = nullptr;
    Playbook playbook;
    ReadingState state = ReadingState::Value;
    bool bound = true;
    SignalScheduler scheduler{clock, registry, [this](const QString&) { return bound; }};
};

TEST_F(SignalSchedulerTest, WhatIsNotConnectedIsLeftAloneUntilItIs)
{
    playbook.signalSpecs = {spec(QStringLiteral("a"), QStringLiteral("/x"))};
    playbook.signalSpecs.first().connection = QStringLiteral("api");
    QList<Reading> readings;
    QObject::connect(&scheduler, &SignalScheduler::readingsArrived, &scheduler,
                     [&](const QList<Reading>& arrived) { readings += arrived; });
    bound = false;
    scheduler.add(playbook);
    run(Milliseconds{60'000});
    EXPECT_TRUE(source->requests.isEmpty());
    ASSERT_EQ(readings.size(), 1) << "said once";
    EXPECT_EQ(readings.first().state, ReadingState::Pending);
    bound = true;
    scheduler.pollSoon();
    run(Milliseconds{1'000});
    EXPECT_EQ(source->requests.size(), 1);
    EXPECT_EQ(readings.last().state, ReadingState::Value);
}

TEST_F(SignalSchedulerTest, SignalsOfOnePageShareOnePoll)
{
    playbook.signalSpecs = {spec(QStringLiteral("a"), QStringLiteral("/x")),
                            spec(QStringLiteral("b"), QStringLiteral("/x")),
                            spec(QStringLiteral("c"), QStringLiteral("/y"))};
    scheduler.add(playbook);
    run(Milliseconds{1'000});
    ASSERT_EQ(source->requests.size(), 2);
    QStringList pages;
    for (const PollRequest& request : source->requests)
        pages.append(QString::number(request.signalSpecs.size()));
    pages.sort();
    EXPECT_EQ(pages, (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    EXPECT_EQ(source->requests.first().connectionId, QStringLiteral("p/api"));
}

TEST_F(SignalSchedulerTest, PollsAtTheIntervalWithLittleJitter)
{
    playbook.signalSpecs = {spec(QStringLiteral("a"), QStringLiteral("/x"))};
    scheduler.add(playbook);
    run(Milliseconds{60'000});
    EXPECT_GE(source->requests.size(), 11);
    EXPECT_LE(source->requests.size(), 13);
}

TEST_F(SignalSchedulerTest, NeverTwoPollsOfOneGroupAtOnceAndCutOffAtTheDeadline)
{
    source->silent = true;
    playbook.signalSpecs = {spec(QStringLiteral("a"), QStringLiteral("/x"), Milliseconds{1'000})};
    scheduler.add(playbook);
    QSignalSpy arrived(&scheduler, &SignalScheduler::readingsArrived);
    run(Milliseconds{2'500});
    EXPECT_EQ(source->requests.size(), 1);
    EXPECT_EQ(arrived.size(), 0);
    run(Milliseconds{1'500});
    ASSERT_GE(arrived.size(), 1);
    const auto readings = arrived.first().first().value<QList<Reading>>();
    ASSERT_EQ(readings.size(), 1);
    EXPECT_EQ(readings.first().state, ReadingState::Unreachable);
    EXPECT_TRUE(source->promises.front()->isCanceled());
}

TEST_F(SignalSchedulerTest, BacksOffWhileNothingAnswersAndRecoversAtOnce)
{
    state = ReadingState::Unreachable;
    playbook.signalSpecs = {spec(QStringLiteral("a"), QStringLiteral("/x"))};
    scheduler.add(playbook);
    run(Milliseconds{300'000});
    EXPECT_LE(source->requests.size(), 10);
    state = ReadingState::Value;
    run(Milliseconds{70'000});
    source->requests.clear();
    run(Milliseconds{30'000});
    EXPECT_GE(source->requests.size(), 5);
}

TEST_F(SignalSchedulerTest, AKindNobodyReadsIsUnreachableNotSilent)
{
    SignalSpec odd = spec(QStringLiteral("a"), QStringLiteral("/x"));
    odd.kind = QStringLiteral("telepathy");
    playbook.signalSpecs = {odd};
    scheduler.add(playbook);
    QSignalSpy arrived(&scheduler, &SignalScheduler::readingsArrived);
    run(Milliseconds{1'000});
    ASSERT_EQ(arrived.size(), 1);
    EXPECT_EQ(arrived.first().first().value<QList<Reading>>().first().state, ReadingState::Unreachable);
}

}  // namespace
}  // namespace cockpit::test
