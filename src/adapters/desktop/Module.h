// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/AdapterRegistry.h"
#include "core/playbook/Vocabulary.h"

namespace cockpit::adapters::desktop {

/// Connection kind and channel "desktop": notifications of this workstation's desktop.
void describe(Vocabulary& vocabulary);
void create(AdapterRegistry& registry, const AdapterServices& services);

}  // namespace cockpit::adapters::desktop
