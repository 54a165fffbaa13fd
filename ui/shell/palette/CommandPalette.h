// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/shell/palette/PaletteModel.h"
#include "ui/widgets/Theme.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;
class QStackedWidget;

namespace cockpit {

class EmptyState;

/// Type to find an action, incident, runbook or signal; Enter does it, Escape goes back to where one was. Lies over the
/// window; the mouse is not needed.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(Theme& theme, QWidget* window);

    void open(QList<PaletteEntry> entries);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void narrow(const QString& typed);
    void move(int rows);
    void run(const QModelIndex& index);
    void leave();

    PaletteModel* m_model;
    QLineEdit* m_typed;
    QListView* m_list;
    EmptyState* m_nothing;
    QStackedWidget* m_stack;
    QPointer<QWidget> m_before;
};

}  // namespace cockpit
