// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Incident.h"
#include "core/playbook/Playbook.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace cockpit {

/// Something due at an instant, for the board and F1.
struct DeadlineState {
    enum class Kind { Acknowledge, TimeBox, NextUpdate, RegressionWatch, Postmortem };
    Kind kind = Kind::Acknowledge;
    QString incident;
    QString what;     ///< translated: "acknowledge", "postmortem", or a phase's title
    QString subject;  ///< id of the phase
    QDateTime due;
    QDateTime started;  ///< when the clock began (for the 80 % mark)
    bool met = false;
};

/// When a response that began at `from` is due. "Immediately" is `from` itself. The next business day is the start of
/// business hours on the next weekday, in the platform's time zone.
QDateTime responseDue(const ResponseTime& response, const QDateTime& from, const Playbook& playbook);

/// The clocks of one incident as the log has them: acknowledge by its severity's response time; each phase of the
/// lifecycle by its time box, counted from the declaration and met when its checklist is ticked; the update that the
/// last message promised; the quiet time before resolving; postmortem after it is resolved.
QList<DeadlineState> deadlinesOf(const Incident& incident, const Playbook& playbook);

}  // namespace cockpit
