// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/alerts/Module.h"

#include "ui/panels/alerts/AlertsPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::alerts {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("alerts");
    descriptor.title = QCoreApplication::translate("AlertsPanel", "Alerts");
    descriptor.area = Qt::LeftDockWidgetArea;
    descriptor.order = 1;
    descriptor.tabGroup = QStringLiteral("work");
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::Key_4);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new AlertsPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::alerts
