// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Mojibake.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

/// What a Windows program makes of UTF-8.
QString garbled(const QString& text)
{
    QString out;
    const QByteArray bytes = text.toUtf8();
    const QString extras = QString::fromUtf8(
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178");
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        out += code >= 0x80 && code < 0xA0 ? extras.at(code - 0x80) : QChar(static_cast<char16_t>(code));
    }
    return out;
}

}  // namespace

TEST(MojibakeTest, RepairsWhatWasGarbledAndSaysWhere)
{
    const QString meant =
        QString::fromUtf8("\U0001F6A8 INCIDENT\nwe\u2019re back \u2013 caf\u00E9 \u2705 \u26A0\uFE0F");
    QList<GarbledText> found;
    EXPECT_EQ(repairMojibake(garbled(meant), &found), meant);
    ASSERT_EQ(found.size(), 7);
    EXPECT_EQ(found.first().garbled, QString::fromUtf8("\u00F0\u0178\u0161\u00A8"));
    EXPECT_EQ(found.first().repaired, QString::fromUtf8("\U0001F6A8"));
    EXPECT_EQ(found.first().line, 1);
    EXPECT_EQ(found.last().line, 2);
}

TEST(MojibakeTest, EveryCharacterOfSeveralBytesComesBack)
{
    for (char32_t code :
         {U'\u00A0', U'\u00FF', U'\u0800', U'\u20AC', U'\uFFFD', U'\U00010000', U'\U0001F4CA', U'\U0010FFFF'}) {
        const QString meant = QString::fromUcs4(&code, 1);
        if (code == U'\uFFFD')
            continue;
        EXPECT_EQ(repairMojibake(garbled(meant)), meant) << std::hex << static_cast<unsigned>(code);
    }
}

TEST(MojibakeTest, LeavesRealTextAlone)
{
    for (const char* text :
         {"plain", "CAF\u00C9\u00BB", "\u00C4rger, \u00D6l, \u00DCbung", "na\u00EFve \u00E0 la", "\U0001F6A8",
          "\u00C2 alone", "\u00F0\u0178", "\u0160koda \u017Divot", "\u00E2", "50 \u20AC"}) {
        QList<GarbledText> found;
        EXPECT_EQ(repairMojibake(QString::fromUtf8(text), &found), QString::fromUtf8(text));
        EXPECT_TRUE(found.isEmpty()) << text;
    }
}

}  // namespace cockpit::test
