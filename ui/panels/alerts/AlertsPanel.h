// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

class QStackedWidget;
class QTableView;
class QToolButton;

namespace cockpit {

class EmptyState;
class MessageBar;

namespace panels::alerts {

class AlertsModel;

/// Every rule and every alert of another system: firing, pending, silenced, inhibited or clear, and why.
class AlertsPanel : public Panel
{
    Q_OBJECT

public:
    explicit AlertsPanel(PanelContext context, QWidget* parent = nullptr);

protected:
    void refresh(const Snapshot& snapshot) override;

private:
    AlertsModel* m_model;
    QStackedWidget* m_stack;
    QTableView* m_table;
    EmptyState* m_empty;
    MessageBar* m_message;
    QToolButton* m_clear;
    QString m_problem;
};

}  // namespace panels::alerts
}  // namespace cockpit
