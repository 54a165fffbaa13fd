// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/charts/ChartScale.h"
#include "ui/panels/charts/ChartTypes.h"

#include <QGraphicsItem>
#include <QImage>

namespace cockpit {
class Theme;
}

namespace cockpit::panels::charts {

/// Everything inside a chart's plot area and the names at its right: data, limits, gaps, incident marks, cross-hair.
/// The data is painted into an image when it changes; moving the cross-hair only shows it again.
class PlotItem : public QGraphicsItem
{
public:
    explicit PlotItem(const Theme& theme, QGraphicsItem* parent = nullptr);

    /// `plot` in the parent's coordinates; `gutter` is the width right of it for the names, `below` the height of the
    /// time axis under it (0: it has none).
    void setGeometry(const QRectF& plot, qreal gutter, qreal below);
    void setData(QList<ChartSeries> series, QList<ChartMark> marks);
    void setScale(const ValueScale& scale);
    /// Shown in the middle while there is nothing to paint.
    void setMessage(const QString& message);
    /// Negative: no cross-hair.
    void setCursor(qint64 atMs);
    void themeChanged();

    const QList<ChartSeries>& series() const { return m_series; }
    const QRectF& plot() const { return m_plot; }
    qint64 cursor() const { return m_cursorMs; }
    /// Instant under a horizontal place of the plot, and back.
    qint64 timeAt(qreal x) const;
    qreal xAt(qint64 atMs) const;
    /// Column of a series at an instant; null in a gap or outside.
    static const Column* columnAt(const ColumnSet& set, qint64 atMs);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void renderData(qreal ratio);
    void paintThresholds(QPainter* painter) const;
    void paintGaps(QPainter* painter) const;
    void paintMarks(QPainter* painter) const;
    void paintNames(QPainter* painter) const;
    void paintCursor(QPainter* painter) const;
    const ColumnSet* firstSet() const;

    const Theme& m_theme;
    QRectF m_plot;
    qreal m_gutter = 0;
    qreal m_below = 0;
    QList<ChartSeries> m_series;
    QList<ChartMark> m_marks;
    ValueScale m_scale;
    QString m_message;
    qint64 m_cursorMs = -1;
    QImage m_image;
    bool m_dirty = true;
};

/// Colour and marker shape of the n-th platform.
QColor seriesColour(const Theme& theme, int style);
void paintMarker(QPainter* painter, const QPointF& centre, int style, const QColor& colour);

}  // namespace cockpit::panels::charts
