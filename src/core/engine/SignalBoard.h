// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/metrics/Reading.h"
#include "core/metrics/SeriesHistory.h"
#include "core/playbook/Playbook.h"

#include <QHash>

#include <map>

namespace cockpit {

/// The latest reading of every signal and its history. Thread: the engine's.
class SignalBoard
{
public:
    explicit SignalBoard(const Clock& clock);

    void add(const Playbook& playbook);
    void record(const Reading& reading);

    /// The reading as it counts now: a value that has become too old is Stale; never read is Pending.
    Reading current(const QString& platform, const QString& signal) const;
    const SeriesHistory* history(const QString& platform, const QString& signal) const;

private:
    struct Entry {
        SignalSpec spec;
        Reading latest;
        SeriesHistory history;
    };
    const Entry* find(const QString& platform, const QString& signal) const;

    const Clock& m_clock;
    std::map<QString, Entry> m_entries;
};

}  // namespace cockpit
