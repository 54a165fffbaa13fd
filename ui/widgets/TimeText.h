// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"

#include <QDateTime>
#include <QString>

namespace cockpit {

/// An age in at most two units for a person: "8 s", "2 min 14 s", "3 h 5 min", "2 d 4 h". Negative counts as zero.
QString ageText(Milliseconds age);

/// The same in one unit, where seconds would only flicker: "8 s", "2 min", "3 h", "2 d".
QString shortAgeText(Milliseconds age);

/// "03:01:36" in UTC; with the date before it ("21 Nov 03:01:36") when that is not the day of `now`.
QString instantText(const QDateTime& at, const QDateTime& now);

}  // namespace cockpit
