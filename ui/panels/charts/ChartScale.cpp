// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/ChartScale.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace cockpit::panels::charts {

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// The smallest of 1, 2, 5 times a power of ten that is not below `wanted`.
double roundStep(double wanted)
{
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= wanted * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

int decimalsFor(double step)
{
    const double exponent = std::floor(std::log10(step) + 1e-9);
    return exponent >= 0 ? 0 : static_cast<int>(std::min(-exponent, 9.0));
}

QString timeLabel(qint64 atMs, qint64 step)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC);
    if (atMs % day == 0)
        return QLocale::c().toString(at.date(), QStringLiteral("d MMM"));
    return at.toString(step < minute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

}  // namespace

QString axisLabel(double value, double step)
{
    struct Unit {
        double size;
        const char* suffix;
    };
    static constexpr std::array units{Unit{1e12, "T"}, Unit{1e9, "G"}, Unit{1e6, "M"}, Unit{1e3, "k"}};
    for (const Unit& unit : units) {
        if (std::abs(value) >= unit.size)
            return QString::number(value / unit.size, 'f', decimalsFor(step / unit.size)) + QLatin1String(unit.suffix);
    }
    return QString::number(value, 'f', decimalsFor(step));
}

ValueScale chooseValueScale(double minimum, double maximum, bool mayFloat, int maximumTicks)
{
    if (!std::isfinite(minimum) || !std::isfinite(maximum) || minimum > maximum)
        minimum = maximum = 0;
    const bool floats = mayFloat && minimum > 0 && minimum > maximum * 0.6;
    double low = floats ? minimum : std::min(0.0, minimum);
    double high = std::max(floats ? minimum : 0.0, maximum);
    if (high - low <= std::abs(high) * 1e-9) {
        // One flat line: leave room on both sides of it.
        const double room = high == 0 ? 1 : std::abs(high) * 0.1;
        low = floats ? low - room : low;
        high += room;
    }
    const int ticks = std::max(2, maximumTicks);
    double step = roundStep((high - low) / (ticks - 1));
    while (std::ceil(high / step - 1e-9) - std::floor(low / step + 1e-9) > ticks - 1)
        step = roundStep(step * 1.5);
    const double first = std::floor(low / step + 1e-9);
    const double last = std::max(std::ceil(high / step - 1e-9), first + 1);
    ValueScale scale;
    scale.low = first * step;
    scale.high = last * step;
    for (double n = first; n <= last; ++n)
        scale.ticks.append({n * step, axisLabel(n * step, step)});
    return scale;
}

QList<Tick> chooseTimeTicks(qint64 fromMs, qint64 toMs, int maximumTicks)
{
    static constexpr std::array steps{10 * second, 30 * second, minute,  2 * minute, 5 * minute, 10 * minute,
                                      15 * minute, 30 * minute, hour,    2 * hour,   3 * hour,   6 * hour,
                                      12 * hour,   day,         2 * day, 7 * day};
    QList<Tick> ticks;
    if (toMs <= fromMs || maximumTicks < 1)
        return ticks;
    qint64 step = steps.back();
    for (const qint64 candidate : steps) {
        if ((toMs - fromMs) / candidate + 1 <= maximumTicks) {
            step = candidate;
            break;
        }
    }
    for (qint64 at = (fromMs + step - 1) / step * step; at <= toMs && ticks.size() < maximumTicks; at += step)
        ticks.append({static_cast<double>(at), timeLabel(at, step)});
    return ticks;
}

}  // namespace cockpit::panels::charts
