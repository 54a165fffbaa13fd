// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/outbox/OutboxModel.h"
#include "ui/widgets/Panel.h"

class QAction;
class QLabel;
class QListView;
class QPushButton;
class QStackedLayout;

namespace cockpit {
class EmptyState;
class MessageBar;
}  // namespace cockpit

namespace cockpit::panels::outbox {

/// What was sent to whom, what is waiting and what failed; retry and cancel.
class OutboxPanel : public Panel
{
    Q_OBJECT

public:
    explicit OutboxPanel(PanelContext context, QWidget* parent = nullptr);

protected:
    void refresh(const Snapshot& snapshot) override;

private:
    void buildHeader(class QBoxLayout* layout);
    void buildActions();
    void updateActions();
    void retry();
    void cancel();
    void report(const Status& status, const QString& done);

    OutboxModel m_model;
    QListView* m_list = nullptr;
    QLabel* m_status = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_cancel = nullptr;
    QAction* m_retryAction = nullptr;
    QAction* m_cancelAction = nullptr;
    MessageBar* m_message = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedLayout* m_stack = nullptr;
};

}  // namespace cockpit::panels::outbox
