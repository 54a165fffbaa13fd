// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/palette/PaletteModel.h"

#include "ui/shell/palette/FuzzyMatch.h"

#include <algorithm>

namespace cockpit {

void PaletteModel::setEntries(QList<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_shown.clear();
    endResetModel();
    setTyped({});
}

void PaletteModel::setTyped(const QString& typed)
{
    struct Match {
        int score;
        qsizetype entry;
    };
    QList<Match> matches;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry& entry = m_entries.at(i);
        const int inTitle = fuzzyScore(typed, entry.title);
        const int anywhere =
            inTitle >= 0
                ? inTitle * 2
                : fuzzyScore(typed, entry.title + QLatin1Char(' ') + entry.detail + QLatin1Char(' ') + entry.kind);
        if (anywhere >= 0)
            matches.append({anywhere, i});
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& left, const Match& right) { return left.score > right.score; });
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < qMin<qsizetype>(matches.size(), mostShown); ++i)
        m_shown.append(matches.at(i).entry);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PaletteEntry& shown = entry(index.row());
    if (role == Qt::DisplayRole)
        return shown.title;
    if (role == Qt::AccessibleTextRole)
        return QStringList{shown.kind, shown.title, shown.detail, shown.keys}.join(QStringLiteral(", "));
    return {};
}

}  // namespace cockpit
