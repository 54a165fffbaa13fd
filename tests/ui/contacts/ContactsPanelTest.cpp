// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/contacts/ContactsPanel.h"
#include "tests/support/EngineRig.h"
#include "tests/support/Wait.h"
#include "ui/panels/contacts/ContactsModel.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Selection.h"
#include "ui/widgets/Theme.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QListView>
#include <QTest>

namespace cockpit::panels::contacts {
namespace {

PlaybookPointer platform(const char* id)
{
    auto playbook = std::make_shared<Playbook>();
    playbook->id = QString::fromLatin1(id);
    playbook->title = QString::fromLatin1(id).toUpper();
    Severity severity;
    severity.id = QStringLiteral("S1");
    playbook->severities = {severity};
    playbook->contacts = {
        {QStringLiteral("Ana <b>Lead</b>"), QStringLiteral("Team lead"), QStringLiteral("+1 555 0100")},
        {QStringLiteral("Broker desk"), {}, QStringLiteral("desk@example.com")}};
    playbook->statusPages = {
        {QStringLiteral("Broker"), QStringLiteral("https://status.example.com"), QStringLiteral("broker_page")},
        {QStringLiteral("Cloud"), QStringLiteral("https://cloud.example.com"), {}}};
    return playbook;
}

Snapshot sample(double reported)
{
    Snapshot snapshot;
    PlatformState state;
    state.playbook = platform("p");
    Reading reading;
    reading.state = ReadingState::Value;
    reading.value = reported;
    state.pages = {reading, Reading()};
    snapshot.platforms = {state};
    return snapshot;
}

TEST(ContactRowsTest, PagesSayWhatTheyReport)
{
    QList<ContactRow> rows = contactRows(sample(1), {});
    ASSERT_EQ(rows.size(), 5);
    EXPECT_EQ(rows.at(1).text, QStringLiteral("Ana <b>Lead</b>")) << "shown literally";
    EXPECT_EQ(rows.at(1).detail, QStringLiteral("Team lead · +1 555 0100"));
    EXPECT_TRUE(rows.at(1).target.isEmpty());
    EXPECT_EQ(rows.at(2).target, QUrl(QStringLiteral("mailto:desk@example.com")));
    EXPECT_EQ(rows.at(3).detail, QStringLiteral("reports no trouble"));
    EXPECT_FALSE(rows.at(3).trouble);
    EXPECT_EQ(rows.at(4).detail, QStringLiteral("open it to see"));
    rows = contactRows(sample(0), {});
    EXPECT_EQ(rows.at(3).detail, QStringLiteral("reports trouble"));
    EXPECT_TRUE(rows.at(3).trouble);
    Snapshot unread = sample(1);
    unread.platforms.first().pages.first().state = ReadingState::Unreachable;
    EXPECT_EQ(contactRows(unread, {}).at(3).detail, QStringLiteral("cannot be read")) << "unknown is never good";
    EXPECT_TRUE(contactRows(sample(1), QStringLiteral("other")).isEmpty());
}

class ContactsPanelTest : public testing::Test
{
protected:
    ContactsPanelTest()
        : rig({platform("p"), platform("q")})
        , panel(PanelContext{rig.client, selection, theme, actions, rig.clock})
        , model(panel.findChild<ContactsModel*>())
        , list(panel.findChild<QListView*>())
        , tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        theme.apply(*qApp);
        panel.resize(360, 420);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
    }

    test::EngineRig rig;
    Selection selection;
    Theme theme;
    ActionCatalogue actions;
    ContactsPanel panel;
    ContactsModel* model;
    QListView* list;
    QAbstractItemModelTester tester;
};

TEST_F(ContactsPanelTest, AllPlatformsOrTheIncidentsOwn)
{
    EXPECT_EQ(model->rowCount(), 10);
    const auto declared = rig.engine.declare(
        {QStringLiteral("q"), QStringLiteral("S1"), QStringLiteral("Outage"), {}, {}}, QStringLiteral("maria"));
    ASSERT_TRUE(declared.ok());
    rig.publish();
    selection.setIncident(*declared);
    EXPECT_EQ(model->rowCount(), 5);
    EXPECT_EQ(model->at(0).text, QStringLiteral("Q"));
    QDir(QStringLiteral(BUILD_DIR)).mkpath(QStringLiteral("looks"));
    EXPECT_TRUE(panel.grab().save(QStringLiteral(BUILD_DIR "/looks/contacts.png")));
}

TEST_F(ContactsPanelTest, EnterAsksBeforeItOpensAndCopyTakesTheNumber)
{
    list->setFocus();
    list->setCurrentIndex(model->index(1));
    QTest::keySequence(list, QKeySequence(QKeySequence::Copy));
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("+1 555 0100"));
    list->setCurrentIndex(model->index(3));
    QTest::keyClick(list, Qt::Key_Return);
    const auto asked = [this] {
        for (QDialog* dialog : panel.findChildren<QDialog*>()) {
            if (dialog->isVisible())
                return true;
        }
        return false;
    };
    EXPECT_TRUE(test::waitUntil(asked)) << "where it leads is shown first";
}

}  // namespace
}  // namespace cockpit::panels::contacts
