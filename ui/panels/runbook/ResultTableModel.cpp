// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/ResultTableModel.h"

#include "core/base/SafeText.h"

#include <QFont>

#include <algorithm>
#include <numeric>

namespace cockpit::panels::runbook {

namespace {

constexpr int mostInCell = 300;

struct Key {
    bool null = false;
    bool number = false;
    double value = 0;
    QString text;
};

Key keyOf(const std::optional<QString>& cell, ResultTable::CellType type)
{
    Key key;
    key.null = !cell.has_value();
    if (key.null)
        return key;
    if (type == ResultTable::CellType::Number)
        key.value = cell->toDouble(&key.number);
    key.text = *cell;
    return key;
}

/// What is no number (NaN, an odd text) comes after all numbers.
int compare(const Key& left, const Key& right)
{
    if (left.number != right.number)
        return left.number ? -1 : 1;
    if (left.number && left.value != right.value)
        return left.value < right.value ? -1 : 1;
    return left.number ? 0 : QString::compare(left.text, right.text);
}

QString flat(QString cell)
{
    for (const char16_t separator : {u'\t', u'\n', u'\r'})
        cell.replace(QChar(separator), QLatin1Char(' '));
    return cell;
}

}  // namespace

ResultTableModel::ResultTableModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void ResultTableModel::setTable(const ResultTable& table, const QSet<int>& spared)
{
    beginResetModel();
    m_table = table;
    m_spared = spared;
    m_order.resize(table.rows.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    endResetModel();
}

int ResultTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int ResultTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size()) + (hasSpared() ? 1 : 0);
}

QVariant ResultTableModel::text(const std::optional<QString>& cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return cell ? safeLine(*cell, mostInCell) : tr("NULL");
    case Qt::ToolTipRole: return cell && cell->size() > 24 ? QVariant(safeToolTip(*cell)) : QVariant();
    case Qt::AccessibleTextRole: return cell ? safeLine(*cell, mostInCell) : tr("NULL, no value");
    default: return {};
    }
}

QVariant ResultTableModel::wordCell(int row, int role) const
{
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return m_spared.contains(row) ? tr("spared") : tr("hit");
    if (role == Qt::ForegroundRole)
        return m_theme.color(m_spared.contains(row) ? Tone::Good : Tone::Severity1);
    return {};
}

QVariant ResultTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = m_order.at(index.row());
    const int column = sourceColumn(index.column());
    if (column < 0)
        return wordCell(row, role);
    const auto& cell = m_table.rows.at(row).at(column);
    const bool spared = m_spared.contains(row);
    switch (role) {
    case Qt::TextAlignmentRole: {
        const bool number = m_table.types.value(column) == ResultTable::CellType::Number;
        return QVariant::fromValue(Qt::Alignment(number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::ForegroundRole: return !cell || spared ? QVariant(m_theme.color(Tone::Dim)) : QVariant();
    case Qt::FontRole: {
        if (cell && !spared)
            return {};
        QFont font = m_theme.textFont(cell ? 0.92 : 0.85);
        font.setStrikeOut(spared && cell);
        return font;
    }
    default: return text(cell, role);
    }
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const int column = sourceColumn(section);
    if (role == Qt::DisplayRole)
        return column < 0 ? QString() : safeLine(m_table.columns.value(column), 80);
    if (role == Qt::TextAlignmentRole) {
        const bool number = m_table.types.value(column) == ResultTable::CellType::Number;
        return QVariant::fromValue(Qt::Alignment(number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

void ResultTableModel::sort(int column, Qt::SortOrder order)
{
    const int source = sourceColumn(column);
    if (column >= 0 && (source < 0 || source >= m_table.columns.size()))
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QList<int> before = m_order;
    std::iota(m_order.begin(), m_order.end(), 0);
    if (column >= 0) {
        QList<Key> keys;
        keys.reserve(m_table.rows.size());
        for (const ResultTable::Row& row : std::as_const(m_table.rows))
            keys.append(keyOf(row.at(source), m_table.types.value(source)));
        std::stable_sort(m_order.begin(), m_order.end(), [&](int left, int right) {
            const Key& a = keys.at(left);
            const Key& b = keys.at(right);
            if (a.null || b.null)
                return b.null && !a.null;
            return order == Qt::AscendingOrder ? compare(a, b) < 0 : compare(b, a) < 0;
        });
    }
    QList<int> placeOf(m_order.size());
    for (int place = 0; place < m_order.size(); ++place)
        placeOf[m_order.at(place)] = place;
    QModelIndexList now;
    const QModelIndexList old = persistentIndexList();
    for (const QModelIndex& persistent : old)
        now.append(index(placeOf.at(before.at(persistent.row())), persistent.column()));
    changePersistentIndexList(old, now);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QString ResultTableModel::toTsv(const QModelIndexList& cells) const
{
    QModelIndexList inOrder = cells;
    std::sort(inOrder.begin(), inOrder.end());
    QString text;
    int row = -1;
    for (const QModelIndex& cell : std::as_const(inOrder)) {
        if (row >= 0)
            text += cell.row() == row ? QLatin1Char('\t') : QLatin1Char('\n');
        row = cell.row();
        const int column = sourceColumn(cell.column());
        text += column < 0 ? wordCell(m_order.at(row), Qt::DisplayRole).toString()
                           : flat(m_table.rows.at(m_order.at(row)).at(column).value_or(QString()));
    }
    return text;
}

}  // namespace cockpit::panels::runbook
