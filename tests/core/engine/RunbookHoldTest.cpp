// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// A change that is held, what it took away, and how to get that back.
#include "tests/core/engine/RunnerRig.h"

namespace cockpit::test {
namespace {

class RunbookHoldTest : public RunnerRig
{
protected:
    RunbookHoldTest()
    {
        executor->previewed.value().affected = 7;
        executor->previewed.value().target.name = QStringLiteral("just_trades");
    }
    void startDestructive()
    {
        const PreparedStep prepared = prepare(QStringLiteral("destructive"));
        const auto started = runner.start(prepared.token, QStringLiteral("7"), QStringLiteral("t"));
        ASSERT_TRUE(started.ok());
        run = *started;
    }
    static StepHold held(Milliseconds patience, const QByteArray& rows = "{\"(1,open)\"}")
    {
        UndoCapsule capsule;
        capsule.kind = QStringLiteral("fake");
        capsule.connectionId = QStringLiteral("p/db");
        capsule.parameters = {{QStringLiteral("run"), QStringLiteral("put back {{rows}}")}};
        capsule.inputs = {{QStringLiteral("rows"), QString::fromUtf8(rows)}};
        capsule.items = 7;
        capsule.summary = QStringLiteral("7 rows of orders");
        StepHold hold;
        hold.summary = QStringLiteral("7 rows changed");
        hold.affected = 7;
        hold.undo = capsule;
        hold.patience = patience;
        return hold;
    }

