// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"
#include "ui/widgets/Theme.h"

#include <QAbstractTableModel>

namespace cockpit::panels::alerts {

/// One rule of a playbook, or one alert of another system, as it stands.
struct AlertRow {
    enum class State { Firing, Pending, Unknown, Silenced, Inhibited, Unprocessed, Clear };
    QString key;  ///< keeps its place while its state changes
    State state = State::Clear;
    QString title;
    QString platform;
    QString source;  ///< "rule" or "Alertmanager"
    QString severity;
    int rank = -1;  ///< of the severity; -1: unknown to the platform's scheme
    QString reason;
    QDateTime since;
};

/// All rules and outside alerts, firing first; clear rules last.
QList<AlertRow> alertRows(const Snapshot& snapshot);

QString alertSign(AlertRow::State state);
QString alertWord(AlertRow::State state);

/// The rows as a table; they keep their place while their state changes. Thread: GUI.
class AlertsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, TitleColumn, SeverityColumn, ReasonColumn, ColumnCount };

    explicit AlertsModel(Theme& theme, QObject* parent = nullptr);

    void update(const QList<AlertRow>& rows, const QDateTime& now);
    AlertRow at(int row) const { return m_rows.value(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const AlertRow& row, int column) const;
    QColor colour(const AlertRow& row, int column) const;

    Theme& m_theme;
    QList<AlertRow> m_rows;
    QDateTime m_now;
};

}  // namespace cockpit::panels::alerts
