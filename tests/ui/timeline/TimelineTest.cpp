// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/Wait.h"
#include "tests/ui/timeline/PanelBench.h"
#include "ui/panels/timeline/TimelinePanel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

namespace cockpit::test {

namespace {

using panels::timeline::TimelineModel;
using panels::timeline::TimelinePanel;

QList<Event> notes(qint64 first, int count, const QString& incident = QStringLiteral("i1"))
{
    QList<Event> events;
    for (int i = 0; i < count; ++i) {
        Event event;
        event.sequence = first + i;
        event.at = QDateTime(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC).addSecs(i);
        event.type = EventType::NoteAdded;
        event.incident = incident;
        event.actor = QStringLiteral("ops-3/maria");
        event.data = {{QStringLiteral("text"), QStringLiteral("note %1").arg(first + i)}};
        events.append(event);
    }
    return events;
}

template <typename T>
T* child(QWidget& widget, const QString& accessibleName)
{
    for (T* candidate : widget.findChildren<T*>()) {
        if (candidate->accessibleName() == accessibleName)
            return candidate;
    }
    return nullptr;
}

class TimelinePanelTest : public testing::Test
{
protected:
    TimelinePanelTest()
        : panel(bench.context())
    {
        bench.theme.apply(*qApp);
        panel.resize(720, 360);
        panel.show();
        panel.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&panel));
        list = panel.findChild<QListView*>();
        note = child<QLineEdit>(panel, QStringLiteral("Note for the timeline"));
    }

    void refresh()
    {
        bench.show();
        ASSERT_TRUE(waitUntil([&] { return panel.model().lastSequence() == bench.store.events.size(); }));
    }

    bool atEnd() const { return list->verticalScrollBar()->value() == list->verticalScrollBar()->maximum(); }

    QPushButton* pill() const
    {
        for (auto* button : list->findChildren<QPushButton*>()) {
            if (!button->isHidden())
                return button;
        }
        return nullptr;
    }

    PanelBench bench;
    TimelinePanel panel;
    QListView* list = nullptr;
    QLineEdit* note = nullptr;
};

TEST(TimelineModel, IsAProperModel)
{
    TimelineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append(notes(1, 50), {});
    model.append(notes(40, 20, QStringLiteral("i2")), {});
    EXPECT_EQ(model.rowCount(), 59) << "events already here are skipped";
    model.setIncident(QStringLiteral("i2"));
    EXPECT_EQ(model.rowCount(), 9);
    model.append(notes(60, 5, QStringLiteral("i1")), {});
    EXPECT_EQ(model.rowCount(), 9);
    model.setIncident({});
    EXPECT_EQ(model.rowCount(), 64);
    model.setFilter(QStringLiteral("NOTE 6"));
    EXPECT_EQ(model.rowCount(), 6) << "6 and 60 to 64";
    model.setFilter(QStringLiteral("maria"));
    EXPECT_EQ(model.rowCount(), 64);
}

TEST(TimelineModel, DragsRowsAsJsonAndText)
{
    TimelineModel model;
    model.append(notes(1, 5), {});
    const std::unique_ptr<QMimeData> mime(model.mimeData({model.index(3), model.index(1)}));
    ASSERT_TRUE(mime);
    const QJsonArray entries = QJsonDocument::fromJson(mime->data(QLatin1String(TimelineModel::mimeType))).array();
    ASSERT_EQ(entries.size(), 2);
    EXPECT_EQ(entries.at(0).toObject().value(QLatin1String("sequence")).toInt(), 2);
    EXPECT_EQ(entries.at(1).toObject().value(QLatin1String("text")).toString(), QStringLiteral("note 4"));
    EXPECT_EQ(
        mime->text(),
        QStringLiteral("2026-11-21 03:00:01Z  note 2  (ops-3/maria)\n2026-11-21 03:00:03Z  note 4  (ops-3/maria)"));
    EXPECT_TRUE(model.flags(model.index(0)) & Qt::ItemIsDragEnabled);
}

