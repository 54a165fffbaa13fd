// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/shell/ShellFixture.h"
#include "ui/shell/incident/DeclareDialog.h"
#include "ui/shell/incident/FormDialog.h"
#include "ui/shell/incident/PromptDialog.h"
#include "ui/widgets/MessageBar.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace cockpit::test {

namespace {

class IncidentActionsTest : public ShellFixture
{
protected:
    void SetUp() override { window = makeWindow(); }

    QString declare(const QString& severity = QStringLiteral("SEV-1"))
    {
        const auto id =
            rig.engine.declare({QStringLiteral("just-trades"), severity, QStringLiteral("Workers dead"), {}, {}},
                               QStringLiteral("ops-3/maria"));
        EXPECT_TRUE(id.ok());
        rig.publish();
        window->selection().setIncident(*id);
        return *id;
    }

    const Incident& incident()
    {
        rig.publish();
        return *rig.client.snapshot().incident(window->selection().incident());
    }

    template <typename Dialog>
    Dialog* dialog()
    {
        const auto all = window->findChildren<Dialog*>();
        return all.isEmpty() ? nullptr : all.last();
    }

    QString message() const
    {
        QStringList texts;
        for (const MessageBar* bar : window->findChildren<MessageBar*>()) {
            if (bar->isVisible())
                texts.append(bar->text());
        }
        return texts.join(QLatin1Char('\n'));
    }

    void answer(const QString& text)
    {
        auto* prompt = dialog<PromptDialog>();
        ASSERT_NE(prompt, nullptr);
        if (auto* edit = prompt->findChild<QPlainTextEdit*>())
            edit->setPlainText(text);
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(20);
    }

    std::unique_ptr<MainWindow> window;
};

class MessageTest : public IncidentActionsTest, public testing::WithParamInterface<bool>
{
};

}  // namespace

