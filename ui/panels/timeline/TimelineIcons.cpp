// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/timeline/TimelineIcons.h"

#include "ui/widgets/Glyph.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QPainterPath>

namespace cockpit::panels::timeline {

namespace {

// Shapes are drawn in a box of 14 by 14.
constexpr double side = 14;

bool is(const QString& icon, const char* name)
{
    return icon == QLatin1String(name);
}

void paintPaper(QPainter& painter, bool lined)
{
    painter.drawPolygon(QPolygonF({{3, 1.5}, {9, 1.5}, {11.5, 4}, {11.5, 12.5}, {3, 12.5}}));
    if (lined) {
        painter.drawLine(QPointF(5, 6), QPointF(9.5, 6));
        painter.drawLine(QPointF(5, 9), QPointF(9.5, 9));
    }
}

void paintEnvelope(QPainter& painter)
{
    painter.drawRect(QRectF(1.5, 3, 11, 8.5));
    painter.drawPolyline(QPolygonF({{1.5, 3.5}, {7, 8}, {12.5, 3.5}}));
}

void paintStep(QPainter& painter, const QColor& colour, bool failed)
{
    painter.drawRect(QRectF(1.8, 1.8, 10.4, 10.4));
    if (failed) {
        painter.drawLine(QPointF(4.5, 4.5), QPointF(9.5, 9.5));
        painter.drawLine(QPointF(9.5, 4.5), QPointF(4.5, 9.5));
    } else {
        painter.fillRect(QRectF(4.6, 4.6, 4.8, 4.8), colour);
    }
}

void paintOther(QPainter& painter, const QString& icon, const QColor& colour)
{
    if (is(icon, "message") || is(icon, "message_delivered") || is(icon, "message_failed")) {
        paintEnvelope(painter);
        if (is(icon, "message_failed"))
            painter.drawLine(QPointF(1, 13), QPointF(13, 1.5));
    } else if (is(icon, "step") || is(icon, "step_failed")) {
        paintStep(painter, colour, is(icon, "step_failed"));
    } else if (is(icon, "run")) {
        painter.drawPolygon(QPolygonF({{3.5, 2}, {11.5, 7}, {3.5, 12}}));
    } else if (is(icon, "role")) {
        painter.drawEllipse(QPointF(7, 4.4), 2.6, 2.6);
        painter.drawArc(QRectF(2.2, 8, 9.6, 9), 0, 180 * 16);
    } else if (is(icon, "checklist")) {
        for (const double y : {3.0, 7.0, 11.0})
            painter.drawLine(QPointF(2, y), QPointF(12, y));
    } else if (is(icon, "note") || is(icon, "postmortem")) {
        paintPaper(painter, true);
    } else if (is(icon, "evidence")) {
        paintPaper(painter, false);
        painter.drawPolyline(QPolygonF({{9, 1.5}, {9, 4}, {11.5, 4}}));
    } else if (is(icon, "verdict")) {
        painter.drawEllipse(QPointF(7, 7), 5, 5);
        painter.drawEllipse(QPointF(7, 7), 1.6, 1.6);
    } else {
        painter.drawEllipse(QPointF(7, 7), 5, 5);
        painter.drawPolyline(QPolygonF({{7, 4}, {7, 7}, {9.4, 8.2}}));
    }
}

}  // namespace

QColor iconColour(const QString& icon, const Theme& theme)
{
    if (is(icon, "step_failed") || is(icon, "message_failed"))
        return theme.color(Tone::Severity1);
    if (is(icon, "acknowledged") || is(icon, "resolved") || is(icon, "alert_cleared"))
        return theme.color(Tone::Good);
    if (is(icon, "unknown"))
        return theme.color(Tone::Unknown);
    if (is(icon, "session") || is(icon, "postmortem") || is(icon, "message"))
        return theme.color(Tone::Muted);
    return theme.color(Tone::Text);
}

void paintEventIcon(QPainter& painter, const QRectF& where, const QString& icon, int rank, const Theme& theme)
{
    const double extent = qMin(where.width(), where.height());
    const QRectF box(where.center().x() - extent / 2, where.center().y() - extent / 2, extent, extent);
    const QColor colour = iconColour(icon, theme);
    if (is(icon, "declared") || is(icon, "alert") || is(icon, "severity")) {
        theme.paintSeverityShape(painter, box, rank);
        return;
    }
    if (is(icon, "proposed")) {
        paintGlyph(painter, box, Glyph::Proposal, theme.severityColor(rank));
        return;
    }
    if (is(icon, "acknowledged") || is(icon, "resolved") || is(icon, "alert_cleared")) {
        paintGlyph(painter, box, Glyph::Check, colour);
        return;
    }
    if (is(icon, "unknown")) {
        paintGlyph(painter, box, Glyph::Question, colour);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(extent / side, extent / side);
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    paintOther(painter, icon, colour);
    painter.restore();
}

}  // namespace cockpit::panels::timeline
