// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The next business day, judged by the C library's own clock over every minute of a year, both clock changes included.
#include "core/incident/BusinessCalendar.h"

#include <gtest/gtest.h>

#include <ctime>
#include <map>
#include <vector>

namespace cockpit::test {
namespace {

constexpr qint64 minute = 60;
constexpr qint64 yearMinutes = 366 * 24 * 60;
constexpr qint64 tailMinutes = 12 * 24 * 60;

/// The local calendar of a zone, minute by minute, from localtime_r().
class Oracle
{
public:
    Oracle(const char* zone, int openingMinute, const QList<QDate>& holidays)
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", zone);
        tzset();
        const qint64 first = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
        for (qint64 i = 0; i < yearMinutes + tailMinutes; ++i) {
            const time_t at = first + i * minute;
            tm local{};
            localtime_r(&at, &local);
            const int day = (local.tm_year + 1900) * 1000 + local.tm_yday;
            m_dayOf.push_back(day);
            const bool holiday = holidays.contains(QDate(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday));
            const bool works = local.tm_wday >= 1 && local.tm_wday <= 5 && !holiday;
            if (works && local.tm_hour * 60 + local.tm_min >= openingMinute)
                m_openings.try_emplace(day, at);
        }
        qputenv("TZ", before);
        tzset();
        m_first = first;
    }

    qint64 first() const { return m_first; }
    qint64 nextOpening(qint64 index) const
    {
        const auto next = m_openings.upper_bound(m_dayOf.at(static_cast<std::size_t>(index)));
        return next == m_openings.end() ? 0 : next->second;
    }

private:
    qint64 m_first = 0;
    std::vector<int> m_dayOf;
    std::map<int, qint64> m_openings;
};

Playbook playbookOf(const char* zone, const char* hours, const QList<QDate>& holidays)
{
    Playbook playbook;
    playbook.timeZone = QString::fromLatin1(zone);
    playbook.businessHours = QString::fromLatin1(hours);
    playbook.holidays = holidays;
    return playbook;
}

void compareOverAYear(const char* zone)
{
    const QList<QDate> holidays{QDate(2026, 1, 1), QDate(2026, 7, 3), QDate(2026, 11, 26), QDate(2026, 12, 25),
                                QDate(2027, 1, 1)};
    const Oracle oracle(zone, 9 * 60, holidays);
    const BusinessCalendar calendar(playbookOf(zone, "Mon-Fri 09:00-17:00", holidays));
    int wrong = 0;
    for (qint64 i = 0; i < yearMinutes && wrong < 5; ++i) {
        const qint64 from = oracle.first() + i * minute;
        const qint64 ours = calendar.nextOpening(QDateTime::fromSecsSinceEpoch(from, Qt::UTC)).toSecsSinceEpoch();
        if (ours == oracle.nextOpening(i))
            continue;
        ++wrong;
        ADD_FAILURE() << zone << " from "
                      << qPrintable(QDateTime::fromSecsSinceEpoch(from, Qt::UTC).toString(Qt::ISODate)) << ": " << ours
                      << " instead of " << oracle.nextOpening(i);
    }
}

TEST(BusinessCalendarTest, NewYorkAgreesWithTheClockOfTheSystemOverAYear)
{
    compareOverAYear("America/New_York");
}

TEST(BusinessCalendarTest, BerlinAgreesWithTheClockOfTheSystemOverAYear)
{
    compareOverAYear("Europe/Berlin");
}

TEST(BusinessCalendarTest, DaysThatRunOverTheEndOfTheWeek)
{
    const BusinessCalendar calendar(playbookOf("UTC", "Sun-Thu 08:30-16:00", {}));
    const QDateTime thursday(QDate(2026, 11, 19), QTime(10, 0), Qt::UTC);
    EXPECT_EQ(calendar.nextOpening(thursday), QDateTime(QDate(2026, 11, 22), QTime(8, 30), Qt::UTC));
    EXPECT_TRUE(calendar.isBusinessDay(QDate(2026, 11, 22)));
    EXPECT_FALSE(calendar.isBusinessDay(QDate(2026, 11, 20)));
}

TEST(BusinessCalendarTest, AnOpeningThatTheClockChangeSkipsIsTheFirstInstantAfterIt)
{
    // On 2026-03-08 New York goes from 02:00 to 03:00.
    const BusinessCalendar calendar(playbookOf("America/New_York", "Sun 02:30-10:00", {}));
    const QDateTime saturday(QDate(2026, 3, 7), QTime(18, 0), Qt::UTC);
    const QDateTime opening = calendar.nextOpening(saturday);
    EXPECT_GE(opening, QDateTime(QDate(2026, 3, 8), QTime(7, 0), Qt::UTC));
    EXPECT_LE(opening, QDateTime(QDate(2026, 3, 8), QTime(7, 30), Qt::UTC));
}

TEST(BusinessCalendarTest, WithoutACalendarItIsMondayToFridayFromNine)
{
    const BusinessCalendar calendar(playbookOf("UTC", "", {}));
    EXPECT_EQ(calendar.nextOpening(QDateTime(QDate(2026, 11, 20), QTime(23, 59), Qt::UTC)),
              QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC));
}

}  // namespace
}  // namespace cockpit::test
