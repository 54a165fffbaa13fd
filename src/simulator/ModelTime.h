// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"

#include <QDateTime>

#include <functional>

namespace cockpit {

/// The ticks a simulated platform moves in. After a pause of more than ten minutes the ticks in between are skipped.
class ModelTime
{
public:
    /// Begins at the clock's present.
    ModelTime(const Clock& clock, Milliseconds tick);

    /// Calls `step` with its instant for each tick that is due; returns the present, which lies at or behind the last.
    QDateTime catchUp(const std::function<void(const QDateTime& at)>& step);
    /// Monotonic time of the latest tick: what a delay inside the model is counted from.
    Milliseconds latest() const { return m_latest; }

private:
    const Clock& m_clock;
    Milliseconds m_tick;
    Milliseconds m_latest;
};

}  // namespace cockpit
