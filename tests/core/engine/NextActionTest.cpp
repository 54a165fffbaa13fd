// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/NextAction.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

TEST(NextAction, AHeldChangeGoesBeforeAnUnacknowledgedIncident)
{
    Snapshot snapshot;
    snapshot.at = QDateTime::fromString(QStringLiteral("2026-03-12T02:47:00Z"), Qt::ISODate);
    Incident loud;
    loud.id = QStringLiteral("i1");
    loud.state = IncidentState::Declared;
    Incident working;
    working.id = QStringLiteral("i2");
    working.state = IncidentState::Acknowledged;
    StepRunState step;
    step.step = QStringLiteral("close");
    step.title = QStringLiteral("Close stuck orders");
    step.phase = StepRunState::Phase::Held;
    step.summary = QStringLiteral("7 rows changed, not committed");
    step.heldUntil = snapshot.at.addSecs(42);
    RunState run;
    run.steps = {step};
    working.runs = {run};
    snapshot.incidents = {loud, working};
    const NextAction held = nextAction(snapshot);
    EXPECT_EQ(held.incident, QStringLiteral("i2"));
    EXPECT_TRUE(held.title.contains(QStringLiteral("Close stuck orders")));
    EXPECT_TRUE(held.reason.contains(QStringLiteral("0:42")));
    EXPECT_EQ(held.command, QStringLiteral("view.panel.runbook"));
    EXPECT_TRUE(held.urgent);

    snapshot.incidents.last().runs.first().steps.first().phase = StepRunState::Phase::Finished;
    EXPECT_EQ(nextAction(snapshot).incident, QStringLiteral("i1"));
}

}  // namespace
}  // namespace cockpit::test
