// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/runbook/Approval.h"
#include "ui/widgets/Panel.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace cockpit {

class Badge;

/// Shows what a colleague asks to have approved, pasted as text, and signs it. The answer goes to the clipboard.
/// Deletes itself.
class ApproveDialog : public QDialog
{
    Q_OBJECT

public:
    ApproveDialog(const PanelContext& context, QWidget* parent);

signals:
    void given();

private:
    void fillFacts();
    void read();
    void showRequest(const Result<ApprovalRequest>& request);
    void approve();

    PanelContext m_context;
    QPlainTextEdit* m_pasted;
    QLabel* m_problem;
    QWidget* m_facts;
    QLabel* m_who = nullptr;
    Badge* m_environment = nullptr;
    QLabel* m_where = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_expires = nullptr;
    QPushButton* m_approve;
    int m_reading = 0;  ///< only the answer to the newest text counts
};

}  // namespace cockpit
