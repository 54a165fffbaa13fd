// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/Wait.h"
#include "tests/ui/timeline/PanelBench.h"
#include "ui/panels/outbox/OutboxPanel.h"
#include "ui/widgets/EmptyState.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QListView>
#include <QPushButton>

namespace cockpit::test {

namespace {

using namespace panels::outbox;
using Phase = NotificationState::Phase;

NotificationState message(const QString& id, Phase phase, int minute = 0)
{
    NotificationState state;
    state.id = id;
    state.incident = QStringLiteral("i1");
    state.kind = QStringLiteral("page");
    state.role = QStringLiteral("team_lead");
    state.title = QStringLiteral("SEV-1 Broker workers dead");
    state.channel = QStringLiteral("just-trades/chat");
    state.reference = QStringLiteral("7F3A");
    state.phase = phase;
    state.attempts = 2;
    state.queuedAt = QDateTime(QDate(2026, 11, 21), QTime(3, minute), Qt::UTC);
    return state;
}

Incident incidentWith(const QList<NotificationState>& messages)
{
    Incident incident;
    incident.id = QStringLiteral("i1");
    incident.notifications = messages;
    return incident;
}

TEST(OutboxModel, IsAProperModelAndPutsTroubleFirst)
{
    OutboxModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QDateTime now(QDate(2026, 11, 21), QTime(3, 30), Qt::UTC);
    const QList<NotificationState> messages{
        message(QStringLiteral("a"), Phase::Delivered, 1), message(QStringLiteral("b"), Phase::Waiting, 2),
        message(QStringLiteral("c"), Phase::Failed, 3), message(QStringLiteral("d"), Phase::Delivered, 4),
        message(QStringLiteral("e"), Phase::Uncertain, 5)};
    model.setIncidents({incidentWith(messages)}, now);
    QString order;
    for (int row = 0; row < model.rowCount(); ++row)
        order += model.at(model.index(row))->id;
    EXPECT_EQ(order, QStringLiteral("cebda"));
    EXPECT_EQ(model.count({Phase::Pending, Phase::InFlight, Phase::Waiting}), 1);
    EXPECT_EQ(model.count({Phase::Delivered}), 2);
    int changes = 0;
    int resets = 0;
    QObject::connect(&model, &OutboxModel::dataChanged, &model, [&] { ++changes; });
    QObject::connect(&model, &OutboxModel::modelReset, &model, [&] { ++resets; });
    model.setIncidents({incidentWith(messages)}, now.addSecs(1));
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(resets, 0) << "the same messages keep the selection";
    model.setIncidents({}, now);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(OutboxModel, SaysWhatItKnows)
{
    const QDateTime now(QDate(2026, 11, 21), QTime(3, 30), Qt::UTC);
    NotificationState waiting = message(QStringLiteral("a"), Phase::Waiting);
    waiting.waitUntil = now.addSecs(242);
    waiting.words = QStringLiteral("503 <b>busy</b>");
    EXPECT_EQ(messageTitle(waiting), QStringLiteral("Page to team_lead: SEV-1 Broker workers dead"));
    EXPECT_EQ(messageFacts(waiting, now),
              QStringLiteral("just-trades/chat · ref 7F3A · attempt 2 · again in 4:02 · 503 <b>busy</b>"));
    EXPECT_EQ(messageFacts(waiting, now.addSecs(300)),
              QStringLiteral("just-trades/chat · ref 7F3A · attempt 2 · due now · 503 <b>busy</b>"));
    QSet<QString> words;
    for (const auto phase : {Phase::Pending, Phase::InFlight, Phase::Delivered, Phase::Waiting, Phase::Failed,
                             Phase::Uncertain, Phase::Cancelled})
        words.insert(phaseLook(phase).word);
    EXPECT_EQ(words.size(), 7);
}

class OutboxPanelTest : public testing::Test
{
protected:
    OutboxPanelTest()
        : panel(bench.context())
    {
        bench.theme.apply(*qApp);
        panel.resize(520, 320);
        panel.show();
        panel.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&panel));
        list = panel.findChild<QListView*>();
    }

