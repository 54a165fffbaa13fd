// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/Module.h"

#include "ui/panels/postmortem/PostmortemPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::postmortem {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("postmortem");
    descriptor.title = QCoreApplication::translate("PostmortemPanel", "Postmortem");
    descriptor.area = Qt::RightDockWidgetArea;
    descriptor.order = 2;
    descriptor.tabGroup = QStringLiteral("paper");
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::Key_6);
    descriptor.least = QSize(280, 260);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new PostmortemPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::postmortem
