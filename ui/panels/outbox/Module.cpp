// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/outbox/Module.h"

#include "ui/panels/outbox/OutboxPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::outbox {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("outbox");
    descriptor.title = QCoreApplication::translate("OutboxPanel", "Outbox");
    descriptor.area = Qt::RightDockWidgetArea;
    descriptor.order = 2;
    descriptor.tabGroup = QStringLiteral("paper");
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new OutboxPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::outbox
