// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Duration.h"

#include <QCoreApplication>

#include <array>

namespace cockpit {

namespace {

struct Unit {
    const char* name;
    qint64 milliseconds;
};

// Longest name first where one is the prefix of another.
constexpr std::array<Unit, 6> units{
    {{"ms", 1}, {"s", 1'000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}, {"w", 604'800'000}}};
constexpr qint64 maximumMilliseconds = 100LL * 365 * 86'400'000;

}  // namespace

Result<Milliseconds> parseDuration(const QString& text)
{
    const Error wrong =
        fail(ErrorKind::InvalidInput,
             QCoreApplication::translate("Duration", "\"%1\" is not a duration; write it like 30s, 5m or 1h30m")
                 .arg(text.left(40)));
    if (text == QLatin1String("0"))
        return Milliseconds{0};
    qint64 total = 0;
    qsizetype at = 0;
    if (text.isEmpty())
        return wrong;
    while (at < text.size()) {
        qint64 number = 0;
        const qsizetype digits = at;
        while (at < text.size() && text.at(at) >= QLatin1Char('0') && text.at(at) <= QLatin1Char('9') &&
               at - digits < 12)
            number = number * 10 + (text.at(at++).unicode() - '0');
        if (at == digits)
            return wrong;
        const Unit* found = nullptr;
        for (const Unit& unit : units) {
            if (QStringView(text).mid(at).startsWith(QLatin1String(unit.name))) {
                found = &unit;
                break;
            }
        }
        if (!found || number > maximumMilliseconds / found->milliseconds)
            return wrong;
        at += static_cast<qsizetype>(qstrlen(found->name));
        total += number * found->milliseconds;
    }
    if (total > maximumMilliseconds)
        return wrong;
    return Milliseconds{total};
}

QString formatDuration(Milliseconds duration)
{
    qint64 rest = duration.count();
    if (rest == 0)
        return QStringLiteral("0s");
    QString out;
    if (rest < 0) {
        out = QStringLiteral("-");
        rest = -rest;
    }
    constexpr std::array<Unit, 5> order{{{"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1'000}, {"ms", 1}}};
    for (const Unit& unit : order) {
        if (const qint64 count = rest / unit.milliseconds) {
            out += QString::number(count) + QLatin1String(unit.name);
            rest %= unit.milliseconds;
        }
    }
    return out;
}

QString formatCountdown(Milliseconds duration)
{
    const bool negative = duration.count() < 0;
    const qint64 seconds = (negative ? -duration.count() : duration.count()) / 1'000;
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    QString out;
    if (seconds < 3'600)
        out = QStringLiteral("%1:%2").arg(seconds / 60).arg(two(seconds % 60));
    else if (seconds < 86'400)
        out = QStringLiteral("%1:%2:%3").arg(seconds / 3'600).arg(two(seconds / 60 % 60), two(seconds % 60));
    else
        out = QCoreApplication::translate("Duration", "%1 d %2 h").arg(seconds / 86'400).arg(seconds / 3'600 % 24);
    return negative ? QStringLiteral("-") + out : out;
}

}  // namespace cockpit
