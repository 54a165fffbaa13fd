// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/SeriesHistory.h"

#include <gtest/gtest.h>

#include <QRandomGenerator>

#include <cmath>
#include <limits>
#include <optional>

namespace cockpit {

namespace {

constexpr qint64 start = 1'795'230'000'000;  // 2026-11-21 03:00:00 UTC

/// The same class written the slow way: every sample in one list, every question answered by looking at all of them.
class Oracle
{
public:
    Oracle(qint64 stepMs, qint64 keepMs)
        : m_stepMs(stepMs)
        , m_keepMs(keepMs)
    {
    }

    void append(qint64 atMs, std::optional<float> value)
    {
        if (!m_all.empty() && atMs <= m_all.back().atMs)
            return;
        // The gap that was recorded first stands for those that follow it.
        if (!value && (m_all.empty() || !m_all.back().value))
            return;
        m_all.push_back({atMs, value});
    }

    struct Entry {
        qint64 atMs;
        std::optional<float> value;
    };

    std::vector<Entry> kept() const
    {
        std::vector<Entry> kept;
        for (const Entry& entry : m_all) {
            if (entry.atMs >= m_all.back().atMs - m_keepMs)
                kept.push_back(entry);
        }
        return kept;
    }

    ColumnSet columns(qint64 fromMs, qint64 toMs, int count) const
    {
        const std::vector<Entry> entries = kept();
        ColumnSet set;
        set.columns.resize(count);
        double sum = 0;
        int numbers = 0;
        for (int i = 0; i < count; ++i) {
            const qint64 left = fromMs + (toMs - fromMs) * i / count;
            const qint64 right = fromMs + (toMs - fromMs) * (i + 1) / count;
            Column& column = set.columns[i];
            bool touched = false;
            for (const Entry& entry : entries) {
                if (entry.atMs < left || entry.atMs >= right)
                    continue;
                touched = true;
                if (!entry.value)
                    continue;
                const float value = *entry.value;
                column.minimum = column.filled ? std::min(column.minimum, value) : value;
                column.maximum = column.filled ? std::max(column.maximum, value) : value;
                column.last = value;
                column.filled = true;
                set.minimum = set.any ? std::min<double>(set.minimum, value) : value;
                set.maximum = set.any ? std::max<double>(set.maximum, value) : value;
                set.last = static_cast<double>(value);
                set.any = true;
                sum += static_cast<double>(value);
                ++numbers;
            }
            if (!touched)
                bridge(entries, left, right, &column);
        }
        set.mean = numbers > 0 ? sum / numbers : 0;
        return set;
    }

private:
    void bridge(const std::vector<Entry>& entries, qint64 left, qint64 right, Column* column) const
    {
        for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
            const Entry& a = entries[i];
            const Entry& b = entries[i + 1];
            if (a.atMs >= left || b.atMs < right || !a.value || !b.value)
                continue;
            if (static_cast<double>(b.atMs - a.atMs) > 2.5 * static_cast<double>(m_stepMs))
                continue;
            const auto line = [&](qint64 at) {
                return static_cast<double>(*a.value) + static_cast<double>(*b.value - *a.value) *
                                                           static_cast<double>(at - a.atMs) /
                                                           static_cast<double>(b.atMs - a.atMs);
            };
            column->filled = true;
            column->minimum = static_cast<float>(std::min(line(left), line(right)));
            column->maximum = static_cast<float>(std::max(line(left), line(right)));
            column->last = *a.value;
        }
    }

