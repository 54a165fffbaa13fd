// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"
#include "ui/widgets/Theme.h"

#include <QAbstractTableModel>
#include <QHash>

namespace cockpit::panels::connections {

/// The connection slots of every platform and how each fares. Rows keep their place while their state changes.
class ConnectionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, NameColumn, EnvironmentColumn, SentenceColumn, ColumnCount };

    explicit ConnectionsModel(Theme& theme, QObject* parent = nullptr);

    /// With several platforms each connection says whose it is.
    void namePlatforms(const QList<PlatformState>& platforms);
    void update(const QList<ConnectionState>& connections);
    ConnectionState at(int row) const { return m_rows.value(row); }
    int rowOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant text(const ConnectionState& state, int column) const;
    QVariant colour(const ConnectionState& state, int column) const;

    Theme& m_theme;
    QList<ConnectionState> m_rows;
    QHash<QString, QString> m_platformTitles;
};

/// "✓", "!", "…" or "–" with the word that goes with it.
QString connectionSign(const ConnectionState& state);
QString connectionWord(const ConnectionState& state);
/// What its last test found, in one sentence.
QString connectionSentence(const ConnectionState& state);

/// The connections of platforms this workstation watches first, the others' after them.
QList<ConnectionState> connectionRows(const Snapshot& snapshot);

}  // namespace cockpit::panels::connections
