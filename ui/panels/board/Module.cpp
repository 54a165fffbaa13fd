// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/board/Module.h"

#include "ui/panels/board/BoardPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::board {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("board");
    descriptor.title = QCoreApplication::translate("BoardPanel", "Severity board");
    descriptor.area = Qt::LeftDockWidgetArea;
    descriptor.order = 0;
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::Key_1);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* { return new BoardPanel(context, parent); };
    return descriptor;
}

}  // namespace cockpit::panels::board
