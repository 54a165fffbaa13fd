// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {

/// One argument as a POSIX shell would need it written.
QString shellQuoted(const QString& argument);

}  // namespace cockpit
