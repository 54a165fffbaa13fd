// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/timeline/TimelineDelegate.h"

#include "core/base/SafeText.h"
#include "ui/panels/timeline/TimelineIcons.h"
#include "ui/panels/timeline/TimelineModel.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

namespace cockpit::panels::timeline {

namespace {

constexpr int margin = 8;
constexpr int rowPadding = 6;
constexpr int iconSide = 14;

}  // namespace

TimelineDelegate::TimelineDelegate(const Theme& theme, RankLookup rank, QObject* parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
    , m_rank(std::move(rank))
{
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* row = index.data(TimelineModel::RowRole).value<const TimelineRow*>();
    if (!row)
        return;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, m_theme.color(Tone::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(Tone::Hover));
    if (selected && option.state & QStyle::State_HasFocus)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), m_theme.color(Tone::Focus));

    const QDateTime at = QDateTime::fromMSecsSinceEpoch(row->atMs, Qt::UTC);
    const bool today = !m_now.isValid() || at.date() == m_now.date();
    QRect left = option.rect.adjusted(margin, 0, -margin, 0);
    painter->setFont(m_theme.monospaceFont());
    painter->setPen(m_theme.color(Tone::Muted));
    const QString time = at.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("MM-dd HH:mm:ss"));
    painter->drawText(left, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, time);
    left.setLeft(left.left() + painter->fontMetrics().horizontalAdvance(time) + margin);

    const int rank = m_rank ? m_rank(*row) : -1;
    paintEventIcon(*painter, QRectF(left.left(), left.center().y() - iconSide / 2.0 + 0.5, iconSide, iconSide),
                   row->icon, rank, m_theme);
    left.setLeft(left.left() + iconSide + margin);

    QFont font = m_theme.textFont();
    const bool loud = row->icon == QLatin1String("declared") || row->icon == QLatin1String("severity");
    font.setWeight(loud ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics metrics(font);
    const QString who = safeLine(row->actor, 60);
    const QFontMetrics small(m_theme.textFont(0.92));
    const int whoWidth = qMin(small.horizontalAdvance(who), left.width() / 3);
    const QString text = metrics.elidedText(row->text, Qt::ElideRight, left.width() - whoWidth - margin);
    painter->setFont(font);
    painter->setPen(loud && rank >= 0
                        ? m_theme.severityColor(rank)
                        : (iconColour(row->icon, m_theme) == m_theme.color(Tone::Muted) ? m_theme.color(Tone::Muted)
                                                                                        : m_theme.color(Tone::Text)));
    painter->drawText(left, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    left.setLeft(left.left() + metrics.horizontalAdvance(text) + margin);
    painter->setFont(m_theme.textFont(0.92));
    painter->setPen(m_theme.color(Tone::Dim));
    painter->drawText(left, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      small.elidedText(who, Qt::ElideRight, left.width()));
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), QFontMetrics(m_theme.textFont()).height() + rowPadding};
}

}  // namespace cockpit::panels::timeline
