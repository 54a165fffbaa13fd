// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Clock.h"

#include <ctime>

namespace cockpit {

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

Milliseconds SystemClock::monotonicNow() const
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<Milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                    std::chrono::nanoseconds(now.tv_nsec));
}

}  // namespace cockpit
