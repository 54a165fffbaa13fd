// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/engine/EngineClient.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>

namespace cockpit {

class ActionCatalogue;
class Selection;
class Theme;

/// What every panel may use. Panels never know each other: they meet in the selection and in the log.
struct PanelContext {
    EngineClient& engine;
    Selection& selection;
    Theme& theme;
    ActionCatalogue& actions;
    const Clock& clock;
};

/// One dock's content. Redraws from snapshots; hidden panels get none and receive the current one when shown.
class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(PanelContext context, QWidget* parent = nullptr);

protected:
    /// The snapshot changed (or the panel was just shown). At most 10 times a second.
    virtual void refresh(const Snapshot& snapshot) = 0;

    void showEvent(QShowEvent* event) override;

    PanelContext m_context;
};

/// How a panel presents itself to the shell. Each ui/panels/<id>/Module.h declares
/// `namespace cockpit::panels::<id> { PanelDescriptor describe(); }`; CMake writes the list.
struct PanelDescriptor {
    QString id;           ///< folder name; also the dock's object name
    QString title;        ///< translated
    Qt::DockWidgetArea area = Qt::LeftDockWidgetArea;
    int order = 0;        ///< within the area, top to bottom
    QString tabGroup;     ///< panels of one group in one area start as tabs
    QKeySequence shortcut;///< shows and focuses it
    std::function<Panel*(PanelContext, QWidget* parent)> create;
};

}  // namespace cockpit
