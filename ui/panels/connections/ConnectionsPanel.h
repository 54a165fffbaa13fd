// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineTypes.h"
#include "ui/widgets/Panel.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace cockpit {

class EmptyState;
class MessageBar;

namespace panels::connections {

class ConnectionEditor;
class ConnectionsModel;

/// What this workstation is connected to: every slot of every platform with its environment and how its last test went;
/// Enter edits one.
class ConnectionsPanel : public Panel
{
    Q_OBJECT

public:
    explicit ConnectionsPanel(PanelContext context, QWidget* parent = nullptr);

protected:
    void refresh(const Snapshot& snapshot) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeList();
    void showList();
    void settleDetail();
    void edit(int row);
    void test(const ConnectionSpec& spec, const std::optional<Secret>& secret);
    void save(const ConnectionSpec& spec, const std::optional<Secret>& secret);
    void remove(const QString& id);

    ConnectionsModel* m_model;
    QStackedWidget* m_stack;
    QWidget* m_list;
    QTableView* m_table;
    QLabel* m_detail;
    QPushButton* m_edit;
    ConnectionEditor* m_editor;
    EmptyState* m_empty;
    MessageBar* m_message;
    QList<ConnectionKindInfo> m_kinds;
};

}  // namespace panels::connections
}  // namespace cockpit
