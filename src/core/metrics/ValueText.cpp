// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ValueText.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace cockpit {

namespace {

constexpr double largestPlain = 1e15;
constexpr double smallestPlain = 1e-4;

QString withoutTrailingZeros(QString text)
{
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString formatBytes(double bytes)
{
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    std::size_t unit = 0;
    while (std::abs(bytes) >= 1024 && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    return formatNumber(bytes) + QLatin1Char(' ') + QLatin1String(units[unit]);
}

}  // namespace

QString formatNumber(double value)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("-∞");
    const double size = std::abs(value);
    if (size >= largestPlain || (size > 0 && size < smallestPlain))
        return QString::number(value, 'g', 3);
    if (value == std::floor(value) || size >= 1000)
        return QLocale(QLocale::English, QLocale::UnitedStates).toString(std::round(value), 'f', 0);
    const int decimals = size >= 100 ? 1 : size >= 1 ? 2 : 4;
    return withoutTrailingZeros(QString::number(value, 'f', decimals));
}

QString formatValue(double value, const QString& unit)
{
    if (unit == QLatin1String("flag") && (value == 0 || value == 1)) {
        return value == 1 ? QCoreApplication::translate("ValueText", "yes")
                          : QCoreApplication::translate("ValueText", "no");
    }
    if (unit == QLatin1String("bytes") && std::isfinite(value))
        return formatBytes(value);
    const QString number = formatNumber(value);
    if (unit == QLatin1String("percent"))
        return number + QStringLiteral(" %");
    if (unit == QLatin1String("seconds"))
        return number + QStringLiteral(" s");
    if (unit == QLatin1String("milliseconds"))
        return number + QStringLiteral(" ms");
    if (unit == QLatin1String("days"))
        return number + QStringLiteral(" d");
    if (unit == QLatin1String("per_second"))
        return number + QStringLiteral(" /s");
    return number;
}

}  // namespace cockpit
