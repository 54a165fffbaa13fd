// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What steps hand to each other, a run's own copy of the runbook, and running all reading steps.
#include "core/engine/ReadSweep.h"
#include "tests/core/engine/RunnerRig.h"

namespace cockpit::test {
namespace {

class RunbookFlowTest : public RunnerRig
{
protected:
    /// Replaces the runbook: count (hands on "stuck"), look (only if stuck > 0), by_hand, last.
    RunbookFlowTest()
    {
        Playbook made = *playbook;
        Runbook runbook = made.runbooks.first();
        runbook.steps.clear();
        runbook.steps.append(step(QStringLiteral("count")));
        runbook.steps.last().outputs = {{QStringLiteral("stuck"), OutputSpec::Source::Rows, {}},
                                        {QStringLiteral("oldest"), OutputSpec::Source::Column, QStringLiteral("pid")},
                                        {QStringLiteral("alive"), OutputSpec::Source::Json, QStringLiteral("/alive")}};
        runbook.steps.append(step(QStringLiteral("look")));
        runbook.steps.last().onlyIf = QStringLiteral("stuck > 0");
        runbook.steps.append(step(QStringLiteral("inspect")));
        InputSpec pid;
        pid.id = QStringLiteral("pid");
        pid.from = QStringLiteral("oldest");
        runbook.steps.last().inputs = {pid};
        runbook.steps.append(step(QStringLiteral("by_hand")));
        InputSpec asked;
        asked.id = QStringLiteral("reason");
        runbook.steps.last().inputs = {asked};
        runbook.steps.append(step(QStringLiteral("last")));
        made.runbooks = {runbook};
        playbook = std::make_shared<const Playbook>(made);
    }
    static StepSpec step(const QString& id)
    {
        StepSpec spec;
        spec.id = id;
        spec.title = id;
        spec.kind = QStringLiteral("fake");
        spec.connection = QStringLiteral("db");
        return spec;
    }
    static StepOutcome found(qint64 rows)
    {
        StepOutcome outcome;
        outcome.state = StepState::Succeeded;
        outcome.affected = rows;
        outcome.output = "{\"alive\": 3}";
        ResultTable table;
        table.columns = {QStringLiteral("pid")};
        table.types = {ResultTable::CellType::Number};
        table.rows = {{QStringLiteral("4242")}};
        outcome.table = table;
        return outcome;
    }
    void runStep(const QString& id, const StepOutcome& outcome)
    {
        ASSERT_TRUE(runner.start(prepare(id).token, {}, QStringLiteral("t")).ok());
        executor->running->end(outcome);
    }
    Error refusalOf(const QString& id)
    {
        const auto prepared = waitFor(runner.prepare(playbook, request(id), QStringLiteral("t")));
        return prepared.ok() ? fail(ErrorKind::InvalidInput, QStringLiteral("it was admitted")) : prepared.error();
    }
    StepOutcome failed() const
    {
        StepOutcome outcome;
        outcome.summary = QStringLiteral("no such table");
        return outcome;
    }

