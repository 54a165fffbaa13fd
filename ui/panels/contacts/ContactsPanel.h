// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

class QListView;
class QStackedLayout;

namespace cockpit {

class EmptyState;

namespace panels::contacts {

class ContactsModel;

/// Whom to call and where to look: the contacts and status pages of the chosen incident's platform, or of every watched
/// one. Enter opens a page or a mail, Ctrl+C copies.
class ContactsPanel : public Panel
{
    Q_OBJECT

public:
    explicit ContactsPanel(PanelContext context, QWidget* parent = nullptr);

protected:
    void refresh(const Snapshot& snapshot) override;

private:
    void openChosen(int row);
    void copyChosen();

    ContactsModel* m_model;
    QListView* m_list;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
};

}  // namespace panels::contacts
}  // namespace cockpit
