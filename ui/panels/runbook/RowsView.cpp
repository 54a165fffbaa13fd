// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/RowsView.h"

#include "ui/panels/runbook/ResultTableModel.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

constexpr int mostVisibleRows = 8;
constexpr int widestColumn = 260;
constexpr int lineHeight = 22;
constexpr int measuredRows = 50;
constexpr int cellPadding = 5;

/// Room at both sides of a cell: a number at the right of its column would touch the text in the next.
class RoomyDelegate final : public QStyledItemDelegate
{
public:
    RoomyDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, m_theme.color(Tone::Selection));
        QStyleOptionViewItem inner = option;
        inner.rect.adjust(cellPadding, 0, -cellPadding, 0);
        QStyledItemDelegate::paint(painter, inner, index);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * cellPadding, 0);
    }

private:
    const Theme& m_theme;
};

}  // namespace

RowsView::RowsView(Theme& theme, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_model(new ResultTableModel(theme, this))
{
    setModel(m_model);
    setAccessibleName(name);
    setFont(theme.textFont(0.92));
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setAlternatingRowColors(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setResizeContentsPrecision(measuredRows);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    setItemDelegate(new RoomyDelegate(theme, this));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    // In the server's order until a person asks for another.
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void RowsView::settle()
{
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, std::min(columnWidth(column), widestColumn));
    scrollToTop();
    updateGeometry();
}

void RowsView::copySelection()
{
    const QModelIndexList cells = selectionModel()->selectedIndexes();
    if (!cells.isEmpty())
        QApplication::clipboard()->setText(m_model->toTsv(cells));
}

QSize RowsView::sizeHint() const
{
    const int lines = std::clamp(m_model->rowCount(), 1, mostVisibleRows);
    const int header = horizontalHeader()->sizeHint().height();
    const bool wide = horizontalHeader()->length() > viewport()->width();
    const int bar = wide ? horizontalScrollBar()->sizeHint().height() : 0;
    return {200, header + lines * lineHeight + bar + 2 * frameWidth()};
}

QSize RowsView::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

void RowsView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void RowsView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    // The keys of the steps belong to the panel.
    if (event->key() == Qt::Key_Escape) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

}  // namespace cockpit::panels::runbook
