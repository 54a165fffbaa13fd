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
    enum class Kind { Acknowledge, TimeBox, Postmortem };
    Kind kind = Kind::Acknowledge;
    QString incident;
    QString what;  ///< translated: "acknowledge", "postmortem"
    QDateTime due;
    QDateTime started;  ///< when the clock began (for the 80 % mark)
    bool met = false;
};

/// When a response that began at `from` is due. "Immediately" is `from` itself. The next business day is the start of
/// business hours on the next weekday, in the platform's time zone.
QDateTime responseDue(const ResponseTime& response, const QDateTime& from, const Playbook& playbook);

/// The clocks of one incident as the log has them: acknowledge by its severity's response time, postmortem after it
/// is resolved.
QList<DeadlineState> deadlinesOf(const Incident& incident, const Playbook& playbook);

}  // namespace cockpit
