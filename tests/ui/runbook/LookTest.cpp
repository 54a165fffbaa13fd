// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/runbook/RunbookBench.h"
#include "ui/panels/runbook/ResultView.h"
#include "ui/panels/runbook/StepCard.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace cockpit::panels::runbook {

namespace {

/// One picture per look and size, in the build folder. Nothing may stand outside its card.
void grab(RunbookPanel& panel, Theme& theme, const QString& name)
{
    const QDir out(QStringLiteral(BUILD_DIR "/looks"));
    out.mkpath(QStringLiteral("."));
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        theme.apply(*qApp);
        for (const QSize size :
             {QSize(340, 380), QSize(500, 760), QSize(700, 760), QSize(340, 760), QSize(1'366, 768)}) {
            panel.resize(size);
            QTest::qWait(20);
            panel.grab().save(out.filePath(
                QStringLiteral("runbook-%1-%2-%3x%4.png")
                    .arg(name, mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(size.width())
                    .arg(size.height())));
            const auto* scroll = panel.findChild<QScrollArea*>();
            EXPECT_LE(scroll->widget()->width(), scroll->viewport()->width())
                << qPrintable(name) << " at " << size.width();
            for (const StepCard* card : panel.findChildren<StepCard*>()) {
                for (const QWidget* part : card->findChildren<QWidget*>()) {
                    const int right = part->isVisible() ? part->mapTo(card, QPoint(part->width(), 0)).x() : 0;
                    EXPECT_LE(right, card->width())
                        << qPrintable(name) << " at " << size.width() << ": " << part->metaObject()->className();
                }
            }
        }
    }
}

}  // namespace

TEST_F(RunbookBench, LooksRightWhileReading)
{
    key(Qt::Key_Space);
    end(StepState::Succeeded, "{\"status\":\"healthy\"}", QStringLiteral("200 in 41 ms"));
    go("broker_status");
    key(Qt::Key_Space);
    end(StepState::Failed,
        "broker_execution.workers_alive  0   expected 10\nbroker_execution.queue_size     61  expected 0\n"
        "fast_webhook.workers_alive      10\nlast_error  token refresh failed for 12 accounts; see "
        "/api/broker-execution/failures",
        QStringLiteral("503 in 2.1 s"));
    grab(*panel, theme, QStringLiteral("read"));
    go("cache_probe");
    grab(*panel, theme, QStringLiteral("unconnected"));
}

TEST_F(RunbookBench, LooksRightWhileAsking)
{
    StepPreview preview;
    preview.summary = QStringLiteral("137 rows");
    preview.affected = 137;
    preview.target = {QStringLiteral("db1:5432"),
                      QStringLiteral("just_trades"),
                      QStringLiteral("ops_rw"),
                      {},
                      Environment::Production};
    preview.columns = {QStringLiteral("id"), QStringLiteral("recorder_id"), QStringLiteral("ticker"),
                       QStringLiteral("side"), QStringLiteral("entry_time")};
    for (int i = 0; i < 20; ++i)
        preview.samples.append({QString::number(8'101 + i), QString::number(40 + i % 3), QStringLiteral("MNQ1!"),
                                QStringLiteral("LONG"),
                                QStringLiteral("2026-11-%1 09:31:00+00").arg(i + 1, 2, 10, QLatin1Char('0'))});
    executor->previewed = preview;
    StepCard* close = go("close_stale_records");
    close->findChild<QLineEdit*>(QStringLiteral("hours"))->setText(QStringLiteral("24"));
    panel->setFocus();
    grab(*panel, theme, QStringLiteral("destructive"));
    key(Qt::Key_Space);
    ASSERT_TRUE(close->isAsking());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("13"));
    grab(*panel, theme, QStringLiteral("asking"));
    go("restart_workers");
    key(Qt::Key_Space);
    grab(*panel, theme, QStringLiteral("write"));
}

TEST_F(RunbookBench, LooksRightWhileAChangeIsHeld)
{
    holdClose();
    rig.clock.advance(Milliseconds{18'000});
    publish();
    QTest::qWait(600);
    grab(*panel, theme, QStringLiteral("held"));
    go("broker_status");
    grab(*panel, theme, QStringLiteral("held-elsewhere"));
    key(Qt::Key_F9);
    end(StepState::Succeeded, {}, QStringLiteral("7 rows"));
    go("close_stale_records");
    grab(*panel, theme, QStringLiteral("undo"));
}

TEST_F(RunbookBench, LooksRightBeforeSessionsAreKilled)
{
    executor->onResolve = [](ResolvedStep& step) {
        step.spec.danger = Danger::Destructive;
        step.raised = QStringLiteral("calls pg_terminate_backend");
        step.text = QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity\n"
                                   "WHERE state = 'idle in transaction' AND state_change < now() - interval '5 min'");
        step.commandLine = QStringLiteral("psql \"$JUST_TRADES_DB\" -v ON_ERROR_STOP=1 -c 'SELECT "
                                          "pg_terminate_backend(pid) FROM pg_stat_activity'");
    };
    StepPreview preview = rowsPreview();
    preview.summary = QStringLiteral("4 sessions");
    preview.affected = 4;
    preview.columns = QStringList{QStringLiteral("pid"),   QStringLiteral("user"),  QStringLiteral("application"),
                                  QStringLiteral("state"), QStringLiteral("since"), QStringLiteral("query")};
    for (int i = 0; i < 6; ++i)
        preview.samples.append({QString::number(20'411 + 7 * i),
                                i == 5 ? QStringLiteral("postgres") : QStringLiteral("app_rw"),
                                i == 4 ? QStringLiteral("incident-cockpit") : QStringLiteral("worker-%1").arg(i),
                                QStringLiteral("idle in transaction"), QStringLiteral("00:1%1:07").arg(i),
                                QStringLiteral("UPDATE recorded_trades SET status = 'closing' WHERE id = %1").arg(i)});
    preview.spared = {4, 5};
    preview.notes = QStringList{QStringLiteral("Spares this cockpit's own session and those of superusers."),
                                QStringLiteral("Oldest 12 Nov 09:31, newest 20 Nov 02:58 (UTC)."),
                                QStringLiteral("What they have not committed is rolled back.")};
    executor->previewed = preview;
    go("broker_status");
    QTest::keyClick(panel.get(), Qt::Key_E, Qt::ControlModifier);
    publish();
    grab(*panel, theme, QStringLiteral("dryrun"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    key(Qt::Key_Space);
    ASSERT_TRUE(current()->isAsking());
    grab(*panel, theme, QStringLiteral("kill"));
}

TEST_F(RunbookBench, LooksRightWithATable)
{
    go("broker_status");
    key(Qt::Key_Space);
    StepOutcome outcome;
    outcome.state = StepState::Succeeded;
    outcome.summary = QStringLiteral("40 rows in 12 ms");
    outcome.output = "id | status | ticker";
    outcome.table = table(40, true);
    end(outcome);
    go("broker_status");
    ASSERT_TRUE(test::waitUntil([&] { return current()->result().hasTable(); }));
    grab(*panel, theme, QStringLiteral("table"));
}

TEST_F(RunbookBench, LooksRightWhileTheProofIsAwaited)
{
    const QList<std::pair<const char*, qint64>> before{{"worked", 95'000}, {"no_effect", 120'000}, {"worked", 80'000}};
    QString run;
    for (const auto& [verdict, after] : before) {
        StepCard* restart = go("restart_workers");
        key(Qt::Key_Space);
        ASSERT_TRUE(test::waitUntil([&] { return button(restart, QStringLiteral("Yes, run it"))->isEnabled(); }));
        QTest::mouseClick(button(restart, QStringLiteral("Yes, run it")), Qt::LeftButton);
        publish();
        end(StepState::Succeeded, {}, QStringLiteral("exit code 0"));
        run = restart->view().run;
        const auto event = rig.log.append({EventType::StepVerdict,
                                           incident,
                                           QStringLiteral("cockpit"),
                                           {{QStringLiteral("run"), run},
                                            {QStringLiteral("step"), QStringLiteral("restart_workers")},
                                            {QStringLiteral("afterMs"), after},
                                            {QStringLiteral("verdict"), QLatin1String(verdict)}}});
        emit rig.client.eventsAppended({*event});
        rig.clock.advance(Milliseconds{200'000});
    }
    Snapshot snapshot = rig.engine.snapshot();
    ExpectationState& watch = snapshot.expectations.first();
    watch.startedAt = snapshot.at.addSecs(-28);
    watch.deadline = watch.startedAt.addSecs(120);
    watch.reading.state = ReadingState::Value;
    watch.reading.value = 10;
    watch.reading.at = snapshot.at;
    watch.holdingSince = snapshot.at.addSecs(-6);
    rig.client.applySnapshot(snapshot);
    grab(*panel, theme, QStringLiteral("proof"));
    snapshot.expectations.clear();
    rig.client.applySnapshot(snapshot);
    grab(*panel, theme, QStringLiteral("proven"));
}

TEST_F(RunbookBench, LooksRightWhenStepsHangTogether)
{
    show("stuck_orders");
    key(Qt::Key_Space);
    StepOutcome none;
    none.state = StepState::Succeeded;
    none.affected = 0;
    none.summary = QStringLiteral("0 rows");
    end(none);
    go("cancel_stuck");
    grab(*panel, theme, QStringLiteral("notcalled"));
    key(Qt::Key_F5);
    ASSERT_TRUE(test::waitUntil([&] { return executor->started.size() == 2; }));
    none.affected = 3;
    none.summary = QStringLiteral("3 rows");
    none.table = table(3);
    end(none);
    ASSERT_TRUE(test::waitUntil([&] { return executor->started.size() == 3; }));
    publish();
    grab(*panel, theme, QStringLiteral("sweep"));
    end(StepState::Failed, {}, QStringLiteral("column \"age\" does not exist"));
    ASSERT_TRUE(test::waitUntil([&] { return visibleText(panel.get()).contains(QStringLiteral("Stopped at")); }));
    go("cancel_stuck");
    executor->previewed = rowsPreview();
    runTyped(card("cancel_stuck"), QStringLiteral("7"));
    ASSERT_TRUE(rig.log
                    .append({EventType::StepOutcomeUnknown,
                             incident,
                             QStringLiteral("cockpit"),
                             {{QStringLiteral("run"), card("cancel_stuck")->view().run},
                              {QStringLiteral("step"), QStringLiteral("cancel_stuck")},
                              {QStringLiteral("reason"), QStringLiteral("the program ended")}}})
                    .ok());
    publish();
    grab(*panel, theme, QStringLiteral("lookfirst"));
}

class FourEyesLook : public RunbookBench
{
protected:
    FourEyesLook()
        : RunbookBench(true)
    {
    }
};

TEST_F(FourEyesLook, LooksRightWhenASecondPersonIsNeeded)
{
    StepPreview preview = rowsPreview();
    preview.target.environment = Environment::Production;
    preview.notes = QStringList{QStringLiteral("Deletes rows of order_fills too.")};
    executor->previewed = preview;
    StepCard* close = go("close_stale_records");
    close->findChild<QLineEdit*>(QStringLiteral("hours"))->setText(QStringLiteral("24"));
    panel->setFocus();
    key(Qt::Key_Space);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
    grab(*panel, theme, QStringLiteral("foureyes"));
}

}  // namespace cockpit::panels::runbook
