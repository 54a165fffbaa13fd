// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/board/BoardDelegate.h"

#include "ui/panels/board/BoardModel.h"
#include "ui/widgets/CountdownBar.h"
#include "ui/widgets/TabularText.h"
#include "ui/widgets/TimeText.h"

#include <QPainter>

namespace cockpit::panels::board {

namespace {

constexpr int sideMargin = 10;
constexpr int verticalMargin = 8;
constexpr int columnGap = 10;
constexpr int shapeSide = 14;
constexpr int barRoom = 7;

void drawElided(QPainter& painter, const QRect& where, const QString& text)
{
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
}

}  // namespace

BoardDelegate::BoardDelegate(const Theme& theme, const Clock& clock, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_clock(clock)
{
    measure();
}

void BoardDelegate::measure()
{
    m_text = m_theme.textFont();
    m_bold = m_text;
    m_bold.setWeight(QFont::DemiBold);
    m_small = m_theme.textFont(0.88);
    const QFontMetrics bold(m_bold);
    const QFontMetrics small(m_small);
    m_textHeight = 2 * verticalMargin + bold.height() + small.height() + barRoom;
    m_severityWidth = shapeSide + 6 + bold.horizontalAdvance(QStringLiteral("SEV-0")) + 3;
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {200, m_textHeight + (m_expanded.isValid() && index == m_expanded ? actionsHeight : 0)};
}

void BoardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const BoardRow& row = static_cast<const BoardModel*>(index.model())->row(index.row());
    painter->save();
    paintSurface(*painter, option, row);
    QRect inner = option.rect.adjusted(sideMargin + 2, verticalMargin, -sideMargin, 0);
    inner.setHeight(m_textHeight - 2 * verticalMargin);
    const bool narrow = inner.width() < 240;
    const int severityWidth = narrow ? shapeSide + 2 : m_severityWidth;
    paintSeverity(*painter, QRect(inner.topLeft(), QSize(severityWidth, inner.height())), row);
    const QSize clock = paintClock(*painter, inner, row);

    // Each line has the room that the clock leaves on it.
    const QFontMetrics bold(m_bold);
    const QFontMetrics small(m_small);
    const int left = inner.left() + severityWidth + columnGap;
    const int room = inner.right() - left - columnGap;
    painter->setFont(m_bold);
    painter->setPen(m_theme.color(row.isOpen() ? Tone::Text : Tone::Muted));
    drawElided(*painter, QRect(left, inner.top(), room - clock.width(), bold.height()), row.title);
    painter->setFont(m_small);
    painter->setPen(m_theme.color(Tone::Muted));
    drawElided(*painter, QRect(left, inner.top() + bold.height() + 1, room - clock.height(), small.height()),
               row.subtitle);
    if (row.due.isValid() && row.isOpen())
        paintCountdownBar(*painter, QRectF(left, inner.top(), inner.right() - left, inner.height()),
                          Countdown::at(row.dueFrom, row.due, m_clock.utcNow()), m_theme);
    painter->restore();
}

void BoardDelegate::paintSurface(QPainter& painter, const QStyleOptionViewItem& option, const BoardRow& row) const
{
    const QRect& where = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.fillRect(where, m_theme.color(selected ? Tone::Selection : hovered ? Tone::Raised : Tone::Dock));
    painter.fillRect(QRect(where.left(), where.bottom(), where.width(), 1), m_theme.color(Tone::Line));
    if (row.isProposal()) {
        QPen dashes(m_theme.severityColor(row.rank), 3, Qt::CustomDashLine, Qt::FlatCap);
        dashes.setDashPattern({1.4, 1.2});
        painter.setPen(dashes);
        painter.drawLine(where.left() + 1, where.top(), where.left() + 1, where.bottom());
    } else if (selected) {
        painter.fillRect(QRect(where.left(), where.top(), 3, where.height()), m_theme.color(Tone::Focus));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(m_theme.color(Tone::Focus), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(where.adjusted(0, 0, -1, -1));
    }
}

void BoardDelegate::paintSeverity(QPainter& painter, const QRect& where, const BoardRow& row) const
{
    const QFontMetrics bold(m_bold);
    const QRect line(where.left(), where.top(), where.width(), bold.height());
    const QRectF shape(line.left(), line.top() + (line.height() - shapeSide) / 2.0, shapeSide, shapeSide);
    m_theme.paintSeverityShape(painter, shape, row.rank);
    painter.setFont(m_bold);
    painter.setPen(m_theme.severityColor(row.rank));
    if (where.width() > shapeSide + 8)
        drawElided(painter, line.adjusted(shapeSide + 6, 0, 0, 0), row.severity);
}

BoardDelegate::ClockText BoardDelegate::clockText(const BoardRow& row) const
{
    const QDateTime now = m_clock.utcNow();
    const bool running = row.due.isValid() && row.isOpen();
    const Countdown countdown = running ? Countdown::at(row.dueFrom, row.due, now) : Countdown();
    ClockText text{row.stateWord, {}, Tone::Muted, countdown.overdue};
    if (row.state == IncidentState::Acknowledged) {
        text.tone = countdown.overdue ? countdown.tone : Tone::Good;
        text.second = running ? QStringLiteral("%1 %2").arg(row.dueWhat, countdown.text) : QString();
    } else if (running) {
        text.first = countdown.text;
        text.tone = countdown.tone;
        text.second = row.isProposal() ? row.stateWord : row.dueWhat;
    } else if (row.isWaiting()) {
        text.tone = Tone::Severity2;
    }
    if (text.second.isEmpty() && row.isOpen())
        text.second = tr("%1 old").arg(shortAgeText(Milliseconds{row.since.msecsTo(now)}));
    return text;
}

QSize BoardDelegate::paintClock(QPainter& painter, const QRect& where, const BoardRow& row) const
{
    const ClockText text = clockText(row);
    const QFontMetrics bold(m_bold);
    const QFontMetrics small(m_small);
    const QString second = small.elidedText(text.second, Qt::ElideRight, where.width() / 2);
    painter.setFont(m_bold);
    painter.setPen(m_theme.color(text.tone));
    drawTabular(painter, QRect(where.left(), where.top(), where.width(), bold.height()), Qt::AlignRight, text.first);
    painter.setFont(m_small);
    painter.setPen(m_theme.color(text.overdue ? Tone::Severity1 : Tone::Muted));
    drawTabular(painter, QRect(where.left(), where.top() + bold.height() + 1, where.width(), small.height()),
                Qt::AlignRight, second);
    return {tabularWidth(bold, text.first), tabularWidth(small, second)};
}

}  // namespace cockpit::panels::board
