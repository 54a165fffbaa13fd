// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/PlaybookProblem.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace cockpit {

namespace {

constexpr qsizetype longestListed = 14;

/// Edits between two words, a swap of neighbours counting as one.
int editDistance(const QString& left, const QString& right)
{
    const auto rows = static_cast<std::size_t>(left.size());
    const auto columns = static_cast<std::size_t>(right.size());
    std::vector<std::vector<int>> cost(rows + 1, std::vector<int>(columns + 1, 0));
    for (std::size_t row = 0; row <= rows; ++row)
        cost[row][0] = static_cast<int>(row);
    for (std::size_t column = 0; column <= columns; ++column)
        cost[0][column] = static_cast<int>(column);
    const auto leftAt = [&left](std::size_t index) { return left.at(static_cast<qsizetype>(index)); };
    const auto rightAt = [&right](std::size_t index) { return right.at(static_cast<qsizetype>(index)); };
    for (std::size_t row = 1; row <= rows; ++row) {
        for (std::size_t column = 1; column <= columns; ++column) {
            const int change = leftAt(row - 1) == rightAt(column - 1) ? 0 : 1;
            int best =
                std::min({cost[row - 1][column] + 1, cost[row][column - 1] + 1, cost[row - 1][column - 1] + change});
            if (row > 1 && column > 1 && leftAt(row - 1) == rightAt(column - 2) &&
                leftAt(row - 2) == rightAt(column - 1))
                best = std::min(best, cost[row - 2][column - 2] + 1);
            cost[row][column] = best;
        }
    }
    return cost[rows][columns];
}

}  // namespace

QString PlaybookProblem::toString() const
{
    return QStringLiteral("%1:%2:%3: %4").arg(file).arg(line).arg(column).arg(message);
}

QString nearestWord(const QString& word, const QStringList& candidates)
{
    const QString wanted = word.left(64).toLower();
    QString best;
    int bestDistance = std::max<int>(2, static_cast<int>(wanted.size()) / 2) + 1;
    for (const QString& candidate : candidates) {
        const int distance = editDistance(wanted, candidate.left(64).toLower());
        if (distance < bestDistance && distance < candidate.size()) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

QString suggestion(const QString& word, const QStringList& candidates)
{
    if (candidates.isEmpty())
        return {};
    const QString nearest = nearestWord(word, candidates);
    if (!nearest.isEmpty())
        return QCoreApplication::translate("Playbook", "; did you mean \"%1\"?").arg(nearest);
    QStringList listed = candidates.mid(0, longestListed);
    if (candidates.size() > longestListed)
        listed.append(QStringLiteral("…"));
    return QCoreApplication::translate("Playbook", "; valid here: %1").arg(listed.join(QStringLiteral(", ")));
}

}  // namespace cockpit
