// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/Docks.h"

#include "ui/shell/DockTitle.h"
#include "ui/widgets/ActionCatalogue.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QTabWidget>

#include <algorithm>

namespace cockpit {

namespace {

/// Raised when the arrangement changes in a way that older saved layouts do not fit.
constexpr int layoutVersion = 1;
constexpr int columns = 3;
constexpr double columnShares[columns] = {0.275, 0.455, 0.27};
/// What each column's upper panel gets of the height; the right one's lower panels are for reading and writing.
constexpr double upperShares[columns] = {0.58, 0.58, 0.44};
/// Below this height the right column is one group of tabs: two panels above each other would both be too low to use.
constexpr int lowWindow = 900;
constexpr int rightColumn = 2;

int columnOf(Qt::DockWidgetArea area)
{
    switch (area) {
    case Qt::LeftDockWidgetArea: return 0;
    case Qt::RightDockWidgetArea: return 2;
    default: return 1;
    }
}

/// Each panel's own key where it is free, else the next free Alt+digit: two panels on one key would leave both without.
QList<QKeySequence> keysFor(const QList<PanelDescriptor>& descriptors)
{
    QList<QKeySequence> keys;
    for (const PanelDescriptor& descriptor : descriptors)
        keys.append(keys.contains(descriptor.shortcut) ? QKeySequence() : descriptor.shortcut);
    for (QKeySequence& key : keys) {
        for (int digit = 1; key.isEmpty() && digit <= 9; ++digit) {
            const QKeySequence candidate(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + digit));
            if (!keys.contains(candidate))
                key = candidate;
        }
    }
    return keys;
}

}  // namespace

Docks::Docks(QMainWindow& window, const PanelContext& context, const QList<PanelDescriptor>& descriptors)
    : QObject(&window)
    , m_window(window)
    , m_descriptors(descriptors)
{
    m_window.setDockNestingEnabled(true);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    const QList<QKeySequence> keys = keysFor(m_descriptors);
    for (qsizetype i = 0; i < m_descriptors.size(); ++i)
        make(context, m_descriptors.at(i), keys.at(i));
}

void Docks::make(const PanelContext& context, const PanelDescriptor& descriptor, const QKeySequence& keys)
{
    auto* dock = new QDockWidget(descriptor.title, &m_window);
    dock->setObjectName(descriptor.id);
    dock->setAccessibleName(descriptor.title);
    Panel* panel = descriptor.create(context, dock);
    // A panel may be made narrower than it would like, so that all of them fit on a small screen.
    panel->setMinimumSize(descriptor.least);
    panel->setAccessibleName(descriptor.title);
    panel->setAutoFillBackground(true);
    dock->setWidget(panel);
    dock->setTitleBarWidget(new DockTitle(dock, panel, descriptor.title, context.theme));
    m_docks.insert(descriptor.id, dock);

    auto* action = new QAction(descriptor.title, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [this, id = descriptor.id] { reveal(id); });
    context.actions.add(QStringLiteral("view.panel.") + descriptor.id, action, QStringLiteral("view"));
}

void Docks::reveal(const QString& panel)
{
    QDockWidget* dock = m_docks.value(panel);
    if (!dock)
        return;
    dock->show();
    dock->raise();
    if (dock->isFloating())
        dock->activateWindow();
    QWidget* content = dock->widget();
    if (content->focusProxy() || content->focusPolicy() != Qt::NoFocus) {
        content->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    for (QWidget* next = content->nextInFocusChain(); next != content; next = next->nextInFocusChain()) {
        const bool takesTab = (next->focusPolicy() & Qt::TabFocus) != 0;
        if (takesTab && content->isAncestorOf(next) && next->isVisibleTo(content) && next->isEnabled()) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

QList<PanelDescriptor> Docks::ofColumn(int column) const
{
    QList<PanelDescriptor> found;
    for (const PanelDescriptor& descriptor : m_descriptors) {
        if (columnOf(descriptor.area) == column)
            found.append(descriptor);
    }
    std::stable_sort(found.begin(), found.end(), [](const PanelDescriptor& left, const PanelDescriptor& right) {
        const auto key = [](const PanelDescriptor& descriptor) {
            return std::pair(descriptor.area == Qt::BottomDockWidgetArea ? 1 : 0, descriptor.order);
        };
        return key(left) < key(right);
    });
    return found;
}

Docks::Column Docks::arrange(int column, bool asTabs)
{
    Column arranged;
    QMap<QString, QDockWidget*> groups;
    for (const PanelDescriptor& descriptor : ofColumn(column)) {
        QDockWidget* dock = m_docks.value(descriptor.id);
        if (asTabs && !arranged.stacked.isEmpty()) {
            m_window.tabifyDockWidget(arranged.stacked.first(), dock);
            continue;
        }
        QDockWidget* front = descriptor.tabGroup.isEmpty() ? nullptr : groups.value(descriptor.tabGroup);
        if (front) {
            m_window.tabifyDockWidget(front, dock);
            continue;
        }
        if (!descriptor.tabGroup.isEmpty())
            groups.insert(descriptor.tabGroup, dock);
        if (!arranged.stacked.isEmpty())
            m_window.splitDockWidget(arranged.stacked.last(), dock, Qt::Vertical);
        arranged.stacked.append(dock);
    }
    return arranged;
}

void Docks::reset(const QSize& size)
{
    for (QDockWidget* dock : std::as_const(m_docks)) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    // The columns first, side by side; then each is split downwards.
    QDockWidget* beside = nullptr;
    QList<QDockWidget*> tops;
    QList<int> widths;
    for (int column = 0; column < columns; ++column) {
        const QList<PanelDescriptor> panels = ofColumn(column);
        if (panels.isEmpty())
            continue;
        QDockWidget* top = m_docks.value(panels.first().id);
        if (beside)
            m_window.splitDockWidget(beside, top, Qt::Horizontal);
        else
            m_window.addDockWidget(Qt::LeftDockWidgetArea, top);
        beside = top;
        tops.append(top);
        widths.append(static_cast<int>(size.width() * columnShares[column]));
    }
    QList<Column> arrangedColumns;
    for (int column = 0; column < columns; ++column)
        arrangedColumns.append(arrange(column, column == rightColumn && size.height() < lowWindow));
    for (QDockWidget* dock : std::as_const(m_docks))
        dock->show();
    for (int column = 0; column < columns; ++column) {
        const Column& arranged = arrangedColumns.at(column);
        const double upperShare = upperShares[column];
        QList<int> heights;
        const auto count = static_cast<double>(arranged.stacked.size());
        for (qsizetype i = 0; i < arranged.stacked.size(); ++i)
            heights.append(
                static_cast<int>(size.height() * (i == 0 ? upperShare : (1 - upperShare) / qMax(1.0, count - 1))));
        for (QDockWidget* dock : arranged.stacked)
            dock->raise();
        m_window.resizeDocks(arranged.stacked, heights, Qt::Vertical);
    }
    m_window.resizeDocks(tops, widths, Qt::Horizontal);
}

QByteArray Docks::save() const
{
    return m_window.saveState(layoutVersion);
}

bool Docks::restore(const QByteArray& state)
{
    return !state.isEmpty() && m_window.restoreState(state, layoutVersion);
}

}  // namespace cockpit