    QString run;
};

TEST_F(RunbookHoldTest, TheOldContentIsEvidenceAndOnTheLogBeforeTheChangeGoesOn)
{
    startDestructive();
    executor->running->hold(held(Milliseconds{0}));
    EXPECT_EQ(executor->running->settled, QList<bool>{true});
    EXPECT_EQ(store.typeNames().last(), QStringLiteral("step_held"));
    EXPECT_EQ(lastStep().phase, StepRunState::Phase::Running) << "nobody has to decide";
    const auto kept = evidence.read(lastStep().undo);
    ASSERT_TRUE(kept.ok());
    const auto capsule = UndoCapsule::fromJson(QJsonDocument::fromJson(*kept).object());
    ASSERT_TRUE(capsule.ok());
    EXPECT_EQ(capsule->inputs.value(QStringLiteral("rows")), QStringLiteral("{\"(1,open)\"}"));
    EXPECT_EQ(lastStep().undoSummary, QStringLiteral("7 rows of orders"));
}

TEST_F(RunbookHoldTest, WithoutTheLogTheChangeDoesNotGoOn)
{
    startDestructive();
    store.failing = true;
    executor->running->hold(held(Milliseconds{0}));
    EXPECT_EQ(executor->running->settled, QList<bool>{false});
}

TEST_F(RunbookHoldTest, APersonDecidesAndTheDecisionIsOnTheLogFirst)
{
    startDestructive();
    executor->running->hold(held(Milliseconds{60'000}));
    EXPECT_TRUE(executor->running->settled.isEmpty());
    EXPECT_EQ(lastStep().phase, StepRunState::Phase::Held);
    EXPECT_EQ(lastStep().heldUntil, clock.utcNow().addSecs(60));
    clock.advance(Milliseconds{30'000});
    store.failing = true;
    EXPECT_FALSE(runner.settle(run, QStringLiteral("destructive"), true, QStringLiteral("t")).ok());
    EXPECT_TRUE(executor->running->settled.isEmpty()) << "no log, no commit";
    store.failing = false;
    ASSERT_TRUE(runner.settle(run, QStringLiteral("destructive"), true, QStringLiteral("t")).ok());
    EXPECT_EQ(executor->running->settled, QList<bool>{true});
    EXPECT_EQ(lastStep().settled, QStringLiteral("commit"));
    ASSERT_TRUE(runner.tick().ok());
    EXPECT_EQ(executor->cancelled, 0) << "the time somebody looked is not the step's";
    EXPECT_FALSE(runner.settle(run, QStringLiteral("destructive"), false, QStringLiteral("t")).ok()) << "decided once";
}

TEST_F(RunbookHoldTest, NobodyDecidedMeansRollBackAndTheHoldIsNoOverdueStep)
{
    startDestructive();
    executor->running->hold(held(Milliseconds{60'000}));
    clock.advance(Milliseconds{59'000});
    ASSERT_TRUE(runner.tick().ok());
    EXPECT_TRUE(executor->running->settled.isEmpty());
    EXPECT_EQ(executor->cancelled, 0) << "its deadline of 10 s does not count while somebody looks";
    clock.advance(Milliseconds{2'000});
    ASSERT_TRUE(runner.tick().ok());
    EXPECT_EQ(executor->running->settled, QList<bool>{false});
    EXPECT_EQ(lastStep().settled, QStringLiteral("roll_back"));
}

TEST_F(RunbookHoldTest, OldContentWithASecretIsNotKept)
{
    startDestructive();
    executor->running->hold(held(Milliseconds{0}, "{\"(1,hunter2secret)\"}"));
    EXPECT_EQ(executor->running->settled, QList<bool>{true});
    EXPECT_TRUE(lastStep().undo.isEmpty());
    EXPECT_TRUE(lastStep().undoSummary.contains(QStringLiteral("not kept")));
    for (const Event& event : store.events)
        EXPECT_FALSE(QJsonDocument(event.data).toJson().contains("hunter2secret")) << qPrintable(event.typeName);
}

TEST_F(RunbookHoldTest, TheUndoIsADestructiveStepOfItsOwn)
{
    startDestructive();
    executor->running->hold(held(Milliseconds{0}));
    executor->running->end(good());
    const auto undo =
        waitFor(runner.prepareUndo(playbook, incidentId, run, QStringLiteral("destructive"), QStringLiteral("t")));
    ASSERT_TRUE(undo.ok()) << qPrintable(undo.error().message);
    EXPECT_EQ(undo->need, ConfirmationNeed::TypeText);
    EXPECT_EQ(undo->step.spec.id, QStringLiteral("undo_destructive"));
    EXPECT_FALSE(runner.start(undo->token, QStringLiteral("no"), QStringLiteral("t")).ok());
    ASSERT_TRUE(runner.start(undo->token, QStringLiteral("7"), QStringLiteral("t")).ok());
    EXPECT_EQ(executor->started.last().spec.inputs.first().id, QStringLiteral("rows"));
    EXPECT_EQ(lastStep().step, QStringLiteral("undo_destructive"));
    const auto none =
        waitFor(runner.prepareUndo(playbook, incidentId, run, QStringLiteral("undo_destructive"), QStringLiteral("t")));
    EXPECT_FALSE(none.ok()) << "nothing was kept for this one";
}

TEST_F(RunbookHoldTest, MegabytesOfOldContentAreNotWrittenTwice)
{
    startDestructive();
    executor->running->hold(held(Milliseconds{0}, QByteArray(9 * 1024 * 1024, 'x').constData()));
    executor->running->end(good());
    const auto undo =
        waitFor(runner.prepareUndo(playbook, incidentId, run, QStringLiteral("destructive"), QStringLiteral("t")));
    ASSERT_TRUE(undo.ok()) << qPrintable(undo.error().message);
    ASSERT_TRUE(runner.start(undo->token, QStringLiteral("7"), QStringLiteral("t")).ok());
    for (const Event& event : store.events)
        EXPECT_LT(QJsonDocument(event.data).toJson().size(), 64 * 1024) << qPrintable(event.typeName);
}

TEST_F(RunbookHoldTest, AHeldChangeOfADeadSessionWasRolledBackAnUndecidedOneIsNotUnknown)
{
    startDestructive();
    executor->running->hold(held(Milliseconds{60'000}));
    alive.clear();
    ASSERT_TRUE(runner.recover([this](const QString&) { return playbook; }).ok());
    EXPECT_EQ(lastStep().phase, StepRunState::Phase::Finished);
    EXPECT_EQ(lastStep().state, StepState::Cancelled);
}

TEST_F(RunbookHoldTest, ACommitThatADeadSessionDecidedIsOfUnknownOutcome)
{
    startDestructive();
    executor->running->hold(held(Milliseconds{60'000}));
    ASSERT_TRUE(runner.settle(run, QStringLiteral("destructive"), true, QStringLiteral("t")).ok());
    alive.clear();
    ASSERT_TRUE(runner.recover([this](const QString&) { return playbook; }).ok());
    EXPECT_EQ(lastStep().phase, StepRunState::Phase::OutcomeUnknown);
}

TEST_F(RunbookHoldTest, TheApprovedTargetGoesWithTheStep)
{
    executor->previewed.value().target.serverId = QStringLiteral("4711");
    startDestructive();
    ASSERT_TRUE(executor->started.last().approved.has_value());
    EXPECT_EQ(executor->started.last().approved->serverId, QStringLiteral("4711"));
    EXPECT_EQ(lastStep().target.serverId, QStringLiteral("4711"));
}

}  // namespace
}  // namespace cockpit::test
