// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// How steps hang together: what one hands to the next, which are called for, what to look at first, which playbook.
#include "tests/ui/runbook/RunbookBench.h"
#include "ui/panels/runbook/PreviewBox.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/ConfirmationBox.h"
#include "ui/widgets/MessageBar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>

namespace cockpit::panels::runbook {

namespace {

StepOutcome counted(int rows)
{
    StepOutcome outcome;
    outcome.state = StepState::Succeeded;
    outcome.summary = QStringLiteral("%1 rows").arg(rows);
    outcome.affected = rows;
    ResultTable table;
    table.columns = QStringList{QStringLiteral("id")};
    table.types = {ResultTable::CellType::Number};
    for (int i = 0; i < rows; ++i)
        table.rows.append({QString::number(4'711 + i)});
    table.rowCount = rows;
    outcome.table = table;
    return outcome;
}

}  // namespace

TEST_F(RunbookBench, WhatIsNotCalledForIsDimmedAndSaysWhy)
{
    show("stuck_orders");
    StepCard* cancel = go("cancel_stuck");
    EXPECT_EQ(cancel->view().calledFor, Truth::Unknown);
    EXPECT_TRUE(visibleText(cancel).contains(
        QStringLiteral("Run \"How many orders are stuck?\" first: it tells whether this is called for")));
    key(Qt::Key_Space);
    EXPECT_TRUE(executor->started.isEmpty());
    go("count_stuck");
    key(Qt::Key_Space);
    end(counted(0));
    EXPECT_EQ(cancel->view().calledFor, Truth::No);
    EXPECT_EQ(toneOf(cancel->view()), Tone::Dim);
    EXPECT_EQ(cancel->view().summary, QStringLiteral("not called for"));
    go("cancel_stuck");
    EXPECT_TRUE(visibleText(cancel).contains(QStringLiteral("Not called for: stuck_orders > 0 does not hold.")));
    actions.find(QStringLiteral("runbook.run_next"))->trigger();
    publish();
    EXPECT_EQ(current(), card("ask")) << "the next step is one that is called for";
}

TEST_F(RunbookBench, AnInputIsFilledFromAnEarlierStepAndStaysEditable)
{
    show("stuck_orders");
    key(Qt::Key_Space);
    end(counted(3));
    StepCard* cancel = go("cancel_stuck");
    auto* order = cancel->findChild<QLineEdit*>(QStringLiteral("order"));
    EXPECT_EQ(order->text(), QStringLiteral("4711"));
    EXPECT_TRUE(visibleText(cancel).contains(QStringLiteral("from How many orders are stuck?")));
    order->setFocus();
    QTest::keyClicks(order, QStringLiteral("0"));
    publish();
    EXPECT_EQ(order->text(), QStringLiteral("47110")) << "what a person wrote stays";
    EXPECT_FALSE(visibleText(cancel).contains(QStringLiteral("from How many"))) << "and is no longer from there";
    QTest::keyClick(order, Qt::Key_Backspace);
    EXPECT_TRUE(visibleText(cancel).contains(QStringLiteral("from How many")));
}

TEST_F(RunbookBench, OneKeyRunsAllReads)
{
    show("stuck_orders");
    key(Qt::Key_F5);
    ASSERT_TRUE(test::waitUntil([&] { return executor->started.size() == 1; }));
    publish();
    EXPECT_TRUE(visibleText(panel.get()).contains(QStringLiteral("Reads: 0 of 3 done")));
    EXPECT_TRUE(visibleText(panel.get()).contains(QStringLiteral("How many orders are stuck? \u2026")));
    EXPECT_FALSE(button(panel.get(), QStringLiteral("Run all reads"))->isEnabled());
    key(Qt::Key_F5);
    end(counted(2));
    ASSERT_TRUE(test::waitUntil([&] { return executor->started.size() == 2; }));
    EXPECT_EQ(executor->started.last().spec.id, QStringLiteral("age")) << "nothing that changes, nothing by hand";
    publish();
    EXPECT_TRUE(visibleText(panel.get()).contains(QStringLiteral("Reads: 1 of 3 done")));
    end(StepState::Failed, {}, QStringLiteral("no such column"));
    ASSERT_TRUE(
        test::waitUntil([&] { return visibleText(panel.get()).contains(QStringLiteral("Stopped at \"How old")); }));
    const QString text = visibleText(panel.get());
    EXPECT_TRUE(text.contains(QStringLiteral("Reads done: 1"))) << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("no such column")));
    EXPECT_TRUE(text.contains(QStringLiteral("Skipped: Ask the broker (by hand)")));
    EXPECT_EQ(current(), card("age")) << "where it stopped";
    EXPECT_TRUE(button(panel.get(), QStringLiteral("Run all reads"))->isEnabled());
}

TEST_F(RunbookBench, TheReadsCanBeStopped)
{
    show("stuck_orders");
    QTest::mouseClick(button(panel.get(), QStringLiteral("Run all reads")), Qt::LeftButton);
    ASSERT_TRUE(test::waitUntil([&] { return executor->started.size() == 1; }));
    publish();
    QTest::mouseClick(button(panel.get(), QStringLiteral("Stop")), Qt::LeftButton);
    ASSERT_TRUE(test::waitUntil([&] { return executor->cancelled == 1; }));
    EXPECT_TRUE(test::waitUntil([&] { return visibleText(panel.get()).contains(QStringLiteral("Stopped at")); }));
    EXPECT_EQ(executor->started.size(), 1);
}

TEST_F(RunbookBench, AWaitCountsDownAndCanBeStopped)
{
    show("stuck_orders");
    StepCard* pause = go("pause");
    key(Qt::Key_Space);
    EXPECT_EQ(pause->view().summary, QStringLiteral("1:00 left"));
    rig.clock.advance(Milliseconds{48'000});
    publish();
    EXPECT_EQ(pause->view().summary, QStringLiteral("0:12 left"));
    EXPECT_TRUE(visibleText(pause).contains(QStringLiteral("Waiting.")));
    QTest::mouseClick(button(pause, QStringLiteral("Stop")), Qt::LeftButton);
    publish();
    EXPECT_EQ(stateWord(pause->view()), QStringLiteral("stopped"));
}

TEST_F(RunbookBench, AnUnknownOutcomeOffersToLookFirst)
{
    show("stuck_orders");
    key(Qt::Key_Space);
    end(counted(3));
    executor->previewed = rowsPreview();
    StepCard* cancel = go("cancel_stuck");
    runTyped(cancel, QStringLiteral("7"));
    ASSERT_TRUE(rig.log
                    .append({EventType::StepOutcomeUnknown,
                             incident,
                             QStringLiteral("cockpit"),
                             {{QStringLiteral("run"), cancel->view().run},
                              {QStringLiteral("step"), QStringLiteral("cancel_stuck")},
                              {QStringLiteral("reason"), QStringLiteral("the program ended")}}})
                    .ok());
    rig.clock.advance(Milliseconds{1'000});
    publish();
    EXPECT_FALSE(button(cancel, QStringLiteral("Check, then run again"))) << "never offered before looking";
    QPushButton* look = nullptr;
    for (QPushButton* candidate : cancel->findChildren<QPushButton*>())
        look = candidate->isVisible() && candidate->text().startsWith(QStringLiteral("Look first")) ? candidate : look;
    ASSERT_NE(look, nullptr);
    EXPECT_EQ(look->accessibleName(), QStringLiteral("Look first: How many orders are stuck?"));
    panel->setFocus();
    key(Qt::Key_Space);
    EXPECT_EQ(current(), card("count_stuck")) << "the key looks as well";
    ASSERT_EQ(executor->started.last().spec.id, QStringLiteral("count_stuck"));
    end(counted(1));
    go("cancel_stuck");
    QPushButton* again = button(cancel, QStringLiteral("Check, then run again"));
    ASSERT_NE(again, nullptr);
    EXPECT_NE(again->property("role").toString(), QStringLiteral("danger")) << "not what a hand falls on";
    const auto before = executor->started.size();
    key(Qt::Key_Space);
    EXPECT_FALSE(cancel->isAsking()) << "no key runs again what may have happened";
    EXPECT_EQ(executor->started.size(), before);
    QTest::mouseClick(again, Qt::LeftButton);
    publish();
    EXPECT_TRUE(cancel->isAsking());
}

TEST_F(RunbookBench, AnOpenRunKeepsItsPlaybook)
{
    key(Qt::Key_Space);
    end(StepState::Succeeded, {}, QStringLiteral("200"));
    Snapshot snapshot = rig.engine.snapshot();
    auto changed = std::make_shared<Playbook>(*snapshot.platforms.first().playbook);
    changed->digest = QStringLiteral("e");
    changed->runbooks.first().steps.removeFirst();
    snapshot.platforms.first().playbook = changed;
    rig.client.applySnapshot(snapshot);
    ASSERT_NE(card("health"), nullptr) << "the steps as they were when it began";
    QPushButton* fresh = button(panel.get(), QStringLiteral("Start a new run"));
    ASSERT_NE(fresh, nullptr);
    QTest::mouseClick(fresh, Qt::LeftButton);
    EXPECT_EQ(card("health"), nullptr);
    EXPECT_EQ(card("broker_status")->view().state, StepView::State::Open);
    EXPECT_TRUE(button(panel.get(), QStringLiteral("Keep the open run")));
    ASSERT_EQ(current(), card("broker_status"));
    QTest::keyClick(panel.get(), Qt::Key_Space);
    ASSERT_TRUE(test::waitUntil([&] { return executor->started.size() == 2; }));
    EXPECT_EQ(rig.engine.snapshot().incident(incident)->runs.size(), 2);
}

TEST_F(RunbookBench, TheNoticeStaysClosedOnceItWasClosed)
{
    key(Qt::Key_Space);
    end(StepState::Succeeded, {}, QStringLiteral("200"));
    Snapshot snapshot = rig.engine.snapshot();
    auto changed = std::make_shared<Playbook>(*snapshot.platforms.first().playbook);
    changed->digest = QStringLiteral("e");
    snapshot.platforms.first().playbook = changed;
    rig.client.applySnapshot(snapshot);
    ASSERT_TRUE(visibleText(panel.get()).contains(QStringLiteral("The playbook has changed")));
    for (MessageBar* bar : panel->findChildren<MessageBar*>())
        bar->clear();
    rig.client.applySnapshot(snapshot);
    EXPECT_FALSE(visibleText(panel.get()).contains(QStringLiteral("The playbook has changed")));
}

TEST_F(RunbookBench, ADryRunShowsAllAndWritesNothing)
{
    executor->onResolve = [](ResolvedStep& step) { step.commandLine = QStringLiteral("psql -c 'UPDATE x'"); };
    executor->previewed = rowsPreview();
    StepCard* close = go("close_stale_records");
    close->findChild<QLineEdit*>(QStringLiteral("hours"))->setText(QStringLiteral("24"));
    panel->setFocus();
    const auto before = rig.store.events.size();
    QTest::keyClick(panel.get(), Qt::Key_E, Qt::ControlModifier);
    publish();
    ASSERT_TRUE(close->isDryRun());
    EXPECT_FALSE(close->isAsking());
    const QString text = visibleText(close);
    for (const char* part : {"Dry run", "7 rows", "ops_rw", "server 73120412\u2026", "psql -c", "\"7\" was typed"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part;
    EXPECT_FALSE(button(close, QStringLiteral("Run")) || button(close, QStringLiteral("Run it")));
    key(Qt::Key_Space);
    EXPECT_TRUE(executor->started.isEmpty()) << "there is no way to run from here";
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(close->isDryRun());
    EXPECT_EQ(QApplication::focusWidget(), panel.get());
    EXPECT_EQ(rig.store.events.size(), before);
}

TEST_F(RunbookBench, AStepIsCopiedAsACommandLine)
{
    executor->onResolve = [](ResolvedStep& step) { step.commandLine = QStringLiteral("curl \"$API/health\""); };
    const auto before = rig.store.events.size();
    QTest::keyClick(panel.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(
        test::waitUntil([] { return QApplication::clipboard()->text() == QLatin1String("curl \"$API/health\""); }));
    EXPECT_EQ(rig.store.events.size(), before);
    executor->onResolve = {};
    QTest::keyClick(panel.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(test::waitUntil([&] { return visibleText(current()).contains(QStringLiteral("no command line")); }));
}

TEST_F(RunbookBench, ARaisedDangerSaysWhyAndSparedRowsSayTheWord)
{
    executor->onResolve = [](ResolvedStep& step) {
        step.spec.danger = Danger::Destructive;
        step.raised = QStringLiteral("calls pg_terminate_backend");
    };
    StepPreview preview = rowsPreview();
    preview.summary = QStringLiteral("1 session");
    preview.affected = 1;
    preview.columns = QStringList{QStringLiteral("pid"), QStringLiteral("user")};
    preview.samples = {{QStringLiteral("11"), QStringLiteral("app")}, {QStringLiteral("12"), QStringLiteral("backup")}};
    preview.spared = {1};
    preview.notes = QStringList{QStringLiteral("<b>the role can write</b>")};
    executor->previewed = preview;
    key(Qt::Key_Space);
    ASSERT_TRUE(current()->isAsking()) << "declared a read, but not run at one key";
    const QString text = visibleText(current());
    EXPECT_TRUE(text.contains(QStringLiteral("Declared read; raised to destructive: calls pg_terminate_backend")));
    EXPECT_TRUE(text.contains(QStringLiteral("spared")));
    EXPECT_TRUE(text.contains(QStringLiteral("\u2022 <b>the role can write</b>")));
    EXPECT_TRUE(text.contains(QStringLiteral("server 73120412\u2026")));
    EXPECT_FALSE(text.contains(QStringLiteral("7312041277301946")));
}

}  // namespace cockpit::panels::runbook
