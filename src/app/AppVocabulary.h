// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/Vocabulary.h"

namespace cockpit {

/// Everything a playbook may name in this build: the adapters' kinds and the built-in steps. Starts nothing.
Vocabulary appVocabulary();

}  // namespace cockpit
