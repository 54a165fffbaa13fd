// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/AdapterRegistry.h"
#include "core/playbook/Vocabulary.h"

namespace cockpit {

/// The two step kinds that touch nothing outside: `manual` (a person does it and says so) and `wait` (a countdown).
void describeBuiltInSteps(Vocabulary& vocabulary);
void createBuiltInSteps(AdapterRegistry& registry);

}  // namespace cockpit
