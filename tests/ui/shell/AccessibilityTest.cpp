// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/shell/ShellFixture.h"
#include "ui/shell/AboutDialog.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/incident/DeclareDialog.h"
#include "ui/widgets/MessageBar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>

namespace cockpit::test {

namespace {

bool isControl(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget);
}

/// Qt's own parts of a control (a combo box's list, a tab bar's arrows) are named by Qt.
bool isInnerPart(const QWidget* widget)
{
    for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QTabBar*>(parent) ||
            qobject_cast<const QMenuBar*>(parent))
            return true;
    }
    return false;
}

QStringList namelessControls(const QWidget& root)
{
    QStringList nameless;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        // What is hidden on its own account has nothing to say yet.
        if (!isControl(widget) || isInnerPart(widget) || widget->isHidden())
            continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            nameless.append(QStringLiteral("%1 %2 in %3")
                                .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                     QLatin1String(widget->parentWidget()->metaObject()->className())));
    }
    return nameless;
}

}  // namespace

class AccessibilityTest : public ShellFixture
{
};

TEST_F(AccessibilityTest, EveryControlHasAName)
{
    auto window = makeWindow();
    rig.client.applySnapshot(sampleSnapshot(rig.clock.utcNow()));
    QTest::qWait(20);
    EXPECT_EQ(namelessControls(*window).join(QLatin1Char('\n')).toStdString(), "");
    const DeclareDialog declare(rig.client.snapshot().platforms, {}, window.get());
    EXPECT_EQ(namelessControls(declare).join(QLatin1Char('\n')).toStdString(), "");
    const AboutDialog about(QStringLiteral("1"), window.get());
    EXPECT_EQ(namelessControls(about).join(QLatin1Char('\n')).toStdString(), "");
}

TEST_F(AccessibilityTest, EveryLabelIsPlainText)
{
    auto window = makeWindow();
    rig.client.applySnapshot(sampleSnapshot(rig.clock.utcNow()));
    for (const QLabel* label : window->findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << qPrintable(label->text());
}

TEST_F(AccessibilityTest, TabReachesStripAndBoardAndEveryPanelShown)
{
    auto window = makeWindow();
    rig.client.applySnapshot(sampleSnapshot(rig.clock.utcNow()));
    QTest::qWait(20);
    QSet<QString> reached;
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(window.get(), Qt::Key_Tab);
        if (const QWidget* widget = QApplication::focusWidget())
            reached.insert(widget->accessibleName());
    }
    for (const char* name : {"Search", "Just Trades · workers: alert", "Next (F1): Tell the team lead: 4 min left",
                             "Incidents", "Declare", "Dismiss\u2026", "matrix", "charts", "timeline", "runbook"})
        EXPECT_TRUE(reached.contains(QString::fromUtf8(name))) << name;
}

TEST_F(AccessibilityTest, EveryActionHasTextAndKeysAreUnique)
{
    auto window = makeWindow();
    QMap<QString, QString> keys;
    for (const QAction* action : window->actions().all()) {
        EXPECT_FALSE(action->text().isEmpty()) << qPrintable(action->objectName());
        for (const QKeySequence& sequence : action->shortcuts()) {
            const QString key = sequence.toString();
            EXPECT_FALSE(keys.contains(key)) << qPrintable(key) << " is on " << qPrintable(keys.value(key)) << " and "
                                             << qPrintable(action->objectName());
            keys.insert(key, action->objectName());
        }
    }
    EXPECT_GT(keys.size(), 12);
}

TEST_F(AccessibilityTest, TheStatusLineSaysHowFarToTrustThisWorkstation)
{
    auto window = makeWindow();
    Snapshot snapshot = sampleSnapshot(rig.clock.utcNow());
    ConnectionState up;
    up.bound = true;
    up.tested = true;
    up.check.ok = true;
    ConnectionState refused = up;
    refused.check.ok = false;
    snapshot.connections = {up, up, refused, ConnectionState()};
    snapshot.keychain = CredentialState::Locked;
    rig.client.applySnapshot(snapshot);
    const QString text = window->findChild<StatusLine*>()->text();
    EXPECT_EQ(text, QStringLiteral("Connections: 2 up, 1 failing, 1 not set up\nOutbox: empty\nKeyring: locked\n"
                                   "Workstation ops-3 · profile production\nlog verified 02:59:53"));
    snapshot.chain.intact = false;
    snapshot.chain.firstBad = 17;
    rig.client.applySnapshot(snapshot);
    EXPECT_TRUE(window->findChild<StatusLine*>()->text().contains(QStringLiteral("LOG BROKEN at event 17")));
    EXPECT_EQ(window->windowTitle(), QStringLiteral("2 unacknowledged · Incident Cockpit"));
}

TEST_F(AccessibilityTest, AStorageProblemStaysUntilItIsGone)
{
    auto window = makeWindow();
    Snapshot snapshot = sampleSnapshot(rig.clock.utcNow());
    snapshot.storageProblem = QStringLiteral("the disk is full");
    rig.client.applySnapshot(snapshot);
    const auto visible = [&window] {
        QString text;
        for (const MessageBar* bar : window->findChildren<MessageBar*>())
            text += bar->isVisible() ? bar->text() : QString();
        return text;
    };
    EXPECT_TRUE(visible().contains(QStringLiteral("the disk is full")));
    snapshot.storageProblem.clear();
    rig.client.applySnapshot(snapshot);
    EXPECT_TRUE(visible().isEmpty());
}

}  // namespace cockpit::test
