// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/Module.h"

#include "ui/panels/runbook/RunbookPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::runbook {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("runbook");
    descriptor.title = QCoreApplication::translate("RunbookPanel", "Runbook");
    descriptor.area = Qt::RightDockWidgetArea;
    descriptor.order = 0;
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::Key_3);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new RunbookPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::runbook
