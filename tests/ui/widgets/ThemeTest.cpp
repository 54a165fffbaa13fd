// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/Theme.h"
#include "core/playbook/Playbook.h"
#include "ui/widgets/ThemeColours.h"
#include "ui/widgets/ThemeStyleSheet.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QSignalSpy>

#include <cmath>

namespace cockpit {

namespace {

double luminance(const QColor& colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// WCAG 2.1 contrast ratio.
double contrast(const QColor& left, const QColor& right)
{
    const double lighter = std::max(luminance(left), luminance(right));
    const double darker = std::min(luminance(left), luminance(right));
    return (lighter + 0.05) / (darker + 0.05);
}

struct Pair {
    const char* name;
    Tone text;
    Tone surface;
};

constexpr Tone plainSurfaces[] = {Tone::Background,  Tone::Dock,  Tone::Raised,
                                  Tone::CodeSurface, Tone::Hover, Tone::Selection};
constexpr Tone texts[] = {Tone::Text,      Tone::Muted, Tone::Severity1, Tone::Severity2, Tone::Severity3,
                          Tone::Severity4, Tone::Good,  Tone::Unknown,   Tone::Focus};

QImage shape(const Theme& theme, int rank)
{
    QImage image(32, 32, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    theme.paintSeverityShape(painter, QRectF(2, 2, 28, 28), rank);
    return image;
}

int pixelsThatDiffer(const QImage& left, const QImage& right)
{
    int count = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x)
            count += (qAlpha(left.pixel(x, y)) > 127) != (qAlpha(right.pixel(x, y)) > 127) ? 1 : 0;
    }
    return count;
}

class LookOf : public testing::TestWithParam<bool>
{
};

}  // namespace

TEST_P(LookOf, TextsHaveContrastOnEverySurface)
{
    for (const Tone surface : plainSurfaces) {
        for (const Tone text : texts)
            EXPECT_GE(contrast(toneColour(text, GetParam()), toneColour(surface, GetParam())), 4.5)
                << "tone " << static_cast<int>(text) << " on " << static_cast<int>(surface);
    }
}

TEST_P(LookOf, SpecialPairsHaveContrast)
{
    const Pair pairs[] = {{"dim on dock", Tone::Dim, Tone::Dock},
                          {"dim on background", Tone::Dim, Tone::Background},
                          {"dim on raised", Tone::Dim, Tone::Raised},
                          {"text on alert", Tone::Text, Tone::Severity1Surface},
                          {"red on alert", Tone::Severity1, Tone::Severity1Surface},
                          {"text on warning", Tone::Text, Tone::Severity2Surface},
                          {"amber on warning", Tone::Severity2, Tone::Severity2Surface},
                          {"muted on focus", Tone::Muted, Tone::FocusSurface},
                          {"question", Tone::Question, Tone::QuestionSurface},
                          {"stale on dock", Tone::Stale, Tone::Dock},
                          {"production", Tone::OnFill, Tone::Production},
                          {"staging", Tone::OnFill, Tone::Staging},
                          {"demo", Tone::OnFill, Tone::Demo},
                          {"primary", Tone::OnFill, Tone::Primary},
                          {"danger", Tone::OnFill, Tone::DangerFill}};
    for (const Pair& pair : pairs)
        EXPECT_GE(contrast(toneColour(pair.text, GetParam()), toneColour(pair.surface, GetParam())), 4.5) << pair.name;
}

TEST_P(LookOf, StyleSheetHasNoUnknownColour)
{
    EXPECT_FALSE(themeStyleSheet(GetParam()).contains(QLatin1Char('@')));
}

INSTANTIATE_TEST_SUITE_P(DarkAndLight, LookOf, testing::Bool());

TEST(Theme, SeveritiesDifferInShapeNotOnlyInColour)
{
    const Theme theme;
    for (int left = 0; left < 4; ++left) {
        for (int right = left + 1; right < 4; ++right)
            EXPECT_GT(pixelsThatDiffer(shape(theme, left), shape(theme, right)), 80) << left << " and " << right;
    }
}

TEST(Theme, SystemModeFollowsTheDesktopAndOthersDoNot)
{
    Theme theme;
    theme.apply(*qApp);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setSystemDark(false);
    EXPECT_TRUE(theme.isDark());
    EXPECT_EQ(changed.count(), 0);
    theme.setMode(Theme::Mode::System);
    EXPECT_FALSE(theme.isDark());
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), theme.color(Tone::Dock));
    theme.setMode(Theme::Mode::Dark);
    EXPECT_TRUE(theme.isDark());
    EXPECT_EQ(changed.count(), 2);
}

}  // namespace cockpit
