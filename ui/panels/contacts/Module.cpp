// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/contacts/Module.h"

#include "ui/panels/contacts/ContactsPanel.h"

#include <QCoreApplication>

namespace cockpit::panels::contacts {

PanelDescriptor describe()
{
    PanelDescriptor descriptor;
    descriptor.id = QStringLiteral("contacts");
    descriptor.title = QCoreApplication::translate("ContactsPanel", "Contacts");
    descriptor.area = Qt::LeftDockWidgetArea;
    descriptor.order = 4;
    descriptor.tabGroup = QStringLiteral("work");
    descriptor.shortcut = QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_2);
    descriptor.create = [](PanelContext context, QWidget* parent) -> Panel* {
        return new ContactsPanel(context, parent);
    };
    return descriptor;
}

}  // namespace cockpit::panels::contacts
