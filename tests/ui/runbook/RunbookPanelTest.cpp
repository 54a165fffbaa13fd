// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/runbook/RunbookBench.h"
#include "ui/panels/runbook/OutputView.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/ConfirmationBox.h"
#include "ui/widgets/EmptyState.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cockpit::panels::runbook {

TEST_F(RunbookBench, AReadRunsAtOneKey)
{
    ASSERT_EQ(current(), card("health"));
    key(Qt::Key_Space);
    ASSERT_EQ(executor->started.size(), 1);
    EXPECT_EQ(executor->started.last().spec.id, QStringLiteral("health"));
    EXPECT_EQ(current()->view().state, StepView::State::Running);
    EXPECT_TRUE(button(current(), QStringLiteral("Stop")));
    end(StepState::Succeeded, "ok\n", QStringLiteral("200 in 41 ms"));
    EXPECT_EQ(current()->view().state, StepView::State::Succeeded);
    EXPECT_TRUE(visibleText(current()).contains(QStringLiteral("200 in 41 ms")));
    EXPECT_TRUE(visibleText(current()).contains(QStringLiteral("\u2713")));
    EXPECT_EQ(rig.client.snapshot().incident(incident)->runs.size(), 1);
}

TEST_F(RunbookBench, AHeldKeyRunsNothing)
{
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
    QApplication::sendEvent(panel.get(), &held);
    EXPECT_TRUE(executor->started.isEmpty());
}

TEST_F(RunbookBench, AWriteAsksAndWaitsForAYes)
{
    StepCard* restart = go("restart_workers");
    key(Qt::Key_Space);
    ASSERT_TRUE(restart->isAsking());
    EXPECT_TRUE(executor->started.isEmpty());
    QPushButton* yes = button(restart, QStringLiteral("Yes, run it"));
    ASSERT_NE(yes, nullptr);
    EXPECT_FALSE(yes->isEnabled()) << "not before it was on screen for half a second";
    EXPECT_FALSE(button(restart, QStringLiteral("Run"))) << "one way to say yes";
    EXPECT_TRUE(visibleText(restart->findChild<ConfirmationBox*>()).contains(QStringLiteral("PRODUCTION")));
    ASSERT_TRUE(test::waitUntil([&] { return yes->isEnabled(); }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    publish();
    ASSERT_EQ(executor->started.size(), 1);
    EXPECT_FALSE(restart->isAsking());
    EXPECT_EQ(QApplication::focusWidget(), panel.get()) << "the keys belong to the steps again";
}

TEST_F(RunbookBench, EscapeTakesTheQuestionBack)
{
    StepCard* restart = go("restart_workers");
    key(Qt::Key_Space);
    ASSERT_TRUE(restart->isAsking());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    publish();
    EXPECT_FALSE(restart->isAsking());
    EXPECT_EQ(QApplication::focusWidget(), panel.get());
    EXPECT_TRUE(executor->started.isEmpty());
    key(Qt::Key_Space);
    EXPECT_TRUE(restart->isAsking()) << "and can be asked again";
    key(Qt::Key_Up);
    EXPECT_FALSE(restart->isAsking()) << "a question does not stay open on a step that is left";
}

TEST_F(RunbookBench, WhatDestroysWantsTheCountTyped)
{
    StepPreview preview;
    preview.summary = QStringLiteral("137 rows");
    preview.affected = 137;
    preview.target = {
        QStringLiteral("db1:5432"), QStringLiteral("just_trades"), QStringLiteral("ops_rw"), {}, Environment::Staging};
    preview.columns = {QStringLiteral("id"), QStringLiteral("ticker")};
    preview.samples = {{QStringLiteral("11"), QStringLiteral("<b>MNQ</b>")}};
    executor->previewed = preview;
    StepCard* close = go("close_stale_records");
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("STAGING"))) << "the connection's, not the playbook's";
    close->findChild<QLineEdit*>(QStringLiteral("hours"))->setText(QStringLiteral("24"));
    panel->setFocus();
    key(Qt::Key_Space);
    ASSERT_TRUE(close->isAsking());
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("137 rows")));
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("<b>MNQ</b>")));
    QPushButton* run = button(close, QStringLiteral("Run it"));
    auto* typed = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_TRUE(run && typed);
    QTest::keyClicks(typed, QStringLiteral("136"));
    QTest::qWait(ConfirmationBox::armAfterMs + 100);
    EXPECT_FALSE(run->isEnabled());
    QTest::keyClick(typed, Qt::Key_Backspace);
    QTest::keyClicks(typed, QStringLiteral("7"));
    EXPECT_TRUE(run->isEnabled());
    QTest::keyClick(typed, Qt::Key_Return);
    publish();
    EXPECT_TRUE(executor->started.isEmpty()) << "Enter does not confirm what destroys";
    EXPECT_TRUE(close->isAsking());
    QTest::mouseClick(run, Qt::LeftButton);
    publish();
    ASSERT_EQ(executor->started.size(), 1);
    EXPECT_FALSE(visibleText(close).contains(QStringLiteral("MNQ"))) << "the preview is no output";
}

