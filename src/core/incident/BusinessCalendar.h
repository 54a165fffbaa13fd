// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/Playbook.h"

#include <QDate>
#include <QDateTime>
#include <QTime>
#include <QTimeZone>

namespace cockpit {

/// When a platform's people are at work: weekdays and opening time in the platform's time zone, without its holidays
/// (playbook, metadata.calendar). Without a calendar: Monday to Friday from 09:00, in UTC or the playbook's zone.
class BusinessCalendar
{
public:
    explicit BusinessCalendar(const Playbook& playbook);

    bool isBusinessDay(const QDate& day) const;
    /// The opening of the first business day after the local day of `from`, in UTC. An opening time that the clock
    /// change skips is the first instant after the gap.
    QDateTime nextOpening(const QDateTime& from) const;

private:
    QTimeZone m_zone;
    QTime m_opening{9, 0};
    int m_firstDay = Qt::Monday;
    int m_lastDay = Qt::Friday;
    QList<QDate> m_holidays;
};

}  // namespace cockpit
