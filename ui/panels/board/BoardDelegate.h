// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "ui/panels/board/BoardRow.h"
#include "ui/widgets/Theme.h"

#include <QStyledItemDelegate>

namespace cockpit::panels::board {

/// Paints a row by itself: shape and label, title over subtitle over the clock's bar, the clock at the right. The
/// current row leaves room for its buttons below.
class BoardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int actionsHeight = 36;  ///< px below the text of the current row

    BoardDelegate(const Theme& theme, const Clock& clock, QObject* parent = nullptr);

    /// The row that has the buttons; an invalid index: none.
    void setExpanded(const QModelIndex& index) { m_expanded = index; }
    int textHeight() const { return m_textHeight; }
    /// Reads the fonts again after a change of theme or scale.
    void measure();

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintSurface(QPainter& painter, const QStyleOptionViewItem& option, const BoardRow& row) const;
    void paintSeverity(QPainter& painter, const QRect& where, const BoardRow& row) const;
    struct ClockText {
        QString first;
        QString second;
        Tone tone = Tone::Muted;
        bool overdue = false;
    };
    ClockText clockText(const BoardRow& row) const;
    /// Returns the widths of the first and the second line, in px.
    QSize paintClock(QPainter& painter, const QRect& where, const BoardRow& row) const;

    const Theme& m_theme;
    const Clock& m_clock;
    QPersistentModelIndex m_expanded;
    QFont m_text;
    QFont m_bold;
    QFont m_small;
    int m_textHeight = 0;
    int m_severityWidth = 0;
};

}  // namespace cockpit::panels::board
