// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Stages of a gated sequence and links to other runbooks, as the panel shows them.
#include "tests/ui/runbook/RunbookBench.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/panels/runbook/StepView.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace cockpit::panels::runbook {
namespace {

using Phase = StageState::Phase;

class StageTest : public testing::Test
{
protected:
    StageTest()
    {
        Runbook runbook;
        runbook.id = QStringLiteral("resume");
        for (const char* id : {"restricted", "cautious"}) {
            StepSpec step;
            step.id = QString::fromLatin1(id);
            step.kind = QStringLiteral("manual");
            step.stage = StageSpec{};
            runbook.steps.append(step);
        }
        playbook.id = QStringLiteral("p");
        playbook.runbooks = {runbook};
        incident.id = QStringLiteral("i1");
        incident.platform = playbook.id;
        RunState run;
        run.id = QStringLiteral("r1");
        run.platform = playbook.id;
        run.runbook = runbook.id;
        StepRunState done;
        done.step = QStringLiteral("restricted");
        done.phase = StepRunState::Phase::Finished;
        done.state = StepState::Succeeded;
        run.steps = {done};
        incident.runs = {run};
        snapshot.at = QDateTime(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);
        snapshot.incidents = {incident};
    }
    void put(const char* step, Phase phase, const QString& fallBack = {})
    {
        StageState state;
        state.incident = incident.id;
        state.platform = playbook.id;
        state.runbook = QStringLiteral("resume");
        state.step = QString::fromLatin1(step);
        state.phase = phase;
        state.reason = QStringLiteral("rejects = 4");
        state.opensAt = snapshot.at.addSecs(90);
        state.fallBack = fallBack;
        snapshot.stages.append(state);
    }
    QList<StepView> views() const
    {
        return stepViews(snapshot, playbook, playbook.runbooks.first(), &snapshot.incidents.first());
    }

    Playbook playbook;
    Incident incident;
    Snapshot snapshot;
};

TEST_F(StageTest, AClosedStageCannotRunAndSaysWhy)
{
    put("restricted", Phase::Holding);
    put("cautious", Phase::Opening);
    const QList<StepView> seen = views();
    EXPECT_EQ(seen.at(0).state, StepView::State::Succeeded);
    EXPECT_TRUE(seen.at(0).obstacle.isEmpty());
    EXPECT_EQ(seen.at(0).stage, QStringLiteral("Stage holds rejects = 4"));
    EXPECT_EQ(seen.at(1).stage, QStringLiteral("Stage opens in 1:30 if this goes on: rejects = 4"));
    EXPECT_FALSE(seen.at(1).obstacle.isEmpty());
}

TEST_F(StageTest, ALostStageIsRedAndTheWayBackIsMarked)
{
    put("restricted", Phase::Holding);
    put("cautious", Phase::Lost, QStringLiteral("restricted"));
    const QList<StepView> seen = views();
    EXPECT_TRUE(seen.at(1).lost);
    EXPECT_EQ(toneOf(seen.at(1)), Tone::Severity1);
    EXPECT_EQ(signOf(seen.at(1)), QStringLiteral("!"));
    EXPECT_EQ(stateWord(seen.at(1)), QStringLiteral("lost"));
    EXPECT_FALSE(seen.at(1).obstacle.isEmpty());
    EXPECT_TRUE(seen.at(0).fallBack);
    EXPECT_EQ(stateWord(seen.at(0)), QStringLiteral("run it again to fall back"));
    EXPECT_EQ(toneOf(seen.at(0)), Tone::Severity2) << "never green while it has to be run";
}

TEST_F(StageTest, AStageGivenUpCountsAsNotDone)
{
    put("restricted", Phase::Open);
    const QList<StepView> seen = views();
    EXPECT_EQ(seen.at(0).state, StepView::State::Open);
    EXPECT_TRUE(seen.at(0).obstacle.isEmpty());
}

TEST_F(StageTest, NobodyKnowsIsNotGood)
{
    put("restricted", Phase::Unsure);
    EXPECT_TRUE(views().first().stage.contains(QStringLiteral("nobody can tell")));
}

TEST_F(RunbookBench, AStepLeadsToTheRunbookThatTakesOver)
{
    QTest::qWait(1);
    const auto link = [this] {
        for (QPushButton* button : panel->findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String("Open runbook: Prices are old"))
                return button;
        }
        return static_cast<QPushButton*>(nullptr);
    };
    ASSERT_NE(link(), nullptr);
    for (int i = 0; i < 5; ++i)
        key(Qt::Key_Down);
    ASSERT_TRUE(link()->isVisible());
    QTest::mouseClick(link(), Qt::LeftButton);
    publish();
    EXPECT_EQ(selection.runbook(), QStringLiteral("prices_stale"));
}

TEST_F(RunbookBench, AStageWithoutReadingsStaysClosed)
{
    selection.setRunbook(QStringLiteral("just-trades"), QStringLiteral("resume"));
    publish();
    const auto* card = panel->findChild<StepCard*>(QStringLiteral("step.half"));
    ASSERT_NE(card, nullptr);
    EXPECT_FALSE(card->view().obstacle.isEmpty());
    EXPECT_TRUE(card->view().stage.startsWith(QStringLiteral("Stage closed: needs queue < 5")))
        << qPrintable(card->view().stage);
    key(Qt::Key_Space);
    EXPECT_TRUE(executor->started.isEmpty());
    EXPECT_TRUE(panel->grab().save(QStringLiteral(BUILD_DIR "/looks/runbook-stage.png")));
}

}  // namespace
}  // namespace cockpit::panels::runbook
