// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/meeting/Module.h"

#include "ui/panels/meeting/MeetingPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::meeting {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("meeting");
    descriptor.title = QCoreApplication::translate("MeetingPanel", "Meeting");
    descriptor.area = Qt::RightDockWidgetArea;
    descriptor.order = 4;
    descriptor.tabGroup = QStringLiteral("documents");
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_3);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new MeetingPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::meeting
