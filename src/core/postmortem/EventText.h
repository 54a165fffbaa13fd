// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Event.h"

#include <QString>

namespace cockpit {

struct Incident;

/// One event as a person reads it. Plain text: nothing in it is markup.
struct EventLine {
    QString icon;    ///< kind of picture, one of the names below; never empty
    QString text;    ///< one translated sentence, at most 300 characters
    QString detail;  ///< every field of the event, one per line; at most 64 Ki characters; may be empty
};

/// Icons: "proposed", "declared", "acknowledged", "severity", "role", "checklist", "note", "evidence", "alert",
/// "alert_cleared", "run", "step", "step_failed", "verdict", "message", "message_delivered", "message_failed",
/// "resolved", "postmortem", "session", "unknown".
///
/// `incident` (optional) is the incident the event belongs to: with it, steps and notifications are named by their
/// titles instead of their ids. Thread: any.
EventLine describeEvent(const Event& event, const Incident* incident = nullptr);

}  // namespace cockpit
