// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/board/BoardPanel.h"
#include "tests/support/EngineRig.h"
#include "tests/ui/shell/SampleSnapshot.h"
#include "ui/panels/board/BoardModel.h"
#include "ui/panels/board/BoardView.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Selection.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>

namespace cockpit::panels::board {

namespace {

class BoardPanelTest : public testing::Test
{
protected:
    BoardPanelTest()
        : panel({rig.client, selection, theme, actions, rig.clock})
    {
        theme.apply(*qApp);
        for (const char* id : {"incident.acknowledge", "incident.confirm", "incident.dismiss", "incident.resolve",
                               "notify.on_call", "incident.declare", "view.panel.runbook"}) {
            auto* action = new QAction(QLatin1String(id), &actions);
            QObject::connect(action, &QAction::triggered, &actions, [this, id] {
                triggered.append(QLatin1String(id) + QLatin1Char(' ') + selection.incident());
            });
            actions.add(QLatin1String(id), action);
        }
        panel.resize(520, 500);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
        view = panel.findChild<BoardView*>();
        model = panel.findChild<BoardModel*>();
    }

    void showSample()
    {
        snapshot = test::sampleSnapshot(rig.clock.utcNow());
        rig.client.applySnapshot(snapshot);
        QTest::qWait(20);
        rig.clock.advance(BoardView::holdAfterInput);
    }

    QPushButton* visibleButton(const char* action)
    {
        auto* button = panel.findChild<QPushButton*>(QStringLiteral("board.") + QLatin1String(action));
        return button && button->isVisible() ? button : nullptr;
    }

    void choose(const char* incident)
    {
        const int row = model->rowOf(QLatin1String(incident));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(model->index(row)).topLeft() + QPoint(120, 12));
        QTest::qWait(20);
    }

    test::EngineRig rig;
    Selection selection;
    Theme theme;
    ActionCatalogue actions;
    BoardPanel panel;
    Snapshot snapshot;
    BoardView* view = nullptr;
    BoardModel* model = nullptr;
    QStringList triggered;
};

}  // namespace

TEST_F(BoardPanelTest, EmptySaysSoAndOffersToDeclare)
{
    auto* empty = panel.findChild<EmptyState*>();
    ASSERT_TRUE(empty->isVisible());
    EXPECT_EQ(empty->accessibleName(), QStringLiteral("No playbook is loaded"));
    Snapshot watched = test::sampleSnapshot(rig.clock.utcNow());
    watched.incidents.clear();
    rig.client.applySnapshot(watched);
    EXPECT_EQ(empty->accessibleName(), QStringLiteral("No open incidents"));
    EXPECT_TRUE(empty->accessibleDescription().contains(QStringLiteral("6 signal(s) by 3 rule(s) on 3 platform(s)")));
    QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
    EXPECT_EQ(triggered, QStringList{QStringLiteral("incident.declare ")});
}

TEST_F(BoardPanelTest, CountsInTheHeader)
{
    showSample();
    EXPECT_EQ(panel.status(), QStringLiteral("2 unacknowledged · 4 open"));
}

TEST_F(BoardPanelTest, ClickSelectsIncidentAndRunbook)
{
    showSample();
    choose("i1");
    EXPECT_EQ(selection.incident(), QStringLiteral("i1"));
    EXPECT_EQ(selection.platform(), QStringLiteral("just-trades"));
    EXPECT_EQ(selection.runbook(), QStringLiteral("total_outage"));
}

TEST_F(BoardPanelTest, ButtonsFitTheState)
{
    showSample();
    choose("i2");
    EXPECT_TRUE(visibleButton("incident.confirm") && visibleButton("incident.dismiss"));
    EXPECT_FALSE(visibleButton("incident.acknowledge") || visibleButton("incident.resolve"));
    choose("i3");
    EXPECT_TRUE(visibleButton("incident.acknowledge") && visibleButton("incident.resolve"));
    EXPECT_FALSE(visibleButton("incident.confirm"));
    choose("i1");
    EXPECT_FALSE(visibleButton("incident.acknowledge"));
    QPushButton* page = visibleButton("notify.on_call");
    ASSERT_NE(page, nullptr);
    QTest::mouseClick(page, Qt::LeftButton);
    EXPECT_EQ(triggered, QStringList{QStringLiteral("notify.on_call i1")});
}

TEST_F(BoardPanelTest, KeysActOnTheCurrentRow)
{
    showSample();
    choose("i3");
    QTest::keyClick(view, Qt::Key_A);
    QTest::keyClick(view, Qt::Key_Return);
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_A);
    EXPECT_EQ(triggered,
              (QStringList{QStringLiteral("incident.acknowledge i3"), QStringLiteral("view.panel.runbook i3"),
                           QStringLiteral("incident.acknowledge i1")}));
}

TEST_F(BoardPanelTest, NothingMovesUnderTheHand)
{
    showSample();
    choose("i3");
    const QStringList before{model->row(0).id, model->row(1).id, model->row(2).id};
    snapshot.incidents[2].severity = QStringLiteral("SEV-4");
    snapshot.incidents.append(test::sampleIncident(QStringLiteral("new"), QStringLiteral("just-trades"),
                                                   QStringLiteral("New"), QStringLiteral("SEV-1"),
                                                   IncidentState::Declared, rig.clock.utcNow()));
    rig.client.applySnapshot(snapshot);
    EXPECT_EQ((QStringList{model->row(0).id, model->row(1).id, model->row(2).id}), before);
    rig.clock.advance(BoardView::holdAfterInput);
    rig.client.applySnapshot(snapshot);
    EXPECT_EQ(model->row(0).id, QStringLiteral("new"));
    EXPECT_EQ(selection.incident(), QStringLiteral("i3"));
    EXPECT_EQ(view->currentIncident(), QStringLiteral("i3"));
}

TEST_F(BoardPanelTest, WhenTheCurrentOneGoesNoOtherIsChosen)
{
    showSample();
    choose("i3");
    snapshot.incidents[1].state = IncidentState::Resolved;
    rig.client.applySnapshot(snapshot);
    EXPECT_EQ(selection.incident(), QStringLiteral("i3"));
    EXPECT_FALSE(view->currentIndex().isValid());
    QTest::keyClick(view, Qt::Key_A);
    EXPECT_FALSE(triggered.contains(QStringLiteral("incident.acknowledge i2")));
    EXPECT_FALSE(triggered.contains(QStringLiteral("incident.acknowledge i1")));
}

TEST_F(BoardPanelTest, FollowsTheSelection)
{
    showSample();
    selection.setIncident(QStringLiteral("i4"));
    EXPECT_EQ(view->currentIncident(), QStringLiteral("i4"));
}

TEST_F(BoardPanelTest, FiveThousandRowsPaintWithinAFrame)
{
    showSample();
    for (int i = 0; i < 5'000; ++i)
        snapshot.incidents.append(test::sampleIncident(QStringLiteral("m%1").arg(i), QStringLiteral("just-trades"),
                                                       QStringLiteral("<img src=/dev/zero> %1").arg(i),
                                                       QStringLiteral("SEV-2"), IncidentState::Declared,
                                                       rig.clock.utcNow()));
    rig.client.applySnapshot(snapshot);
    QTest::qWait(50);
    qint64 best = 1'000'000;
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        view->viewport()->repaint();
        best = qMin(best, timer.elapsed());
    }
    EXPECT_LT(best, 30);
}

}  // namespace cockpit::panels::board