TEST_F(RunbookBench, WhatIsAskedAboutStaysOnScreen)
{
    StepCard* close = go("close_stale_records");
    close->findChild<QLineEdit*>(QStringLiteral("hours"))->setText(QStringLiteral("24"));
    panel->setFocus();
    executor->previewed = StepPreview{};
    key(Qt::Key_Space);
    ASSERT_TRUE(close->isAsking());
    const QString asked = visibleText(close);
    publish();
    rig.clock.advance(Milliseconds{1'000});
    publish();
    EXPECT_EQ(visibleText(close), asked);
}

TEST_F(RunbookBench, AnEmptyInputKeepsItFromRunning)
{
    StepCard* close = go("close_stale_records");
    key(Qt::Key_Space);
    EXPECT_FALSE(close->isAsking());
    EXPECT_TRUE(executor->started.isEmpty());
    auto* hours = close->findChild<QLineEdit*>(QStringLiteral("hours"));
    EXPECT_EQ(QApplication::focusWidget(), hours);
    EXPECT_TRUE(hours->property("invalid").toBool());
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("hours"), Qt::CaseInsensitive));
    QTest::keyClicks(hours, QStringLiteral("soon"));
    QTest::keyClick(hours, Qt::Key_Return);
    EXPECT_FALSE(close->isAsking()) << "a word is no number";
}

