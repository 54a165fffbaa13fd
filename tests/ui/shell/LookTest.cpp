// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What the window looks like: grabbed to <build>/look/ for eyes, and checked for what a program can check.
#include "tests/ui/shell/ShellFixture.h"

#include <QDir>
#include <QDockWidget>
#include <QSet>

namespace cockpit::test {

namespace {

struct Look {
    const char* name;
    Theme::Mode mode;
    QSize size;
};

class LookTest : public ShellFixture, public testing::WithParamInterface<Look>
{
};

int coloursIn(const QImage& image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    return static_cast<int>(colours.size());
}

}  // namespace

TEST_P(LookTest, TheWholeWindowFitsAndIsDrawn)
{
    auto window = makeWindow(GetParam().size);
    theme.setMode(GetParam().mode);
    rig.client.applySnapshot(sampleSnapshot(rig.clock.utcNow()));
    QTest::qWait(50);
    EXPECT_EQ(window->size(), GetParam().size) << "the panels forced the window to grow";
    const QImage image = window->grab().toImage();
    QDir().mkpath(QStringLiteral(BUILD_DIR "/look"));
    ASSERT_TRUE(image.save(QStringLiteral(BUILD_DIR "/look/%1.png").arg(QLatin1String(GetParam().name))));
    EXPECT_GT(coloursIn(image), 60);
    const QColor corner = image.pixelColor(2, image.height() - 3);
    EXPECT_EQ(corner.lightness() < 128, GetParam().mode == Theme::Mode::Dark);
    for (const QDockWidget* dock : window->findChildren<QDockWidget*>())
        EXPECT_GE(dock->width(), 150) << qPrintable(dock->objectName());
}

TEST_F(ShellFixture, EmptyWindowSaysWhatIsWatched)
{
    auto window = makeWindow({1366, 768});
    const QImage image = window->grab().toImage();
    QDir().mkpath(QStringLiteral(BUILD_DIR "/look"));
    ASSERT_TRUE(image.save(QStringLiteral(BUILD_DIR "/look/empty.png")));
    QStringList texts;
    for (const QLabel* label : window->findChildren<QLabel*>())
        texts.append(label->text());
    EXPECT_TRUE(texts.contains(QStringLiteral("No open incidents")));
}

INSTANTIATE_TEST_SUITE_P(
    Sizes, LookTest,
    testing::Values(Look{"dark-1366", Theme::Mode::Dark, {1366, 768}},
                    Look{"light-1366", Theme::Mode::Light, {1366, 768}},
                    Look{"dark-2560", Theme::Mode::Dark, {2560, 1440}},
                    Look{"light-2560", Theme::Mode::Light, {2560, 1440}}),
    [](const testing::TestParamInfo<Look>& look) {
        return QString::fromLatin1(look.param.name).replace(QLatin1Char('-'), QLatin1Char('_')).toStdString();
    });

}  // namespace cockpit::test
