// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"

#include <QMutex>
#include <QTimeZone>

namespace cockpit::test {

/// A clock that moves only when told. Starts at 2026-11-21 03:00:00 UTC.
class ManualClock final : public Clock
{
public:
    QDateTime utcNow() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_wall;
    }
    Milliseconds monotonicNow() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_monotonic;
    }
    void advance(Milliseconds by)
    {
        const QMutexLocker lock(&m_mutex);
        m_wall = m_wall.addMSecs(by.count());
        m_monotonic += by;
    }
    /// Moves the wall clock alone, as a person or NTP does.
    void jumpWallTo(const QDateTime& instant)
    {
        const QMutexLocker lock(&m_mutex);
        m_wall = instant.toUTC();
    }

private:
    mutable QMutex m_mutex;
    QDateTime m_wall{QDate(2026, 11, 21), QTime(3, 0), Qt::UTC};
    Milliseconds m_monotonic{1'000'000};
};

}  // namespace cockpit::test
