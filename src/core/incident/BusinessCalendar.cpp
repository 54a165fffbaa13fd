// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/BusinessCalendar.h"

#include <QRegularExpression>

namespace cockpit {

namespace {

/// Longer than any run of holidays; a calendar without a business day ends the search.
constexpr int daysAhead = 400;
/// No zone has put its clock forward by more.
constexpr int longestGapMinutes = 180;

/// "Mon" -> 1; 0 when it is none.
int dayNumber(const QString& name)
{
    static const QStringList names{QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed"),
                                   QStringLiteral("Thu"), QStringLiteral("Fri"), QStringLiteral("Sat"),
                                   QStringLiteral("Sun")};
    return static_cast<int>(names.indexOf(name)) + 1;
}

}  // namespace

BusinessCalendar::BusinessCalendar(const Playbook& playbook)
    : m_zone(playbook.timeZone.toUtf8())
    , m_holidays(playbook.holidays)
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
    // As the loader has checked it: "Mon-Fri 09:00-17:00" or "Mon 09:00-17:00".
    static const QRegularExpression hours(QStringLiteral("\\A(\\w{3})(?:-(\\w{3}))? (\\d{2}):(\\d{2})-"));
    const auto match = hours.match(playbook.businessHours);
    if (!match.hasMatch())
        return;
    m_firstDay = dayNumber(match.captured(1));
    m_lastDay = match.captured(2).isEmpty() ? m_firstDay : dayNumber(match.captured(2));
    m_opening = QTime(match.captured(3).toInt(), match.captured(4).toInt());
}

bool BusinessCalendar::isBusinessDay(const QDate& day) const
{
    const int number = day.dayOfWeek();
    // "Sun-Thu" runs over the end of the week.
    const bool weekday = m_firstDay <= m_lastDay ? number >= m_firstDay && number <= m_lastDay
                                                 : number >= m_firstDay || number <= m_lastDay;
    return weekday && !m_holidays.contains(day);
}

QDateTime BusinessCalendar::nextOpening(const QDateTime& from) const
{
    QDate day = from.toTimeZone(m_zone).date().addDays(1);
    for (int searched = 0; searched < daysAhead && !isBusinessDay(day); ++searched)
        day = day.addDays(1);
    // Qt calls a time that the clock change skips invalid.
    QDateTime opening(day, m_opening, m_zone);
    for (int later = 1; later <= longestGapMinutes && !opening.isValid(); ++later)
        opening = QDateTime(day, m_opening.addSecs(later * 60), m_zone);
    return opening.toUTC();
}

}  // namespace cockpit