    ReadSweep sweep{log, runner};
};

TEST_F(RunbookFlowTest, AConditionOnEarlierResultsIsUnknownThenNoThenYes)
{
    EXPECT_TRUE(refusalOf(QStringLiteral("look")).message.contains(QStringLiteral("not known yet")));
    runStep(QStringLiteral("count"), found(0));
    EXPECT_TRUE(refusalOf(QStringLiteral("look")).message.contains(QStringLiteral("does not hold")));
    runStep(QStringLiteral("count"), found(2));
    EXPECT_TRUE(waitFor(runner.prepare(playbook, request(QStringLiteral("look")), QStringLiteral("t"))).ok());
}

TEST_F(RunbookFlowTest, OutputsAreOnTheLogAndFillLaterInputs)
{
    runStep(QStringLiteral("count"), found(2));
    const QMap<QString, QString> outputs = log.book().find(incidentId)->runs.first().outputs();
    EXPECT_EQ(outputs.value(QStringLiteral("stuck")), QStringLiteral("2"));
    EXPECT_EQ(outputs.value(QStringLiteral("oldest")), QStringLiteral("4242"));
    EXPECT_EQ(outputs.value(QStringLiteral("alive")), QStringLiteral("3"));
    EXPECT_TRUE(waitFor(runner.prepare(playbook, request(QStringLiteral("inspect")), QStringLiteral("t"))).ok())
        << "the fake executor refuses an input that is not filled";
}

TEST_F(RunbookFlowTest, AFailedStepHandsNothingOn)
{
    StepOutcome outcome = found(5);
    outcome.state = StepState::Failed;
    runStep(QStringLiteral("count"), outcome);
    EXPECT_TRUE(log.book().find(incidentId)->runs.first().outputs().isEmpty());
}

TEST_F(RunbookFlowTest, ARunKeepsTheRunbookItBeganWithUntilANewRunIsAskedFor)
{
    runStep(QStringLiteral("count"), found(1));
    Playbook changed = *playbook;
    changed.runbooks.first().steps.first().parameters = {{QStringLiteral("run"), QStringLiteral("drop everything")}};
    changed.digest = QStringLiteral("other");
    playbook = std::make_shared<const Playbook>(changed);
    EXPECT_EQ(prepare(QStringLiteral("count")).step.text, QString());
    StepRequest again = request(QStringLiteral("count"));
    again.newRun = true;
    const auto fresh = waitFor(runner.prepare(playbook, again, QStringLiteral("t")));
    ASSERT_TRUE(fresh.ok());
    EXPECT_EQ(fresh->step.text, QStringLiteral("drop everything"));
    ASSERT_TRUE(runner.start(fresh->token, {}, QStringLiteral("t")).ok());
    const Incident* incident = log.book().find(incidentId);
    ASSERT_EQ(incident->runs.size(), 2);
    EXPECT_EQ(incident->runs.last().playbookDigest, QStringLiteral("other"));
    ASSERT_TRUE(incident->runs.last().copy);
    EXPECT_EQ(incident->runs.last().copy->steps.size(), 5);
}

TEST_F(RunbookFlowTest, AllReadingStepsRunInOrderAndWhatNeedsAPersonIsSkipped)
{
    executor->onStart = [this] {
        QMetaObject::invokeMethod(
            &runner, [this] { executor->running->end(found(executor->started.size() == 1 ? 1 : 0)); },
            Qt::QueuedConnection);
    };
    const auto report = waitFor(sweep.begin(playbook, request({}), QStringLiteral("t")));
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report->done, (QStringList{QStringLiteral("count"), QStringLiteral("look"), QStringLiteral("inspect"),
                                         QStringLiteral("last")}));
    EXPECT_EQ(report->skipped, QStringList{QStringLiteral("by_hand")});
    EXPECT_TRUE(report->stoppedAt.isEmpty());
    EXPECT_TRUE(sweep.isIdle());
}

TEST_F(RunbookFlowTest, TheSweepStopsAtTheFirstFailure)
{
    executor->onStart = [this] {
        QMetaObject::invokeMethod(
            &runner, [this] { executor->running->end(failed()); }, Qt::QueuedConnection);
    };
    const auto future = sweep.begin(playbook, request({}), QStringLiteral("t"));
    EXPECT_FALSE(waitFor(sweep.begin(playbook, request({}), QStringLiteral("t"))).ok()) << "one at a time";
    const auto report = waitFor(future);
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report->stoppedAt, QStringLiteral("count"));
    EXPECT_EQ(report->reason, QStringLiteral("no such table"));
    EXPECT_EQ(executor->started.size(), 1);
}

TEST_F(RunbookFlowTest, AProofThatHeldBeforeTheStepIsToldApart)
{
    Playbook made = *playbook;
    made.runbooks.first().steps.first().expect =
        Expectation{QStringLiteral("workers"), Comparison::Equal, 10, Milliseconds{60'000}, Milliseconds{0}};
    made.runbooks.first().steps.first().danger = Danger::Write;
    playbook = std::make_shared<const Playbook>(made);
    const auto judged = [this](double before, double after) {
        see(before);
        EXPECT_TRUE(
            runner.start(prepare(QStringLiteral("count")).token, QStringLiteral("yes"), QStringLiteral("t")).ok());
        executor->running->end(found(1));
        clock.advance(Milliseconds{1'000});
        see(after);
        EXPECT_TRUE(runner.tick().ok());
        return lastStep().verdict;
    };
    EXPECT_EQ(judged(4, 10), QStringLiteral("worked"));
    EXPECT_EQ(judged(10, 10), QStringLiteral("already_good"));
    EXPECT_EQ(lastStep().proofBefore, QStringLiteral("good"));
}

}  // namespace
}  // namespace cockpit::test
