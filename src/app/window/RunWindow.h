// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "app/CommandLine.h"

namespace cockpit {

/// Opens the window and runs until it is closed. Returns an exit code.
int runWindow(int& argc, char** argv, const CommandLine& line);

}  // namespace cockpit
