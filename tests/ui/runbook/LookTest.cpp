// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/runbook/RunbookBench.h"
#include "ui/panels/runbook/StepCard.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
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
        for (const QSize size : {QSize(340, 380), QSize(500, 760), QSize(700, 760), QSize(340, 760)}) {
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

}  // namespace cockpit::panels::runbook
