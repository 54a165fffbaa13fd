// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/shell/ShellFixture.h"
#include "ui/shell/approvals/ApproveDialog.h"
#include "ui/shell/approvals/ApproversDialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace cockpit::test {

namespace {

/// Signs with a constant: whether signatures are judged rightly is tested where the real keys are.
class FakeKeys final : public ApprovalKeys
{
public:
    QFuture<Result<QByteArray>> publicKey() override
    {
        return finishedFuture(Result<QByteArray>(QByteArray(32, '\x11')));
    }
    QFuture<Result<QByteArray>> sign(const QByteArray&) override
    {
        return finishedFuture(Result<QByteArray>(QByteArray(64, '\x22')));
    }
    bool verify(const QByteArray&, const QByteArray&, const QByteArray&) const override { return true; }
};

class ApprovalDialogsTest : public testing::Test
{
protected:
    ApprovalDialogsTest()
    {
        QGuiApplication::clipboard()->clear();
        theme.apply(*qApp);
    }

    ApprovalRequest request() const
    {
        ApprovalRequest asked;
        asked.id = QStringLiteral("r1");
        asked.platform = QStringLiteral("flowrex");
        asked.runbook = QStringLiteral("stuck_orders");
        asked.step = QStringLiteral("close");
        asked.title = QStringLiteral("Close stuck orders");
        asked.text = QStringLiteral("UPDATE orders SET status = 'closed' WHERE id = 7");
        asked.digest = "ab";
        asked.target.address = QStringLiteral("db.internal:5432");
        asked.target.name = QStringLiteral("flowrex");
        asked.affected = 7;
        asked.requester = QStringLiteral("ops-4/jan");
        asked.expires = rig.clock.utcNow().addSecs(240);
        return asked;
    }
    template <typename Widget>
    static Widget* find(QWidget& dialog, const char* name)
    {
        return dialog.findChild<Widget*>(QLatin1String(name));
    }

    EngineRig rig{{}, std::make_shared<FakeKeys>()};
    Theme theme;
    Selection selection;
    ActionCatalogue actions;
    PanelContext context{rig.client, selection, theme, actions, rig.clock};
};

TEST_F(ApprovalDialogsTest, WhatIsAskedIsShownBeforeItCanBeApproved)
{
    auto* dialog = new ApproveDialog(context, nullptr);
    dialog->open();
    auto* approve = find<QPushButton>(*dialog, "approve");
    EXPECT_FALSE(approve->isEnabled()) << "nothing to approve yet";
    find<QPlainTextEdit>(*dialog, "request")->setPlainText(request().toText());
    ASSERT_TRUE(waitUntil([&] { return approve->isEnabled(); }));
    EXPECT_TRUE(find<QLabel>(*dialog, "who")->text().contains(QStringLiteral("ops-4/jan")));
    EXPECT_EQ(find<QPlainTextEdit>(*dialog, "text")->toPlainText(), request().text);
    QTest::mouseClick(approve, Qt::LeftButton);
    ASSERT_TRUE(waitUntil([] { return Approval::fromText(QGuiApplication::clipboard()->text()).ok(); }));
    EXPECT_EQ(rig.store.typeNames().last(), QStringLiteral("approval_given"));
    EXPECT_EQ(Approval::fromText(QGuiApplication::clipboard()->text())->approver, QStringLiteral("ops-3/maria"));
}

TEST_F(ApprovalDialogsTest, OnesOwnAndOldRequestsAreRefusedInWords)
{
    auto* dialog = new ApproveDialog(context, nullptr);
    dialog->open();
    auto* approve = find<QPushButton>(*dialog, "approve");
    auto* pasted = find<QPlainTextEdit>(*dialog, "request");
    auto* problem = find<QLabel>(*dialog, "problem");
    ApprovalRequest own = request();
    own.requester = QStringLiteral("ops-3/maria");
    ApprovalRequest old = request();
    old.expires = rig.clock.utcNow().addSecs(-1);
    const std::vector<std::pair<QString, QString>> cases{{own.toText(), QStringLiteral("their own")},
                                                         {old.toText(), QStringLiteral("expired")},
                                                         {QStringLiteral("hello"), QStringLiteral("copy it again")}};
    for (const auto& [text, words] : cases) {
        pasted->setPlainText(text);
        EXPECT_TRUE(waitUntil([&, sought = words] { return problem->text().contains(sought); }))
            << qPrintable(problem->text());
        EXPECT_FALSE(approve->isEnabled());
    }
    dialog->reject();
}

TEST_F(ApprovalDialogsTest, AColleagueIsTrustedAndForgotten)
{
    auto* dialog = new ApproversDialog(context, nullptr);
    dialog->open();
    find<QLineEdit>(*dialog, "name")->setText(QStringLiteral("ops-4/jan"));
    auto* key = find<QLineEdit>(*dialog, "key");
    key->setText(QStringLiteral("not a key"));
    QTest::keyClick(key, Qt::Key_Return);
    EXPECT_TRUE(
        waitUntil([&] { return find<QLabel>(*dialog, "problem")->text().contains(QStringLiteral("64 hexadecimal")); }));
    key->setText(QString(64, QLatin1Char('a')));
    QTest::keyClick(key, Qt::Key_Return);
    auto* list = find<QListWidget>(*dialog, "approvers");
    ASSERT_TRUE(waitUntil([&] { return list->count() == 1; }));
    EXPECT_TRUE(list->item(0)->text().startsWith(QStringLiteral("ops-4/jan")));
    list->setCurrentRow(0);
    QTest::mouseClick(find<QPushButton>(*dialog, "forget"), Qt::LeftButton);
    EXPECT_TRUE(waitUntil([&] { return list->count() == 0; }));
    EXPECT_TRUE(rig.engine.approvers().isEmpty());
    dialog->reject();
}

TEST_F(ApprovalDialogsTest, Look)
{
    for (const auto mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        theme.setMode(mode);
        const QString name = mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        auto* approve = new ApproveDialog(context, nullptr);
        find<QPlainTextEdit>(*approve, "request")->setPlainText(request().toText());
        approve->open();
        ASSERT_TRUE(waitUntil([&] { return find<QPushButton>(*approve, "approve")->isEnabled(); }));
        QDir().mkpath(QStringLiteral(BUILD_DIR "/looks"));
        EXPECT_TRUE(approve->grab().save(QStringLiteral(BUILD_DIR "/looks/approve-%1.png").arg(name)));
        approve->reject();
        ASSERT_TRUE(rig.engine
                        .trustApprover(QStringLiteral("ops-4/jan"), QString(64, QLatin1Char('a')),
                                       QStringLiteral("ops-3/maria"))
                        .ok());
        auto* approvers = new ApproversDialog(context, nullptr);
        approvers->open();
        ASSERT_TRUE(waitUntil([&] { return find<QListWidget>(*approvers, "approvers")->count() == 1; }));
        EXPECT_TRUE(approvers->grab().save(QStringLiteral(BUILD_DIR "/looks/approvers-%1.png").arg(name)));
        approvers->reject();
    }
}

}  // namespace

}  // namespace cockpit::test