TEST(TimelineModel, KeepsNoWholePostmortems)
{
    TimelineModel model;
    Event event = notes(1, 1).first();
    event.type = EventType::PostmortemEdited;
    event.data = {{QStringLiteral("text"), QString(100'000, QLatin1Char('x'))}};
    model.append({event}, {});
    EXPECT_FALSE(model.row(model.index(0))->data.contains(QLatin1String("text")));
    EXPECT_LT(model.details(model.index(0)).size(), 500);
}

TEST_F(TimelinePanelTest, ShowsTheLogAndFollowsIt)
{
    const QString id = bench.declare();
    for (int i = 0; i < 60; ++i)
        ASSERT_TRUE(bench.engine.note(id, QStringLiteral("note %1").arg(i), QStringLiteral("ops-3/maria")).ok());
    refresh();
    EXPECT_EQ(panel.model().rowCount(), 61);
    EXPECT_TRUE(waitUntil([&] { return atEnd(); }));
    EXPECT_FALSE(pill());
    bench.grabBothLooks(panel, QStringLiteral("timeline-notes"));
}

TEST_F(TimelinePanelTest, HoldsStillWhileSomethingIsChosenOrScrolledAway)
{
    const QString id = bench.declare();
    for (int i = 0; i < 60; ++i)
        ASSERT_TRUE(bench.engine.note(id, QStringLiteral("note"), QStringLiteral("maria")).ok());
    refresh();
    list->verticalScrollBar()->setValue(3);
    for (int i = 0; i < 12; ++i)
        ASSERT_TRUE(bench.engine.note(id, QStringLiteral("later"), QStringLiteral("maria")).ok());
    refresh();
    EXPECT_EQ(list->verticalScrollBar()->value(), 3);
    ASSERT_TRUE(pill());
    EXPECT_EQ(pill()->text(), QStringLiteral("12 new"));
    QTest::mouseClick(pill(), Qt::LeftButton);
    EXPECT_TRUE(waitUntil([&] { return atEnd() && !pill(); }));

    list->setCurrentIndex(panel.model().index(panel.model().rowCount() - 1));
    ASSERT_TRUE(bench.engine.note(id, QStringLiteral("last"), QStringLiteral("maria")).ok());
    refresh();
    ASSERT_TRUE(pill());
    list->clearSelection();
    EXPECT_TRUE(waitUntil([&] { return atEnd() && !pill(); }));
}

TEST_F(TimelinePanelTest, TogglesBetweenThisIncidentAndAll)
{
    bench.declare(QStringLiteral("first"));
    bench.declare(QStringLiteral("second"));
    refresh();
    EXPECT_EQ(panel.model().rowCount(), 1);
    child<QPushButton>(panel, QStringLiteral("Show only the selected incident"))->click();
    EXPECT_EQ(panel.model().rowCount(), 2);
    QTest::keyClicks(child<QLineEdit>(panel, QStringLiteral("Filter the timeline")), QStringLiteral("FIRST"));
    EXPECT_TRUE(waitUntil([&] { return panel.model().rowCount() == 1; }));
}

TEST_F(TimelinePanelTest, ANoteGoesToItsIncidentAndIsNeverLost)
{
    const QString first = bench.declare(QStringLiteral("first"));
    refresh();
    QTest::keyClicks(note, QStringLiteral("for the first"));
    const QString second = bench.declare(QStringLiteral("second"));
    EXPECT_EQ(note->text(), QString()) << "what was typed for one incident is not offered to another";
    QTest::keyClicks(note, QStringLiteral("for the second"));
    QTest::keyClick(note, Qt::Key_Return);
    EXPECT_EQ(bench.store.events.last().incident, second);
    EXPECT_EQ(bench.store.events.last().data.value(QLatin1String("text")).toString(), QStringLiteral("for the second"));
    bench.selection.setIncident(first);
    EXPECT_EQ(note->text(), QStringLiteral("for the first"));
    bench.store.failing = true;
    QTest::keyClick(note, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return note->text() == QLatin1String("for the first"); }))
        << "a failed note comes back";
    bench.store.failing = false;
    QTest::keyClick(note, Qt::Key_Return);
    EXPECT_EQ(bench.store.events.last().incident, first);
    EXPECT_EQ(note->text(), QString());
}

TEST_F(TimelinePanelTest, CopiesPlainTextAndShowsDetailsPlainly)
{
    const QString hostile = QStringLiteral("<img src=/dev/zero> <b>x</b>");
    const QString id = bench.declare(hostile);
    refresh();
    list->setFocus();
    list->setCurrentIndex(panel.model().index(0));
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(hostile))
        << qPrintable(QGuiApplication::clipboard()->text());
    child<QPushButton>(panel, QStringLiteral("Show the details of the chosen entry"))->click();
    const auto* details = panel.findChild<QPlainTextEdit*>();
    ASSERT_TRUE(details->isVisible());
    EXPECT_TRUE(details->toPlainText().contains(hostile));
    EXPECT_TRUE(panel.model().index(0).data(Qt::ToolTipRole).toString().contains(QLatin1String("&lt;img")));
}

/// Alert, role, checklist, messages and the start of a run.
void recordAnswer(PanelBench& bench, const QString& id)
{
    const auto text = [](const char* key, const char* value) {
        return QPair<QString, QJsonValue>(QLatin1String(key), QLatin1String(value));
    };
    ASSERT_TRUE(bench
                    .add(EventType::AlertFired, id,
                         {text("title", "Workers dead"), text("severity", "SEV-1"), text("platform", "just-trades"),
                          text("reason", "workers_alive = 0")},
                         QStringLiteral("rule:workers_dead"))
                    .ok());
    ASSERT_TRUE(bench.add(EventType::RoleTaken, id, {text("role", "commander"), text("person", "ops-3/maria")}).ok());
    ASSERT_TRUE(bench
                    .add(EventType::ChecklistTicked, id,
                         {text("phase", "triage"), text("item", "Check the queue"), {QStringLiteral("ticked"), true}})
                    .ok());
    ASSERT_TRUE(bench
                    .add(EventType::NotificationQueued, id,
                         {text("notification", "n1"), text("key", "k"), text("channel", "just-trades/chat"),
                          text("kind", "page"), text("role", "team_lead"), text("title", "SEV-1")})
                    .ok());
    ASSERT_TRUE(
        bench
            .add(EventType::NotificationDelivered, id, {text("notification", "n1"), {QStringLiteral("elapsedMs"), 212}})
            .ok());
    ASSERT_TRUE(
        bench.add(EventType::NotificationFailed, id, {text("notification", "n2"), text("words", "410 gone")}).ok());
    ASSERT_TRUE(bench.add(EventType::RunStarted, id, {text("run", "r1"), text("runbook", "total_outage")}).ok());
}

