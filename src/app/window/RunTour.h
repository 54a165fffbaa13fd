// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "app/CommandLine.h"

namespace cockpit {

/// `tour --out DIR`: drives the real window through one whole incident on the simulated platform and writes numbered
/// screenshots and the exported postmortem. Exit code 0 only when every stage was really reached.
int runTour(int& argc, char** argv, const CommandLine& line);

}  // namespace cockpit
