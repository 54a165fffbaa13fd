// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/ChartHeader.h"

#include "ui/widgets/TabularText.h"

#include <QPainter>

#include <algorithm>

namespace cockpit::panels::charts {

namespace {

constexpr int margin = 10;
constexpr int between = 8;
constexpr qreal fontFactor = 0.92;

}  // namespace

ChartHeader::ChartHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ChartHeader::setPieces(QList<Piece> left, QList<Piece> right)
{
    m_left = std::move(left);
    m_right = std::move(right);
    update();
}

QStringList ChartHeader::shownTexts() const
{
    QList<Piece> left = m_left;
    QList<Piece> right = m_right;
    dropUntilFitting(&left, &right);
    QStringList texts;
    for (const Piece& piece : left + right)
        texts.append(piece.text);
    return texts;
}

QFont ChartHeader::fontOf(const Piece& piece) const
{
    QFont font = m_theme.textFont(fontFactor);
    font.setWeight(piece.strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

int ChartHeader::widthOf(const Piece& piece) const
{
    return tabularWidth(QFontMetrics(fontOf(piece)), piece.text);
}

QSize ChartHeader::sizeHint() const
{
    return {400, QFontMetrics(m_theme.textFont(fontFactor)).height() + 2};
}

QSize ChartHeader::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void ChartHeader::dropUntilFitting(QList<Piece>* left, QList<Piece>* right) const
{
    const auto total = [&] {
        int sum = 2 * margin;
        for (const Piece& piece : *left + *right)
            sum += widthOf(piece) + between;
        return sum;
    };
    while (left->size() + right->size() > 1 && total() > width()) {
        QList<Piece>* list = right->isEmpty() ? left : right;
        const auto lesser = [](const Piece& a, const Piece& b) { return a.importance < b.importance; };
        auto least = std::min_element(list->begin(), list->end(), lesser);
        if (list == right && !left->isEmpty()) {
            const auto leastLeft = std::min_element(left->begin(), left->end(), lesser);
            if (leastLeft->importance < least->importance) {
                list = left;
                least = leastLeft;
            }
        }
        list->erase(least);
    }
}

void ChartHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QList<Piece> left = m_left;
    QList<Piece> right = m_right;
    dropUntilFitting(&left, &right);
    const auto draw = [&](const Piece& piece, int x, int pieceWidth) {
        painter.setFont(fontOf(piece));
        painter.setPen(m_theme.color(piece.tone));
        drawTabular(painter, QRect(x, 0, pieceWidth, height()), Qt::AlignLeft, piece.text);
    };
    int x = margin;
    for (const Piece& piece : left) {
        const int pieceWidth = widthOf(piece);
        draw(piece, x, pieceWidth);
        x += pieceWidth + between;
    }
    x = width() - margin;
    for (auto piece = right.crbegin(); piece != right.crend(); ++piece) {
        const int pieceWidth = widthOf(*piece);
        x -= pieceWidth;
        draw(*piece, x, pieceWidth);
        x -= between;
    }
}

}  // namespace cockpit::panels::charts
