// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

#include <QObject>

namespace cockpit {

/// Approving a colleague's step, and saying whose approval counts, as actions of the catalogue.
class ApprovalActions : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to `window`.
    ApprovalActions(const PanelContext& context, QWidget* window);

signals:
    /// A sentence for the person.
    void failed(const QString& message);
    void done(const QString& message);

private:
    void approve();
    void showApprovers();

    PanelContext m_context;
    QWidget* m_window;
};

}  // namespace cockpit
