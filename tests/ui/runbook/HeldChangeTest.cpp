// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// A change that is held: seen whatever is shown, decided with one key, undone afterwards.
#include "tests/ui/runbook/RunbookBench.h"
#include "ui/panels/runbook/HeldBanner.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/ConfirmationBox.h"

#include <QAction>
#include <QPushButton>

namespace cockpit::panels::runbook {

namespace {

QList<HeldBanner*> visibleBanners(const QWidget* within)
{
    QList<HeldBanner*> shown;
    for (HeldBanner* banner : within->findChildren<HeldBanner*>()) {
        if (banner->isVisible())
            shown.append(banner);
    }
    return shown;
}

}  // namespace

TEST_F(RunbookBench, AHeldChangeIsLoudOnTheCardAndOnTop)
{
    holdClose();
    StepCard* close = card("close_stale_records");
    EXPECT_EQ(close->view().state, StepView::State::Held);
    EXPECT_EQ(visibleBanners(panel.get()).size(), 2);
    EXPECT_EQ(visibleBanners(close).size(), 1);
    EXPECT_TRUE(visibleText(panel.get()).contains(QStringLiteral("Rolls back by itself in 1:00")));
    EXPECT_FALSE(button(close, QStringLiteral("Run again"))) << "there is one thing to decide";
    rig.clock.advance(Milliseconds{18'000});
    publish();
    EXPECT_TRUE(visibleText(panel.get()).contains(QStringLiteral("Rolls back by itself in 0:42")));
    go("health");
    ASSERT_EQ(visibleBanners(panel.get()).size(), 1);
    EXPECT_TRUE(visibleText(visibleBanners(panel.get()).first()).contains(QStringLiteral("7 rows changed")));
    show("prices_stale");
    ASSERT_EQ(visibleBanners(panel.get()).size(), 1) << "whatever runbook is shown";
    selection.setIncident(declare(QStringLiteral("another")));
    publish();
    ASSERT_EQ(visibleBanners(panel.get()).size(), 1) << "and whatever incident";
    EXPECT_TRUE(visibleText(visibleBanners(panel.get()).first()).contains(QStringLiteral("Broker workers dead")));
}

TEST_F(RunbookBench, OneKeyCommitsButNotInTheFirstHalfSecond)
{
    holdClose();
    key(Qt::Key_F9);
    ASSERT_TRUE(executor->running->settled.isEmpty()) << "a key pressed before anybody could read";
    QPushButton* commit = button(panel.get(), QStringLiteral("Commit"));
    ASSERT_NE(commit, nullptr);
    ASSERT_TRUE(test::waitUntil([&] { return commit->isEnabled(); }));
    key(Qt::Key_F9);
    EXPECT_EQ(executor->running->settled, QList<bool>{true});
    key(Qt::Key_F9);
    EXPECT_EQ(executor->running->settled.size(), 1);
    EXPECT_TRUE(visibleBanners(panel.get()).isEmpty());
    EXPECT_TRUE(rig.store.typeNames().contains(eventTypeName(EventType::StepSettled)));
}

TEST_F(RunbookBench, RollingBackNeedsNoWait)
{
    holdClose();
    key(Qt::Key_F8);
    EXPECT_EQ(executor->running->settled, QList<bool>{false});
}

TEST_F(RunbookBench, TheButtonsOfTheCardDoTheSame)
{
    holdClose();
    QPushButton* back = button(card("close_stale_records"), QStringLiteral("Roll back"));
    ASSERT_NE(back, nullptr);
    EXPECT_FALSE(back->accessibleName().isEmpty());
    QTest::mouseClick(back, Qt::LeftButton);
    publish();
    EXPECT_EQ(executor->running->settled, QList<bool>{false});
}

TEST_F(RunbookBench, TabReachesBothAnswersAboutAHeldChange)
{
    holdClose();
    const HeldBanner* top = nullptr;
    for (const HeldBanner* banner : visibleBanners(panel.get()))
        top = card("close_stale_records")->isAncestorOf(banner) ? top : banner;
    ASSERT_NE(top, nullptr);
    ASSERT_TRUE(test::waitUntil([&] { return button(top, QStringLiteral("Commit"))->isEnabled(); }));
    QSet<QWidget*> reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    EXPECT_TRUE(reached.contains(button(top, QStringLiteral("Commit"))));
    EXPECT_TRUE(reached.contains(button(top, QStringLiteral("Roll back"))));
    panel->hide();
    actions.find(QStringLiteral("runbook.commit_held"))->trigger();
    EXPECT_TRUE(executor->running->settled.isEmpty()) << "no key decides what nobody sees";
}

TEST_F(RunbookBench, WhenTheTimeIsOverTheBannerGoes)
{
    ASSERT_TRUE(rig.engine.start(QStringLiteral("window")).ok());
    holdClose();
    rig.clock.advance(Milliseconds{61'000});
    rig.engine.tick();
    publish();
    EXPECT_EQ(executor->running->settled, QList<bool>{false});
    EXPECT_TRUE(visibleBanners(panel.get()).isEmpty());
}

TEST_F(RunbookBench, ADecisionThatCannotBeRecordedCanBeGivenAgain)
{
    holdClose();
    rig.store.failing = true;
    QPushButton* back = button(panel.get(), QStringLiteral("Roll back"));
    QTest::mouseClick(back, Qt::LeftButton);
    ASSERT_TRUE(test::waitUntil([&] { return back->isEnabled(); }));
    EXPECT_TRUE(visibleText(panel.get()).contains(QStringLiteral("disk is full")));
    EXPECT_TRUE(executor->running->settled.isEmpty());
    rig.store.failing = false;
    QTest::mouseClick(back, Qt::LeftButton);
    publish();
    EXPECT_EQ(executor->running->settled, QList<bool>{false});
}

TEST_F(RunbookBench, WhatWasKeptUndoesIt)
{
    holdClose();
    ASSERT_TRUE(test::waitUntil([&] { return button(panel.get(), QStringLiteral("Commit"))->isEnabled(); }));
    key(Qt::Key_F9);
    EXPECT_FALSE(card("close_stale_records")->view().mayUndo) << "not while it runs";
    end(StepState::Succeeded, {}, QStringLiteral("7 rows"));
    StepCard* close = go("close_stale_records");
    QPushButton* undo = button(close, QStringLiteral("Undo\u2026"));
    ASSERT_NE(undo, nullptr);
    QTest::mouseClick(undo, Qt::LeftButton);
    publish();
    ASSERT_TRUE(close->isAsking());
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("SET status = 'open'"))) << "what will be sent";
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("Undo \"Close records")));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
    QPushButton* yes = button(close, QStringLiteral("Undo it"));
    ASSERT_TRUE(yes && test::waitUntil([&] { return yes->isEnabled(); }));
    QTest::mouseClick(yes, Qt::LeftButton);
    publish();
    ASSERT_EQ(executor->started.last().spec.id, QStringLiteral("undo_close_stale_records"));
    EXPECT_TRUE(close->view().undoing);
    EXPECT_TRUE(button(close, QStringLiteral("Stop")));
    end(StepState::Succeeded, {}, QStringLiteral("7 rows put back"));
    EXPECT_TRUE(close->view().undone);
    EXPECT_FALSE(button(close, QStringLiteral("Undo\u2026")));
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("7 rows put back")));
    EXPECT_EQ(toneOf(close->view()), Tone::Muted) << "neither done nor failed";
    EXPECT_EQ(stateWord(close->view()), QStringLiteral("undone"));
}

TEST_F(RunbookBench, AnUndoThatFailedCanBeTriedAgain)
{
    holdClose();
    ASSERT_TRUE(test::waitUntil([&] { return button(panel.get(), QStringLiteral("Commit"))->isEnabled(); }));
    key(Qt::Key_F9);
    end(StepState::Succeeded, {}, QStringLiteral("7 rows"));
    StepCard* close = go("close_stale_records");
    actions.find(QStringLiteral("runbook.undo_step"))->trigger();
    publish();
    ASSERT_TRUE(close->isAsking());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
    QPushButton* yes = button(close, QStringLiteral("Undo it"));
    ASSERT_TRUE(test::waitUntil([&] { return yes->isEnabled(); }));
    QTest::mouseClick(yes, Qt::LeftButton);
    publish();
    end(StepState::Failed, {}, QStringLiteral("the rows have changed since"));
    EXPECT_TRUE(close->view().mayUndo);
    EXPECT_EQ(close->view().state, StepView::State::Succeeded);
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("Undo failed: the rows have changed since")));
}

}  // namespace cockpit::panels::runbook
