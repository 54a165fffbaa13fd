// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/palette/CommandPalette.h"

#include "ui/shell/palette/PaletteDelegate.h"
#include "ui/widgets/EmptyState.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cockpit {

namespace {

constexpr int widest = 680;
constexpr int rowsShown = 12;
constexpr int fromTop = 64;

}  // namespace

CommandPalette::CommandPalette(Theme& theme, QWidget* window)
    : QFrame(window)
    , m_model(new PaletteModel(this))
    , m_typed(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new EmptyState(theme, Glyph::Search, this))
    , m_stack(new QStackedWidget(this))
{
    setProperty("surface", QStringLiteral("raised"));
    setAccessibleName(tr("Search"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_typed);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_nothing);
    m_typed->setPlaceholderText(tr("Search actions, incidents, runbooks, signals \u2026"));
    m_typed->setAccessibleName(tr("Search actions, incidents, runbooks, signals"));
    m_typed->setMaxLength(120);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Search results"));
    m_list->setProperty("surface", QStringLiteral("raised"));
    m_nothing->setText(tr("Nothing fits"), tr("Try fewer letters, or a word of the title."));
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    m_typed->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open(QList<PaletteEntry> entries)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_model->setEntries(std::move(entries));
    m_typed->clear();
    narrow({});
    place();
    show();
    raise();
    m_typed->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::place()
{
    const QWidget* window = parentWidget();
    const int width = qMin(widest, window->width() - 32);
    const int height = qMin(rowsShown * PaletteDelegate::rowHeight + 60, window->height() - fromTop - 32);
    setGeometry((window->width() - width) / 2, fromTop, width, height);
}

void CommandPalette::narrow(const QString& typed)
{
    m_model->setTyped(typed.trimmed());
    const bool some = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(some ? static_cast<QWidget*>(m_list) : m_nothing);
    if (some)
        m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = qBound(0, m_list->currentIndex().row() + rows, count - 1);
    m_list->setCurrentIndex(m_model->index(row));
}

void CommandPalette::run(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const auto work = m_model->entry(index.row()).run;
    leave();
    work();
}

void CommandPalette::leave()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_typed)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            hide();
    }
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape: leave(); return true;
        case Qt::Key_Down: move(1); return true;
        case Qt::Key_Up: move(-1); return true;
        case Qt::Key_PageDown: move(rowsShown); return true;
        case Qt::Key_PageUp: move(-rowsShown); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: run(m_list->currentIndex()); return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace cockpit
