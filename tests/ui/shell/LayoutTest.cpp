// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/shell/ShellFixture.h"
#include "ui/shell/Docks.h"
#include "ui/shell/WindowSettings.h"

#include <QAction>
#include <QDockWidget>
#include <QInputDialog>
#include <QLineEdit>
#include <QSettings>

namespace cockpit::test {

namespace {

class LayoutTest : public ShellFixture
{
protected:
    static QDockWidget* dock(MainWindow& window, const char* id) { return window.docks().dock(QLatin1String(id)); }

    static QRect where(MainWindow& window, const char* id)
    {
        QDockWidget* found = dock(window, id);
        return {found->mapTo(&window, QPoint(0, 0)), found->size()};
    }

    static void expectDesigned(MainWindow& window)
    {
        const QRect board = where(window, "board");
        const QRect charts = where(window, "charts");
        const QRect runbook = where(window, "runbook");
        EXPECT_LT(board.right(), charts.left());
        EXPECT_LT(charts.right(), runbook.left());
        EXPECT_LT(board.bottom(), where(window, "matrix").top());
        EXPECT_LT(charts.bottom(), where(window, "timeline").top());
        EXPECT_GT(charts.width(), board.width());
        EXPECT_TRUE(window.tabifiedDockWidgets(dock(window, "postmortem")).contains(dock(window, "outbox")));
        const bool low = window.height() < 900;
        EXPECT_EQ(window.tabifiedDockWidgets(dock(window, "postmortem")).contains(dock(window, "runbook")), low)
            << "on a low screen the right column is one group of tabs";
        EXPECT_TRUE(low || runbook.bottom() < where(window, "postmortem").top());
    }
};

}  // namespace

TEST_F(LayoutTest, StartsAsDesigned)
{
    expectDesigned(*makeWindow({1920, 1080}));
    auto window = makeWindow();
    expectDesigned(*window);
    for (QDockWidget* each : window->findChildren<QDockWidget*>())
        EXPECT_FALSE(each->objectName().isEmpty());
}

TEST_F(LayoutTest, ComesBackAsItWasLeft)
{
    {
        auto window = makeWindow();
        window->addDockWidget(Qt::RightDockWidgetArea, dock(*window, "board"));
        dock(*window, "matrix")->close();
        QTest::qWait(20);
        window->close();
    }
    auto window = makeWindow();
    EXPECT_FALSE(dock(*window, "matrix")->isVisible());
    EXPECT_GT(where(*window, "board").left(), where(*window, "charts").right());
    window->actions().find(QStringLiteral("layout.reset"))->trigger();
    QTest::qWait(20);
    expectDesigned(*window);
    EXPECT_TRUE(dock(*window, "matrix")->isVisible());
}

TEST_F(LayoutTest, JunkInTheSettingsIsNoHarm)
{
    {
        QSettings settings(options.settingsFile, QSettings::IniFormat);
        settings.setValue(QStringLiteral("window/layout"), QByteArray("junk"));
        settings.setValue(QStringLiteral("window/geometry"), QByteArray("more junk"));
        settings.setValue(QStringLiteral("window/theme"), QStringLiteral("plaid"));
    }
    auto window = makeWindow();
    expectDesigned(*window);
    EXPECT_TRUE(theme.isDark());
}

TEST_F(LayoutTest, NamedLayoutsAreKeptAndUsed)
{
    auto window = makeWindow();
    dock(*window, "timeline")->close();
    window->actions().find(QStringLiteral("layout.save"))->trigger();
    auto* question = window->findChild<QInputDialog*>();
    ASSERT_NE(question, nullptr);
    question->setTextValue(QStringLiteral("Comms & calls/2"));
    QTest::keyClick(question, Qt::Key_Return);
    window->actions().find(QStringLiteral("layout.reset"))->trigger();
    QTest::qWait(20);
    EXPECT_TRUE(dock(*window, "timeline")->isVisible());
    EXPECT_EQ(WindowSettings(options.settingsFile).layoutNames(), QStringList{QStringLiteral("Comms & calls/2")});
    QAction* use = window->actions().find(QStringLiteral("layout.use.Comms & calls/2"));
    ASSERT_NE(use, nullptr);
    use->trigger();
    QTest::qWait(20);
    EXPECT_FALSE(dock(*window, "timeline")->isVisible());
}

TEST_F(LayoutTest, AltNumberShowsAndFocusesAClosedPanel)
{
    auto window = makeWindow();
    dock(*window, "runbook")->close();
    ASSERT_FALSE(dock(*window, "runbook")->isVisible());
    QTest::keyClick(window.get(), Qt::Key_5, Qt::AltModifier);
    EXPECT_TRUE(dock(*window, "runbook")->isVisible());
    ASSERT_NE(QApplication::focusWidget(), nullptr);
    EXPECT_TRUE(dock(*window, "runbook")->isAncestorOf(QApplication::focusWidget()));
}

TEST_F(LayoutTest, ThemeIsKept)
{
    {
        auto window = makeWindow();
        window->actions().find(QStringLiteral("view.theme.light"))->trigger();
        EXPECT_FALSE(theme.isDark());
        window->close();
    }
    theme.setMode(Theme::Mode::Dark);
    auto window = makeWindow();
    EXPECT_FALSE(theme.isDark());
    EXPECT_TRUE(window->actions().find(QStringLiteral("view.theme.light"))->isChecked());
}

}  // namespace cockpit::test
