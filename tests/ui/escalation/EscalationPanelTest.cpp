// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/escalation/EscalationPanel.h"
#include "app/AppVocabulary.h"
#include "core/playbook/PlaybookLoader.h"
#include "tests/support/EngineRig.h"
#include "tests/support/Wait.h"
#include "ui/panels/escalation/EscalationModel.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Selection.h"
#include "ui/widgets/Theme.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QTableView>
#include <QTest>

namespace cockpit::panels::escalation {
namespace {

QList<PlaybookPointer> shipped()
{
    const Vocabulary vocabulary = appVocabulary();
    QList<PlaybookPointer> playbooks;
    for (const char* id : {"just-trades", "flowrex"}) {
        const PlaybookLoad load =
            PlaybookLoader(vocabulary).load(QStringLiteral(PROJECT_DIR "/resources/playbooks/") + QLatin1String(id));
        EXPECT_TRUE(load.ok());
        playbooks.append(load.playbook);
    }
    return playbooks;
}

class EscalationPanelTest : public testing::Test
{
protected:
    EscalationPanelTest()
        : rig(shipped())
        , panel(PanelContext{rig.client, selection, theme, actions, rig.clock})
        , model(panel.findChild<EscalationModel*>())
        , platforms(panel.findChild<QComboBox*>())
        , tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        theme.apply(*qApp);
        panel.resize(560, 320);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
    }

    QString text(int row, int column) const { return model->index(row, column).data().toString(); }
    void declare(const char* severity)
    {
        const auto declared = rig.engine.declare(
            {QStringLiteral("flowrex"), QString::fromLatin1(severity), QStringLiteral("Trades fail"), {}, {}},
            QStringLiteral("maria"));
        ASSERT_TRUE(declared.ok());
        rig.publish();
        selection.setIncident(*declared);
        rig.publish();
    }

    test::EngineRig rig;
    Selection selection;
    Theme theme;
    ActionCatalogue actions;
    EscalationPanel panel;
    EscalationModel* model;
    QComboBox* platforms;
    QAbstractItemModelTester tester;
};

/// The matrix of the document: severity, on call, team lead, management.
TEST_F(EscalationPanelTest, ShowsTheMatrixOfTheDocument)
{
    platforms->setCurrentIndex(platforms->findData(QStringLiteral("flowrex")));
    rig.publish();
    ASSERT_EQ(model->rowCount(), 4);
    ASSERT_EQ(model->columnCount(), 4);
    const QList<QStringList> wanted{
        {QStringLiteral("at once"), QStringLiteral("at once"), QStringLiteral("within 15m")},
        {QStringLiteral("at once"), QStringLiteral("within 15m"), QStringLiteral("within 1h")},
        {QStringLiteral("within 1h"), QStringLiteral("after 4h, unless resolved"), QStringLiteral("\u2013")},
        {QStringLiteral("next business day"), QStringLiteral("\u2013"), QStringLiteral("\u2013")}};
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 3; ++column)
            EXPECT_EQ(text(row, column + 1), wanted.at(row).at(column)) << row << ' ' << column;
    }
    EXPECT_EQ(text(1, 0), QStringLiteral("within 15m"));
    EXPECT_TRUE(model->headerData(0, Qt::Vertical, Qt::DisplayRole).toString().startsWith(QStringLiteral("P0")));
}

TEST_F(EscalationPanelTest, TheChosenIncidentCountsDownInItsRow)
{
    declare("P1");
    EXPECT_EQ(platforms->currentData().toString(), QStringLiteral("flowrex"));
    EXPECT_EQ(text(1, 2), QStringLiteral("within 15m\n15:00 left"));
    EXPECT_EQ(text(0, 2), QStringLiteral("at once")) << "another severity is not this incident's affair";
    rig.clock.advance(Milliseconds{13 * 60'000});
    rig.publish();
    EXPECT_EQ(model->index(1, 2).data(Qt::ForegroundRole).value<QColor>(), theme.color(Tone::Severity2));
    rig.clock.advance(Milliseconds{3 * 60'000});
    rig.publish();
    EXPECT_EQ(text(1, 2), QStringLiteral("within 15m\n1:00 overdue"));
    EXPECT_EQ(model->index(1, 2).data(Qt::ForegroundRole).value<QColor>(), theme.color(Tone::Severity1));
    EXPECT_EQ(panel.status(), QStringLiteral("2 role(s) overdue"));
    QDir(QStringLiteral(BUILD_DIR)).mkpath(QStringLiteral("looks"));
    for (const bool dark : {true, false}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        EXPECT_TRUE(panel.grab().save(QStringLiteral(BUILD_DIR "/looks/escalation-%1.png")
                                          .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))));
    }
}

TEST_F(EscalationPanelTest, KeepsThePlatformThePersonChose)
{
    platforms->setCurrentIndex(platforms->findData(QStringLiteral("just-trades")));
    QTest::keyClick(platforms, Qt::Key_Down);
    rig.publish();
    const int rows = model->rowCount();
    rig.publish();
    EXPECT_EQ(model->rowCount(), rows);
    EXPECT_TRUE(panel.findChild<QTableView*>()->isVisible());
}

}  // namespace
}  // namespace cockpit::panels::escalation
