// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/connections/Module.h"

#include "ui/panels/connections/ConnectionsPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::connections {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("connections");
    descriptor.title = QCoreApplication::translate("ConnectionsPanel", "Connections");
    descriptor.area = Qt::RightDockWidgetArea;
    descriptor.order = 3;
    descriptor.tabGroup = QStringLiteral("documents");
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::Key_7);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new ConnectionsPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::connections
