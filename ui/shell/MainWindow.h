// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/shell/WindowOptions.h"
#include "ui/shell/WindowSettings.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Panel.h"
#include "ui/widgets/Selection.h"

#include <QMainWindow>

class QMenu;
class QMenuBar;

namespace cockpit {

class Annunciator;
class CommandPalette;
class Docks;
class IncidentActions;
class MessageBar;
class StatusLine;

/// The window: menus, the strip above, the docks, the status line, and what belongs to all of them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `theme` has been applied to the application or will be; its mode is taken from the settings here. References
    /// outlive the window.
    MainWindow(EngineClient& engine, const Clock& clock, Theme& theme, const WindowOptions& options,
               const QList<PanelDescriptor>& panels);

    ActionCatalogue& actions() { return m_actions; }
    Selection& selection() { return m_selection; }
    Docks& docks() { return *m_docks; }
    Annunciator& annunciator() { return *m_annunciator; }
    CommandPalette& palette() { return *m_palette; }
    /// Shows a sentence above the docks.
    void report(const QString& message, bool error);

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildTop();
    void buildMenus();
    void buildPalette();
    void putIntoMenu(QAction* action, const QString& menu);
    QWidget* searchHint();
    void refresh(const Snapshot& snapshot);
    void openPalette();
    void showAbout();

    WindowOptions m_options;
    WindowSettings m_settings;
    ActionCatalogue m_actions;
    Selection m_selection;
    PanelContext m_context;
    QMenuBar* m_menuBar = nullptr;
    QMap<QString, QMenu*> m_menus;
    Annunciator* m_annunciator = nullptr;
    MessageBar* m_storage = nullptr;
    MessageBar* m_message = nullptr;
    StatusLine* m_status = nullptr;
    Docks* m_docks = nullptr;
    IncidentActions* m_incidentActions = nullptr;
    CommandPalette* m_palette = nullptr;
    qsizetype m_waiting = 0;
    bool m_arranged = false;
};

}  // namespace cockpit
