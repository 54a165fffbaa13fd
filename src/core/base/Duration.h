// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QString>

namespace cockpit {

/// Reads a duration in Prometheus' notation: "500ms", "30s", "5m", "1h30m", "7d". Units: ms s m h d w.
Result<Milliseconds> parseDuration(const QString& text);

/// Writes one the same way, in the fewest units ("1h30m"); "0s" for nothing.
QString formatDuration(Milliseconds duration);

/// For countdowns: "4:02" below an hour, "1:04:02" below a day, "2 d 3 h" above. Negative gets a minus sign.
QString formatCountdown(Milliseconds duration);

}  // namespace cockpit
