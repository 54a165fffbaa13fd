// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/checklist/Module.h"

#include "ui/panels/checklist/ChecklistPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::checklist {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("checklist");
    descriptor.title = QCoreApplication::translate("ChecklistPanel", "Checklist");
    descriptor.area = Qt::LeftDockWidgetArea;
    descriptor.order = 2;
    descriptor.tabGroup = QStringLiteral("work");
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::Key_9);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new ChecklistPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::checklist
