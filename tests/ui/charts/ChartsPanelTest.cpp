// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/ChartsPanel.h"
#include "core/metrics/ValueText.h"
#include "tests/support/EngineRig.h"
#include "tests/support/ExpectedWarnings.h"
#include "tests/support/Wait.h"
#include "ui/panels/charts/ChartExport.h"
#include "ui/panels/charts/Module.h"
#include "ui/panels/charts/PlotItem.h"
#include "ui/panels/charts/SignalChart.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Selection.h"
#include "ui/widgets/Theme.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QSignalSpy>

#include <cmath>

namespace cockpit::panels::charts {

namespace {

PlaybookPointer platform(const QString& id, const QString& title, bool sockets)
{
    auto playbook = std::make_shared<Playbook>();
    playbook->id = id;
    playbook->title = title;
    playbook->severities = {Severity{QStringLiteral("SEV-1"), QStringLiteral("Total outage"), 0, {}, {}, {}}};
    const auto add = [&](const char* signal, const char* unit, const char* chart, double threshold) {
        SignalSpec spec;
        spec.id = QString::fromUtf8(signal);
        spec.title = spec.id;
        spec.unit = QString::fromUtf8(unit);
        spec.chart = QString::fromUtf8(chart);
        spec.kind = QStringLiteral("fake");
        if (threshold > 0)
            spec.threshold = threshold;
        playbook->signalSpecs.append(spec);
    };
    add("error_rate", "percent", "error_rate", 5);
    add("queue", "count", "queue_size", 50);
    if (sockets)
        add("sockets", "count", "websocket_connections", 0);
    return playbook;
}

/// The panel on a real engine whose signals answer what the test wants.
class ChartsPanelTest : public testing::Test
{
protected:
    ChartsPanelTest()
        : rig({platform(QStringLiteral("just-trades"), QStringLiteral("Just Trades"), false),
               platform(QStringLiteral("flowrex"), QStringLiteral("Flowrex"), true)})
        , panel(PanelContext{rig.client, selection, theme, actions, rig.clock})
    {
        theme.apply(*qApp);
    }

