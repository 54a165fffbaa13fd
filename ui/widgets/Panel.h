// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/engine/EngineClient.h"

#include <QKeySequence>
#include <QSize>
#include <QWidget>

#include <functional>
#include <optional>

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

    /// What stands at the right of the dock's title ("2 unacknowledged · 4 open"); plain text.
    const QString& status() const { return m_status; }
    /// Shown solid beside the title of a panel that can act on the outside world.
    std::optional<Environment> environment() const { return m_environment; }
    /// A small row of the panel's own (time ranges, a filter) between title and status; null: none. Set in the
    /// constructor.
    QWidget* headerWidget() const { return m_headerWidget; }

    const QString& heading() const { return m_heading; }

signals:
    void headerChanged();

protected:
    void setStatus(const QString& status);
    void setEnvironment(std::optional<Environment> environment);
    /// Title with its subject ("Runbook: total outage"); empty: the descriptor's title.
    void setHeading(const QString& heading);
    void setHeaderWidget(QWidget* widget) { m_headerWidget = widget; }

    /// The snapshot changed (or the panel was just shown). At most 10 times a second.
    virtual void refresh(const Snapshot& snapshot) = 0;

    void showEvent(QShowEvent* event) override;

    PanelContext m_context;

private:
    QString m_status;
    QString m_heading;
    std::optional<Environment> m_environment;
    QWidget* m_headerWidget = nullptr;
};

/// How a panel presents itself to the shell. Each ui/panels/<id>/Module.h declares
/// `namespace cockpit::panels::<id> { PanelDescriptor describe(); }`; CMake writes the list.
struct PanelDescriptor {
    QString id;     ///< folder name; also the dock's object name
    QString title;  ///< translated
    Qt::DockWidgetArea area = Qt::LeftDockWidgetArea;
    int order = 0;          ///< within the area, top to bottom
    QString tabGroup;       ///< panels of one group in one area start as tabs
    QKeySequence shortcut;  ///< shows and focuses it
    QSize least{150, 80};   ///< px; it can still be used at this size
    std::function<Panel*(PanelContext, QWidget* parent)> create;
};

}  // namespace cockpit
