// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/ChartExport.h"

#include <QBuffer>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMimeData>

namespace cockpit::panels::charts {

namespace {

QString utc(qint64 atMs)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

QByteArray field(QString text)
{
    // A cell that begins like a formula would be run by a spreadsheet.
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.at(0)))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
    return text.toUtf8();
}

QByteArray number(float value)
{
    return QByteArray::number(static_cast<double>(value), 'g', 9);
}

}  // namespace

QByteArray chartCsv(const QList<ChartSeries>& series)
{
    QByteArray csv("time_utc,platform,signal,unit,minimum,maximum,last\r\n");
    for (const ChartSeries& each : series) {
        const ColumnSet& set = each.data;
        const QByteArray names = ',' + field(each.platform) + ',' + field(each.signal) + ',' + field(each.unit) + ',';
        for (qsizetype i = 0; i < set.columns.size(); ++i) {
            const Column& column = set.columns.at(i);
            if (!column.filled)
                continue;
            csv += utc(set.fromMs + (set.toMs - set.fromMs) * i / set.columns.size()).toLatin1() + names +
                   number(column.minimum) + ',' + number(column.maximum) + ',' + number(column.last) + "\r\n";
        }
    }
    return csv;
}

std::unique_ptr<QMimeData> chartMimeData(const QString& title, const QList<ChartSeries>& series, const QPixmap& picture)
{
    auto mime = std::make_unique<QMimeData>();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    mime->setData(QStringLiteral("image/png"), png);
    QJsonObject chart{{QStringLiteral("title"), title}, {QStringLiteral("csv"), QString::fromUtf8(chartCsv(series))}};
    if (!series.isEmpty()) {
        chart.insert(QStringLiteral("from"), utc(series.first().data.fromMs));
        chart.insert(QStringLiteral("to"), utc(series.first().data.toMs));
    }
    mime->setData(QString::fromLatin1(chartMimeType), QJsonDocument(chart).toJson(QJsonDocument::Compact));
    return mime;
}

}  // namespace cockpit::panels::charts
