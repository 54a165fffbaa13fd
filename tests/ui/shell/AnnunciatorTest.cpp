// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/annunciator/Annunciator.h"
#include "tests/ui/shell/ShellFixture.h"
#include "ui/shell/annunciator/Clocks.h"
#include "ui/shell/annunciator/NextBox.h"
#include "ui/shell/annunciator/Tile.h"
#include "ui/shell/annunciator/TileStrip.h"

#include <QAction>
#include <QSet>

namespace cockpit::test {

namespace {

class AnnunciatorTest : public ShellFixture
{
protected:
    void showSample()
    {
        snapshot = sampleSnapshot(rig.clock.utcNow());
        rig.client.applySnapshot(snapshot);
        QTest::qWait(20);
    }

    static QImage drawn(const Theme& theme, TileLevel level)
    {
        Tile tile(theme);
        tile.resize(180, Tile::height);
        tile.show(sampleTile(QStringLiteral("p"), QStringLiteral("P"), QStringLiteral("s"), level, QStringLiteral("w"),
                             {}, {}, level == TileLevel::Alert ? 1 : -1),
                  {});
        return tile.grab().toImage().copy(0, 0, 30, Tile::height).convertToFormat(QImage::Format_Grayscale8);
    }

    Snapshot snapshot;
};

}  // namespace

TEST_F(AnnunciatorTest, WhatNeedsEyesComesFirst)
{
    auto window = makeWindow();
    showSample();
    QStringList order;
    for (const Tile* tile : window->annunciator().tiles().tilesInOrder())
        order.append(tile->state().title);
    EXPECT_EQ(order.mid(0, 8), (QStringList{QStringLiteral("workers"), QStringLiteral("queue"), QStringLiteral("5xx"),
                                            QStringLiteral("pool"), QStringLiteral("orders"), QStringLiteral("data"),
                                            QStringLiteral("heartbeat"), QStringLiteral("API")}));
}

TEST_F(AnnunciatorTest, TilesSayWordReasonAndAge)
{
    auto window = makeWindow();
    showSample();
    const Tile* workers = window->annunciator().tiles().tilesInOrder().first();
    EXPECT_EQ(workers->accessibleName(), QStringLiteral("Just Trades · workers: alert"));
    EXPECT_EQ(workers->secondLine(), QStringLiteral("SEV-1 · 0 of 10 alive · 2 min"));
    rig.clock.advance(std::chrono::seconds(46));
    rig.client.applySnapshot(snapshot);
    EXPECT_EQ(workers->secondLine(), QStringLiteral("SEV-1 · 0 of 10 alive · 3 min"));
}

TEST_F(AnnunciatorTest, LevelsDifferWithoutColour)
{
    const QList<TileLevel> levels{TileLevel::Ok, TileLevel::Alert, TileLevel::Unknown, TileLevel::Stale,
                                  TileLevel::Pending};
    for (qsizetype left = 0; left < levels.size(); ++left) {
        for (qsizetype right = left + 1; right < levels.size(); ++right)
            EXPECT_NE(drawn(theme, levels.at(left)), drawn(theme, levels.at(right))) << left << " and " << right;
    }
}

TEST_F(AnnunciatorTest, WhatDoesNotFitIsCountedAndCanBeShown)
{
    auto window = makeWindow();
    snapshot = sampleSnapshot(rig.clock.utcNow());
    for (int i = 0; i < 30; ++i)
        snapshot.tiles.append(sampleTile(QStringLiteral("more"), QStringLiteral("More"), QStringLiteral("s%1").arg(i),
                                         TileLevel::Ok, QStringLiteral("ok"), QStringLiteral("1"), {}));
    rig.client.applySnapshot(snapshot);
    QTest::qWait(20);
    TileStrip& strip = window->annunciator().tiles();
    auto* more = strip.findChild<QPushButton*>();
    ASSERT_TRUE(more->isVisible());
    EXPECT_TRUE(more->text().startsWith(QStringLiteral("+ "))) << qPrintable(more->text());
    const auto shown = [&strip] {
        const auto tiles = strip.tilesInOrder();
        return std::count_if(tiles.begin(), tiles.end(), [](const Tile* tile) { return tile->isVisible(); });
    };
    const auto before = shown();
    EXPECT_LT(before, 48);
    for (const Tile* tile : strip.tilesInOrder().mid(0, 4))
        EXPECT_TRUE(tile->isVisible());
    QTest::mouseClick(more, Qt::LeftButton);
    QTest::qWait(20);
    EXPECT_GT(shown(), before);
    for (const Tile* tile : strip.tilesInOrder()) {
        if (tile->isVisible()) {
            EXPECT_TRUE(strip.rect().contains(tile->geometry()));
        }
    }
}

TEST_F(AnnunciatorTest, HostileTextIsLiteral)
{
    auto window = makeWindow();
    snapshot = sampleSnapshot(rig.clock.utcNow());
    snapshot.tiles[0].title = QStringLiteral("<img src=/dev/zero>");
    snapshot.tiles[0].reason = QStringLiteral("<b>bold</b>");
    snapshot.next.title = QStringLiteral("<img src=/dev/zero>");
    rig.client.applySnapshot(snapshot);
    const Tile* tile = window->annunciator().tiles().tilesInOrder().first();
    EXPECT_TRUE(tile->toolTip().contains(QStringLiteral("&lt;img src=/dev/zero&gt;")));
    EXPECT_FALSE(tile->toolTip().contains(QStringLiteral("<img")));
    EXPECT_FALSE(window->annunciator().next().toolTip().contains(QStringLiteral("<img")));
    EXPECT_TRUE(window->annunciator().next().accessibleName().contains(QStringLiteral("<img src=/dev/zero>")));
}

TEST_F(AnnunciatorTest, F1SelectsTheIncidentAndRunsTheCommand)
{
    auto window = makeWindow();
    showSample();
    window->selection().setIncident(QStringLiteral("i4"));
    QString selectedThen;
    QAction probe(QStringLiteral("Probe"));
    QObject::connect(&probe, &QAction::triggered, window.get(), [&] { selectedThen = window->selection().incident(); });
    window->actions().add(QStringLiteral("test.probe"), &probe);
    snapshot.next.command = QStringLiteral("test.probe");
    rig.client.applySnapshot(snapshot);
    QTest::keyClick(window.get(), Qt::Key_F1);
    EXPECT_EQ(selectedThen, QStringLiteral("i1"));
    EXPECT_EQ(window->selection().runbook(), QStringLiteral("total_outage"));
    snapshot.next.command.clear();
    rig.client.applySnapshot(snapshot);
    selectedThen.clear();
    QTest::keyClick(window.get(), Qt::Key_F1);
    EXPECT_TRUE(selectedThen.isEmpty());
}

TEST_F(AnnunciatorTest, TilesAreReachedAndPressedByKey)
{
    auto window = makeWindow();
    showSample();
    window->selection().setIncident(QStringLiteral("i4"));
    Tile* tile = window->annunciator().tiles().tilesInOrder().first();
    tile->setFocus(Qt::TabFocusReason);
    QTest::keyClick(tile, Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), window->annunciator().tiles().tilesInOrder().at(1));
    QTest::keyClick(tile, Qt::Key_Space);
    EXPECT_EQ(window->selection().incident(), QStringLiteral("i1"));
}

TEST_F(AnnunciatorTest, ClocksShowUtcAndNewYork)
{
    auto window = makeWindow();
    const auto* clocks = window->findChild<Clocks*>();
    EXPECT_EQ(clocks->utcText(), QStringLiteral("03:00:00"));
    EXPECT_TRUE(clocks->zonesText().endsWith(QStringLiteral("New York 22:00"))) << qPrintable(clocks->zonesText());
}

}  // namespace cockpit::test
