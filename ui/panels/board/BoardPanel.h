// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

#include <QTimer>

class QAction;
class QPushButton;
class QStackedWidget;

namespace cockpit {
class EmptyState;
}

namespace cockpit::panels::board {

class BoardModel;
class BoardView;

/// The severity board: every open incident with its clock, what nobody has answered first. What one can do about the
/// current one is on its row; the actions themselves are the window's.
class BoardPanel : public Panel
{
    Q_OBJECT

public:
    explicit BoardPanel(PanelContext context, QWidget* parent = nullptr);

protected:
    void refresh(const Snapshot& snapshot) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QPushButton* makeButton(const QString& text, const char* role, const char* action);
    void trigger(const char* action);
    void showMenu(const QPoint& at);
    void takeSelection();
    void openRunbook(const QString& incident);
    void openFirstRunbook();
    void settleButtons();
    void settleEmpty(const Snapshot& snapshot);
    void settleHeader(const Snapshot& snapshot, bool orderHeld);

    BoardModel* m_model;
    BoardView* m_view;
    EmptyState* m_empty;
    const char* m_emptyAction = "incident.declare";  ///< what its button does
    QStackedWidget* m_stack;
    QPushButton* m_held;
    QAction* m_closed;
    QList<QPushButton*> m_forProposal;
    QList<QPushButton*> m_forIncident;
    QPushButton* m_acknowledge = nullptr;
    QTimer m_second;
};

}  // namespace cockpit::panels::board
