// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/SeriesHistory.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cockpit {

namespace {

constexpr float gap = std::numeric_limits<float>::quiet_NaN();

float toFloat(double value)
{
    constexpr double largest = std::numeric_limits<float>::max();
    return static_cast<float>(std::clamp(value, -largest, largest));
}

}  // namespace

/// Cuts a range into columns, from left to right. One use per object.
class SeriesHistory::ColumnCutter
{
public:
    ColumnCutter(const SeriesHistory& history, qint64 fromMs, qint64 toMs, int count)
        : m_history(history)
    {
        m_set.fromMs = fromMs;
        m_set.toMs = toMs;
        m_set.columns.resize(count);
        m_place = history.firstNotBefore(std::max(fromMs, history.oldestMs()));
        rememberBefore();
    }

    ColumnSet cut()
    {
        const qint64 width = m_set.toMs - m_set.fromMs;
        const qint64 count = m_set.columns.size();
        for (qint64 i = 0; i < count; ++i)
            cutColumn(m_set.fromMs + width * i / count, m_set.fromMs + width * (i + 1) / count, &m_set.columns[i]);
        if (m_numbers > 0) {
            m_set.any = true;
            m_set.mean = m_sum / static_cast<double>(m_numbers);
        }
        return std::move(m_set);
    }

private:
    /// The sample left of the range, from which a line may lead into it.
    void rememberBefore()
    {
        if (m_place.block == 0 && m_place.index == 0)
            return;
        Place before = m_place;
        if (before.index == 0) {
            --before.block;
            before.index = m_history.m_summaries[before.block].size;
        }
        --before.index;
        const qint64 at = m_history.timeAt(before);
        if (at >= m_history.oldestMs())
            remember(at, m_history.valueAt(before));
    }

    void remember(qint64 atMs, float value)
    {
        m_beforeMs = atMs;
        m_before = value;
    }

    void cutColumn(qint64 leftMs, qint64 rightMs, Column* column)
    {
        const qint64 beforeMs = m_beforeMs;
        const float before = m_before;
        while (!m_history.atEnd(m_place)) {
            const Summary& summary = m_history.m_summaries[m_place.block];
            if (m_place.index == 0 && summary.lastMs < rightMs) {
                takeBlock(summary, column);
            } else if (!takeSamples(rightMs, column)) {
                break;
            }
        }
        if (!column->filled)
            bridge(leftMs, rightMs, beforeMs, before, column);
    }

    void takeBlock(const Summary& summary, Column* column)
    {
        if (summary.numbers > 0)
            add(summary.minimum, summary.maximum, summary.lastValue, summary.sum, summary.numbers, column);
        remember(summary.lastMs, summary.last);
        m_place = {m_place.block + 1, 0};
    }

    /// Samples of the current block that lie left of `rightMs`; false when the next one does not.
    bool takeSamples(qint64 rightMs, Column* column)
    {
        const Block& block = m_history.m_blocks[m_place.block];
        const std::size_t size = m_history.m_summaries[m_place.block].size;
        const std::size_t end = m_history.firstNotBefore(block, m_place.index, size, rightMs);
        if (end == m_place.index)
            return false;
        float minimum = std::numeric_limits<float>::max();
        float maximum = -minimum;
        float last = 0;
        double sum = 0;
        qint64 numbers = 0;
        for (std::size_t i = m_place.index; i < end; ++i) {
            const float value = block.values[i];
            if (std::isnan(value))
                continue;
            minimum = std::min(minimum, value);
            maximum = std::max(maximum, value);
            last = value;
            sum += static_cast<double>(value);
            ++numbers;
        }
        if (numbers > 0)
            add(minimum, maximum, last, sum, numbers, column);
        remember(m_history.timeAt({m_place.block, end - 1}), block.values[end - 1]);
        m_place.index = end;
        if (end < size)
            return false;
        m_place = {m_place.block + 1, 0};
        return true;
    }

