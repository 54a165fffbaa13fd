// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QDateTime>

#include <chrono>

namespace cockpit {

using Milliseconds = std::chrono::milliseconds;

/// The only source of time in the program. Injected, so that tests move it by hand.
/// Thread: any; implementations are safe to read from several threads.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// Wall-clock instant in UTC, millisecond resolution. May jump.
    virtual QDateTime utcNow() const = 0;

    /// Milliseconds since an arbitrary start; never goes back and counts suspend.
    virtual Milliseconds monotonicNow() const = 0;
};

/// The workstation's own clock (CLOCK_REALTIME and CLOCK_BOOTTIME).
class SystemClock final : public Clock
{
public:
    QDateTime utcNow() const override;
    Milliseconds monotonicNow() const override;
};

}  // namespace cockpit
