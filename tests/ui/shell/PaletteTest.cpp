// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/shell/ShellFixture.h"
#include "ui/shell/palette/CommandPalette.h"
#include "ui/shell/palette/FuzzyMatch.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>

namespace cockpit::test {

TEST(FuzzyMatch, EveryWordMustBeASubsequence)
{
    EXPECT_GE(fuzzyScore(u"", u"Acknowledge"), 0);
    EXPECT_GE(fuzzyScore(u"ackn", u"Acknowledge"), 0);
    EXPECT_GE(fuzzyScore(u"pg onc", u"Page the on-call"), 0);
    EXPECT_EQ(fuzzyScore(u"xyz", u"Acknowledge"), -1);
    EXPECT_EQ(fuzzyScore(u"ack zzz", u"Acknowledge"), -1);
    EXPECT_EQ(fuzzyScore(u"egdelwonkca", u"Acknowledge"), -1);
}

TEST(FuzzyMatch, StartsOfWordsAndRunsWin)
{
    EXPECT_GT(fuzzyScore(u"res", u"Resolve"), fuzzyScore(u"res", u"Prepare the suite"));
    EXPECT_GT(fuzzyScore(u"note", u"Add a note"), fuzzyScore(u"note", u"Open the template"));
    EXPECT_GT(fuzzyScore(u"poc", u"Page on-call"), fuzzyScore(u"poc", u"apropos cl"));
}

class PaletteTest : public ShellFixture
{
protected:
    void open(MainWindow& window)
    {
        rig.client.applySnapshot(sampleSnapshot(rig.clock.utcNow()));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        typed = window.palette().findChild<QLineEdit*>();
        list = window.palette().findChild<QListView*>();
        ASSERT_TRUE(window.palette().isVisible());
    }

    QString first() const { return list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); }

    QLineEdit* typed = nullptr;
    QListView* list = nullptr;
};

TEST_F(PaletteTest, FindsIncidentsRunbooksSignalsAndActions)
{
    auto window = makeWindow();
    open(*window);
    EXPECT_TRUE(typed->hasFocus());
    QTest::keyClicks(typed, QStringLiteral("workers dead"));
    EXPECT_TRUE(first().startsWith(QStringLiteral("Incident, SEV-1"))) << qPrintable(first());
    typed->clear();
    QTest::keyClicks(typed, QStringLiteral("runbook flowrex total"));
    EXPECT_TRUE(first().startsWith(QStringLiteral("Runbook, Total outage, Flowrex"))) << qPrintable(first());
    typed->clear();
    QTest::keyClicks(typed, QStringLiteral("signal workers"));
    EXPECT_TRUE(first().startsWith(QStringLiteral("Signal, workers"))) << qPrintable(first());
    typed->clear();
    QTest::keyClicks(typed, QStringLiteral("declare an inc"));
    EXPECT_TRUE(first().startsWith(QStringLiteral("Action, Declare an incident"))) << qPrintable(first());
    EXPECT_TRUE(first().endsWith(QStringLiteral("Ctrl D"))) << qPrintable(first());
}

TEST_F(PaletteTest, KeysAloneChooseAnIncident)
{
    auto window = makeWindow();
    open(*window);
    QTest::keyClicks(typed, QStringLiteral("5xx above"));
    QTest::keyClick(typed, Qt::Key_Return);
    EXPECT_EQ(window->selection().incident(), QStringLiteral("i2"));
    EXPECT_FALSE(window->palette().isVisible());
}

TEST_F(PaletteTest, ArrowsMoveAndEscapeReturnsTheFocus)
{
    auto window = makeWindow();
    window->docks().reveal(QStringLiteral("runbook"));
    QWidget* const before = QApplication::focusWidget();
    ASSERT_NE(before, nullptr);
    open(*window);
    QTest::keyClick(typed, Qt::Key_Down);
    QTest::keyClick(typed, Qt::Key_Down);
    QTest::keyClick(typed, Qt::Key_Up);
    EXPECT_EQ(list->currentIndex().row(), 1);
    QTest::keyClick(typed, Qt::Key_Escape);
    EXPECT_FALSE(window->palette().isVisible());
    EXPECT_EQ(QApplication::focusWidget(), before);
}

TEST_F(PaletteTest, NothingFitsIsSaidAndEnterDoesNothing)
{
    auto window = makeWindow();
    open(*window);
    QTest::keyClicks(typed, QStringLiteral("zzqqxx"));
    EXPECT_FALSE(list->isVisible());
    QStringList texts;
    for (const QLabel* label : window->palette().findChildren<QLabel*>())
        texts.append(label->isVisible() ? label->text() : QString());
    EXPECT_TRUE(texts.contains(QStringLiteral("Nothing fits")));
    QTest::keyClick(typed, Qt::Key_Return);
    EXPECT_TRUE(window->palette().isVisible());
}

TEST_F(PaletteTest, HoldsOnlyWhatCanBeDone)
{
    auto window = makeWindow();
    open(*window);
    window->selection().setIncident(QStringLiteral("i1"));
    QTest::keyClick(typed, Qt::Key_Escape);
    open(*window);
    QTest::keyClicks(typed, QStringLiteral("acknowledge"));
    for (int i = 0; i < list->model()->rowCount(); ++i)
        EXPECT_FALSE(list->model()
                         ->index(i, 0)
                         .data(Qt::AccessibleTextRole)
                         .toString()
                         .startsWith(QStringLiteral("Action, Acknowledge")));
}

}  // namespace cockpit::test
