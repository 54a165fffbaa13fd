// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Incident.h"
#include "core/playbook/Playbook.h"

#include <QDateTime>

namespace cockpit {

/// How it stands with telling one role about one incident.
struct EscalationStanding {
    enum class Phase {
        NotAsked,  ///< the playbook does not ask for it at this severity
        Waiting,   ///< due later
        AtRisk,    ///< 80 % of the time is over
        Overdue,
        Told,    ///< a message to the role was delivered
        Excused  ///< its condition ("unless resolved") spares it
    };
    Phase phase = Phase::NotAsked;
    QDateTime started;
    QDateTime due;
    QDateTime toldAt;
};

/// The cell of the playbook's matrix; null when the role is not asked for at this severity.
const EscalationCell* escalationCell(const Playbook& playbook, const QString& severity, const QString& role);

/// What the cell asks for, translated: "at once", "within 15m", "after 4h, unless resolved", "next business day".
QString escalationText(const EscalationCell& cell);

/// As the log has it at `now`, counted from the declaration. A proposal asks for nothing yet.
EscalationStanding escalationStanding(const Incident& incident, const Playbook& playbook, const QString& role,
                                      const QDateTime& now);

}  // namespace cockpit
