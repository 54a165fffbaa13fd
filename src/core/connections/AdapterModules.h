// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/AdapterRegistry.h"
#include "core/playbook/Vocabulary.h"

namespace cockpit {

/// The kinds of signals, steps and connections that the adapters of this build understand. The body is generated:
/// each folder under src/adapters with a Module.h offers describe(Vocabulary&) and create(AdapterRegistry&, services).
void describeAdapters(Vocabulary& vocabulary);

/// Makes every adapter of this build. Call on the engine's thread.
void createAdapters(AdapterRegistry& registry, const AdapterServices& services);

}  // namespace cockpit
