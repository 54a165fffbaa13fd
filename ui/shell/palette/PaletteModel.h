// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QAbstractListModel>
#include <QList>

#include <functional>

namespace cockpit {

/// Something the palette can do. Texts are safe to show.
struct PaletteEntry {
    QString kind;  ///< "Action", "Incident", "Runbook", "Signal"
    QString title;
    QString detail;
    QString keys;
    std::function<void()> run;
};

/// The entries that fit what was typed, the best first; all of them while nothing is typed.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int mostShown = 100;

    using QAbstractListModel::QAbstractListModel;

    void setEntries(QList<PaletteEntry> entries);
    void setTyped(const QString& typed);
    const PaletteEntry& entry(int row) const { return m_entries.at(m_shown.at(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<PaletteEntry> m_entries;
    QList<qsizetype> m_shown;
};

}  // namespace cockpit
