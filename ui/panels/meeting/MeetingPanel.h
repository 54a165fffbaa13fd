// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

class QListView;
class QPushButton;
class QStackedLayout;

namespace cockpit {

class EmptyState;
class MessageBar;

namespace panels::meeting {

class MeetingModel;

/// Holds the meeting after an incident to its playbook's agenda: one point after the other, each with its time. When it
/// is over, the timeline has a note of it.
class MeetingPanel : public Panel
{
    Q_OBJECT

public:
    explicit MeetingPanel(PanelContext context, QWidget* parent = nullptr);

protected:
    void refresh(const Snapshot& snapshot) override;

private:
    void goOn();
    void noteEnd();
    void settle();

    MeetingModel* m_model;
    QListView* m_list;
    QPushButton* m_button;
    EmptyState* m_empty;
    MessageBar* m_message;
    QStackedLayout* m_stack;
    QString m_incident;  ///< whose meeting is shown
};

}  // namespace panels::meeting
}  // namespace cockpit
