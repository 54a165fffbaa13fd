// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/Module.h"

#include "ui/panels/charts/ChartsPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::charts {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("charts");
    descriptor.title = QCoreApplication::translate("ChartsPanel", "Live charts");
    descriptor.area = Qt::TopDockWidgetArea;
    descriptor.order = 0;
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::Key_2);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new ChartsPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::charts
