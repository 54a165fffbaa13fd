// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/charts/ChartTypes.h"

#include <QByteArray>
#include <QPixmap>

#include <memory>

class QMimeData;

namespace cockpit::panels::charts {

/// Type of a chart that is dragged or copied as evidence: JSON {title, from, to, csv}, times in UTC.
inline constexpr char chartMimeType[] = "application/x-incident-cockpit-chart";

/// What the chart shows, one line per column that holds something: time, platform, signal, unit, minimum, maximum,
/// last. A gap has no line. RFC 4180.
QByteArray chartCsv(const QList<ChartSeries>& series);

/// The picture as image/png and the data as chartMimeType.
std::unique_ptr<QMimeData> chartMimeData(const QString& title, const QList<ChartSeries>& series,
                                         const QPixmap& picture);

}  // namespace cockpit::panels::charts
