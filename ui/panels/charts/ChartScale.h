// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QList>
#include <QString>

namespace cockpit::panels::charts {

struct Tick {
    double at = 0;
    QString label;
};

/// The value axis: from `low` to `high`, with at most `maximumTicks` labelled values on round numbers.
struct ValueScale {
    double low = 0;
    double high = 1;
    QList<Tick> ticks;
};

/// Chooses the axis for values between `minimum` and `maximum`. Starts at zero, unless `mayFloat` and the values stay
/// in a narrow band far from it. Never empty, also for one flat line or for nothing at all.
ValueScale chooseValueScale(double minimum, double maximum, bool mayFloat, int maximumTicks);

/// Labelled instants in [fromMs, toMs] on round UTC times, at most `maximumTicks`; midnight shows the date.
QList<Tick> chooseTimeTicks(qint64 fromMs, qint64 toMs, int maximumTicks);

/// "950", "1.2k", "3.4M": short enough for an axis.
QString axisLabel(double value, double step);

}  // namespace cockpit::panels::charts