    void add(float minimum, float maximum, float last, double sum, qint64 numbers, Column* column)
    {
        column->minimum = column->filled ? std::min(column->minimum, minimum) : minimum;
        column->maximum = column->filled ? std::max(column->maximum, maximum) : maximum;
        column->last = last;
        column->filled = true;
        m_set.minimum = m_numbers > 0 ? std::min<double>(m_set.minimum, minimum) : minimum;
        m_set.maximum = m_numbers > 0 ? std::max<double>(m_set.maximum, maximum) : maximum;
        m_set.last = static_cast<double>(last);
        m_sum += sum;
        m_numbers += numbers;
    }

    /// A column between two samples that belong together shows the line between them; any other empty one is a gap.
    void bridge(qint64 leftMs, qint64 rightMs, qint64 beforeMs, float before, Column* column) const
    {
        if (std::isnan(before) || std::isnan(m_before) || m_history.atEnd(m_place))
            return;
        const qint64 afterMs = m_history.timeAt(m_place);
        const float after = m_history.valueAt(m_place);
        if (std::isnan(after) || 2 * (afterMs - beforeMs) > 5 * m_history.m_stepMs)
            return;
        const auto at = [&](qint64 ms) {
            const double part = static_cast<double>(ms - beforeMs) / static_cast<double>(afterMs - beforeMs);
            return static_cast<float>(static_cast<double>(before) +
                                      std::clamp(part, 0.0, 1.0) *
                                          (static_cast<double>(after) - static_cast<double>(before)));
        };
        column->minimum = std::min(at(leftMs), at(rightMs));
        column->maximum = std::max(at(leftMs), at(rightMs));
        column->last = before;
        column->filled = true;
    }

    const SeriesHistory& m_history;
    ColumnSet m_set;
    Place m_place;
    qint64 m_beforeMs = 0;
    float m_before = gap;
    double m_sum = 0;
    qint64 m_numbers = 0;
};

