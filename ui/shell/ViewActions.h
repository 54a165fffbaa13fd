// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/shell/WindowSettings.h"
#include "ui/widgets/Theme.h"

#include <QObject>

class QMainWindow;
class QMenu;

namespace cockpit {

class ActionCatalogue;
class Docks;

/// Looks and layouts: "view.theme.<mode>", "layout.save", "layout.reset", and one action per named layout.
class ViewActions : public QObject
{
    Q_OBJECT

public:
    ViewActions(QMainWindow& window, Docks& docks, Theme& theme, ActionCatalogue& actions, WindowSettings& settings);

    QMenu* themeMenu() const { return m_themeMenu; }
    QMenu* layoutMenu() const { return m_layoutMenu; }

private:
    void addTheme(Theme::Mode mode, const QString& id, const QString& text);
    void addNamedLayouts();
    void addNamedLayout(const QString& name);
    void saveLayout();
    void reset();

    QMainWindow& m_window;
    Docks& m_docks;
    Theme& m_theme;
    ActionCatalogue& m_actions;
    WindowSettings& m_settings;
    QMenu* m_themeMenu;
    QMenu* m_layoutMenu;
    QMenu* m_removeMenu;
    QList<QAction*> m_named;
};

}  // namespace cockpit
