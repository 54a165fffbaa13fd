// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/Glyph.h"

#include <QPainter>
#include <QPainterPath>

namespace cockpit {

namespace {

void paintQuestion(QPainter& painter)
{
    QPainterPath path;
    path.moveTo(4.6, 4.6);
    path.cubicTo(4.6, 1.6, 9.6, 1.6, 9.6, 4.6);
    path.cubicTo(9.6, 6.6, 7.1, 6.4, 7.1, 8.6);
    painter.drawPath(path);
    painter.drawPoint(QPointF(7.1, 11.4));
}

void paintMark(QPainter& painter, bool upright)
{
    painter.drawLine(QPointF(7, upright ? 4.4 : 6.4), QPointF(7, upright ? 7.4 : 9.8));
    painter.drawPoint(QPointF(7, upright ? 10 : 4.1));
}

void paintWarning(QPainter& painter)
{
    painter.drawPolygon(QPolygonF({{7, 1.4}, {13.2, 12.4}, {0.8, 12.4}}));
    painter.drawLine(QPointF(7, 5.6), QPointF(7, 8.4));
    painter.drawPoint(QPointF(7, 10.6));
}

void paintShape(QPainter& painter, Glyph glyph)
{
    const QRectF ring(1.2, 1.2, 11.6, 11.6);
    switch (glyph) {
    case Glyph::Check: painter.drawPolyline(QPolygonF({{2.4, 7.4}, {5.6, 10.6}, {11.6, 3.6}})); break;
    case Glyph::Cross:
        painter.drawLine(QPointF(3, 3), QPointF(11, 11));
        painter.drawLine(QPointF(11, 3), QPointF(3, 11));
        break;
    case Glyph::Question: paintQuestion(painter); break;
    case Glyph::Stale:
        for (int i = 0; i < 6; ++i)
            painter.drawArc(ring, (i * 60 + 10) * 16, 32 * 16);
        break;
    case Glyph::Pending:
        painter.drawEllipse(ring);
        painter.drawPolyline(QPolygonF({{7, 4}, {7, 7}, {9.4, 8.6}}));
        break;
    case Glyph::Info:
        painter.drawEllipse(ring);
        paintMark(painter, false);
        break;
    case Glyph::Warning: paintWarning(painter); break;
    case Glyph::Search:
        painter.drawEllipse(QRectF(1.6, 1.6, 8, 8));
        painter.drawLine(QPointF(8.6, 8.6), QPointF(12.4, 12.4));
        break;
    case Glyph::Proposal:
        painter.setPen(QPen(painter.pen().color(), 1.4, Qt::DashLine));
        painter.drawEllipse(ring);
        painter.setPen(QPen(painter.pen().color(), 1.7, Qt::SolidLine, Qt::RoundCap));
        paintMark(painter, true);
        break;
    }
}

}  // namespace

void paintGlyph(QPainter& painter, const QRectF& where, Glyph glyph, const QColor& colour)
{
    const double side = qMin(where.width(), where.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(where.center().x() - side / 2, where.center().y() - side / 2);
    painter.scale(side / 14, side / 14);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    paintShape(painter, glyph);
    painter.restore();
}

}  // namespace cockpit