    /// One poll each 10 s; the source answers `value`, or nothing while `reachable` is false.
    void poll(int times)
    {
        if (!source) {
            auto fake = std::make_unique<test::FakeSource>();
            source = fake.get();
            source->answer = [this](const QString& platform, const SignalSpec& spec) {
                Reading reading;
                reading.platform = platform;
                reading.signal = spec.id;
                reading.at = rig.clock.utcNow();
                reading.state = reachable ? ReadingState::Value : ReadingState::Unreachable;
                reading.value = value;
                reading.detail = reachable ? QString() : QStringLiteral("connection refused");
                return reading;
            };
            rig.registry.add(std::move(fake));
            ASSERT_TRUE(rig.engine.start(QStringLiteral("window")).ok());
        }
        for (int i = 0; i < times; ++i) {
            const qsizetype before = source->requests.size();
            rig.clock.advance(std::chrono::seconds(11));
            rig.engine.tick();
            ASSERT_TRUE(test::waitUntil([&] { return source->requests.size() >= before + 2; }, 2'000)) << i;
            QTest::qWait(1);
        }
        rig.publish();
    }

    void show(int width = 500, int height = 380)
    {
        panel.resize(width, height);
        panel.show();
        ASSERT_TRUE(test::waitUntil([&] { return !panel.chart(0)->series().isEmpty(); }));
    }

    test::ExpectWarning sizeHints{QStringLiteral("propagateSizeHints")};  // of the offscreen platform
    test::EngineRig rig;
    Selection selection;
    Theme theme;
    ActionCatalogue actions;
    ChartsPanel panel;
    test::FakeSource* source = nullptr;
    double value = 3;
    bool reachable = true;
};

TEST_F(ChartsPanelTest, SaysWhatItWaitsFor)
{
    show();
    const QList<ChartSeries>& errors = panel.chart(0)->series();
    ASSERT_EQ(errors.size(), 2);
    EXPECT_EQ(errors.at(0).platform, QStringLiteral("just-trades"));
    EXPECT_EQ(errors.at(1).style, 1);
    EXPECT_EQ(panel.chart(2)->series().size(), 1);
    EXPECT_FALSE(errors.at(0).data.any);
    EXPECT_GT(errors.at(0).data.toMs - errors.at(0).data.fromMs, 3'500'000) << "the axis stands before the data";
    auto* view = panel.chart(0)->findChild<QGraphicsView*>();
    ASSERT_NE(view, nullptr);
    EXPECT_EQ(view->accessibleName(), QStringLiteral("Error rate chart"));
    EXPECT_TRUE(view->accessibleDescription().contains(QStringLiteral("unknown")));
}

TEST_F(ChartsPanelTest, RangesAreKeysAndButtonsAndActions)
{
    show();
    EXPECT_EQ(panel.range(), std::chrono::hours(1));
    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
    panel.chart(0)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_4);
    EXPECT_EQ(panel.range(), std::chrono::hours(24));
    actions.find(QStringLiteral("charts.range.5"))->trigger();
    EXPECT_EQ(panel.range(), std::chrono::hours(7 * 24));
    for (QAbstractButton* button : panel.findChildren<QAbstractButton*>()) {
        if (button->text() == QStringLiteral("5 m"))
            button->click();
        EXPECT_FALSE(button->accessibleName().isEmpty());
    }
    EXPECT_EQ(panel.range(), std::chrono::minutes(5));
    ASSERT_TRUE(test::waitUntil([&] {
        const ColumnSet& data = panel.chart(0)->series().first().data;
        return std::abs(data.toMs - data.fromMs - 300'000) < 1'000;
    }));
}

TEST_F(ChartsPanelTest, ShowsWhatTheEngineMeasured)
{
    poll(10);
    value = 8;
    poll(5);
    show();
    ASSERT_TRUE(test::waitUntil([&] { return panel.chart(0)->series().first().data.any; }));
    const QStringList header = panel.chart(0)->header()->shownTexts();
    EXPECT_EQ(header.first(), QStringLiteral("Error rate"));
    EXPECT_TRUE(header.contains(QStringLiteral("8"))) << qPrintable(header.join(u'|'));
    EXPECT_TRUE(header.contains(QStringLiteral("over limit"))) << qPrintable(header.join(u'|'));
    EXPECT_TRUE(header.contains(QStringLiteral("max 8"))) << qPrintable(header.join(u'|'));
    const QString spoken = panel.chart(0)->findChild<QGraphicsView*>()->accessibleDescription();
    EXPECT_TRUE(spoken.contains(QStringLiteral("Just Trades now 8 %, maximum 8 %"))) << qPrintable(spoken);
}

TEST_F(ChartsPanelTest, WhatCannotBeReadIsUnknownAndAGap)
{
    poll(10);
    reachable = false;
    poll(1);
    rig.clock.advance(std::chrono::minutes(10));
    rig.publish();
    show();
    ASSERT_TRUE(test::waitUntil([&] { return panel.chart(0)->series().first().data.any; }));
    const QStringList header = panel.chart(0)->header()->shownTexts();
    EXPECT_TRUE(header.contains(QStringLiteral("unreachable"))) << qPrintable(header.join(u'|'));
    const ColumnSet& data = panel.chart(0)->series().first().data;
    EXPECT_FALSE(data.columns.at(data.columns.size() - 5).filled);
    EXPECT_EQ(data.minimum, 3);
}

TEST_F(ChartsPanelTest, TheCrossHairIsSharedAndReachableByKey)
{
    poll(10);
    show();
    ASSERT_TRUE(test::waitUntil([&] { return panel.chart(0)->series().first().data.any; }));
    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
    panel.chart(1)->setFocus();
    QWidget* view = QApplication::focusWidget();
    ASSERT_NE(view, nullptr);
    QTest::keyClick(view, Qt::Key_Left);
    for (int i = 0; i < 3; ++i) {
        const QStringList header = panel.chart(i)->header()->shownTexts();
        EXPECT_TRUE(header.filter(QStringLiteral("UTC")).size() == 1) << i << qPrintable(header.join(u'|'));
    }
    EXPECT_TRUE(panel.chart(1)->header()->shownTexts().contains(QStringLiteral("3")));
    QTest::keyClick(view, Qt::Key_Home);
    EXPECT_TRUE(panel.chart(1)->header()->shownTexts().contains(QStringLiteral("unknown")));
    QTest::keyClick(view, Qt::Key_Escape);
    EXPECT_TRUE(panel.chart(1)->header()->shownTexts().filter(QStringLiteral("UTC")).isEmpty());
}

TEST_F(ChartsPanelTest, CopiesPictureAndDataAsEvidence)
{
    poll(6);
    show();
    ASSERT_TRUE(test::waitUntil([&] { return panel.chart(0)->series().first().data.any; }));
    const std::unique_ptr<QMimeData> mime = panel.chart(0)->mimeData();
    QImage picture;
    ASSERT_TRUE(picture.loadFromData(mime->data(QStringLiteral("image/png")), "PNG"));
    EXPECT_EQ(picture.width(), panel.chart(0)->width());
    const QJsonObject chart =
        QJsonDocument::fromJson(mime->data(QStringLiteral("application/x-incident-cockpit-chart"))).object();
    EXPECT_EQ(chart.value(QLatin1String("title")).toString(), QStringLiteral("Error rate"));
    EXPECT_TRUE(chart.value(QLatin1String("from")).toString().endsWith(u'Z'));
    const QStringList lines = chart.value(QLatin1String("csv")).toString().split(QStringLiteral("\r\n"));
    EXPECT_EQ(lines.first(), QStringLiteral("time_utc,platform,signal,unit,minimum,maximum,last"));
    EXPECT_GT(lines.size(), 4);
    EXPECT_TRUE(lines.at(1).endsWith(QStringLiteral(",just-trades,error_rate,percent,3,3,3")))
        << qPrintable(lines.at(1));

    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
    panel.chart(0)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(
        QApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("application/x-incident-cockpit-chart")));
}

TEST_F(ChartsPanelTest, NeverClipsAnAxisLabel)
{
    poll(10);
    for (const auto& [width, height] : {std::pair(500, 380), std::pair(420, 300), std::pair(900, 700)}) {
        for (const double level : {0.004, 3.0, 61.0, 1'250.0, 987'654.0}) {
            value = level;
            poll(1);
            show(width, height);
            QTest::qWait(150);
            for (int i = 0; i < 3; ++i) {
                auto* view = panel.chart(i)->findChild<QGraphicsView*>();
                const QRectF visible = view->mapToScene(view->viewport()->rect()).boundingRect();
                int seen = 0;
                for (const QGraphicsItem* item : view->scene()->items()) {
                    const auto* text = qgraphicsitem_cast<const QGraphicsTextItem*>(item);
                    if (!text || !text->isVisible() || text->toPlainText().isEmpty())
                        continue;
                    ++seen;
                    EXPECT_FALSE(text->toPlainText().contains(QStringLiteral("…"))) << qPrintable(text->toPlainText());
                    EXPECT_FALSE(text->toPlainText().contains(QStringLiteral("...")))
                        << qPrintable(text->toPlainText());
                    // A text item has an empty margin around its ink.
                    const QRectF ink = text->sceneBoundingRect().adjusted(4, 4, -4, -4);
                    EXPECT_TRUE(visible.contains(ink))
                        << i << " " << qPrintable(text->toPlainText()) << " at " << width;
                }
                EXPECT_GE(seen, i == 2 ? 5 : 2) << "chart " << i << " at " << width << "x" << height;
            }
            QDir().mkpath(QStringLiteral(BUILD_DIR "/looks"));
            panel.grab().save(QStringLiteral(BUILD_DIR "/looks/charts-%1x%2-%3.png").arg(width).arg(height).arg(level));
            panel.hide();
        }
    }
}

TEST_F(ChartsPanelTest, AsksOnlyWhileItIsSeen)
{
    show();
    const qint64 before = panel.chart(0)->series().first().data.toMs;
    panel.hide();
    rig.clock.advance(std::chrono::minutes(10));
    QTest::qWait(1'300);
    EXPECT_EQ(panel.chart(0)->series().first().data.toMs, before);
    panel.show();
    ASSERT_TRUE(test::waitUntil([&] { return panel.chart(0)->series().first().data.toMs > before; }));
}

/// A day as in a bad night: calm, an outage of the recorder, then the incident.
QList<ChartSeries> badNight(int columns, qint64 toMs, qint64 rangeMs, int platforms, double scale)
{
    static const char* const names[] = {"Just Trades", "Flowrex", "tradingbot", "bytelyst"};
    QList<ChartSeries> all;
    for (int p = 0; p < platforms; ++p) {
        SeriesHistory history(10'000);
        for (qint64 at = toMs - rangeMs; at < toMs; at += 10'000) {
            const double part = static_cast<double>(at - toMs + rangeMs) / static_cast<double>(rangeMs);
            if (part > 0.55 && part < 0.59) {
                history.appendGap(at);
                continue;
            }
            const double wave = 0.02 * std::sin(static_cast<double>(at) / 37'000.0 + p) + 0.03;
            const double trouble = p == 0 && part > 0.73 ? 0.9 * std::tanh((part - 0.73) * 9) : 0.05 * p;
            history.append(at, scale * (wave + trouble));
        }
        ChartSeries series;
        series.platform = QString::fromUtf8(names[p]);
        series.platformTitle = series.platform;
        series.unit = QStringLiteral("percent");
        series.threshold = p == 0 ? std::optional(scale * 0.3) : std::nullopt;
        series.style = p;
        series.data = history.columns(toMs - rangeMs, toMs, columns);
        series.reading.state = ReadingState::Value;
        series.reading.value = series.data.last;
        all.append(series);
    }
    return all;
}

TEST(SignalChart, LooksRightInBothThemes)
{
    const test::ExpectWarning sizeHints{QStringLiteral("propagateSizeHints")};
    const qint64 to = QDateTime(QDate(2026, 11, 21), QTime(3, 12, 47), Qt::UTC).toMSecsSinceEpoch();
    QDir().mkpath(QStringLiteral(BUILD_DIR "/looks"));
    for (const auto mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        Theme theme;
        theme.setMode(mode);
        theme.apply(*qApp);
        SignalChart chart(QStringLiteral("Error rate"), false, true, theme);
        chart.resize(500, 130);
        chart.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&chart));
        const QList<ChartMark> marks{{to - 950'000, 0, QStringLiteral("SEV-1"), false},
                                     {to - 100'000, 0, QStringLiteral("SEV-1 resolved"), true}};
        chart.setContent(badNight(chart.columnCount(), to, 3'600'000, 4, 41), marks, QStringLiteral("Just Trades"), {});
        const QString name = mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        const QImage picture = chart.grab().toImage();
        picture.save(QStringLiteral(BUILD_DIR "/looks/chart-%1.png").arg(name));
        int ink = 0;
        const QRgb line = seriesColour(theme, 0).rgb();
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                ink += picture.pixel(x, y) == line ? 1 : 0;
        }
        EXPECT_GT(ink, 200) << "the line is there, in its colour";
    }
}

TEST(SignalChart, HeaderDropsWholePiecesNeverParts)
{
    const test::ExpectWarning sizeHints{QStringLiteral("propagateSizeHints")};
    Theme theme;
    ChartHeader header(theme);
    header.setPieces({{QStringLiteral("WebSocket connections"), Tone::Text, true, 100},
                      {QStringLiteral("%"), Tone::Muted, false, 40}},
                     {{QStringLiteral("now"), Tone::Muted, false, 80},
                      {QStringLiteral("1,204"), Tone::Text, true, 95},
                      {QStringLiteral("max 1,250"), Tone::Muted, false, 70}});
    qsizetype before = 99;
    for (const int width : {600, 330, 280, 250, 200, 60}) {
        header.resize(width, 18);
        const QStringList shown = header.shownTexts();
        EXPECT_LE(shown.size(), before);
        EXPECT_EQ(shown.first(), QStringLiteral("WebSocket connections"));
        before = shown.size();
    }
    EXPECT_EQ(before, 1);
}

TEST(ChartExport, IsSafeCsv)
{
    ChartSeries series;
    series.platform = QStringLiteral("=cmd|'/c calc'!A1");
    series.signal = QStringLiteral("a,\"b\"");
    series.unit = QStringLiteral("count");
    series.data.fromMs = 0;
    series.data.toMs = 2'000;
    series.data.columns = {Column{}, Column{1, 2, 1.5F, true}};
    EXPECT_EQ(chartCsv({series}),
              QByteArray("time_utc,platform,signal,unit,minimum,maximum,last\r\n"
                         "1970-01-01T00:00:01.000Z,'=cmd|'/c calc'!A1,\"a,\"\"b\"\"\",count,1,2,1.5\r\n"));
}

TEST(ValueText, ReadsWell)
{
    EXPECT_EQ(formatValue(38.2341, QStringLiteral("percent")), QStringLiteral("38.23 %"));
    EXPECT_EQ(formatValue(1204, QStringLiteral("count")), QStringLiteral("1,204"));
    EXPECT_EQ(formatValue(0.0042, QString()), QStringLiteral("0.0042"));
    EXPECT_EQ(formatValue(3'355'443.2, QStringLiteral("bytes")), QStringLiteral("3.2 MiB"));
    EXPECT_EQ(formatValue(1, QStringLiteral("flag")), QStringLiteral("yes"));
    EXPECT_EQ(formatValue(-0.00001, QStringLiteral("seconds")), QStringLiteral("-1e-05 s"));
    EXPECT_EQ(formatNumber(std::nan("")), QStringLiteral("–"));
}

}  // namespace

}  // namespace cockpit::panels::charts
