// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QList>
#include <QtGlobal>

#include <array>
#include <cstdint>
#include <deque>
#include <optional>

namespace cockpit {

/// Minimum and maximum of the samples that fall into one pixel column; where none does, of the straight line between
/// the samples before and after it.
struct Column {
    float minimum = 0;
    float maximum = 0;
    float last = 0;       ///< the latest sample at the column's right edge
    bool filled = false;  ///< false: a gap; nothing was measured here
};

/// The visible part of one series, ready to be painted.
struct ColumnSet {
    qint64 fromMs = 0;  ///< UTC milliseconds of the left edge
    qint64 toMs = 0;
    QList<Column> columns;
    double minimum = 0;  ///< over the samples in range
    double maximum = 0;
    double mean = 0;   ///< of the samples in range
    double last = 0;   ///< last sample in range
    bool any = false;  ///< a sample is in range: the four above hold
};

/// One series of samples in time order: a ring of fixed capacity in time (default 7 days), about seven bytes a sample,
/// that keeps minimum and maximum of each 64 samples on append. Cutting a range into columns reads one such summary per
/// 64 samples, and samples only where a column begins or ends.
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
    static constexpr std::size_t blockSize = 64;

    /// Up to 64 samples about one step apart; NaN stands for a gap.
    struct Block {
        qint64 baseMs = 0;
        std::array<std::int16_t, blockSize> drift{};  ///< milliseconds off `base + place * step`
        std::array<float, blockSize> values{};
    };
    /// What is known of a block without reading it.
    struct Summary {
        qint64 firstMs = 0;
        qint64 lastMs = 0;
        double sum = 0;
        float minimum = 0;
        float maximum = 0;
        float last = 0;       ///< NaN: ends in a gap
        float lastValue = 0;  ///< the last that is a number; holds when `numbers` is not zero
        std::uint16_t size = 0;
        std::uint16_t numbers = 0;
    };
    struct Place {
        std::size_t block = 0;
        std::size_t index = 0;
    };
    class ColumnCutter;

    void push(qint64 atMs, float value);
    void evict();
    qint64 timeAt(const Place& place) const;
    float valueAt(const Place& place) const { return m_blocks[place.block].values[place.index]; }
    Place firstNotBefore(qint64 atMs) const;
    std::size_t firstNotBefore(const Block& block, std::size_t from, std::size_t to, qint64 atMs) const;
    bool atEnd(const Place& place) const { return place.block == m_blocks.size(); }
    Place after(const Place& place) const;
    qint64 oldestMs() const;

    qint64 m_stepMs;
    qint64 m_keepMs;
    qint64 m_maximumBlocks;
    std::deque<Block> m_blocks;
    std::deque<Summary> m_summaries;
};

}  // namespace cockpit
