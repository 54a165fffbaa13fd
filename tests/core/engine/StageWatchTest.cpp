// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/StageWatch.h"
#include "tests/support/ManualClock.h"
#include "tests/support/MemoryEventStore.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

const QString incidentId = QStringLiteral("i1");
const QString run = QStringLiteral("run1");

/// reconcile, then restricted, cautious, normal; restricted falls back to pause.
PlaybookPointer resumingPlaybook()
{
    auto made = std::make_shared<Playbook>();
    made->id = QStringLiteral("p");
    for (const char* id : {"open", "rejects"}) {
        SignalSpec signal;
        signal.id = QString::fromLatin1(id);
        signal.every = Milliseconds{1'000};
        signal.staleAfter = Milliseconds{30'000};
        made->signalSpecs.append(signal);
    }
    Runbook runbook;
    runbook.id = QStringLiteral("resume");
    const auto add = [&runbook](const char* id, std::optional<StageSpec> stage) {
        StepSpec step;
        step.id = QString::fromLatin1(id);
        step.title = step.id;
        step.kind = QStringLiteral("manual");
        step.stage = std::move(stage);
        runbook.steps.append(step);
    };
    const QString good = QStringLiteral("rejects <= 3");
    add("reconcile", {});
    add("restricted", StageSpec{QStringLiteral("reconcile"), good, Milliseconds{60'000},
                                QStringLiteral("open == 0 and rejects <= 3"), QStringLiteral("pause")});
    runbook.steps.last().expect =
        Expectation{QStringLiteral("open"), Comparison::Equal, 0, Milliseconds{300'000}, Milliseconds{0}};
    add("cautious", StageSpec{{}, good, Milliseconds{300'000}, good, {}});
    add("normal", StageSpec{{}, good, Milliseconds{300'000}, good, {}});
    add("pause", {});
    made->runbooks = {runbook};
    return made;
}

class StageWatchTest : public testing::Test
{
protected:
    StageWatchTest()
    {
        board.add(*playbook);
        watch.add(playbook);
        record(EventType::IncidentDeclared,
               {{QStringLiteral("platform"), QStringLiteral("p")}, {QStringLiteral("severity"), QStringLiteral("S1")}});
        see(1, 0);
    }

    void record(EventType type, const QJsonObject& data)
    {
        ASSERT_TRUE(log.append({type, incidentId, QStringLiteral("t"), data}).ok());
    }
    /// Readings arrive and everything is judged.
    void see(double open, double rejects)
    {
        const auto put = [this](const char* signal, double value) {
            Reading reading;
            reading.platform = QStringLiteral("p");
            reading.signal = QString::fromLatin1(signal);
            reading.state = ReadingState::Value;
            reading.value = value;
            reading.at = clock.utcNow();
            board.record(reading);
        };
        put("open", open);
        put("rejects", rejects);
        ASSERT_TRUE(watch.tick().ok());
    }
    void pass(int seconds, double open, double rejects)
    {
        for (int i = 0; i < seconds; ++i) {
            clock.advance(Milliseconds{1'000});
            see(open, rejects);
        }
    }
    void done(const QString& step, const QString& verdict = {})
    {
        record(EventType::StepIntended, {{QStringLiteral("run"), run},
                                         {QStringLiteral("platform"), QStringLiteral("p")},
                                         {QStringLiteral("runbook"), QStringLiteral("resume")},
                                         {QStringLiteral("step"), step}});
        record(EventType::StepFinished, {{QStringLiteral("run"), run},
                                         {QStringLiteral("step"), step},
                                         {QStringLiteral("state"), QStringLiteral("succeeded")}});
        if (!verdict.isEmpty())
            prove(step, verdict);
    }
    void prove(const QString& step, const QString& verdict)
    {
        record(EventType::StepVerdict,
               {{QStringLiteral("run"), run}, {QStringLiteral("step"), step}, {QStringLiteral("verdict"), verdict}});
    }
    Status admits(const QString& step) const
    {
        return watch.admits(playbook, {incidentId, QStringLiteral("p"), QStringLiteral("resume"), step, {}});
    }
    StageState state(const QString& step) const
    {
        for (const StageState& candidate : watch.states()) {
            if (candidate.step == step)
                return candidate;
        }
        ADD_FAILURE() << "no stage " << qPrintable(step);
        return {};
    }
    /// Up to the stage cautious, which holds.
    void goCautious()
    {
        done(QStringLiteral("reconcile"));
        pass(60, 1, 0);
        done(QStringLiteral("restricted"), QStringLiteral("worked"));
        pass(301, 0, 0);
        ASSERT_TRUE(admits(QStringLiteral("cautious")).ok());
        done(QStringLiteral("cautious"));
        pass(1, 0, 0);
    }

    ManualClock clock;
    MemoryEventStore store;
    IncidentLog log{store, clock, QStringLiteral("ops-1")};
    SignalBoard board{clock};
    PlaybookPointer playbook = resumingPlaybook();
    StageWatch watch{clock, log, board};
};

using Phase = StageState::Phase;

TEST_F(StageWatchTest, AStageOpensOnlyAfterWhatComesBeforeAndWhenItsChecksHaveHeld)
{
    EXPECT_EQ(state(QStringLiteral("restricted")).phase, Phase::Closed);
    EXPECT_FALSE(admits(QStringLiteral("restricted")).ok());
    done(QStringLiteral("reconcile"));
    EXPECT_EQ(state(QStringLiteral("restricted")).phase, Phase::Opening);
    EXPECT_EQ(admits(QStringLiteral("restricted")).error().kind, ErrorKind::Refused);
    pass(59, 1, 0);
    EXPECT_FALSE(admits(QStringLiteral("restricted")).ok());
    pass(1, 1, 0);
    EXPECT_TRUE(admits(QStringLiteral("restricted")).ok());
    EXPECT_EQ(state(QStringLiteral("cautious")).phase, Phase::Closed) << "never skip one";
    EXPECT_FALSE(admits(QStringLiteral("normal")).ok());
    EXPECT_TRUE(admits(QStringLiteral("pause")).ok()) << "no stage, no gate";
}

TEST_F(StageWatchTest, OneBadReadingStartsTheTimeAnew)
{
    done(QStringLiteral("reconcile"));
    pass(59, 1, 0);
    pass(1, 1, 4);
    EXPECT_EQ(state(QStringLiteral("restricted")).phase, Phase::Closed);
    EXPECT_TRUE(state(QStringLiteral("restricted")).reason.contains(QStringLiteral("rejects")));
    pass(60, 1, 0);
    EXPECT_FALSE(admits(QStringLiteral("restricted")).ok());
    pass(1, 1, 0);
    EXPECT_TRUE(admits(QStringLiteral("restricted")).ok());
}

TEST_F(StageWatchTest, WhatCannotBeReadOpensNothing)
{
    done(QStringLiteral("reconcile"));
    pass(60, 1, 0);
    clock.advance(Milliseconds{31'000});  // everything is stale now
    ASSERT_TRUE(watch.tick().ok());
    EXPECT_FALSE(admits(QStringLiteral("restricted")).ok());
}

TEST_F(StageWatchTest, TheProofComesBeforeTheNextStage)
{
    done(QStringLiteral("reconcile"));
    pass(60, 1, 0);
    done(QStringLiteral("restricted"));
    EXPECT_EQ(state(QStringLiteral("restricted")).phase, Phase::Settling);
    pass(400, 1, 0);
    EXPECT_EQ(state(QStringLiteral("restricted")).phase, Phase::Settling) << "not judged before its proof";
    EXPECT_FALSE(admits(QStringLiteral("cautious")).ok());
    pass(1, 0, 0);
    prove(QStringLiteral("restricted"), QStringLiteral("worked"));
    EXPECT_EQ(state(QStringLiteral("restricted")).phase, Phase::Holding);
    EXPECT_TRUE(admits(QStringLiteral("cautious")).ok()) << "its checks have held all along";
}

TEST_F(StageWatchTest, AStageWithoutProofIsLost)
{
    done(QStringLiteral("reconcile"));
    pass(60, 1, 0);
    done(QStringLiteral("restricted"), QStringLiteral("no_effect"));
    pass(1, 1, 0);
    const StageState lost = state(QStringLiteral("restricted"));
    EXPECT_EQ(lost.phase, Phase::Lost);
    EXPECT_EQ(lost.fallBack, QStringLiteral("pause"));
}

TEST_F(StageWatchTest, FallsBackToTheStageBeforeAndComesUpAgain)
{
    goCautious();
    EXPECT_EQ(state(QStringLiteral("cautious")).phase, Phase::Holding);
    // Too many rejects for cautious, and for restricted as well: both are lost, in one go.
    pass(1, 0, 9);
    EXPECT_EQ(state(QStringLiteral("restricted")).phase, Phase::Lost);
    EXPECT_EQ(state(QStringLiteral("restricted")).fallBack, QStringLiteral("pause"));
    EXPECT_FALSE(admits(QStringLiteral("restricted")).ok());
    EXPECT_EQ(store.typeNames().count(QStringLiteral("stage_lost")), 2);
    pass(5, 0, 9);
    EXPECT_EQ(store.typeNames().count(QStringLiteral("stage_lost")), 2) << "said once";
    done(QStringLiteral("pause"));
    EXPECT_EQ(state(QStringLiteral("restricted")).phase, Phase::Closed);
    pass(61, 1, 0);
    EXPECT_TRUE(admits(QStringLiteral("restricted")).ok());
}

TEST_F(StageWatchTest, FallingBackOneStageIsRunningThatStageAgain)
{
    goCautious();
    record(EventType::StageLost, {{QStringLiteral("run"), run},
                                  {QStringLiteral("step"), QStringLiteral("cautious")},
                                  {QStringLiteral("reason"), QStringLiteral("slow")}});
    EXPECT_EQ(state(QStringLiteral("cautious")).phase, Phase::Lost);
    EXPECT_EQ(state(QStringLiteral("cautious")).fallBack, QStringLiteral("restricted"));
    EXPECT_EQ(state(QStringLiteral("restricted")).phase, Phase::Holding);
    EXPECT_TRUE(admits(QStringLiteral("restricted")).ok()) << "the way back is open";
    EXPECT_FALSE(admits(QStringLiteral("cautious")).ok());
    clock.advance(Milliseconds{1'000});
    done(QStringLiteral("restricted"), QStringLiteral("worked"));
    see(0, 0);
    EXPECT_TRUE(admits(QStringLiteral("cautious")).ok());
}

TEST_F(StageWatchTest, UnreadChecksLoseNothingAndOpenNothing)
{
    goCautious();
    clock.advance(Milliseconds{31'000});
    ASSERT_TRUE(watch.tick().ok());
    EXPECT_EQ(state(QStringLiteral("cautious")).phase, Phase::Unsure);
    EXPECT_FALSE(admits(QStringLiteral("normal")).ok());
    EXPECT_EQ(store.typeNames().count(QStringLiteral("stage_lost")), 0);
}

TEST_F(StageWatchTest, ALogThatCannotBeWrittenIsSaid)
{
    goCautious();
    store.failing = true;
    clock.advance(Milliseconds{1'000});
    Reading bad;
    bad.platform = QStringLiteral("p");
    bad.signal = QStringLiteral("rejects");
    bad.state = ReadingState::Value;
    bad.value = 9;
    bad.at = clock.utcNow();
    board.record(bad);
    EXPECT_FALSE(watch.tick().ok());
}

TEST_F(StageWatchTest, BelongsToAnIncident)
{
    EXPECT_FALSE(
        watch.admits(playbook, {{}, QStringLiteral("p"), QStringLiteral("resume"), QStringLiteral("restricted"), {}})
            .ok());
    record(EventType::IncidentResolved, {});
    EXPECT_TRUE(watch.states().isEmpty());
}

}  // namespace
}  // namespace cockpit::test
