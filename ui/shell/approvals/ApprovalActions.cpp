// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/approvals/ApprovalActions.h"

#include "ui/shell/approvals/ApproveDialog.h"
#include "ui/shell/approvals/ApproversDialog.h"
#include "ui/widgets/ActionCatalogue.h"

#include <QAction>

namespace cockpit {

namespace {

const QString incidentMenu = QStringLiteral("incident");

}  // namespace

ApprovalActions::ApprovalActions(const PanelContext& context, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
    auto* approve = new QAction(tr("Approve a colleague's step\u2026"), this);
    approve->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    approve->setAutoRepeat(false);
    connect(approve, &QAction::triggered, this, &ApprovalActions::approve);
    context.actions.add(QStringLiteral("approvals.approve"), approve, incidentMenu);
    auto* approvers = new QAction(tr("Whose approval counts\u2026"), this);
    connect(approvers, &QAction::triggered, this, &ApprovalActions::showApprovers);
    context.actions.add(QStringLiteral("approvals.approvers"), approvers, incidentMenu);
}

void ApprovalActions::approve()
{
    auto* dialog = new ApproveDialog(m_context, m_window);
    connect(dialog, &ApproveDialog::given, this,
            [this] { emit done(tr("The approval is on the clipboard: paste it to whoever asked")); });
    dialog->open();
}

void ApprovalActions::showApprovers()
{
    auto* dialog = new ApproversDialog(m_context, m_window);
    connect(dialog, &ApproversDialog::failed, this, &ApprovalActions::failed);
    dialog->open();
}

}  // namespace cockpit
