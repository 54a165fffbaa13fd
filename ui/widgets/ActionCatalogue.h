// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

class QAction;

namespace cockpit {

/// Every action of the window by id ("incident.acknowledge"): menus, keys, F1 and the command palette read it.
/// Thread: GUI. Actions are owned by whoever made them and leave the catalogue when they die.
class ActionCatalogue : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `menu` is the top-level menu it appears in ("incident", "runbook", "notify", "view", "tools", "help") or empty.
    void add(const QString& id, QAction* action, const QString& menu = {});
    QAction* find(const QString& id) const;
    QList<QAction*> all() const;
    QList<QAction*> ofMenu(const QString& menu) const;

signals:
    void added(QAction* action, const QString& menu);

private:
    struct Entry {
        QString id;
        QString menu;
        QAction* action = nullptr;
    };
    QList<Entry> m_entries;
};

}  // namespace cockpit
