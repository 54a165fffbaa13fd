// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/ActionCatalogue.h"

#include <QAction>

#include <algorithm>

namespace cockpit {

void ActionCatalogue::add(const QString& id, QAction* action, const QString& menu)
{
    m_entries.append({id, menu, action});
    action->setObjectName(id);
    connect(action, &QObject::destroyed, this, [this](QObject* gone) {
        m_entries.removeIf([gone](const Entry& entry) { return static_cast<QObject*>(entry.action) == gone; });
    });
    emit added(action, menu);
}

QAction* ActionCatalogue::find(const QString& id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : found->action;
}

QList<QAction*> ActionCatalogue::all() const
{
    QList<QAction*> actions;
    for (const Entry& entry : m_entries)
        actions.append(entry.action);
    return actions;
}

QList<QAction*> ActionCatalogue::ofMenu(const QString& menu) const
{
    QList<QAction*> actions;
    for (const Entry& entry : m_entries) {
        if (entry.menu == menu)
            actions.append(entry.action);
    }
    return actions;
}

}  // namespace cockpit