/// Steps, their proof, and what is kept of them.
void recordWork(PanelBench& bench, const QString& id)
{
    const auto text = [](const char* key, const char* value) {
        return QPair<QString, QJsonValue>(QLatin1String(key), QLatin1String(value));
    };
    ASSERT_TRUE(bench
                    .add(EventType::StepFinished, id,
                         {text("run", "r1"),
                          text("step", "workers"),
                          text("state", "succeeded"),
                          text("summary", "0 of 10 alive"),
                          {QStringLiteral("elapsedMs"), 41}})
                    .ok());
    ASSERT_TRUE(
        bench.add(EventType::StepFinished, id, {text("run", "r1"), text("step", "restart"), text("state", "timed_out")})
            .ok());
    ASSERT_TRUE(bench
                    .add(EventType::StepVerdict, id,
                         {text("run", "r1"),
                          text("step", "restart"),
                          text("verdict", "worked"),
                          text("signal", "workers_alive"),
                          {QStringLiteral("value"), 10}})
                    .ok());
    ASSERT_TRUE(
        bench.add(EventType::NoteAdded, id, {text("text", "Vendor confirms a network fault in their region")}).ok());
    ASSERT_TRUE(bench
                    .add(EventType::EvidenceAdded, id,
                         {text("name", "grafana.png"), {QStringLiteral("size"), 20'480}, text("sha256", "ab")})
                    .ok());
    ASSERT_TRUE(bench.add(EventType::PostmortemEdited, id, {text("text", "x")}).ok());
    ASSERT_TRUE(bench
                    .add(EventType::AlertCleared, id,
                         {text("rule", "workers_dead"), text("reason", "workers_alive = 10")},
                         QStringLiteral("rule:workers_dead"))
                    .ok());
}

TEST_F(TimelinePanelTest, EveryKindOfEntryIsPainted)
{
    const QString id = bench.declare();
    ASSERT_TRUE(bench.engine.acknowledge(id, QStringLiteral("ops-3/maria")).ok());
    recordAnswer(bench, id);
    recordWork(bench, id);
    ASSERT_TRUE(bench.engine.resolve(id, QStringLiteral("workers restarted"), QStringLiteral("ops-3/maria")).ok());
    refresh();
    bench.grabBothLooks(panel, QStringLiteral("timeline-kinds"));
    const QImage shown = list->viewport()->grab().toImage();
    for (int row = 0; row < panel.model().rowCount(); ++row) {
        const QRect area = list->visualRect(panel.model().index(row));
        if (!list->viewport()->rect().contains(area))
            continue;
        int inked = 0;
        for (int x = area.left() + 75; x < area.left() + 95; ++x) {
            for (int y = area.top(); y < area.bottom(); ++y)
                inked += shown.pixelColor(x, y) != shown.pixelColor(area.left() + 2, area.top() + 2) ? 1 : 0;
        }
        EXPECT_GT(inked, 8) << "no picture in row " << row;
    }
}

TEST_F(TimelinePanelTest, AHundredThousandEntriesStayFluid)
{
    TimelineModel& model = panel.model();
    QElapsedTimer timer;
    qint64 worst = 0;
    for (int page = 0; page < 50; ++page) {
        timer.restart();
        model.append(notes(1 + page * 2'000, 2'000, QString()), {});
        list->viewport()->repaint();
        worst = qMax(worst, timer.elapsed());
    }
    EXPECT_EQ(model.total(), 100'000);
    EXPECT_LT(worst, 250) << "ms for a page of 2,000";
    timer.restart();
    for (int i = 0; i < 10; ++i) {
        model.append(notes(100'001 + i * 5, 5, QString()), {});
        QCoreApplication::sendPostedEvents();
        list->viewport()->repaint();
    }
    EXPECT_LT(timer.elapsed(), 1'000) << "ms for one second's worth of batches";
    RecordProperty("worstPageMs", static_cast<int>(worst));
    timer.restart();
    model.setFilter(QStringLiteral("note 99999"));
    list->viewport()->repaint();
    EXPECT_LT(timer.elapsed(), 300);
    EXPECT_EQ(model.rowCount(), 1);
}

}  // namespace

}  // namespace cockpit::test
