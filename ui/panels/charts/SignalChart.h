// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/charts/ChartHeader.h"
#include "ui/panels/charts/ChartScale.h"
#include "ui/panels/charts/ChartTypes.h"

#include <QPoint>
#include <QWidget>

#include <memory>

class QMimeData;
QT_BEGIN_NAMESPACE
class QCategoryAxis;
class QChart;
class QChartView;
QT_END_NAMESPACE

namespace cockpit {
class Theme;
}

namespace cockpit::panels::charts {

class PlotItem;

/// One chart: a line of figures, axes by Qt Charts, the data by PlotItem. The cross-hair is moved with the pointer or,
/// when the chart has the focus, with Left and Right (Shift: ten times as far), Home, End; Escape takes it away.
/// Dragging it or Ctrl+C hands picture and data over as evidence.
class SignalChart : public QWidget
{
    Q_OBJECT

public:
    /// `mayFloat`: the value axis need not start at zero. `showsTime`: it carries the labels of the time axis.
    SignalChart(const QString& title, bool mayFloat, bool showsTime, const Theme& theme, QWidget* parent = nullptr);
    ~SignalChart() override;

    /// Columns that fill the plot at its present width.
    int columnCount() const;
    /// `lead` is the platform whose figures stand in the header. Without series, or before their first sample,
    /// `waiting` is shown instead.
    void setContent(QList<ChartSeries> series, QList<ChartMark> marks, const QString& lead, const QString& waiting);
    /// Negative: none.
    void setCursor(qint64 atMs);

    const QString& title() const { return m_title; }
    const QList<ChartSeries>& series() const;
    ChartHeader* header() const { return m_header; }
    /// Labels of the value axis and, where shown, of the time axis.
    QStringList axisTexts() const;
    /// Picture and data, as they are dragged and copied.
    std::unique_ptr<QMimeData> mimeData();

signals:
    void cursorMoved(qint64 atMs);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildChart();
    void applyTheme();
    void layOut();
    void applyScale();
    void showHeader(const QString& lead);
    void describe();
    void startDrag();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    qreal leftGutter() const;
    qreal rightGutter() const;

    const QString m_title;
    const bool m_mayFloat;
    const bool m_showsTime;
    const Theme& m_theme;
    ChartHeader* m_header;
    QChart* m_chart = nullptr;
    QChartView* m_view = nullptr;
    QCategoryAxis* m_timeAxis = nullptr;
    QCategoryAxis* m_valueAxis = nullptr;
    PlotItem* m_plot = nullptr;
    ValueScale m_scale;
    QString m_lead;
    QPoint m_pressedAt;
    bool m_pressed = false;
};

}  // namespace cockpit::panels::charts
