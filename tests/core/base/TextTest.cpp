// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/SafeText.h"

#include <gtest/gtest.h>

namespace cockpit::test {

TEST(SafeTextTest, NoHalfCharacterLeavesIt)
{
    const QString half = QString(QChar(0xd800)) + QStringLiteral("a") + QString(QChar(0xdc00));
    EXPECT_EQ(safeLine(half), QStringLiteral("?a?"));
    EXPECT_EQ(safeBlock(half), QStringLiteral("?a?"));
    for (int length = 4'090; length < 4'100; ++length) {
        const QString line = QString(length, QLatin1Char('x')) + QStringLiteral("\U0001F525").repeated(8);
        EXPECT_TRUE(safeBlock(line).isValidUtf16()) << length;
        EXPECT_TRUE(safeLine(line, length + 3).isValidUtf16()) << length;
        EXPECT_TRUE(safeBlock(line, length + 3).isValidUtf16()) << length;
    }
}

TEST(SafeLine, KeepsOrdinaryTextAndMarkupLiterally)
{
    const QString text = QStringLiteral("<img src=/dev/zero> 100 % \u20AC \U0001F6A8");
    EXPECT_EQ(safeLine(text), text);
}

TEST(SafeLine, ShowsWhatHidesAndFlattensControls)
{
    EXPECT_EQ(safeLine(QStringLiteral("a\u202Eb")), QStringLiteral("a\u27E8U+202E\u27E9b"));
    EXPECT_EQ(safeLine(QStringLiteral("a\u200Bb\uFEFF")), QStringLiteral("a\u27E8U+200B\u27E9b\u27E8U+FEFF\u27E9"));
    EXPECT_EQ(safeLine(QStringLiteral("a\nb\tc\u2028d\u0007")), QStringLiteral("a b c d "));
}

TEST(SafeLine, CutsWithoutBreakingACharacter)
{
    EXPECT_EQ(safeLine(QString(300, QLatin1Char('x')), 10), QString(9, QLatin1Char('x')) + QChar(0x2026));
    const QString cut = safeLine(QStringLiteral("abc\U0001F6A8\U0001F6A8\U0001F6A8"), 5);
    EXPECT_FALSE(cut.at(cut.size() - 2).isHighSurrogate());
    EXPECT_LE(safeLine(QString(1'000'000, QChar(0x202E))).size(), 200);
}

TEST(SafeBlock, KeepsLinesAndTabsAndCapsBoth)
{
    EXPECT_EQ(safeBlock(QStringLiteral("a\tb\r\nc\u202Ed")), QStringLiteral("a\tb\nc\u27E8U+202E\u27E9d"));
    const QString long1 = safeBlock(QString(10'000, QLatin1Char('x')) + QStringLiteral("\nnext"));
    EXPECT_EQ(long1.indexOf(QLatin1Char('\n')), 4097);
    EXPECT_TRUE(long1.endsWith(QStringLiteral("next")));
    EXPECT_LE(safeBlock(QString(5'000, QLatin1Char('\n')), 100).size(), 100);
}

TEST(SafeToolTip, IsEscaped)
{
    const QString tip = safeToolTip(QStringLiteral("<img src=x>&"));
    EXPECT_TRUE(tip.contains(QStringLiteral("&lt;img src=x&gt;&amp;")));
    EXPECT_FALSE(tip.contains(QStringLiteral("<img")));
}

TEST(TerminalEscapes, AreRemoved)
{
    EXPECT_EQ(withoutTerminalEscapes(QStringLiteral("\x1b[31mred\x1b[0m")), QStringLiteral("red"));
    EXPECT_EQ(withoutTerminalEscapes(QStringLiteral("\x1b]52;c;ZXZpbA==\x07ok")), QStringLiteral("ok"));
    EXPECT_EQ(withoutTerminalEscapes(QStringLiteral("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\")),
              QStringLiteral("link"));
    EXPECT_EQ(withoutTerminalEscapes(QStringLiteral("\x1bP+q544e\x1b\\ok")), QStringLiteral("ok"));
    EXPECT_EQ(withoutTerminalEscapes(QStringLiteral("a\u0007\u009Bb\r\n\tc\x1b")), QStringLiteral("ab\n\tc"));
    EXPECT_EQ(withoutTerminalEscapes(QStringLiteral("\x1b[")), QString());
}

TEST(SafeLine, ABlockIsCutEvenWhereItsLastCharacterBecomesLonger)
{
    const QString block = safeBlock(QString(9, QLatin1Char('x')) + QChar(0x00AD), 10);
    EXPECT_EQ(block.size(), 10);
    EXPECT_TRUE(block.endsWith(QChar(0x2026)));
}

}  // namespace cockpit::test
