// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/board/BoardModel.h"

#include "core/base/SafeText.h"

#include <QSet>

#include <algorithm>

namespace cockpit::panels::board {

int BoardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BoardModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const BoardRow& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole:
        return safeToolTip(QStringList{row.severity + QStringLiteral(" \u00B7 ") + row.title, row.subtitle, row.reason}
                               .join(QLatin1Char('\n'))
                               .trimmed());
    case Qt::AccessibleTextRole:
        return QStringList{row.severity, row.title, row.subtitle, row.stateWord}.join(QStringLiteral(", "));
    default: return {};
    }
}

int BoardModel::rowOf(const QString& incident) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const BoardRow& row) { return row.id == incident; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool BoardModel::update(QList<BoardRow> rows, bool hold)
{
    std::sort(rows.begin(), rows.end(), boardOrder);
    QHash<QString, qsizetype> place;
    place.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        place.insert(rows.at(i).id, i);
    removeMissing(place);
    bool edited = false;
    for (BoardRow& row : m_rows) {
        const BoardRow& wanted = rows.at(place.value(row.id));
        if (!(row == wanted)) {
            row = wanted;
            edited = true;
        }
    }
    const int before = rowCount();
    if (m_rows.size() < rows.size())
        appendNew(rows);
    if (edited)
        emit dataChanged(index(0), index(before - 1));
    const bool disordered = !std::is_sorted(m_rows.begin(), m_rows.end(), boardOrder);
    if (disordered && !hold)
        reorder(std::move(rows));
    return disordered && hold;
}

void BoardModel::removeMissing(const QHash<QString, qsizetype>& wanted)
{
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (wanted.contains(m_rows.at(last).id))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_rows.at(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void BoardModel::appendNew(const QList<BoardRow>& rows)
{
    QSet<QString> known;
    known.reserve(m_rows.size());
    for (const BoardRow& row : m_rows)
        known.insert(row.id);
    beginInsertRows({}, rowCount(), static_cast<int>(rows.size()) - 1);
    for (const BoardRow& row : rows) {
        if (!known.contains(row.id))
            m_rows.append(row);
    }
    endInsertRows();
}

void BoardModel::reorder(QList<BoardRow> ordered)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex& persistent : before)
        ids.append(m_rows.at(persistent.row()).id);
    m_rows = std::move(ordered);
    QModelIndexList after;
    for (const QString& id : ids)
        after.append(index(rowOf(id)));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

}  // namespace cockpit::panels::board
