// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"
#include "ui/widgets/RowListModel.h"

namespace cockpit {
class Theme;
}

namespace cockpit::panels::checklist {

/// One line: a role and who has it, a phase and its clock, or an item to tick.
struct ChecklistRow {
    enum class Kind { Role, Phase, Item };
    Kind kind = Kind::Item;
    QString id;      ///< role id, phase id, or the item's number within its phase
    QString phase;   ///< of an item
    QString text;    ///< plain, one line
    QString detail;  ///< who has the role; how far the phase is
    bool ticked = false;
    bool late = false;

    bool operator==(const ChecklistRow&) const = default;
};

/// What the lifecycle of the incident's playbook asks for, as the log has it.
QList<ChecklistRow> checklistRows(const Snapshot& snapshot, const Incident& incident, const Playbook& playbook);

/// The rows as a list. Ticking is asked for, not done: the row changes when the log has it. Thread: GUI.
class ChecklistModel : public RowListModel<ChecklistRow>
{
    Q_OBJECT

public:
    explicit ChecklistModel(Theme& theme, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void tickAsked(const QString& phase, const QString& item, bool ticked);

private:
    bool isSame(const ChecklistRow& left, const ChecklistRow& right) const override;

    Theme& m_theme;
};

}  // namespace cockpit::panels::checklist
