// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QString>

namespace cockpit {

/// Asks on the terminal, without showing what is typed. Errors: InvalidInput when there is no terminal.
Result<Secret> promptForSecret(const QString& label);

/// The first line of standard input, at most 64 KiB. Errors: InvalidInput when it is empty.
Result<Secret> readSecretFromStandardInput();

}  // namespace cockpit
