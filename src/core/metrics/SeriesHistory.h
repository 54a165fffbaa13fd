// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QList>
#include <QtGlobal>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace cockpit {

/// Minimum and maximum of the samples that fall into one pixel column.
struct Column {
    float minimum = 0;
    float maximum = 0;
    float last = 0;
    bool filled = false;  ///< false: a gap; nothing was measured here
};

/// The visible part of one series, ready to be painted.
struct ColumnSet {
    qint64 fromMs = 0;  ///< UTC milliseconds of the left edge
    qint64 toMs = 0;
    QList<Column> columns;
    double minimum = 0;  ///< over all filled columns
    double maximum = 0;
    double mean = 0;
    double last = 0;     ///< last sample in range
    bool any = false;
};

/// One series of samples in time order: a ring of fixed capacity in time (default 7 days) that keeps a minimum/maximum
/// pyramid on append, so that a range of any length is cut into columns in time proportional to the columns.
/// A failed poll is recorded as a gap. NaN and infinities are gaps. Out-of-order samples are dropped.
/// Thread: one at a time.
class SeriesHistory
{
public:
    /// `stepMs` is the expected distance of samples; a hole longer than 2.5 steps is a gap.
    explicit SeriesHistory(qint64 stepMs = 1'000, qint64 keepMs = 7LL * 86'400'000);

    void append(qint64 atMs, double value);
    void appendGap(qint64 atMs);

    /// Cuts [fromMs, toMs) into `count` columns.
    ColumnSet columns(qint64 fromMs, qint64 toMs, int count) const;

    struct Point {
        qint64 atMs = 0;
        float value = 0;
    };
    /// The samples themselves, for export; at most `maximum`, evenly thinned when there are more.
    QList<Point> points(qint64 fromMs, qint64 toMs, int maximum = 100'000) const;
    std::optional<Point> last() const;
    qint64 sampleCount() const;

private:
    // Left to the implementation (metrics).
};

}  // namespace cockpit
