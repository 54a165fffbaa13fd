// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/AlertDesk.h"
#include "core/engine/SignalBoard.h"
#include "core/engine/Snapshot.h"

#include <QHash>

namespace cockpit {

/// Makes the tiles: level, word and reason of each signal, with the severity of the worst firing rule that names it.
/// Remembers when a tile's level last changed. Thread: the engine's.
class TileBuilder
{
public:
    QList<TileState> build(const Playbook& playbook, const SignalBoard& board, const QList<AlertStatus>& alerts,
                           const QDateTime& now);

private:
    struct Since {
        TileLevel level = TileLevel::Pending;
        QDateTime at;
    };
    QHash<QString, Since> m_since;
};

}  // namespace cockpit
