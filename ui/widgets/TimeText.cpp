// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/TimeText.h"

#include <QCoreApplication>
#include <QLocale>

namespace cockpit {

QString ageText(Milliseconds age)
{
    const qint64 seconds = qMax<qint64>(0, age.count() / 1'000);
    const auto text = [](const char* pattern) { return QCoreApplication::translate("TimeText", pattern); };
    if (seconds < 60)
        return text(QT_TRANSLATE_NOOP("TimeText", "%1 s")).arg(seconds);
    if (seconds < 600)
        return text(QT_TRANSLATE_NOOP("TimeText", "%1 min %2 s")).arg(seconds / 60).arg(seconds % 60);
    if (seconds < 3'600)
        return text(QT_TRANSLATE_NOOP("TimeText", "%1 min")).arg(seconds / 60);
    if (seconds < 86'400)
        return text(QT_TRANSLATE_NOOP("TimeText", "%1 h %2 min")).arg(seconds / 3'600).arg(seconds / 60 % 60);
    return text(QT_TRANSLATE_NOOP("TimeText", "%1 d %2 h")).arg(seconds / 86'400).arg(seconds / 3'600 % 24);
}

QString shortAgeText(Milliseconds age)
{
    const qint64 seconds = qMax<qint64>(0, age.count() / 1'000);
    const auto text = [](const char* pattern) { return QCoreApplication::translate("TimeText", pattern); };
    if (seconds < 60)
        return text(QT_TRANSLATE_NOOP("TimeText", "%1 s")).arg(seconds);
    if (seconds < 3'600)
        return text(QT_TRANSLATE_NOOP("TimeText", "%1 min")).arg(seconds / 60);
    if (seconds < 86'400)
        return text(QT_TRANSLATE_NOOP("TimeText", "%1 h")).arg(seconds / 3'600);
    return text(QT_TRANSLATE_NOOP("TimeText", "%1 d")).arg(seconds / 86'400);
}

QString instantText(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return {};
    const QDateTime utc = at.toUTC();
    const QString time = utc.toString(QStringLiteral("HH:mm:ss"));
    if (utc.date() == now.toUTC().date())
        return time;
    return QLocale().toString(utc.date(), QStringLiteral("d MMM")) + QLatin1Char(' ') + time;
}

}  // namespace cockpit
