// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/ChartScale.h"
#include "ui/panels/charts/ColumnPainter.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QRandomGenerator>

#include <cmath>

namespace cockpit::panels::charts {

namespace {

QStringList labels(const QList<Tick>& ticks)
{
    QStringList texts;
    for (const Tick& tick : ticks)
        texts.append(tick.label);
    return texts;
}

qint64 at(int day, int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute, second), Qt::UTC).toMSecsSinceEpoch();
}

struct ScaleCase {
    double minimum;
    double maximum;
    bool mayFloat;
    int ticks;
    QStringList expected;
};

class ValueScaleTest : public testing::TestWithParam<ScaleCase>
{
};

TEST_P(ValueScaleTest, HasRoundTicks)
{
    const ScaleCase& c = GetParam();
    EXPECT_EQ(labels(chooseValueScale(c.minimum, c.maximum, c.mayFloat, c.ticks).ticks).join(u' '),
              c.expected.join(u' '));
}

QStringList split(const char* text)
{
    return QString::fromUtf8(text).split(u' ');
}

INSTANTIATE_TEST_SUITE_P(
    Table, ValueScaleTest,
    testing::Values(ScaleCase{0, 41, false, 4, split("0 20 40 60")}, ScaleCase{0, 61, false, 3, split("0 50 100")},
                    ScaleCase{0, 0, false, 3, split("0.0 0.5 1.0")}, ScaleCase{3, 3, false, 3, split("0 2 4")},
                    ScaleCase{0.002, 0.0041, false, 3, split("0.000 0.005")},
                    ScaleCase{1188, 1250, true, 3, split("1.15k 1.20k 1.25k")},
                    ScaleCase{1188, 1250, false, 3, split("0 1k 2k")},
                    ScaleCase{1204, 1204, true, 3, split("1.0k 1.2k 1.4k")},
                    ScaleCase{-5, 5, false, 3, split("-5 0 5")}, ScaleCase{0, 2.5e6, false, 3, split("0 2M 4M")}));

TEST(ValueScale, HoldsForAnyValues)
{
    QRandomGenerator random(3);
    for (int i = 0; i < 5'000; ++i) {
        const double size = std::pow(10.0, random.bounded(-8, 14));
        double low = (random.generateDouble() - (random.bounded(2) ? 0.0 : 0.5)) * size;
        double high = low + random.generateDouble() * size * (random.bounded(5) == 0 ? 1e-6 : 1);
        const int maximumTicks = random.bounded(2, 9);
        const bool mayFloat = random.bounded(2) == 1;
        const ValueScale scale = chooseValueScale(low, high, mayFloat, maximumTicks);
        ASSERT_LT(scale.low, scale.high);
        const double invisible = 1e-8 * (scale.high - scale.low);
        ASSERT_LE(scale.low, low + invisible);
        ASSERT_GE(scale.high, high - invisible);
        ASSERT_GE(scale.ticks.size(), 2);
        ASSERT_LE(scale.ticks.size(), maximumTicks) << low << " " << high;
        if (!mayFloat) {
            ASSERT_LE(scale.low, 0);
        }
    }
}

TEST(ValueScale, SurvivesWhatIsNoNumber)
{
    const ValueScale scale = chooseValueScale(std::nan(""), std::numeric_limits<double>::infinity(), true, 4);
    EXPECT_LT(scale.low, scale.high);
    EXPECT_TRUE(std::isfinite(scale.high));
}

TEST(TimeTicks, AreRoundTimesInUtc)
{
    EXPECT_EQ(labels(chooseTimeTicks(at(21, 2, 12, 47), at(21, 3, 12, 47), 6)).join(u' '),
              QStringLiteral("02:15 02:30 02:45 03:00"));
    EXPECT_EQ(labels(chooseTimeTicks(at(21, 3, 7, 47), at(21, 3, 12, 47), 6)).join(u' '),
              QStringLiteral("03:08 03:09 03:10 03:11 03:12"));
    EXPECT_EQ(labels(chooseTimeTicks(at(20, 3, 12), at(21, 3, 12), 6)).join(u' '),
              QStringLiteral("06:00 12:00 18:00 21 Nov"));
    EXPECT_EQ(labels(chooseTimeTicks(at(14, 3, 12), at(21, 3, 12), 8)).join(u','),
              QStringLiteral("15 Nov,16 Nov,17 Nov,18 Nov,19 Nov,20 Nov,21 Nov"));
    EXPECT_TRUE(chooseTimeTicks(at(21, 3, 0), at(21, 3, 0), 6).isEmpty());
}

TEST(TimeTicks, AreNeverTooMany)
{
    QRandomGenerator random(5);
    for (int i = 0; i < 3'000; ++i) {
        const qint64 from = at(1, 0, 0) + static_cast<qint64>(random.bounded(20LL * 86'400'000));
        const qint64 to = from + 60'000 + static_cast<qint64>(random.bounded(14LL * 86'400'000));
        const int most = random.bounded(2, 12);
        const QList<Tick> ticks = chooseTimeTicks(from, to, most);
        ASSERT_LE(ticks.size(), most);
        for (const Tick& tick : ticks) {
            ASSERT_GE(tick.at, static_cast<double>(from));
            ASSERT_LE(tick.at, static_cast<double>(to));
            ASSERT_FALSE(tick.label.isEmpty());
        }
    }
}

