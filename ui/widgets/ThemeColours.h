// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Theme.h"

#include <QColor>

namespace cockpit {

/// The colour of a meaning in the dark or the light look. Texts keep a contrast of at least 4.5 to 1 on every surface
/// they are put on (WCAG 2.1, 1.4.3).
QColor toneColour(Tone tone, bool dark);

}  // namespace cockpit