TEST_F(RunbookBench, OutputIsPlainText)
{
    key(Qt::Key_Space);
    end(StepState::Failed, "<b>bold</b> <img src=/dev/zero>\n\x1b[31mred\x1b[0m", QStringLiteral("<i>500</i>"));
    const auto* output = current()->findChild<OutputView*>();
    EXPECT_TRUE(output->isVisible());
    EXPECT_EQ(output->toPlainText(), QStringLiteral("<b>bold</b> <img src=/dev/zero>\nred"));
    EXPECT_TRUE(visibleText(current()).contains(QStringLiteral("<i>500</i>")));
    for (const QLabel* label : panel->findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << qPrintable(label->text());
}

TEST_F(RunbookBench, AMillionCharactersInOneLineDoNotStopTheWindow)
{
    key(Qt::Key_Space);
    QElapsedTimer timer;
    qint64 worst = 0;
    const auto measure = [&](auto work) {
        timer.start();
        work();
        worst = std::max(worst, timer.elapsed());
    };
    for (int i = 0; i < 30; ++i)
        measure([&] {
            emit rig.client.stepOutput(current()->view().run, QStringLiteral("health"),
                                       QString(34'000, QLatin1Char('x')));
        });
    const auto* output = current()->findChild<OutputView*>();
    EXPECT_LE(output->toPlainText().size(), 4'097) << "a line in pieces is cut like a whole one";
    end(StepState::Succeeded, QByteArray(1'000'000, 'x'), QStringLiteral("200"));
    measure([&] { QApplication::sendPostedEvents(); });
    measure([&] { panel->repaint(); });
    measure([&] { rig.publish(); });
    measure([&] { QTest::keyClick(panel.get(), Qt::Key_Down); });
    measure([&] { QTest::keyClick(panel.get(), Qt::Key_Up); });
    measure([&] { panel->repaint(); });
    EXPECT_LE(output->toPlainText().size(), 4'097);
    EXPECT_LT(worst, 50);
}

TEST_F(RunbookBench, OutputArrivesWhileItRuns)
{
    key(Qt::Key_Space);
    executor->running->say("first\nsecond\n");
    const auto* output = current()->findChild<OutputView*>();
    ASSERT_TRUE(test::waitUntil([&] { return output->toPlainText().contains(QStringLiteral("second")); }));
    emit rig.client.stepOutput(QStringLiteral("another run"), QStringLiteral("health"), QStringLiteral("not ours"));
    EXPECT_FALSE(output->toPlainText().contains(QStringLiteral("not ours")));
}

TEST_F(RunbookBench, StopEndsTheStepFromAnywhere)
{
    key(Qt::Key_Space);
    QPushButton* stop = button(current(), QStringLiteral("Stop"));
    ASSERT_NE(stop, nullptr);
    EXPECT_FALSE(button(current(), QStringLiteral("Run")));
    QTest::mouseClick(stop, Qt::LeftButton);
    publish();
    EXPECT_EQ(executor->cancelled, 1);
    EXPECT_TRUE(visibleText(current()).contains(QStringLiteral("stopped")));
    key(Qt::Key_Space);
    ASSERT_EQ(current()->view().state, StepView::State::Running);
    key(Qt::Key_Down);
    actions.find(QStringLiteral("runbook.stop_step"))->trigger();
    EXPECT_EQ(executor->cancelled, 2);
}

TEST_F(RunbookBench, WithoutAConnectionItSaysSo)
{
    StepCard* cache = go("cache_probe");
    EXPECT_TRUE(
        visibleText(cache).contains(QStringLiteral("Not connected: set up just-trades/cache under Connections.")));
    EXPECT_FALSE(button(cache, QStringLiteral("Run"))->isEnabled());
    key(Qt::Key_Space);
    EXPECT_TRUE(executor->started.isEmpty());
}

TEST_F(RunbookBench, WithoutAnIncidentNothingRuns)
{
    selection.setIncident({});
    publish();
    EXPECT_TRUE(visibleText(current()).contains(QStringLiteral("every step belongs to one")));
    key(Qt::Key_Space);
    EXPECT_TRUE(executor->started.isEmpty());
}

TEST_F(RunbookBench, AnUnknownOutcomeIsNeverGreen)
{
    key(Qt::Key_Space);
    ASSERT_TRUE(rig.log
                    .append({EventType::StepOutcomeUnknown,
                             incident,
                             QStringLiteral("cockpit"),
                             {{QStringLiteral("run"), current()->view().run},
                              {QStringLiteral("step"), QStringLiteral("health")},
                              {QStringLiteral("reason"), QStringLiteral("the program ended")}}})
                    .ok());
    publish();
    EXPECT_EQ(current()->view().state, StepView::State::Unknown);
    EXPECT_EQ(toneOf(current()->view()), Tone::Unknown);
    EXPECT_TRUE(visibleText(current()).contains(QStringLiteral("outcome unknown")));
    EXPECT_TRUE(current()->accessibleName().contains(QStringLiteral("outcome unknown")));
    EXPECT_TRUE(button(current(), QStringLiteral("Check, then run again")));
}

TEST_F(RunbookBench, VerdictsAreWords)
{
    key(Qt::Key_Space);
    end(StepState::Succeeded, {}, QStringLiteral("200"));
    const QList<std::pair<const char*, const char*>> words{
        {"worked", "200 \u00B7 worked"}, {"no_effect", "200 \u00B7 no effect"}, {"worse", "200 \u00B7 made it worse"}};
    for (const auto& [verdict, shown] : words) {
        ASSERT_TRUE(rig.log
                        .append({EventType::StepVerdict,
                                 incident,
                                 QStringLiteral("cockpit"),
                                 {{QStringLiteral("run"), current()->view().run},
                                  {QStringLiteral("step"), QStringLiteral("health")},
                                  {QStringLiteral("verdict"), QLatin1String(verdict)}}})
                        .ok());
        publish();
        EXPECT_EQ(current()->view().summary, QString::fromUtf8(shown));
        EXPECT_EQ(signOf(current()->view()),
                  QLatin1String(verdict) == QLatin1String("worked") ? QStringLiteral("\u2713") : QStringLiteral("!"));
    }
}

TEST_F(RunbookBench, EachIncidentHasItsOwnCards)
{
    key(Qt::Key_Space);
    end(StepState::Succeeded, "ours", QStringLiteral("200"));
    const QString second = declare(QStringLiteral("again"));
    publish();
    EXPECT_EQ(card("health")->view().state, StepView::State::Open);
    EXPECT_FALSE(visibleText(panel.get()).contains(QStringLiteral("ours")));
    selection.setIncident(incident);
    publish();
    EXPECT_EQ(card("health")->view().state, StepView::State::Succeeded);
    EXPECT_EQ(current(), card("broker_status")) << "the first step that has not succeeded";
}

TEST_F(RunbookBench, ThePickerChangesTheRunbook)
{
    auto* picker = panel->findChild<QComboBox*>();
    ASSERT_EQ(picker->count(), 4);
    EXPECT_EQ(picker->currentText(), QStringLiteral("Just Trades · Total outage"));
    picker->setFocus();
    QTest::keyClick(picker, Qt::Key_Down);
    publish();
    EXPECT_EQ(selection.runbook(), QStringLiteral("prices_stale"));
    EXPECT_TRUE(card("stream"));
    EXPECT_FALSE(card("health"));
    EXPECT_EQ(panel->heading(), QStringLiteral("Runbook: Prices are old"));
    selection.setRunbook(QStringLiteral("just-trades"), QStringLiteral("gone"));
    publish();
    EXPECT_TRUE(panel->findChild<EmptyState*>()->isVisible());
    EXPECT_FALSE(panel->environment().has_value());
}

TEST_F(RunbookBench, ActionsAreInTheCatalogue)
{
    for (const char* id : {"runbook.run_next", "runbook.run_step", "runbook.stop_step"})
        EXPECT_TRUE(actions.find(QLatin1String(id))) << id;
    go("confirm");
    actions.find(QStringLiteral("runbook.run_next"))->trigger();
    publish();
    ASSERT_EQ(executor->started.size(), 1);
    EXPECT_EQ(executor->started.last().spec.id, QStringLiteral("health"));
    end(StepState::Succeeded, {}, QStringLiteral("200"));
    go("broker_status");
    actions.find(QStringLiteral("runbook.run_step"))->trigger();
    EXPECT_EQ(executor->started.last().spec.id, QStringLiteral("broker_status"));
}

TEST_F(RunbookBench, TheEnvironmentStandsBesideWhatActs)
{
    EXPECT_FALSE(visibleText(go("health")).contains(QStringLiteral("PRODUCTION"))) << "a read changes nothing";
    EXPECT_EQ(panel->environment(), Environment::Production);
    EXPECT_TRUE(visibleText(go("restart_workers")).contains(QStringLiteral("PRODUCTION")));
    EXPECT_TRUE(visibleText(go("close_stale_records")).contains(QStringLiteral("STAGING")));
    publish();
    EXPECT_EQ(panel->environment(), Environment::Staging) << "the title follows the step";
}

TEST_F(RunbookBench, EveryControlHasANameAndTabReachesIt)
{
    StepCard* close = go("close_stale_records");
    QSet<QWidget*> reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    const QWidgetList controls{panel.get(), panel->findChild<QComboBox*>(),
                               close->findChild<QLineEdit*>(QStringLiteral("hours")),
                               button(close, QStringLiteral("Run"))};
    for (QWidget* control : controls) {
        ASSERT_NE(control, nullptr);
        EXPECT_TRUE(reached.contains(control)) << qPrintable(control->accessibleName());
    }
    for (const QWidget* widget : reached)
        EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
}

}  // namespace cockpit::panels::runbook
