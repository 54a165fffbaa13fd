// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/escalation/Module.h"

#include "ui/panels/escalation/EscalationPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::escalation {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("escalation");
    descriptor.title = QCoreApplication::translate("EscalationPanel", "Escalation");
    descriptor.area = Qt::LeftDockWidgetArea;
    descriptor.order = 3;
    descriptor.tabGroup = QStringLiteral("work");
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_1);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new EscalationPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::escalation
