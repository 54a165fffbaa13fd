// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/AppVocabulary.h"

#include "core/connections/AdapterModules.h"
#include "core/runbook/BuiltInSteps.h"

namespace cockpit {

Vocabulary appVocabulary()
{
    Vocabulary vocabulary;
    describeAdapters(vocabulary);
    describeBuiltInSteps(vocabulary);
    return vocabulary;
}

}  // namespace cockpit
