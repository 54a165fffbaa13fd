// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

#include <QMap>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace cockpit {

/// The panels of the window as docks: made once, arranged as designed, moved by the person, saved and restored.
class Docks : public QObject
{
    Q_OBJECT

public:
    /// Makes a dock of each descriptor and registers "view.panel.<id>" for it.
    Docks(QMainWindow& window, const PanelContext& context, const QList<PanelDescriptor>& descriptors);

    /// The arrangement the program comes with: three columns sized for `size`.
    void reset(const QSize& size);

    QByteArray save() const;
    /// False for a state of another version or junk; then nothing has changed.
    bool restore(const QByteArray& state);

    QDockWidget* dock(const QString& panel) const { return m_docks.value(panel); }
    /// Shows the panel, raises its tab and gives it the focus.
    void reveal(const QString& panel);

private:
    struct Column {
        QList<QDockWidget*> stacked;  ///< top to bottom; what else shares a tab group lies behind one of these
    };

    void make(const PanelContext& context, const PanelDescriptor& descriptor, const QKeySequence& keys);
    QList<PanelDescriptor> ofColumn(int column) const;
    Column arrange(int column, bool asTabs);

    QMainWindow& m_window;
    QList<PanelDescriptor> m_descriptors;
    QMap<QString, QDockWidget*> m_docks;
};

}  // namespace cockpit
