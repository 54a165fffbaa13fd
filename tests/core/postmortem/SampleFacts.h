// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/postmortem/PostmortemDraft.h"

namespace cockpit::test {

/// One whole incident, 03:01:36 to 03:12:47 on 2026-11-21, resolved, with a run, messages and evidence.
PostmortemFacts sampleFacts();

/// The hostile texts every surface must show literally.
QStringList hostileTexts();

}  // namespace cockpit::test
