// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/metrics/Reading.h"
#include "core/metrics/SeriesHistory.h"

#include <QList>
#include <QString>

#include <optional>

namespace cockpit::panels::charts {

/// One platform's line in a chart.
struct ChartSeries {
    QString platform;
    QString platformTitle;
    QString signal;
    QString unit;
    std::optional<double> threshold;
    qint64 staleAfterMs = 30'000;
    int style = 0;    ///< place of the platform among all: picks colour and marker, the same in every chart
    Reading reading;  ///< as it counts now
    ColumnSet data;
};

/// An incident's beginning or end.
struct ChartMark {
    qint64 atMs = 0;
    int rank = -1;  ///< of the severity
    QString label;  ///< "SEV-1", "SEV-1 resolved"
    bool ends = false;
};

}  // namespace cockpit::panels::charts
