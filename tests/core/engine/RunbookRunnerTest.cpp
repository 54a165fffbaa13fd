// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/core/engine/RunnerRig.h"

namespace cockpit::test {
namespace {

class RunbookRunnerTest : public RunnerRig
{
};

TEST_F(RunbookRunnerTest, TheIntentIsOnTheLogBeforeTheStepStarts)
{
    QStringList atStart;
    executor->onStart = [&] { atStart = store.typeNames(); };
    const PreparedStep prepared = prepare(QStringLiteral("read"));
    EXPECT_EQ(prepared.need, ConfirmationNeed::None);
    ASSERT_TRUE(runner.start(prepared.token, {}, QStringLiteral("t")).ok());
    ASSERT_EQ(executor->started.size(), 1);
    EXPECT_EQ(atStart.last(), QStringLiteral("step_intended"));
}

TEST_F(RunbookRunnerTest, NoLogNoRun)
{
    const PreparedStep prepared = prepare(QStringLiteral("read"));
    store.failing = true;
    const auto started = runner.start(prepared.token, {}, QStringLiteral("t"));
    ASSERT_FALSE(started.ok());
    EXPECT_EQ(started.error().kind, ErrorKind::Storage);
    EXPECT_EQ(executor->started.size(), 0);
}

TEST_F(RunbookRunnerTest, WriteWantsAYesAndDestructiveWantsTheCount)
{
    executor->previewed.value().affected = 137;
    executor->previewed.value().target.name = QStringLiteral("just_trades");
    const PreparedStep write = prepare(QStringLiteral("write"));
    EXPECT_EQ(write.need, ConfirmationNeed::Agree);
    EXPECT_FALSE(runner.start(write.token, {}, QStringLiteral("t")).ok());
    EXPECT_TRUE(runner.start(write.token, QStringLiteral("yes"), QStringLiteral("t")).ok());

    const PreparedStep destructive = prepare(QStringLiteral("destructive"));
    EXPECT_EQ(destructive.expectedText, QStringLiteral("137"));
    EXPECT_FALSE(runner.start(destructive.token, QStringLiteral("136"), QStringLiteral("t")).ok());
    EXPECT_TRUE(runner.start(destructive.token, QStringLiteral("137"), QStringLiteral("t")).ok());
    EXPECT_EQ(executor->started.last().approvedCount, 137);
}

TEST_F(RunbookRunnerTest, AnApprovalIsForOneStartAndFiveMinutes)
{
    const PreparedStep once = prepare(QStringLiteral("read"));
    ASSERT_TRUE(runner.start(once.token, {}, QStringLiteral("t")).ok());
    EXPECT_FALSE(runner.start(once.token, {}, QStringLiteral("t")).ok());
    const PreparedStep old = prepare(QStringLiteral("destructive"));
    clock.advance(Milliseconds{5 * 60'000 + 1});
    EXPECT_FALSE(runner.start(old.token, old.expectedText, QStringLiteral("t")).ok());
    EXPECT_EQ(executor->started.size(), 1);
}

TEST_F(RunbookRunnerTest, OutputBecomesEvidenceWithSecretsMasked)
{
    ASSERT_TRUE(runner.start(prepare(QStringLiteral("read")).token, {}, QStringLiteral("t")).ok());
    executor->running->end(good());
    const StepRunState step = lastStep();
    EXPECT_EQ(step.state, StepState::Succeeded);
    const auto kept = evidence.read(step.evidence);
    ASSERT_TRUE(kept.ok());
    EXPECT_FALSE(kept->contains("hunter2secret"));
    for (const Event& event : store.events)
        EXPECT_FALSE(QJsonDocument(event.data).toJson().contains("hunter2secret")) << qPrintable(event.typeName);
    EXPECT_EQ(log.book().find(incidentId)->evidence.size(), 1);
}

TEST_F(RunbookRunnerTest, NoLineGivenToTheScreenIsLongerThanFourKilobytesAndTheEvidenceIsWhole)
{
    qsizetype longest = 0;
    QString shown;
    QObject::connect(&runner, &RunbookRunner::stepOutput, [&](const QString&, const QString&, const QString& text) {
        for (const QString& line : text.split(QLatin1Char('\n')))
            longest = std::max(longest, line.size());
        shown += text;
    });
    ASSERT_TRUE(runner.start(prepare(QStringLiteral("read")).token, {}, QStringLiteral("t")).ok());
    StepOutcome outcome = good();
    outcome.output = QByteArray(1'000'000, 'x') + "\nend";
    for (qsizetype at = 0; at < outcome.output.size(); at += 10'000)
        executor->running->say(outcome.output.mid(at, 10'000));
    executor->running->say(" with hunter2");
    executor->running->say("secret.\n");
    executor->running->end(outcome);
    EXPECT_LE(longest, 4'097);
    EXPECT_TRUE(shown.endsWith(QStringLiteral("\u2026\nend with \u2022\u2022\u2022.\n")))
        << qPrintable(shown.right(60));
    EXPECT_EQ(evidence.read(lastStep().evidence)->size(), outcome.output.size());
}

TEST_F(RunbookRunnerTest, AValueThatHoldsASecretIsNotHandedOn)
{
    auto changed = std::make_shared<Playbook>(*playbook);
    changed->runbooks[0].steps[0].outputs = {
        {QStringLiteral("pool"), OutputSpec::Source::Match, QStringLiteral("pool=(\\w+)")},
        {QStringLiteral("word"), OutputSpec::Source::Match, QStringLiteral("token (\\w+)")}};
    playbook = changed;
    ASSERT_TRUE(runner.start(prepare(QStringLiteral("read")).token, {}, QStringLiteral("t")).ok());
    StepOutcome outcome = good();
    outcome.output += " pool=p7";
    executor->running->end(outcome);
    const RunState* run = log.book().find(incidentId)->runOf(QStringLiteral("p"), QStringLiteral("r"));
    ASSERT_TRUE(run);
    EXPECT_EQ(run->outputs().value(QStringLiteral("pool")), QStringLiteral("p7"));
    EXPECT_FALSE(run->outputs().contains(QStringLiteral("word")));
}

TEST_F(RunbookRunnerTest, TheRunnerCutsOffAStepThatForgetsItsDeadline)
{
    ASSERT_TRUE(runner.start(prepare(QStringLiteral("read")).token, {}, QStringLiteral("t")).ok());
    clock.advance(Milliseconds{14'000});
    ASSERT_TRUE(runner.tick().ok());
    EXPECT_EQ(executor->cancelled, 0);
    clock.advance(Milliseconds{2'000});
    ASSERT_TRUE(runner.tick().ok());
    EXPECT_EQ(executor->cancelled, 1);
    EXPECT_EQ(lastStep().state, StepState::TimedOut);
}

TEST_F(RunbookRunnerTest, ProofHoldsFailsAndGetsWorse)
{
    const auto runWrite = [&] {
        ASSERT_TRUE(
            runner.start(prepare(QStringLiteral("write")).token, QStringLiteral("yes"), QStringLiteral("t")).ok());
        executor->running->end(good());
        ASSERT_EQ(runner.expectations().size(), 1);
    };
    const auto pass = [&](double value, int seconds) {
        for (int i = 0; i < seconds; ++i) {
            clock.advance(Milliseconds{1'000});
            see(value);
            ASSERT_TRUE(runner.tick().ok());
        }
    };
    see(4);
    runWrite();
    pass(10, 3);
    pass(9, 1);
    EXPECT_EQ(lastStep().verdict, QString()) << "the hold was interrupted";
    pass(10, 6);
    EXPECT_EQ(lastStep().verdict, QStringLiteral("worked"));

    see(4);
    runWrite();
    pass(4, 61);
    EXPECT_EQ(lastStep().verdict, QStringLiteral("no_effect"));

    see(4);
    runWrite();
    pass(0, 61);
    EXPECT_EQ(lastStep().verdict, QStringLiteral("worse"));
    EXPECT_TRUE(runner.expectations().isEmpty());
}

TEST_F(RunbookRunnerTest, AnOldReadingProvesNothing)
{
    see(10);
    clock.advance(Milliseconds{1'000});
    ASSERT_TRUE(runner.start(prepare(QStringLiteral("write")).token, QStringLiteral("yes"), QStringLiteral("t")).ok());
    executor->running->end(good());
    for (int i = 0; i < 20; ++i) {
        clock.advance(Milliseconds{1'000});
        ASSERT_TRUE(runner.tick().ok());
    }
    EXPECT_EQ(lastStep().verdict, QString());
}

TEST_F(RunbookRunnerTest, WhatADeadSessionLeftIsOfUnknownOutcomeAndNotRunAgain)
{
    ASSERT_TRUE(runner.start(prepare(QStringLiteral("write")).token, QStringLiteral("yes"), QStringLiteral("t")).ok());
    alive.clear();
    FakeExecutor* untouched = nullptr;
    AdapterRegistry other;
    auto owned = std::make_unique<FakeExecutor>();
    untouched = owned.get();
    other.add(std::move(owned));
    IncidentLog reopened{store, clock, QStringLiteral("ops-1")};
    ASSERT_TRUE(reopened.catchUp().ok());
    RunbookRunner next{{clock, reopened, evidence, other, resolver, board, redactor, QStringLiteral("later"),
                        [](const QString&) { return false; }}};
    ASSERT_TRUE(next.recover([this](const QString&) { return playbook; }).ok());
    const StepRunState step = reopened.book().find(incidentId)->runs.last().steps.last();
    EXPECT_EQ(step.phase, StepRunState::Phase::OutcomeUnknown);
    EXPECT_EQ(untouched->started.size(), 0);
    const auto before = store.events.size();
    ASSERT_TRUE(next.recover([this](const QString&) { return playbook; }).ok());
    EXPECT_EQ(store.events.size(), before) << "said once";
}

}  // namespace
}  // namespace cockpit::test
