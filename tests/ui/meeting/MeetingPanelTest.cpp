// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/meeting/MeetingPanel.h"
#include "tests/support/EngineRig.h"
#include "tests/support/Wait.h"
#include "ui/panels/meeting/MeetingModel.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Selection.h"
#include "ui/widgets/Theme.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QPushButton>
#include <QTest>

namespace cockpit::panels::meeting {
namespace {

PlaybookPointer platform()
{
    auto playbook = std::make_shared<Playbook>();
    playbook->id = QStringLiteral("p");
    Severity severity;
    severity.id = QStringLiteral("S1");
    playbook->severities = {severity};
    playbook->postmortem.agenda = {{QStringLiteral("Timeline"), Milliseconds{600'000}},
                                   {QStringLiteral("<i>Cause</i>"), Milliseconds{900'000}}};
    return playbook;
}

class MeetingPanelTest : public testing::Test
{
protected:
    MeetingPanelTest()
        : rig({platform()})
        , panel(PanelContext{rig.client, selection, theme, actions, rig.clock})
        , model(panel.findChild<MeetingModel*>())
        , button(panel.findChild<QPushButton*>())
        , tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        theme.apply(*qApp);
        panel.resize(340, 300);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
        const auto declared = rig.engine.declare(
            {QStringLiteral("p"), QStringLiteral("S1"), QStringLiteral("Outage"), {}, {}}, QStringLiteral("maria"));
        EXPECT_TRUE(declared.ok());
        incident = *declared;
        rig.publish();
    }
    void pass(int seconds)
    {
        rig.clock.advance(Milliseconds{seconds * 1'000});
        rig.publish();
    }
    QString text(int row) const { return model->index(row).data().toString(); }

    test::EngineRig rig;
    Selection selection;
    Theme theme;
    ActionCatalogue actions;
    MeetingPanel panel;
    MeetingModel* model;
    QPushButton* button;
    QAbstractItemModelTester tester;
    QString incident;
};

TEST_F(MeetingPanelTest, KeepsToTheAgendaAndLeavesANote)
{
    EXPECT_EQ(model->rowCount(), 0);
    selection.setIncident(incident);
    ASSERT_EQ(model->rowCount(), 2);
    EXPECT_EQ(panel.status(), QStringLiteral("25m"));
    EXPECT_EQ(text(1), QStringLiteral("<i>Cause</i>\n15m planned"));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    pass(60);
    EXPECT_EQ(text(0), QStringLiteral("Timeline\n10m planned, 9:00 left"));
    pass(600);
    EXPECT_EQ(text(0), QStringLiteral("Timeline\n10m planned, 1:00 over time"));
    EXPECT_EQ(model->index(0).data(Qt::ForegroundRole).value<QColor>(), theme.color(Tone::Severity2));
    QTest::keyClick(button, Qt::Key_Space);
    pass(120);
    EXPECT_EQ(text(0), QStringLiteral("Timeline\n10m planned, took 11:00"));
    EXPECT_EQ(text(1), QStringLiteral("<i>Cause</i>\n15m planned, 13:00 left"));
    EXPECT_EQ(panel.status(), QStringLiteral("13:00 of 25m"));
    EXPECT_EQ(button->text(), QStringLiteral("End the meeting"));
    QDir(QStringLiteral(BUILD_DIR)).mkpath(QStringLiteral("looks"));
    EXPECT_TRUE(panel.grab().save(QStringLiteral(BUILD_DIR "/looks/meeting.png")));
    QTest::keyClick(button, Qt::Key_Space);
    ASSERT_TRUE(test::waitUntil([this] { return rig.store.typeNames().last() == QLatin1String("note_added"); }));
    EXPECT_TRUE(
        rig.store.events.last().data.value(QStringLiteral("text")).toString().contains(QStringLiteral("13:00")));
    EXPECT_FALSE(model->isRunning());
}

TEST_F(MeetingPanelTest, GoesOnWhileSomebodyLooksElsewhere)
{
    selection.setIncident(incident);
    QTest::mouseClick(button, Qt::LeftButton);
    selection.setIncident({});
    pass(30);
    EXPECT_TRUE(model->isRunning());
    EXPECT_EQ(text(0), QStringLiteral("Timeline\n10m planned, 9:30 left"));
}

}  // namespace
}  // namespace cockpit::panels::meeting