ColumnSet setOf(const std::vector<std::pair<float, float>>& ranges)
{
    ColumnSet set;
    for (const auto& [low, high] : ranges) {
        Column column;
        column.filled = !std::isnan(low);
        column.minimum = column.filled ? low : 0;
        column.maximum = column.filled ? high : 0;
        column.last = column.maximum;
        set.columns.append(column);
        set.any = set.any || column.filled;
    }
    set.toMs = set.columns.size() * 1'000;
    return set;
}

const std::pair<float, float> hole{std::nanf(""), 0.0F};

QImage painted(const ColumnSet& set, int height = 100)
{
    QImage image(static_cast<int>(set.columns.size()), height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    paintColumns(image, set, 0, 100, Qt::white, 2);
    return image;
}

/// First and last inked row of an image column; {-1, -1} when it is empty.
std::pair<int, int> inked(const QImage& image, int x)
{
    std::pair<int, int> rows{-1, -1};
    for (int y = 0; y < image.height(); ++y) {
        if (qAlpha(image.pixel(x, y)) > 100) {
            rows.first = rows.first < 0 ? y : rows.first;
            rows.second = y;
        }
    }
    return rows;
}

TEST(ColumnPainter, PaintsFromMinimumToMaximum)
{
    const QImage image = painted(setOf({{0, 0}, {0, 100}, {100, 100}, {50, 50}, {20, 80}}));
    EXPECT_EQ(inked(image, 1), std::pair(0, 99)) << "a spike fills its column";
    EXPECT_GE(inked(image, 0).second, 98);
    EXPECT_EQ(inked(image, 2).first, 0);
    const auto [top, bottom] = inked(image, 4);
    EXPECT_NEAR(top, 20, 1);
    EXPECT_NEAR(bottom, 80, 1);
}

TEST(ColumnPainter, JoinsNeighboursButNeverAcrossAGap)
{
    const QImage joinedUp = painted(setOf({{10, 10}, {90, 90}}));
    EXPECT_LE(inked(joinedUp, 0).first, 51) << "half the way up";
    EXPECT_GE(inked(joinedUp, 1).second, 49) << "half the way down";

    const QImage apart = painted(setOf({{10, 10}, {10, 10}, hole, {90, 90}, {90, 90}}));
    EXPECT_EQ(inked(apart, 2).first, -1) << "a gap stays empty";
    EXPECT_GT(inked(apart, 1).first, 80);
    EXPECT_LT(inked(apart, 3).second, 20);
}

TEST(ColumnPainter, UnknownIsNeverZero)
{
    const QImage image = painted(setOf({hole, hole, hole}));
    for (int x = 0; x < image.width(); ++x)
        EXPECT_EQ(inked(image, x).first, -1);
}

TEST(ColumnPainter, ASingleSampleIsADot)
{
    const QImage image = painted(setOf({hole, hole, {50, 50}, hole, hole}));
    for (const int x : {1, 2, 3})
        EXPECT_GE(inked(image, x).first, 45);
    EXPECT_EQ(inked(image, 0).first, -1);
    EXPECT_EQ(inked(image, 4).first, -1);
}

TEST(ColumnPainter, StaysInsideWhateverTheScale)
{
    QImage image(3, 20, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    paintColumns(image, setOf({{-1e9F, 1e9F}, {500, 600}, {-600, -500}}), 0, 100, Qt::white, 2);
    EXPECT_EQ(inked(image, 0), std::pair(0, 19));
    paintColumns(image, setOf({{1, 1}}), 5, 5, Qt::white, 2);
    QImage nothing;
    paintColumns(nothing, setOf({{1, 1}}), 0, 5, Qt::white, 2);
}

TEST(ColumnPainter, FindsGaps)
{
    const ColumnSet set = setOf({hole, {1, 1}, hole, {1, 1}, hole, hole, hole, {1, 1}, hole, hole, hole, hole});
    const QList<GapRange> gaps = gapsOf(set, 3);
    ASSERT_EQ(gaps.size(), 2) << "what lies before the first sample is none, and one column is too small";
    EXPECT_EQ(gaps.at(0).first, 4);
    EXPECT_EQ(gaps.at(0).last, 6);
    EXPECT_FALSE(gaps.at(0).open);
    EXPECT_EQ(gaps.at(1).first, 8);
    EXPECT_EQ(gaps.at(1).last, 11);
    EXPECT_TRUE(gaps.at(1).open);
    EXPECT_TRUE(gapsOf(setOf({hole, hole}), 1).isEmpty());
}

}  // namespace

}  // namespace cockpit::panels::charts
