// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/palette/FuzzyMatch.h"

#include <QStringList>

namespace cockpit {

namespace {

constexpr int longestConsidered = 400;
constexpr int wordStartBonus = 8;
constexpr int runBonus = 5;
constexpr int wholeWordBonus = 20;

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

/// A word found whole beats its letters found apart.
int scoreWord(QStringView word, QStringView text)
{
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(text, at))
            return wholeWordBonus + wordStartBonus + static_cast<int>(word.size()) * runBonus;
    }
    int score = 0;
    qsizetype from = 0;
    qsizetype previous = -2;
    for (const QChar wanted : word) {
        const qsizetype found = text.indexOf(wanted, from, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        score += 1 + (startsWord(text, found) ? wordStartBonus : 0) + (found == previous + 1 ? runBonus : 0);
        previous = found;
        from = found + 1;
    }
    return score;
}

}  // namespace

int fuzzyScore(QStringView typed, QStringView text)
{
    int total = 0;
    const QStringView considered = text.left(longestConsidered);
    for (const QStringView word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const int score = scoreWord(word, considered);
        if (score < 0)
            return -1;
        total += score;
    }
    return total;
}

}  // namespace cockpit
