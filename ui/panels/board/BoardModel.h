// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/board/BoardRow.h"

#include <QAbstractListModel>

namespace cockpit::panels::board {

/// The incidents of the board in order. Keeps selection and scroll position through every change. Thread: GUI.
class BoardModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Takes over the rows. With `hold` nothing changes its place: what is new waits at the end.
    /// Returns whether the order is now other than boardOrder() wants it.
    bool update(QList<BoardRow> rows, bool hold);

    const BoardRow& row(int number) const { return m_rows.at(number); }
    int rowOf(const QString& incident) const;

private:
    void removeMissing(const QHash<QString, qsizetype>& wanted);
    void appendNew(const QList<BoardRow>& rows);
    void reorder(QList<BoardRow> ordered);

    QList<BoardRow> m_rows;
};

}  // namespace cockpit::panels::board
