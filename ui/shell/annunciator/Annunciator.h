// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

#include <QFrame>
#include <QTimer>

class QAction;

namespace cockpit {

class Clocks;
class NextBox;
class TileStrip;

/// The strip above the docks: every watched thing at a glance, what to do next (F1), and what time it is.
class Annunciator : public QFrame
{
    Q_OBJECT

public:
    explicit Annunciator(const PanelContext& context, QWidget* parent = nullptr);

    TileStrip& tiles() { return *m_tiles; }
    NextBox& next() { return *m_next; }

private:
    void refresh(const Snapshot& snapshot);
    void runNext();
    void chooseIncidentOf(const QString& platform, const QString& signal);

    PanelContext m_context;
    TileStrip* m_tiles;
    NextBox* m_next;
    Clocks* m_clocks;
    QAction* m_runNext;
    QTimer m_ageing;
};

}  // namespace cockpit
