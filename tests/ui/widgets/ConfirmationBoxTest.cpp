// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/ConfirmationBox.h"
#include "tests/support/Wait.h"
#include "ui/widgets/Badge.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace cockpit {

namespace {

class ConfirmationBoxTest : public testing::Test
{
protected:
    ConfirmationBoxTest()
        : box(theme)
        , confirmed(&box, &ConfirmationBox::confirmed)
        , cancelled(&box, &ConfirmationBox::cancelled)
    {
        request.environment = Environment::Production;
        request.headline = QStringLiteral("This will change 137 rows");
        request.target = QStringLiteral("just_trades on db1:5432 as ops_rw");
        request.expectedText = QStringLiteral("137");
        request.confirmLabel = QStringLiteral("Close rows");
        box.resize(600, 120);
    }

    void ask(ConfirmationNeed need)
    {
        request.need = need;
        box.ask(request);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&box));
        box.activateWindow();
        QTest::qWait(30);
    }

    QPushButton* button(const QString& name)
    {
        for (QPushButton* candidate : box.findChildren<QPushButton*>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }

    void arm() { QTest::qWait(ConfirmationBox::armAfterMs + 100); }

    Theme theme;
    ConfirmationBox box;
    ConfirmationRequest request;
    QSignalSpy confirmed;
    QSignalSpy cancelled;
};

}  // namespace

TEST_F(ConfirmationBoxTest, NamesTheEnvironmentAndTheTarget)
{
    ask(ConfirmationNeed::TypeText);
    EXPECT_EQ(box.findChild<Badge*>()->word(), QStringLiteral("PRODUCTION"));
    EXPECT_EQ(box.accessibleName(), request.headline);
    EXPECT_TRUE(box.accessibleDescription().contains(request.target));
}

TEST_F(ConfirmationBoxTest, DestructiveNeedsTheExactTextAndTheButton)
{
    ask(ConfirmationNeed::TypeText);
    auto* typed = box.findChild<QLineEdit*>();
    QPushButton* run = button(request.confirmLabel);
    ASSERT_TRUE(typed && run);
    arm();
    QTest::keyClicks(typed, QStringLiteral("13"));
    EXPECT_FALSE(run->isEnabled());
    QTest::keyClicks(typed, QStringLiteral("7"));
    EXPECT_TRUE(run->isEnabled());
    QTest::keyClick(typed, Qt::Key_Return);
    QTest::keyClick(typed, Qt::Key_Enter);
    run->setFocus();
    QTest::keyClick(run, Qt::Key_Return);
    EXPECT_EQ(confirmed.count(), 0);
    QTest::mouseClick(run, Qt::LeftButton);
    ASSERT_EQ(confirmed.count(), 1);
    EXPECT_EQ(confirmed.first().first().toString(), QStringLiteral("137"));
}

TEST_F(ConfirmationBoxTest, ASecondEnterRightAfterTheFirstDoesNotConfirm)
{
    ask(ConfirmationNeed::Agree);
    QTest::keyClick(&box, Qt::Key_Return);
    QTest::keyClick(button(request.confirmLabel), Qt::Key_Return);
    EXPECT_EQ(confirmed.count(), 0);
    EXPECT_EQ(cancelled.count(), 0);
    arm();
    QTest::keyClick(button(request.confirmLabel), Qt::Key_Return);
    EXPECT_EQ(confirmed.count(), 1);
}

TEST_F(ConfirmationBoxTest, EscapeCancels)
{
    ask(ConfirmationNeed::Agree);
    QTest::keyClick(&box, Qt::Key_Escape);
    EXPECT_EQ(cancelled.count(), 1);
    EXPECT_EQ(confirmed.count(), 0);
    EXPECT_FALSE(box.isVisible());
}

TEST_F(ConfirmationBoxTest, AnEmptyExpectationIsNeverMet)
{
    request.expectedText.clear();
    ask(ConfirmationNeed::TypeText);
    arm();
    EXPECT_FALSE(button(request.confirmLabel)->isEnabled());
}

}  // namespace cockpit
