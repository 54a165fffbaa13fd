// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"

#include <QAbstractTableModel>

namespace cockpit {
class Theme;
}

namespace cockpit::panels::escalation {

/// One cell: what the playbook asks for, and how it stands in the chosen incident.
struct MatrixCell {
    QString asks;
    QString stands;  ///< empty outside the chosen incident's severity
    bool atRisk = false;
    bool overdue = false;
    bool told = false;

    bool operator==(const MatrixCell&) const = default;
};

/// The escalation matrix of one platform as text: a row per severity, worst first; first the response time, then a
/// column per role.
struct Matrix {
    QStringList columns;
    QStringList rows;  ///< "SEV-1 Total outage"
    QList<QList<MatrixCell>> cells;
    int current = -1;  ///< row of the chosen incident's severity
};

/// `incident` may be null.
Matrix matrixOf(const Playbook& playbook, const Incident* incident, const QDateTime& now);

/// The matrix as a table. Thread: GUI.
class EscalationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit EscalationModel(Theme& theme, QObject* parent = nullptr);

    void update(const Matrix& matrix);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Theme& m_theme;
    Matrix m_matrix;
};

}  // namespace cockpit::panels::escalation
