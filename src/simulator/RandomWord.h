// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {

/// 32 hexadecimal digits from the system's random generator, for keys and passwords of throw-away services.
QString randomWord();

}  // namespace cockpit
