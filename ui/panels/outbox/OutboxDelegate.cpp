// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/outbox/OutboxDelegate.h"

#include "ui/panels/outbox/OutboxModel.h"

#include <QPainter>

namespace cockpit::panels::outbox {

namespace {

constexpr int margin = 10;
constexpr int padding = 7;
constexpr int glyphSide = 14;
constexpr double smallText = 0.92;

int wordWidth(const QFontMetrics& metrics)
{
    int widest = 0;
    for (const auto phase :
         {NotificationState::Phase::Pending, NotificationState::Phase::InFlight, NotificationState::Phase::Delivered,
          NotificationState::Phase::Waiting, NotificationState::Phase::Failed, NotificationState::Phase::Uncertain,
          NotificationState::Phase::Cancelled})
        widest = qMax(widest, metrics.horizontalAdvance(phaseLook(phase).word));
    return widest;
}

}  // namespace

OutboxDelegate::OutboxDelegate(const Theme& theme, QObject* parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void OutboxDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* message = index.data(OutboxModel::StateRole).value<const NotificationState*>();
    const auto* model = qobject_cast<const OutboxModel*>(index.model());
    if (!message || !model)
        return;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, m_theme.color(Tone::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(Tone::Hover));
    if (selected && option.state & QStyle::State_HasFocus)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), m_theme.color(Tone::Focus));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_theme.color(Tone::Line));

    const PhaseLook look = phaseLook(message->phase);
    QFont strong = m_theme.textFont();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics small(m_theme.textFont(smallText));
    QRect line = option.rect.adjusted(margin, padding, -margin, 0);
    line.setHeight(strongMetrics.height());
    paintGlyph(*painter, QRectF(line.left(), line.center().y() - glyphSide / 2.0 + 0.5, glyphSide, glyphSide),
               look.glyph, m_theme.color(look.tone));
    const int wordLeft = line.left() + glyphSide + 6;
    const int textLeft = wordLeft + wordWidth(strongMetrics) + 12;
    painter->setFont(strong);
    painter->setPen(m_theme.color(look.tone));
    painter->drawText(QRect(wordLeft, line.top(), textLeft - wordLeft, line.height()),
                      Qt::AlignLeft | Qt::TextSingleLine, look.word);
    const int width = line.right() - textLeft;
    painter->setPen(m_theme.color(message->phase == NotificationState::Phase::Cancelled ? Tone::Muted : Tone::Text));
    painter->drawText(QRect(textLeft, line.top(), width, line.height()), Qt::AlignLeft | Qt::TextSingleLine,
                      strongMetrics.elidedText(messageTitle(*message), Qt::ElideRight, width));
    painter->setFont(m_theme.textFont(smallText));
    painter->setPen(m_theme.color(Tone::Muted));
    painter->drawText(QRect(textLeft, line.bottom() + 3, width, small.height()), Qt::AlignLeft | Qt::TextSingleLine,
                      small.elidedText(messageFacts(*message, model->now()), Qt::ElideRight, width));
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int height = QFontMetrics(m_theme.textFont()).height() + QFontMetrics(m_theme.textFont(smallText)).height() +
                       3 + 2 * padding;
    return {option.rect.width(), height};
}

}  // namespace cockpit::panels::outbox
