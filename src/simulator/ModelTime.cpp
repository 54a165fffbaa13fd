// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/ModelTime.h"

#include <algorithm>

namespace cockpit {

namespace {

constexpr Milliseconds longestPause{600'000};

}  // namespace

ModelTime::ModelTime(const Clock& clock, Milliseconds tick)
    : m_clock(clock)
    , m_tick(tick)
    , m_latest(clock.monotonicNow())
{
}

QDateTime ModelTime::catchUp(const std::function<void(const QDateTime& at)>& step)
{
    const Milliseconds present = m_clock.monotonicNow();
    const QDateTime wall = m_clock.utcNow();
    const qint64 due = (present - m_latest) / m_tick;
    const qint64 skipped = std::max<qint64>(due - longestPause / m_tick, 0);
    m_latest += skipped * m_tick;
    for (qint64 left = due - skipped; left > 0; --left) {
        m_latest += m_tick;
        step(wall.addMSecs((m_latest - present).count()));
    }
    return wall;
}

}  // namespace cockpit
