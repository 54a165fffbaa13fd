// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/DisplayText.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

class DisplayTextTest : public testing::Test
{
protected:
    DisplayTextTest() { redactor.learn(Secret("hunter2secret")); }

    /// Everything shown, given piece by piece.
    QString shown(const QByteArray& text, qsizetype piece = 1)
    {
        DisplayText display(redactor);
        QString out;
        for (qsizetype at = 0; at < text.size(); at += piece)
            out += display.feed(text.mid(at, piece));
        return out + display.finish();
    }

    Redactor redactor;
};

TEST_F(DisplayTextTest, SteeringSequencesAreTakenOutHoweverTheyAreCut)
{
    const QByteArray text = "\x1b[31mred\x1b[0m \x1b]0;title\x07\x1b]52;c;ZXZpbA==\x1b\\ok\x1b(B \x1bPq\x1b\\end\x07\n";
    for (const qsizetype piece : {1, 2, 3, 7, 1'000})
        EXPECT_EQ(shown(text, piece), QStringLiteral("red ok end\n")) << piece;
    EXPECT_EQ(shown("\x1b]0;never ended\nnext\n", 5), QStringLiteral("\nnext\n"));
    EXPECT_EQ(shown("gr\xc3\xbc\xc3\x9f \xe2\x82\xac\n", 1), QStringLiteral("gr\u00fc\u00df \u20ac\n"));
    EXPECT_EQ(shown("a\xe2\x80\xae"
                    "b\n"),
              QStringLiteral("a\u27E8U+202E\u27E9b\n"));
}

TEST_F(DisplayTextTest, ASecretIsMaskedAlsoWithAColourInItAndOverTwoReads)
{
    EXPECT_EQ(shown("pw hunter2secret.\n", 4), QStringLiteral("pw \u2022\u2022\u2022.\n"));
    EXPECT_EQ(shown("pw hunter\x1b[1;31m2sec\x1b[0mret.\n", 4), QStringLiteral("pw \u2022\u2022\u2022.\n"));
}

TEST_F(DisplayTextTest, AProgressBarIsShownInSomeStatesAndAtItsEnd)
{
    EXPECT_EQ(shown("a\r\nb\r\n", 2), QStringLiteral("a\nb\n"));
    EXPECT_EQ(shown("1%\r50%\r100%\ndone\n", 1'000), QStringLiteral("100%\ndone\n"));
    QByteArray bar;
    for (int i = 0; i < 10'000; ++i)
        bar += "\r" + QByteArray::number(i) + " of 10000";
    const QString out = shown(bar + "\nready\n", 10);
    EXPECT_TRUE(out.endsWith(QStringLiteral("\n9999 of 10000\nready\n"))) << qPrintable(out.right(60));
    EXPECT_GT(out.count(QLatin1Char('\n')), 50);
    EXPECT_LT(out.count(QLatin1Char('\n')), 250);
}

TEST_F(DisplayTextTest, ALineIsCutAtFourKilobytesHoweverItComes)
{
    for (const qsizetype piece : {100, 65'536}) {
        const QString out = shown(QByteArray(1'000'000, 'x') + "\nnext\n", piece);
        EXPECT_EQ(out.size(), 4'096 + 1 + 1 + 5) << piece;
        EXPECT_EQ(out.indexOf(QLatin1Char('\n')), 4'097);
        EXPECT_TRUE(out.endsWith(QStringLiteral("\nnext\n")));
    }
    EXPECT_LE(shown(QByteArray("\xe2\x80\xae").repeated(100'000)).size(), 4'097) << "hidden characters are eight each";
}

}  // namespace
}  // namespace cockpit::test