TEST_F(IncidentActionsTest, CtrlDDeclaresWithWhatWasTyped)
{
    QTest::keyClick(window.get(), Qt::Key_D, Qt::ControlModifier);
    auto* declare = dialog<DeclareDialog>();
    ASSERT_NE(declare, nullptr);
    QComboBox* severity = nullptr;
    for (QComboBox* combo : declare->findChildren<QComboBox*>()) {
        if (combo->accessibleName() == QLatin1String("Severity"))
            severity = combo;
    }
    ASSERT_NE(severity, nullptr);
    EXPECT_EQ(severity->itemText(0), QStringLiteral("SEV-1 · Total outage · respond at once"));
    EXPECT_EQ(severity->itemText(1), QStringLiteral("SEV-2 · Level 2 · respond within 15m"));
    severity->setCurrentIndex(1);
    // Without a title there is nothing to declare.
    QTest::keyClick(declare, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(rig.store.events.isEmpty());
    QTest::keyClicks(declare->findChild<QLineEdit*>(), QStringLiteral("Orders stuck"));
    QTest::keyClick(declare, Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(20);
    ASSERT_EQ(rig.store.typeNames(), QStringList{QStringLiteral("incident_declared")});
    EXPECT_EQ(incident().title, QStringLiteral("Orders stuck"));
    EXPECT_EQ(incident().severity, QStringLiteral("SEV-2"));
}

TEST_F(IncidentActionsTest, CtrlReturnAcknowledgesOnce)
{
    declare();
    QTest::keyClick(window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(20);
    EXPECT_EQ(incident().state, IncidentState::Acknowledged);
    EXPECT_EQ(incident().acknowledgedBy, QStringLiteral("ops-3/maria"));
    QTest::keyClick(window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(20);
    EXPECT_EQ(rig.store.typeNames().count(QStringLiteral("incident_acknowledged")), 1);
}

TEST_F(IncidentActionsTest, NoteResolveAndSeverityGoThroughTheirQuestions)
{
    declare();
    QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
    answer(QStringLiteral("restarted by hand"));
    EXPECT_EQ(rig.store.events.last().data.value(QStringLiteral("text")).toString(),
              QStringLiteral("restarted by hand"));
    window->actions().find(QStringLiteral("incident.severity"))->trigger();
    dialog<PromptDialog>()->findChild<QComboBox*>()->setCurrentIndex(2);
    answer(QStringLiteral("one account only"));
    EXPECT_EQ(incident().severity, QStringLiteral("SEV-3"));
    window->actions().find(QStringLiteral("incident.resolve"))->trigger();
    QStringList shown;
    for (const QLabel* label : dialog<PromptDialog>()->findChildren<QLabel*>())
        shown.append(label->text());
    EXPECT_TRUE(shown.join(QLatin1Char('\n')).contains(QStringLiteral("Investigating: Check the workers")));
    answer({});
    EXPECT_EQ(incident().state, IncidentState::Resolved);
}

TEST_F(IncidentActionsTest, RolesAreTakenByTheActor)
{
    declare();
    window->actions().find(QStringLiteral("incident.take_role"))->trigger();
    dialog<PromptDialog>()->findChild<QComboBox*>()->setCurrentIndex(1);
    answer({});
    EXPECT_EQ(incident().roles.value(QStringLiteral("on_call")), QStringLiteral("ops-3/maria"));
}

TEST_F(IncidentActionsTest, AFailureIsSaidInTheWindow)
{
    declare();
    rig.store.failing = true;
    QTest::keyClick(window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(20);
    EXPECT_TRUE(message().contains(QStringLiteral("the disk is full"))) << qPrintable(message());
    EXPECT_EQ(incident().state, IncidentState::Declared);
    EXPECT_TRUE(message().contains(QStringLiteral("Nothing can be recorded"))) << qPrintable(message());
}

TEST_F(IncidentActionsTest, PagingWithoutAChannelSaysWhy)
{
    declare();
    QTest::keyClick(window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::qWait(20);
    EXPECT_FALSE(message().isEmpty());
}

TEST_P(MessageTest, IsFilledReadAndNotSentWithHoles)
{
    const bool filled = GetParam();
    declare();
    window->actions().find(QStringLiteral("notify.message"))->trigger();
    auto* which = dialog<PromptDialog>();
    ASSERT_NE(which, nullptr);
    EXPECT_EQ(which->findChild<QComboBox*>()->count(), 2) << "a page is not written by hand";
    QTest::keyClick(which, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return dialog<FormDialog>(); })) << "what the template leaves open is asked for";
    const auto inputs = dialog<FormDialog>()->findChildren<QLineEdit*>();
    ASSERT_EQ(inputs.size(), 1);
    if (filled)
        QTest::keyClicks(inputs.first(), QStringLiteral("the pool is empty"));
    QTest::keyClick(dialog<FormDialog>(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] {
        auto* open = dialog<PromptDialog>();
        return open && open != which && open->findChild<QPlainTextEdit*>();
    }));
    auto* write = dialog<PromptDialog>();
    auto* text = write->findChild<QPlainTextEdit*>();
    if (filled) {
        EXPECT_EQ(text->toPlainText(), QStringLiteral("SEV-1 Workers dead: the pool is empty"));
        return;
    }
    EXPECT_EQ(text->toPlainText(), QStringLiteral("SEV-1 Workers dead: {{findings}}"));
    const auto send = [write] {
        for (QPushButton* button : write->findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String("Send"))
                return button;
        }
        return static_cast<QPushButton*>(nullptr);
    };
    ASSERT_NE(send(), nullptr);
    EXPECT_FALSE(send()->isEnabled());
    QStringList shown;
    for (const QLabel* label : write->findChildren<QLabel*>())
        shown.append(label->text());
    EXPECT_TRUE(shown.contains(QStringLiteral("Still to be filled in: findings")));
    QTest::keyClick(write, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(write->isVisible()) << "nothing of what was typed is lost";
    text->setPlainText(QStringLiteral("SEV-1 Workers dead: the pool is empty"));
    EXPECT_TRUE(send()->isEnabled());
}

TEST_F(IncidentActionsTest, AnAllClearIsHeldAgainstTheReadings)
{
    declare();
    Snapshot snapshot = rig.client.snapshot();
    for (TileState& tile : snapshot.tiles) {
        if (tile.signal != QLatin1String("error_rate"))
            continue;
        tile.reading.state = ReadingState::Value;
        tile.reading.value = 6.8;
    }
    rig.client.applySnapshot(snapshot);
    window->actions().find(QStringLiteral("notify.message"))->trigger();
    auto* which = dialog<PromptDialog>();
    auto* choice = which->findChild<QComboBox*>();
    choice->setCurrentIndex(choice->findData(QStringLiteral("resolved")));
    QTest::keyClick(which, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] {
        auto* open = dialog<PromptDialog>();
        return open && open != which && open->findChild<QPlainTextEdit*>();
    }));
    QString shown;
    for (const QLabel* label : dialog<PromptDialog>()->findChildren<QLabel*>())
        shown += label->text() + QLatin1Char('\n');
    EXPECT_TRUE(shown.contains(QStringLiteral("It says resolved, but Error rate is 6.8"))) << qPrintable(shown);
    EXPECT_TRUE(shown.contains(QStringLiteral("Garbled characters were repaired"))) << qPrintable(shown);
    EXPECT_TRUE(
        dialog<PromptDialog>()->findChild<QPlainTextEdit*>()->toPlainText().endsWith(QString::fromUtf8("\U0001F6A8")));
}

INSTANTIATE_TEST_SUITE_P(FilledOrNot, MessageTest, testing::Bool());

TEST_F(IncidentActionsTest, OnlyWhatFitsTheStateIsEnabled)
{
    const auto enabled = [this](const char* id) { return window->actions().find(QLatin1String(id))->isEnabled(); };
    EXPECT_TRUE(enabled("incident.declare"));
    EXPECT_FALSE(enabled("incident.acknowledge") || enabled("incident.resolve") || enabled("incident.note"));
    declare();
    EXPECT_TRUE(enabled("incident.acknowledge") && enabled("incident.resolve") && enabled("notify.on_call"));
    EXPECT_FALSE(enabled("incident.confirm") || enabled("incident.dismiss"));
    rig.client.applySnapshot(sampleSnapshot(rig.clock.utcNow()));
    window->selection().setIncident(QStringLiteral("i2"));
    EXPECT_TRUE(enabled("incident.confirm") && enabled("incident.dismiss"));
    EXPECT_FALSE(enabled("incident.acknowledge") || enabled("notify.on_call"));
}

TEST_F(IncidentActionsTest, TheDialogKeepsTheIncidentItWasOpenedFor)
{
    const QString first = declare();
    window->actions().find(QStringLiteral("incident.note"))->trigger();
    rig.clock.advance(std::chrono::minutes(1));
    declare();
    answer(QStringLiteral("for the first"));
    EXPECT_EQ(rig.store.events.last().incident, first);
}

}  // namespace cockpit::test
