// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

class QListView;
class QStackedLayout;

namespace cockpit {

class EmptyState;
class MessageBar;

namespace panels::checklist {

class ChecklistModel;

/// Who does what in the chosen incident, and what its playbook asks for in each phase: roles to take, items to tick.
class ChecklistPanel : public Panel
{
    Q_OBJECT

public:
    explicit ChecklistPanel(PanelContext context, QWidget* parent = nullptr);

protected:
    void refresh(const Snapshot& snapshot) override;

private:
    void tick(const QString& phase, const QString& item, bool ticked);
    void takeRole(int row);

    ChecklistModel* m_model;
    QStackedLayout* m_stack;
    QListView* m_list;
    EmptyState* m_empty;
    MessageBar* m_message;
};

}  // namespace panels::checklist
}  // namespace cockpit
