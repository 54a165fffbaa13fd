// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/palette/PaletteDelegate.h"

#include "ui/shell/palette/PaletteModel.h"
#include "ui/widgets/KeyHint.h"

#include <QPainter>

namespace cockpit {

namespace {

constexpr int margin = 12;
constexpr int kindWidth = 72;

int drawPart(QPainter& painter, const QRect& where, const QString& text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, where.width()));
    return qMin(metrics.horizontalAdvance(text), where.width());
}

}  // namespace

PaletteDelegate::PaletteDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const PaletteEntry& entry = static_cast<const PaletteModel*>(index.model())->entry(index.row());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Tone::Selection));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(4, 1, -4, -1), 4, 4);
    }
    QRect where = option.rect.adjusted(margin, 0, -margin, 0);
    if (!entry.keys.isEmpty()) {
        const QFontMetrics keys(m_theme.textFont(0.84));
        const int width = qMax(18, keys.horizontalAdvance(entry.keys) + 10);
        const int height = keys.height() + 4;
        paintKeyCap(*painter, QRectF(where.right() - width, where.center().y() - height / 2.0, width, height),
                    entry.keys, m_theme);
        where.setRight(where.right() - width - 8);
    }
    painter->setFont(m_theme.textFont(0.85));
    painter->setPen(m_theme.color(Tone::Dim));
    drawPart(*painter, QRect(where.left(), where.top(), kindWidth - 8, where.height()), entry.kind);
    where.setLeft(where.left() + kindWidth);
    painter->setFont(m_theme.textFont());
    painter->setPen(m_theme.color(Tone::Text));
    where.setLeft(where.left() + drawPart(*painter, where, entry.title) + 10);
    painter->setFont(m_theme.textFont(0.88));
    painter->setPen(m_theme.color(Tone::Muted));
    if (where.width() > 40)
        drawPart(*painter, where, entry.detail);
    painter->restore();
}

}  // namespace cockpit