SeriesHistory::SeriesHistory(qint64 stepMs, qint64 keepMs)
    : m_stepMs(std::max<qint64>(1, stepMs))
    , m_keepMs(std::max<qint64>(1, keepMs))
    // Samples that come faster than announced must not grow without end either.
    , m_maximumBlocks(4 * (m_keepMs / m_stepMs / static_cast<qint64>(blockSize)) + 1'024)
{
}

void SeriesHistory::append(qint64 atMs, double value)
{
    push(atMs, std::isfinite(value) ? toFloat(value) : gap);
}

void SeriesHistory::appendGap(qint64 atMs)
{
    push(atMs, gap);
}

void SeriesHistory::push(qint64 atMs, float value)
{
    const bool isGap = std::isnan(value);
    if (m_summaries.empty() && isGap)
        return;
    if (!m_summaries.empty() && (atMs <= m_summaries.back().lastMs || (isGap && std::isnan(m_summaries.back().last))))
        return;
    constexpr qint64 smallest = std::numeric_limits<std::int16_t>::min();
    constexpr qint64 largest = std::numeric_limits<std::int16_t>::max();
    qint64 drift = 0;
    if (!m_summaries.empty())
        drift = atMs - m_blocks.back().baseMs - m_stepMs * m_summaries.back().size;
    if (m_summaries.empty() || m_summaries.back().size == blockSize || drift < smallest || drift > largest) {
        m_blocks.emplace_back();
        m_blocks.back().baseMs = atMs;
        m_summaries.emplace_back();
        m_summaries.back().firstMs = atMs;
        drift = 0;
    }
    Summary& summary = m_summaries.back();
    m_blocks.back().drift[summary.size] = static_cast<std::int16_t>(drift);
    m_blocks.back().values[summary.size] = value;
    ++summary.size;
    summary.lastMs = atMs;
    summary.last = value;
    if (!isGap) {
        summary.minimum = summary.numbers > 0 ? std::min(summary.minimum, value) : value;
        summary.maximum = summary.numbers > 0 ? std::max(summary.maximum, value) : value;
        summary.lastValue = value;
        summary.sum += static_cast<double>(value);
        ++summary.numbers;
    }
    evict();
}

void SeriesHistory::evict()
{
    while (m_summaries.size() > 1 &&
           (m_summaries.front().lastMs < oldestMs() || static_cast<qint64>(m_summaries.size()) > m_maximumBlocks)) {
        m_blocks.pop_front();
        m_summaries.pop_front();
    }
}

qint64 SeriesHistory::oldestMs() const
{
    return m_summaries.empty() ? 0 : m_summaries.back().lastMs - m_keepMs;
}

qint64 SeriesHistory::timeAt(const Place& place) const
{
    const Block& block = m_blocks[place.block];
    return block.baseMs + m_stepMs * static_cast<qint64>(place.index) + block.drift[place.index];
}

SeriesHistory::Place SeriesHistory::firstNotBefore(qint64 atMs) const
{
    const auto block = std::partition_point(m_summaries.begin(), m_summaries.end(),
                                            [&](const Summary& summary) { return summary.lastMs < atMs; });
    Place place{static_cast<std::size_t>(block - m_summaries.begin()), 0};
    if (!atEnd(place))
        place.index = firstNotBefore(m_blocks[place.block], 0, block->size, atMs);
    return place;
}

std::size_t SeriesHistory::firstNotBefore(const Block& block, std::size_t from, std::size_t to, qint64 atMs) const
{
    while (from < to) {
        const std::size_t middle = (from + to) / 2;
        if (block.baseMs + m_stepMs * static_cast<qint64>(middle) + block.drift[middle] < atMs)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

SeriesHistory::Place SeriesHistory::after(const Place& place) const
{
    if (place.index + 1 < m_summaries[place.block].size)
        return {place.block, place.index + 1};
    return {place.block + 1, 0};
}

ColumnSet SeriesHistory::columns(qint64 fromMs, qint64 toMs, int count) const
{
    if (count <= 0 || toMs <= fromMs) {
        ColumnSet nothing;
        nothing.fromMs = fromMs;
        nothing.toMs = toMs;
        return nothing;
    }
    return ColumnCutter(*this, fromMs, toMs, count).cut();
}

QList<SeriesHistory::Point> SeriesHistory::points(qint64 fromMs, qint64 toMs, int maximum) const
{
    const Place first = firstNotBefore(std::max(fromMs, oldestMs()));
    qint64 total = 0;
    for (Place place = first; !atEnd(place) && timeAt(place) < toMs; place = after(place))
        total += std::isnan(valueAt(place)) ? 0 : 1;

    QList<Point> points;
    const qint64 wanted = std::min<qint64>(total, std::max(0, maximum));
    points.reserve(wanted);
    qint64 seen = 0;
    for (Place place = first; points.size() < wanted; place = after(place)) {
        const float value = valueAt(place);
        if (std::isnan(value))
            continue;
        // The n-th of `wanted` points is sample number n * total / wanted.
        if (seen++ == points.size() * total / wanted)
            points.append({timeAt(place), value});
    }
    return points;
}

std::optional<SeriesHistory::Point> SeriesHistory::last() const
{
    // Gaps are not repeated, so the last number is at most two places back.
    for (std::size_t block = m_summaries.size(); block-- > 0;) {
        const Summary& summary = m_summaries[block];
        if (summary.numbers == 0)
            continue;
        std::size_t index = summary.size - 1U;
        while (std::isnan(m_blocks[block].values[index]))
            --index;
        return Point{timeAt({block, index}), m_blocks[block].values[index]};
    }
    return std::nullopt;
}

qint64 SeriesHistory::sampleCount() const
{
    qint64 count = 0;
    for (const Summary& summary : m_summaries)
        count += summary.numbers;
    // The oldest block may reach further back than is kept.
    for (Place place{0, 0}; !atEnd(place) && timeAt(place) < oldestMs(); place = after(place))
        count -= std::isnan(valueAt(place)) ? 0 : 1;
    return count;
}

}  // namespace cockpit
