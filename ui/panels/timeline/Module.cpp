// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/timeline/Module.h"

#include "ui/panels/timeline/TimelinePanel.h"

#include <QCoreApplication>

namespace cockpit::panels::timeline {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("timeline");
    descriptor.title = QCoreApplication::translate("TimelinePanel", "Timeline");
    descriptor.area = Qt::BottomDockWidgetArea;
    descriptor.order = 1;
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::Key_5);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new TimelinePanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::timeline
