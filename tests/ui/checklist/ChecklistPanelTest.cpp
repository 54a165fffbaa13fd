// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Roles and checklist of an incident, on a real engine and with real input.
#include "ui/panels/checklist/ChecklistPanel.h"
#include "tests/support/EngineRig.h"
#include "tests/support/Wait.h"
#include "ui/panels/checklist/ChecklistModel.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Selection.h"
#include "ui/widgets/Theme.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QListView>
#include <QTest>

namespace cockpit::panels::checklist {
namespace {

using Kind = ChecklistRow::Kind;

PlaybookPointer platform()
{
    auto playbook = std::make_shared<Playbook>();
    playbook->id = QStringLiteral("p");
    playbook->title = QStringLiteral("Platform");
    Severity severity;
    severity.id = QStringLiteral("SEV-1");
    playbook->severities = {severity};
    playbook->roles = {{QStringLiteral("commander"), QStringLiteral("Incident commander"), {}}};
    playbook->lifecycle = {
        {QStringLiteral("triage"),
         QStringLiteral("Triage"),
         Milliseconds{300'000},
         {QStringLiteral("Acknowledge"), QStringLiteral("<b>Is trading active?</b>")}},
        {QStringLiteral("after"), QStringLiteral("After"), Milliseconds{0}, {QStringLiteral("Write")}}};
    return playbook;
}

class ChecklistPanelTest : public testing::Test
{
protected:
    ChecklistPanelTest()
        : rig({platform()})
        , panel(PanelContext{rig.client, selection, theme, actions, rig.clock})
        , model(panel.findChild<ChecklistModel*>())
        , list(panel.findChild<QListView*>())
        , tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        theme.apply(*qApp);
        panel.resize(360, 300);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
    }

    void declare()
    {
        const auto declared = rig.engine.declare(
            {QStringLiteral("p"), QStringLiteral("SEV-1"), QStringLiteral("Outage"), {}, {}}, QStringLiteral("maria"));
        ASSERT_TRUE(declared.ok());
        incident = *declared;
        rig.publish();
        selection.setIncident(incident);
        QTest::qWait(10);
    }

    bool publishedUntil(const std::function<bool()>& holds)
    {
        return test::waitUntil([&] {
            rig.publish();
            return holds();
        });
    }

    test::EngineRig rig;
    Selection selection;
    Theme theme;
    ActionCatalogue actions;
    ChecklistPanel panel;
    ChecklistModel* model;
    QListView* list;
    QAbstractItemModelTester tester;
    QString incident;
};

TEST_F(ChecklistPanelTest, NothingIsShownUntilAnIncidentIsChosen)
{
    EXPECT_EQ(model->rowCount(), 0);
    EXPECT_FALSE(list->isVisible());
    declare();
    EXPECT_TRUE(list->isVisible());
    ASSERT_EQ(model->rowCount(), 6);
    EXPECT_EQ(model->at(0).kind, Kind::Role);
    EXPECT_EQ(model->at(1).kind, Kind::Phase);
    EXPECT_EQ(model->at(1).detail, QStringLiteral("0 of 2 · 5:00 left"));
    EXPECT_EQ(model->index(3).data().toString(), QStringLiteral("<b>Is trading active?</b>"));
    EXPECT_EQ(panel.status(), QStringLiteral("0 of 3 done · #incident-20261121-0300"));
}

TEST_F(ChecklistPanelTest, SpaceTicksAndTheLogHasIt)
{
    declare();
    list->setFocus();
    list->setCurrentIndex(model->index(2));
    QTest::keyClick(list, Qt::Key_Space);
    ASSERT_TRUE(publishedUntil([&] { return model->at(2).ticked; }));
    EXPECT_TRUE(rig.log.book().find(incident)->ticked.contains(QStringLiteral("triage/0")));
    EXPECT_TRUE(panel.status().startsWith(QStringLiteral("1 of 3 done")));
    QDir(QStringLiteral(BUILD_DIR)).mkpath(QStringLiteral("looks"));
    EXPECT_TRUE(panel.grab().save(QStringLiteral(BUILD_DIR "/looks/checklist.png")));
    QTest::keyClick(list, Qt::Key_Space);
    ASSERT_TRUE(publishedUntil([&] { return !model->at(2).ticked; }));
    EXPECT_TRUE(rig.log.book().find(incident)->ticked.isEmpty());
}

TEST_F(ChecklistPanelTest, EnterTakesARole)
{
    declare();
    EXPECT_EQ(model->at(0).detail, QStringLiteral("nobody yet"));
    list->setFocus();
    list->setCurrentIndex(model->index(0));
    QTest::keyClick(list, Qt::Key_Return);
    ASSERT_TRUE(publishedUntil([&] { return model->at(0).ticked; }));
    EXPECT_EQ(model->at(0).detail, QStringLiteral("ops-3/maria"));
}

TEST_F(ChecklistPanelTest, APhaseThatTakesTooLongSaysSoUntilItIsTicked)
{
    declare();
    rig.clock.advance(Milliseconds{360'000});
    rig.publish();
    EXPECT_TRUE(model->at(1).late);
    EXPECT_EQ(model->at(1).detail, QStringLiteral("0 of 2 · 1:00 over time"));
    ASSERT_TRUE(rig.engine.tickChecklist(incident, QStringLiteral("triage"), QStringLiteral("0"), true, {}).ok());
    ASSERT_TRUE(rig.engine.tickChecklist(incident, QStringLiteral("triage"), QStringLiteral("1"), true, {}).ok());
    rig.publish();
    EXPECT_FALSE(model->at(1).late);
    EXPECT_EQ(model->at(1).detail, QStringLiteral("2 of 2"));
    EXPECT_FALSE(model->at(4).late) << "a phase without a time box is never late";
}

}  // namespace
}  // namespace cockpit::panels::checklist