    void queue(const QString& incident, const QString& id, const QString& title)
    {
        ASSERT_TRUE(bench
                        .add(EventType::NotificationQueued, incident,
                             {{QStringLiteral("notification"), id},
                              {QStringLiteral("key"), id},
                              {QStringLiteral("channel"), QStringLiteral("just-trades/chat")},
                              {QStringLiteral("kind"), QStringLiteral("page")},
                              {QStringLiteral("role"), QStringLiteral("team_lead")},
                              {QStringLiteral("title"), title}})
                        .ok());
    }

    QPushButton* button(const char* text) const
    {
        for (auto* candidate : panel.findChildren<QPushButton*>()) {
            if (candidate->text() == QLatin1String(text))
                return candidate;
        }
        return nullptr;
    }

    PanelBench bench;
    OutboxPanel panel;
    QListView* list = nullptr;
};

TEST_F(OutboxPanelTest, IsEmptyUntilSomethingIsSent)
{
    EXPECT_TRUE(panel.findChild<EmptyState*>()->isVisible());
    EXPECT_FALSE(list->isVisible());
    bench.grabBothLooks(panel, QStringLiteral("outbox-empty"));
}

TEST_F(OutboxPanelTest, CancelsWithAKeyAndKeepsTheChoice)
{
    const QString id = bench.declare();
    queue(id, QStringLiteral("n1"), QStringLiteral("<img src=/dev/zero> first"));
    queue(id, QStringLiteral("n2"), QStringLiteral("second"));
    bench.show();
    ASSERT_EQ(list->model()->rowCount(), 2);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    const QString chosen = list->currentIndex().data().toString();
    EXPECT_TRUE(button("Cancel")->isEnabled());
    EXPECT_FALSE(button("Retry now")->isEnabled());
    queue(id, QStringLiteral("n3"), QStringLiteral("third"));
    bench.show();
    EXPECT_EQ(list->currentIndex().data().toString(), chosen) << "a new message does not take the choice away";
    QTest::keyClick(list, Qt::Key_Delete);
    EXPECT_EQ(bench.store.events.last().type, EventType::NotificationCancelled);
    bench.show();
    EXPECT_FALSE(button("Cancel")->isEnabled());
}

TEST_F(OutboxPanelTest, RetriesAFailedMessage)
{
    const QString id = bench.declare();
    queue(id, QStringLiteral("n1"), QStringLiteral("first"));
    ASSERT_TRUE(bench
                    .add(EventType::NotificationFailed, id,
                         {{QStringLiteral("notification"), QStringLiteral("n1")},
                          {QStringLiteral("attempt"), 1},
                          {QStringLiteral("words"), QStringLiteral("410 gone")}})
                    .ok());
    queue(id, QStringLiteral("n2"), QStringLiteral("SEV-1 Broker workers dead: no trades executing"));
    ASSERT_TRUE(bench
                    .add(EventType::NotificationDelivered, id,
                         {{QStringLiteral("notification"), QStringLiteral("n2")},
                          {QStringLiteral("attempt"), 1},
                          {QStringLiteral("words"), QStringLiteral("ok")}})
                    .ok());
    queue(id, QStringLiteral("n3"), QStringLiteral("waits"));
    ASSERT_TRUE(bench
                    .add(EventType::NotificationWaiting, id,
                         {{QStringLiteral("notification"), QStringLiteral("n3")},
                          {QStringLiteral("attempt"), 1},
                          {QStringLiteral("until"), QStringLiteral("2026-11-21T03:04:02.000Z")},
                          {QStringLiteral("words"), QStringLiteral("rate limited")}})
                    .ok());
    bench.show();
    bench.grabBothLooks(panel, QStringLiteral("outbox-mixed"));
    list->setCurrentIndex(list->model()->index(0, 0));
    ASSERT_TRUE(button("Retry now")->isEnabled());
    const auto before = bench.store.events.size();
    button("Retry now")->click();
    ASSERT_GT(bench.store.events.size(), before);
    EXPECT_EQ(bench.store.events.at(before).type, EventType::NotificationWaiting);
    EXPECT_EQ(bench.store.events.at(before).actor, QStringLiteral("ops-3/maria"));
    EXPECT_TRUE(bench.actions.find(QStringLiteral("outbox.retry")));
}

}  // namespace

}  // namespace cockpit::test
