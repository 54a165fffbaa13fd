// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ExpositionStore.h"
#include "core/metrics/ExpositionParser.h"

#include <gtest/gtest.h>

#include <QMap>
#include <QRandomGenerator>

#include <cmath>

namespace cockpit {

namespace {

using std::chrono::seconds;

ExpositionSelector selector(const char* text)
{
    Result<ExpositionSelector> parsed = ExpositionSelector::parse(QString::fromUtf8(text));
    EXPECT_TRUE(parsed.ok()) << text;
    return std::move(parsed).value();
}

class Exporter
{
public:
    bool page(const QByteArray& text, int at)
    {
        const bool ok = store.scrape(text, seconds(at), &problem);
        EXPECT_TRUE(ok || !problem.message.isEmpty());
        return ok;
    }
    ExpositionStore store;
    ExpositionProblem problem;
};

TEST(ExpositionStore, SumsWhatMatches)
{
    Exporter e;
    const int errors = e.store.addSelector(selector("r{s=~\"5..\"}"));
    const int all = e.store.addSelector(selector("r"));
    const int none = e.store.addSelector(selector("q"));
    ASSERT_TRUE(e.page("r{s=\"200\"} 10\nr{s=\"500\"} 2\nr{s=\"503\"} 1\nother 99\n", 0));
    EXPECT_EQ(e.store.sum(errors), 3);
    EXPECT_EQ(e.store.sum(all), 13);
    EXPECT_EQ(e.store.matchCount(all), 3);
    EXPECT_FALSE(e.store.sum(none).has_value());
    EXPECT_EQ(e.store.seriesCount(), 4);
    EXPECT_EQ(e.store.value("r{s=\"503\"}"), 1);
    EXPECT_FALSE(e.store.value("r{s=\"504\"}").has_value());
}

TEST(ExpositionStore, RatesNeedTwoPages)
{
    Exporter e;
    const int r = e.store.addSelector(selector("r"));
    ASSERT_TRUE(e.page("r 100\n", 0));
    EXPECT_FALSE(e.store.rate(r).has_value());
    EXPECT_FALSE(e.store.hasTwoPages());
    ASSERT_TRUE(e.page("r 150\n", 10));
    EXPECT_EQ(e.store.increase(r), 50);
    EXPECT_EQ(e.store.rate(r), 5);
    ASSERT_TRUE(e.page("r 150\n", 20));
    EXPECT_EQ(e.store.rate(r), 0);
}

TEST(ExpositionStore, AFallIsAResetPerSeries)
{
    Exporter e;
    const int r = e.store.addSelector(selector("r"));
    ASSERT_TRUE(e.page("r{a=\"1\"} 100\nr{a=\"2\"} 1000\n", 0));
    // The sum falls, yet one series grew by 10 and the other was reset and reached 7.
    ASSERT_TRUE(e.page("r{a=\"1\"} 110\nr{a=\"2\"} 7\n", 10));
    EXPECT_EQ(e.store.increase(r), 17);
}

TEST(ExpositionStore, NewSeriesCountFromZeroAndAbsencesDoNotDouble)
{
    Exporter e;
    const int r = e.store.addSelector(selector("r"));
    ASSERT_TRUE(e.page("r{a=\"1\"} 100\n", 0));
    ASSERT_TRUE(e.page("r{a=\"1\"} 101\nr{a=\"2\"} 3\n", 10));
    EXPECT_EQ(e.store.increase(r), 4);
    ASSERT_TRUE(e.page("r{a=\"2\"} 3\n", 20));
    EXPECT_EQ(e.store.increase(r), 0);
    EXPECT_EQ(e.store.matchCount(r), 1);
    // It comes back: only what it grew since it was last seen counts.
    ASSERT_TRUE(e.page("r{a=\"1\"} 105\nr{a=\"2\"} 3\n", 30));
    EXPECT_EQ(e.store.increase(r), 4);
}

TEST(ExpositionStore, RatioOfRates)
{
    Exporter e;
    const int bad = e.store.addSelector(selector("r{s=~\"5..\"}"));
    const int all = e.store.addSelector(selector("r"));
    const int none = e.store.addSelector(selector("nothing_like_it"));
    ASSERT_TRUE(e.page("r{s=\"200\"} 1000\n", 0));
    EXPECT_FALSE(e.store.ratio(bad, all).has_value());
    ASSERT_TRUE(e.page("r{s=\"200\"} 1100\n", 10));
    EXPECT_EQ(e.store.ratio(bad, all), 0) << "no series of errors yet";
    ASSERT_TRUE(e.page("r{s=\"200\"} 1130\nr{s=\"500\"} 10\n", 20));
    EXPECT_EQ(e.store.ratio(bad, all), 0.25);
    ASSERT_TRUE(e.page("r{s=\"200\"} 1130\nr{s=\"500\"} 10\n", 30));
    EXPECT_EQ(e.store.ratio(bad, all), 0) << "no traffic at all";
    EXPECT_FALSE(e.store.ratio(bad, none).has_value());
    EXPECT_EQ(e.store.ratio(none, all), 0);
}

TEST(ExpositionStore, WhatIsNotANumberIsNotKnown)
{
    Exporter e;
    const int r = e.store.addSelector(selector("r"));
    ASSERT_TRUE(e.page("r{a=\"1\"} NaN\nr{a=\"2\"} 5\n", 0));
    EXPECT_FALSE(e.store.sum(r).has_value());
    EXPECT_EQ(e.store.matchCount(r), 2);
    ASSERT_TRUE(e.page("r{a=\"1\"} 1\nr{a=\"2\"} 5\n", 10));
    EXPECT_FALSE(e.store.increase(r).has_value());
    ASSERT_TRUE(e.page("r{a=\"1\"} 2\nr{a=\"2\"} 5\n", 20));
    EXPECT_EQ(e.store.increase(r), 1);
}

TEST(ExpositionStore, ABrokenPageChangesNothing)
{
    Exporter e;
    const int r = e.store.addSelector(selector("r"));
    ASSERT_TRUE(e.page("r{a=\"1\"} 1\nr{a=\"2\"} 1\n", 0));
    EXPECT_FALSE(e.page("r{a=\"1\"} 500\nr{a=\"9\"} 7\nr{a=\"2\"} oops\n", 10));
    EXPECT_EQ(e.problem.line, 3);
    EXPECT_EQ(e.store.sum(r), 2);
    EXPECT_EQ(e.store.value("r{a=\"1\"}"), 1);
    EXPECT_FALSE(e.store.value("r{a=\"9\"}").has_value());
    ASSERT_TRUE(e.page("r{a=\"1\"} 3\nr{a=\"2\"} 1\n", 20));
    EXPECT_EQ(e.store.increase(r), 2);
    EXPECT_EQ(e.store.rate(r), 0.1) << "over the 20 s between the good pages";
}

TEST(ExpositionStore, PredictsTheOrderAndFindsItsWayBack)
{
    Exporter e;
    QByteArray page;
    for (int i = 0; i < 100; ++i)
        page += "r{a=\"" + QByteArray::number(i) + "\"} 1\n# remark\n";
    ASSERT_TRUE(e.page(page, 0));
    EXPECT_EQ(e.store.lookupCount(), 100);
    ASSERT_TRUE(e.page(page, 1));
    EXPECT_EQ(e.store.lookupCount(), 0);
    // One series more, one less: one lookup for each place where the order breaks.
    QByteArray changed = page;
    changed.replace("r{a=\"50\"} 1\n", "");
    changed.prepend("first 1\n");
    ASSERT_TRUE(e.page(changed, 2));
    EXPECT_EQ(e.store.lookupCount(), 2);
    EXPECT_EQ(e.store.seriesCount(), 100);
}

TEST(ExpositionStore, DoesNotTakeOneSeriesForAnother)
{
    Exporter e;
    ASSERT_TRUE(e.page("a 1\nb{x=\"1\"} 2\n", 0));
    ASSERT_TRUE(e.page("ab 3\nb{x=\"1\"} 4\n", 1));
    EXPECT_FALSE(e.store.value("a").has_value());
    EXPECT_EQ(e.store.value("ab"), 3);
    ASSERT_TRUE(e.page("ab {x=\"1\"} 5\nb{x=\"12\"} 6\n", 2));
    EXPECT_FALSE(e.store.value("ab").has_value());
    EXPECT_EQ(e.store.value("ab {x=\"1\"}"), 5);
    EXPECT_EQ(e.store.value("b{x=\"12\"}"), 6);
    EXPECT_FALSE(e.store.value("b{x=\"1\"}").has_value());
}

TEST(ExpositionStore, CountsARepeatedSeriesOnce)
{
    Exporter e;
    const int r = e.store.addSelector(selector("r"));
    ASSERT_TRUE(e.page("r 1\nr 5\n", 0));
    EXPECT_EQ(e.store.sum(r), 1);
    EXPECT_EQ(e.store.duplicateCount(), 1);
}

TEST(ExpositionStore, ForgetsSeriesThatWentAway)
{
    Exporter e;
    const int r = e.store.addSelector(selector("r{keep=\"1\"}"));
    for (int page = 0; page < 300; ++page) {
        QByteArray text = "r{keep=\"1\"} " + QByteArray::number(page) + "\n";
        for (int i = 0; i < 50; ++i)
            text += "r{id=\"" + QByteArray::number(page) + "-" + QByteArray::number(i) + "\"} 1\n";
        ASSERT_TRUE(e.page(text, page));
        EXPECT_EQ(e.store.seriesCount(), 51);
        if (page > 0) {
            ASSERT_EQ(e.store.increase(r), 1) << page;
        }
    }
    EXPECT_FALSE(e.store.value("r{id=\"0-0\"}").has_value());
}

/// Sums and increases computed from whole parses, series by series.
class Oracle
{
public:
    void page(const QByteArray& text)
    {
        const std::optional<Exposition> parsed = parseExposition(text, nullptr);
        ASSERT_TRUE(parsed.has_value());
        increase = 0;
        sum = 0;
        QMap<QString, double> now;
        for (const ExpositionFamily& family : parsed->families) {
            for (const ExpositionSample& sample : family.samples) {
                const QString series = sample.series();
                if (now.contains(series) || sample.name != QStringLiteral("m"))
                    continue;
                now.insert(series, sample.value);
                sum += sample.value;
                const double before = m_seen.value(series, 0);
                increase += sample.value >= before ? sample.value - before : sample.value;
            }
        }
        for (auto it = now.cbegin(); it != now.cend(); ++it)
            m_seen.insert(it.key(), it.value());
    }
    double sum = 0;
    double increase = 0;

private:
    QMap<QString, double> m_seen;
};

TEST(ExpositionStore, AgreesWithTheOracle)
{
    QRandomGenerator random(11);
    for (int round = 0; round < 40; ++round) {
        ExpositionStore store;
        const int m = store.addSelector(selector("m"));
        Oracle oracle;
        std::vector<double> counters(60, 0);
        for (int page = 0; page < 12; ++page) {
            QByteArray text;
            for (std::size_t i = 0; i < counters.size(); ++i) {
                counters[i] = random.bounded(20) == 0 ? 0 : counters[i] + random.bounded(5);
                const std::size_t shown = random.bounded(8) == 0 ? (i * 7) % counters.size() : i;
                if (random.bounded(10) == 0)
                    continue;
                text += (shown % 3 == 0 ? "other{i=\"" : "m{i=\"") + QByteArray::number(qulonglong(shown)) + "\"} " +
                        QByteArray::number(counters[shown]) + "\n";
            }
            ExpositionProblem problem;
            ASSERT_TRUE(store.scrape(text, seconds(page), &problem)) << qPrintable(problem.text());
            oracle.page(text);
            ASSERT_EQ(store.sum(m), oracle.sum);
            if (page > 0) {
                ASSERT_EQ(store.increase(m), oracle.increase) << "round " << round << " page " << page;
            }
        }
    }
}

}  // namespace

}  // namespace cockpit
