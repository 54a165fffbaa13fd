// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/Countdown.h"

#include "core/base/Duration.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace cockpit {

namespace {

constexpr double amberFrom = 0.8;
constexpr qint64 dayMs = 86'400'000;

}  // namespace

Countdown Countdown::at(const QDateTime& started, const QDateTime& due, const QDateTime& now)
{
    Countdown countdown;
    const qint64 whole = started.msecsTo(due);
    const qint64 left = now.msecsTo(due);
    countdown.overdue = left <= 0;
    countdown.share = whole <= 0 || countdown.overdue
                          ? 1.0
                          : std::clamp(1.0 - static_cast<double>(left) / static_cast<double>(whole), 0.0, 1.0);
    if (countdown.overdue) {
        countdown.tone = Tone::Severity1;
        countdown.text = QCoreApplication::translate("Countdown", "%1 late").arg(formatCountdown(Milliseconds{-left}));
        return countdown;
    }
    if (countdown.share >= amberFrom)
        countdown.tone = Tone::Severity2;
    // The second that has begun counts: 0:00 is shown only when the time is over.
    countdown.text = left > dayMs ? QLocale().toString(due.toUTC(), QStringLiteral("ddd HH:mm"))
                                  : formatCountdown(Milliseconds{left + 999});
    return countdown;
}

}  // namespace cockpit
