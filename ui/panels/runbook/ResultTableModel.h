// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/runbook/ResultTable.h"
#include "ui/widgets/Theme.h"

#include <QAbstractTableModel>
#include <QSet>

namespace cockpit::panels::runbook {

/// Rows read by a step, or sample rows of a preview. Sorts by the type of a column, NULL last. Rows that a step spares
/// are struck out and carry the word in a column of their own. Cells are texts from outside, made safe for one line.
/// Thread: GUI.
class ResultTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ResultTableModel(const Theme& theme, QObject* parent = nullptr);

    void setTable(const ResultTable& table, const QSet<int>& spared = {});
    const ResultTable& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Column -1 brings the order of the server back.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// The cells as lines of tab-separated texts, whole; NULL is empty. Tabs and line ends within a cell become blanks.
    QString toTsv(const QModelIndexList& cells) const;

private:
    bool hasSpared() const { return !m_spared.isEmpty(); }
    int sourceColumn(int column) const { return column - (hasSpared() ? 1 : 0); }
    QVariant wordCell(int row, int role) const;
    QVariant text(const std::optional<QString>& cell, int role) const;

    const Theme& m_theme;
    ResultTable m_table;
    QSet<int> m_spared;
    QList<int> m_order;  ///< row on screen -> row of the table
};

}  // namespace cockpit::panels::runbook
