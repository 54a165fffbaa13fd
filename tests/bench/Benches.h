// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QList>
#include <QString>

#include <array>
#include <functional>
#include <vector>

namespace cockpit::bench {

/// What one comparison measured, in one run of the program: only ratios carry over to another machine.
struct Outcome {
    QString name;
    QString baselineName;     ///< what it is compared with
    double ours = 0;          ///< milliseconds, median
    double baseline = 0;      ///< milliseconds, median
    double aim = 0;           ///< wanted: baseline / ours at least this
    bool upperBound = false;  ///< wanted instead: ours / baseline at most `aim`
    QString note;

    double ratio() const { return upperBound ? ours / baseline : baseline / ours; }
    bool reached() const { return upperBound ? ratio() <= aim : ratio() >= aim; }
};

/// Median of `runs` timings of `work`, in milliseconds; one run before them is not counted.
double medianMs(int runs, const std::function<void()>& work);
/// The middle of some values; there is at least one.
double middle(std::vector<double> values);

// One function per file of this folder; add yours here and to the list below.
QList<Outcome> expositionBench();
QList<Outcome> chartBench();
QList<Outcome> durableEventBench();
QList<Outcome> firstPaintBench();
QList<Outcome> redisStepBench();
QList<Outcome> sqlStepBench();

struct Bench {
    const char* area;
    QList<Outcome> (*run)();
};
inline constexpr std::array benches{Bench{"exposition", expositionBench},      Bench{"chart", chartBench},
                                    Bench{"durable-event", durableEventBench}, Bench{"first-paint", firstPaintBench},
                                    Bench{"redis-step", redisStepBench},       Bench{"sql-step", sqlStepBench}};

}  // namespace cockpit::bench
