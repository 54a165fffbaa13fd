// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/shell/palette/PaletteModel.h"
#include "ui/widgets/Panel.h"

namespace cockpit {

/// Everything one can go to or do right now: enabled actions, open incidents, runbooks, signals.
QList<PaletteEntry>
paletteEntries(const PanelContext& context,
               const std::function<void(const QString& platform, const QString& signal)>& showSignal);

}  // namespace cockpit
