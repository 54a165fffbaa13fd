// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

class QComboBox;
class QStackedLayout;
class QTableView;

namespace cockpit {

class EmptyState;

namespace panels::escalation {

class EscalationModel;

/// Who is to be told by when: the matrix of a platform, and in the row of the chosen incident how it stands with each
/// role.
class EscalationPanel : public Panel
{
    Q_OBJECT

public:
    explicit EscalationPanel(PanelContext context, QWidget* parent = nullptr);

protected:
    void refresh(const Snapshot& snapshot) override;

private:
    void fillPlatforms(const Snapshot& snapshot);

    EscalationModel* m_model;
    QComboBox* m_platforms;
    QTableView* m_table;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
};

}  // namespace panels::escalation
}  // namespace cockpit
