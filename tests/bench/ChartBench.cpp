// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// One frame of a live chart of 20 series over a day at one sample a second: new data, axes moved on, repainted. Against
// Qt Charts' own way, QLineSeries::replace(), with the cheaper pen of width 1.
#include "core/metrics/SeriesHistory.h"
#include "tests/bench/Benches.h"
#include "ui/panels/charts/PlotItem.h"
#include "ui/widgets/Theme.h"

#include <QChart>
#include <QChartView>
#include <QLineSeries>
#include <QValueAxis>

#include <cmath>
#include <memory>

namespace cockpit::bench {

namespace {

using panels::charts::ChartSeries;
using panels::charts::PlotItem;

constexpr int seriesCount = 20;
constexpr qint64 second = 1'000;
constexpr qint64 day = 86'400;
constexpr qint64 week = 7 * day;
constexpr QSize viewSize(800, 400);

double sample(int series, qint64 i)
{
    const double x = static_cast<double>(i);
    return 50 + 30 * std::sin(x / (900.0 + 50 * series)) + 12 * std::sin(x / 7.0 + series) +
           (i % 9'973 == series ? 60 : 0);
}

/// A chart with two axes and, as in the program, a series that only carries them.
struct Frame {
    Frame()
        : view(new QChart)
    {
        QChart* chart = view.chart();
        chart->legend()->hide();
        auto* carrier = new QLineSeries;
        chart->addSeries(carrier);
        chart->addAxis(time, Qt::AlignBottom);
        chart->addAxis(value, Qt::AlignLeft);
        carrier->attachAxis(time);
        carrier->attachAxis(value);
        carrier->append(0, 0);
        carrier->append(1, 0);
        value->setRange(0, 160);
        view.resize(viewSize);
        view.show();
        view.repaint();
    }
    QChartView view;
    QValueAxis* time = new QValueAxis;
    QValueAxis* value = new QValueAxis;
};

double lineSeriesFrame()
{
    Frame frame;
    std::vector<QList<QPointF>> points(seriesCount);
    std::vector<QLineSeries*> series;
    for (int s = 0; s < seriesCount; ++s) {
        for (qint64 i = 0; i < day; ++i)
            points[static_cast<std::size_t>(s)].append(QPointF(static_cast<double>(i * second), sample(s, i)));
        auto* line = new QLineSeries;
        QPen pen = line->pen();
        pen.setWidth(1);
        line->setPen(pen);
        frame.view.chart()->addSeries(line);
        line->attachAxis(frame.time);
        line->attachAxis(frame.value);
        series.push_back(line);
    }
    frame.time->setRange(0, static_cast<double>(day * second));
    return medianMs(3, [&] {
        for (int s = 0; s < seriesCount; ++s)
            series[static_cast<std::size_t>(s)]->replace(points[static_cast<std::size_t>(s)]);
        frame.view.repaint();
    });
}

double ownFrame(const std::vector<SeriesHistory>& histories, qint64 lengthMs, const Theme& theme)
{
    Frame frame;
    auto* item = new PlotItem(theme, frame.view.chart());
    const QRectF plot = frame.view.chart()->plotArea().toRect();
    item->setGeometry(plot, 60, 0);
    item->setScale({0, 160, {}});
    const int columns = static_cast<int>(plot.width());
    const qint64 newest = week * second;
    qint64 turn = 0;
    return medianMs(25, [&] {
        ++turn;
        const qint64 to = newest - turn * lengthMs / columns;
        QList<ChartSeries> series;
        for (int s = 0; s < seriesCount; ++s) {
            ChartSeries each;
            each.style = s;
            each.data = histories[static_cast<std::size_t>(s)].columns(to - lengthMs, to, columns);
            series.append(each);
        }
        item->setData(series, {});
        frame.time->setRange(static_cast<double>(to - lengthMs), static_cast<double>(to));
        frame.view.repaint();
    });
}

}  // namespace

QList<Outcome> chartBench()
{
    const Theme theme;
    std::vector<SeriesHistory> histories;
    for (int s = 0; s < seriesCount; ++s) {
        SeriesHistory history(second);
        for (qint64 i = 0; i <= week; ++i)
            history.append(i * second, sample(s, i));
        histories.push_back(std::move(history));
    }
    const double plain = lineSeriesFrame();
    const double ours = ownFrame(histories, day * second, theme);
    const double weekFrame = ownFrame(histories, week * second, theme);
    return {{QStringLiteral("chart frame, 20 series x 86,400 samples"),
             QStringLiteral("QLineSeries::replace()"),
             ours,
             plain,
             300,
             false,
             {}},
            {QStringLiteral("chart frame, 20 series x 604,800 samples"),
             QStringLiteral("QLineSeries::replace() with a seventh of them"),
             weekFrame,
             plain,
             60,
             false,
             {}}};
}

}  // namespace cockpit::bench
