// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/TabularText.h"

#include <QFontMetrics>
#include <QPainter>

namespace cockpit {

namespace {

int digitWidth(const QFontMetrics& metrics)
{
    int widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = qMax(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

bool isDigit(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

/// Runs of other characters stay whole, so that shaping and kerning work on them.
template <typename Visit>
int forEachPiece(const QFontMetrics& metrics, const QString& text, Visit visit)
{
    const int digit = digitWidth(metrics);
    int x = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        if (isDigit(text.at(at))) {
            visit(x + (digit - metrics.horizontalAdvance(text.at(at))) / 2, text.mid(at, 1));
            x += digit;
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !isDigit(text.at(end)))
            ++end;
        const QString piece = text.mid(at, end - at);
        visit(x, piece);
        x += metrics.horizontalAdvance(piece);
        at = end;
    }
    return x;
}

}  // namespace

int tabularWidth(const QFontMetrics& metrics, const QString& text)
{
    return forEachPiece(metrics, text, [](int, const QString&) {});
}

void drawTabular(QPainter& painter, const QRect& where, Qt::Alignment alignment, const QString& text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int start =
        alignment.testFlag(Qt::AlignRight) ? where.right() + 1 - tabularWidth(metrics, text) : where.left();
    const int baseline = where.top() + (where.height() - metrics.height()) / 2 + metrics.ascent();
    forEachPiece(metrics, text, [&](int x, const QString& piece) { painter.drawText(start + x, baseline, piece); });
}

}  // namespace cockpit
