// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/StepRecord.h"

#include <gtest/gtest.h>

namespace cockpit {
namespace {

const QString platform = QStringLiteral("just-trades");
const QString runbook = QStringLiteral("total_outage");

QDateTime at(int second)
{
    return QDateTime(QDate(2026, 2, 12), QTime(3, 0), Qt::UTC).addSecs(second);
}

StepRunState judged(const char* verdict, qint64 afterMs, int endedAt = 0, const char* step = "restart")
{
    StepRunState state;
    state.step = QLatin1String(step);
    state.phase = StepRunState::Phase::Finished;
    state.state = StepState::Succeeded;
    state.finishedAt = at(endedAt);
    state.verdict = QLatin1String(verdict);
    state.verdictAfterMs = afterMs;
    return state;
}

Incident with(const QList<StepRunState>& steps, const QString& of = runbook, const QString& on = platform)
{
    RunState run;
    run.platform = on;
    run.runbook = of;
    run.steps = steps;
    Incident incident;
    incident.runs = {run};
    return incident;
}

StepRecord record(const QList<Incident>& incidents)
{
    return stepRecords(incidents, platform, runbook).value(QStringLiteral("restart"));
}

}  // namespace

TEST(StepRecordTest, NothingJudgedIsNoRecord)
{
    EXPECT_TRUE(stepRecords({}, platform, runbook).isEmpty());
    EXPECT_TRUE(stepRecords({with({judged("", 0)})}, platform, runbook).isEmpty()) << "a proof still awaited";
}

TEST(StepRecordTest, CountsEachVerdictOverAllIncidents)
{
    const StepRecord found =
        record({with({judged("worked", 60'000), judged("no_effect", 120'000)}),
                with({judged("worked", 95'000), judged("worse", 120'000)}), with({judged("worked", 300'000)})});
    EXPECT_EQ(found.worked, 3);
    EXPECT_EQ(found.noEffect, 1);
    EXPECT_EQ(found.worse, 1);
    EXPECT_EQ(found.judged(), 5);
    ASSERT_TRUE(found.median.has_value());
    EXPECT_EQ(found.median->count(), 95'000);
}

TEST(StepRecordTest, AnEvenNumberHasTheMeanOfTheTwoInTheMiddle)
{
    EXPECT_EQ(
        record({with({judged("worked", 10), judged("worked", 40), judged("worked", 1'000), judged("worked", 20)})})
            .median->count(),
        30);
}

TEST(StepRecordTest, WhatWasGoodBeforeProvesNothing)
{
    const StepRecord found = record({with({judged("already_good", 5), judged("already_good", 5)})});
    EXPECT_EQ(found.alreadyGood, 2);
    EXPECT_EQ(found.judged(), 0);
    EXPECT_FALSE(found.median.has_value()) << "its time would flatter the step";
    EXPECT_FALSE(found.lastFailed.isValid());
}

TEST(StepRecordTest, RemembersWhenItLastFailedToHelp)
{
    const StepRecord found = record({with({judged("worse", 30'000, 500), judged("worked", 10'000, 900)}),
                                     with({judged("no_effect", 60'000, 100)})});
    EXPECT_EQ(found.lastFailed, at(530)) << "the latest, whatever the order of the incidents";
}

TEST(StepRecordTest, OtherRunbooksPlatformsAndStepsDoNotCount)
{
    const auto records = stepRecords({with({judged("worked", 1)}, QStringLiteral("other")),
                                      with({judged("worked", 1)}, runbook, QStringLiteral("flowrex")),
                                      with({judged("worked", 1, 0, "undo_restart"), judged("worked", 7)})},
                                     platform, runbook);
    EXPECT_EQ(records.value(QStringLiteral("restart")).worked, 1);
    EXPECT_EQ(records.value(QStringLiteral("undo_restart")).worked, 1) << "an undo has a record of its own";
    EXPECT_EQ(records.size(), 2);
}

}  // namespace cockpit
