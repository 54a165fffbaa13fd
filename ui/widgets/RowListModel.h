// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QAbstractListModel>
#include <QList>

#include <algorithm>

namespace cockpit {

/// A flat list of values that a panel computes anew from each snapshot. While the same things are listed, only the rows
/// that changed are announced, so that selection and scrolling stay where they are. Thread: GUI.
template <typename Row>
class RowListModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void update(const QList<Row>& rows)
    {
        if (!std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                        [this](const Row& left, const Row& right) { return isSame(left, right); })) {
            beginResetModel();
            m_rows = rows;
            endResetModel();
            return;
        }
        for (int i = 0; i < rows.size(); ++i) {
            if (rows.at(i) == m_rows.at(i))
                continue;
            m_rows[i] = rows.at(i);
            emit dataChanged(index(i), index(i));
        }
    }
    /// An empty row when there is none.
    Row at(int row) const { return m_rows.value(row); }
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    /// Do both speak of the same thing, whatever its state?
    virtual bool isSame(const Row& left, const Row& right) const = 0;
    bool isRow(const QModelIndex& index) const { return index.isValid() && index.row() < m_rows.size(); }
    const Row& rowOf(const QModelIndex& index) const { return m_rows.at(index.row()); }

private:
    QList<Row> m_rows;
};

}  // namespace cockpit
