// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace cockpit::panels::board {

/// One incident as the board shows it: texts are safe and final, only the countdown is worked out while painting.
struct BoardRow {
    QString id;
    QString platform;
    QString runbook;
    QString title;
    QString subtitle;  ///< "platform · who · state"
    QString severity;
    int rank = -1;  ///< -1: the platform's scheme does not know the severity
    IncidentState state = IncidentState::Declared;
    QString stateWord;  ///< "proposed", "not acknowledged", "acked", "resolved"
    QDateTime since;    ///< when it was declared (proposed, while it is a proposal)
    QString dueWhat;    ///< what the clock runs to; empty: no clock
    QDateTime dueFrom;
    QDateTime due;
    QString reason;  ///< for the tool tip

    bool isProposal() const { return state == IncidentState::Proposed; }
    bool isWaiting() const { return state == IncidentState::Proposed || state == IncidentState::Declared; }
    bool isOpen() const { return state != IncidentState::Resolved && state != IncidentState::Dismissed; }
    bool operator==(const BoardRow&) const = default;
};

/// Nobody has answered yet comes first, then what is acknowledged, then what is over; the worst severity first; the
/// oldest first.
bool boardOrder(const BoardRow& left, const BoardRow& right);

/// The rows of a snapshot, in no order. Closed incidents only when asked for.
QList<BoardRow> boardRows(const Snapshot& snapshot, bool withClosed);

}  // namespace cockpit::panels::board