    qint64 m_stepMs;
    qint64 m_keepMs;
    std::vector<Entry> m_all;
};

void expectSame(const ColumnSet& actual, const ColumnSet& expected, const std::string& where)
{
    ASSERT_EQ(actual.columns.size(), expected.columns.size()) << where;
    for (qsizetype i = 0; i < expected.columns.size(); ++i) {
        const Column& a = actual.columns.at(i);
        const Column& e = expected.columns.at(i);
        ASSERT_EQ(a.filled, e.filled) << where << " column " << i;
        const float tolerance = 1e-3F;
        ASSERT_NEAR(a.minimum, e.minimum, tolerance) << where << " column " << i;
        ASSERT_NEAR(a.maximum, e.maximum, tolerance) << where << " column " << i;
        ASSERT_EQ(a.last, e.last) << where << " column " << i;
    }
    ASSERT_EQ(actual.any, expected.any) << where;
    ASSERT_EQ(actual.minimum, expected.minimum) << where;
    ASSERT_EQ(actual.maximum, expected.maximum) << where;
    ASSERT_NEAR(actual.mean, expected.mean, 1e-6) << where;
    ASSERT_EQ(actual.last, expected.last) << where;
}

struct Pair {
    Pair(qint64 stepMs, qint64 keepMs)
        : history(stepMs, keepMs)
        , oracle(stepMs, keepMs)
    {
    }
    void value(qint64 atMs, double number)
    {
        history.append(atMs, number);
        oracle.append(atMs, std::isfinite(number) ? std::optional(static_cast<float>(number)) : std::nullopt);
    }
    void gap(qint64 atMs)
    {
        history.appendGap(atMs);
        oracle.append(atMs, std::nullopt);
    }
    SeriesHistory history;
    Oracle oracle;
};

/// Jitter, outages, restarts of the poller, notes out of order, NaN and infinities; a short ring, so that it wraps.
void fillAtRandom(QRandomGenerator& random, Pair* pair, qint64 stepMs, qint64* now)
{
    const int length = random.bounded(1, 900);
    for (int i = 0; i < length; ++i) {
        *now += stepMs + random.bounded(static_cast<int>(stepMs / 5)) - stepMs / 10;
        switch (random.bounded(40)) {
        case 0: pair->gap(*now); break;
        case 1: *now += stepMs * random.bounded(200); break;
        case 2: pair->value(*now - 3 * stepMs, 1e6); break;
        case 3: pair->value(*now, std::numeric_limits<double>::quiet_NaN()); break;
        case 4: pair->value(*now, -std::numeric_limits<double>::infinity()); break;
        case 5: pair->value(*now, 50'000); break;
        default: pair->value(*now, random.bounded(100) / 4.0); break;
        }
    }
}

TEST(SeriesHistory, AgreesWithTheOracle)
{
    QRandomGenerator random(20261121);
    for (int round = 0; round < 150; ++round) {
        const qint64 stepMs = std::array{1'000, 10'000, 60'000}[static_cast<std::size_t>(random.bounded(3))];
        Pair pair(stepMs, stepMs * random.bounded(50, 700));
        qint64 now = start;
        fillAtRandom(random, &pair, stepMs, &now);
        qsizetype numbers = 0;
        for (const Oracle::Entry& entry : pair.oracle.kept())
            numbers += entry.value ? 1 : 0;
        ASSERT_EQ(pair.history.sampleCount(), numbers) << round;
        for (int look = 0; look < 8; ++look) {
            const qint64 to = now - stepMs * random.bounded(100) + stepMs * random.bounded(50);
            const qint64 from = to - stepMs * random.bounded(1, 1'200);
            const int count = random.bounded(1, 700);
            const std::string where = "round " + std::to_string(round) + " look " + std::to_string(look);
            expectSame(pair.history.columns(from, to, count), pair.oracle.columns(from, to, count), where);
            if (testing::Test::HasFatalFailure())
                return;
        }
    }
}

TEST(SeriesHistory, LosesNoSpike)
{
    // One single second out of a week, looked at through every width a screen may have.
    SeriesHistory history(1'000);
    constexpr qint64 week = 7LL * 86'400;
    constexpr qint64 spikeAt = 345'678;
    for (qint64 i = 0; i < week; ++i)
        history.append(start + i * 1'000, i == spikeAt ? 99 : 1);
    for (const int count : {1, 2, 7, 499, 500, 630, 1'920, 3'840}) {
        const ColumnSet set = history.columns(start, start + week * 1'000, count);
        int found = 0;
        for (qsizetype i = 0; i < set.columns.size(); ++i) {
            if (set.columns.at(i).maximum == 99) {
                ++found;
                const qint64 left = week * 1'000 * i / count;
                const qint64 right = week * 1'000 * (i + 1) / count;
                EXPECT_LE(left, spikeAt * 1'000);
                EXPECT_GT(right, spikeAt * 1'000);
            }
        }
        EXPECT_EQ(found, 1) << count;
        EXPECT_EQ(set.maximum, 99);
    }
}

TEST(SeriesHistory, AFailedPollIsAGapAndNotALine)
{
    SeriesHistory history(10'000);
    history.append(start, 5);
    history.append(start + 10'000, 6);
    history.appendGap(start + 20'000);
    history.append(start + 30'000, 7);
    const ColumnSet set = history.columns(start, start + 40'000, 40);
    EXPECT_TRUE(set.columns.at(0).filled);
    EXPECT_TRUE(set.columns.at(5).filled) << "between two samples runs a line";
    EXPECT_NEAR(set.columns.at(5).minimum, 5.5, 1e-4);
    EXPECT_TRUE(set.columns.at(10).filled);
    for (int i = 11; i < 30; ++i)
        EXPECT_FALSE(set.columns.at(i).filled) << i;
    EXPECT_TRUE(set.columns.at(30).filled);
    EXPECT_FALSE(set.columns.at(35).filled) << "nothing is known after the last sample";
}

TEST(SeriesHistory, AHoleOfMoreThanTwoAndAHalfStepsIsAGap)
{
    for (const qint64 hole : {20'000, 25'000, 25'001, 60'000}) {
        SeriesHistory history(10'000);
        history.append(start, 5);
        history.append(start + hole, 5);
        EXPECT_EQ(history.columns(start, start + hole, 10).columns.at(5).filled, hole <= 25'000) << hole;
    }
}

TEST(SeriesHistory, DropsWhatComesOutOfOrder)
{
    SeriesHistory history(1'000);
    history.append(start, 1);
    history.append(start - 1'000, 50);
    history.append(start, 60);
    history.appendGap(start - 500);
    history.append(start + 1'000, 2);
    EXPECT_EQ(history.sampleCount(), 2);
    EXPECT_EQ(history.columns(start - 10'000, start + 10'000, 20).maximum, 2);
}

TEST(SeriesHistory, KeepsNoMoreThanItsTime)
{
    SeriesHistory history(1'000, 600'000);
    for (qint64 i = 0; i < 5'000; ++i)
        history.append(start + i * 1'000, static_cast<double>(i));
    EXPECT_EQ(history.sampleCount(), 601);
    EXPECT_EQ(history.columns(start, start + 5'000'000, 10).minimum, 4'399);
    EXPECT_EQ(history.points(start, start + 5'000'000).size(), 601);
}

TEST(SeriesHistory, IsBoundedWhenSamplesComeTooFast)
{
    SeriesHistory history(1'000, 600'000);
    for (qint64 i = 0; i < 400'000; ++i)
        history.append(start + i, 1);
    EXPECT_LT(history.sampleCount(), 80'000);
    EXPECT_EQ(history.last()->atMs, start + 399'999);
}

TEST(SeriesHistory, LastIsTheLastNumber)
{
    SeriesHistory history(1'000);
    EXPECT_FALSE(history.last().has_value());
    history.appendGap(start);
    EXPECT_FALSE(history.last().has_value());
    history.append(start + 1'000, 4);
    history.appendGap(start + 2'000);
    history.appendGap(start + 3'000);
    ASSERT_TRUE(history.last().has_value());
    EXPECT_EQ(history.last()->atMs, start + 1'000);
    EXPECT_EQ(history.last()->value, 4);
}

TEST(SeriesHistory, ThinsPointsEvenlyAndInOrder)
{
    SeriesHistory history(1'000);
    for (qint64 i = 0; i < 10'000; ++i)
        history.append(start + i * 1'000, static_cast<double>(i));
    const QList<SeriesHistory::Point> all = history.points(start + 100'000, start + 200'000);
    ASSERT_EQ(all.size(), 100);
    EXPECT_EQ(all.first().value, 100);
    EXPECT_EQ(all.last().value, 199);
    const QList<SeriesHistory::Point> thinned = history.points(start, start + 10'000'000, 300);
    ASSERT_EQ(thinned.size(), 300);
    for (qsizetype i = 1; i < thinned.size(); ++i) {
        const qint64 distance = thinned.at(i).atMs - thinned.at(i - 1).atMs;
        EXPECT_GE(distance, 33'000);
        EXPECT_LE(distance, 34'000);
    }
    EXPECT_TRUE(history.points(start, start + 10'000'000, 0).isEmpty());
    EXPECT_TRUE(history.points(start + 1, start + 2).isEmpty());
}

TEST(SeriesHistory, AnswersEmptyQuestions)
{
    const SeriesHistory history(1'000);
    EXPECT_FALSE(history.columns(0, 1'000, 10).any);
    EXPECT_EQ(history.columns(0, 1'000, 10).columns.size(), 10);
    EXPECT_TRUE(history.columns(0, 1'000, 0).columns.isEmpty());
    EXPECT_TRUE(history.columns(1'000, 0, 10).columns.isEmpty());
    EXPECT_TRUE(history.points(0, 1'000).isEmpty());
    EXPECT_EQ(history.sampleCount(), 0);
}

}  // namespace

}  // namespace cockpit
