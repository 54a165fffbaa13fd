// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

#include <QList>

namespace cockpit {

/// Every panel of this build. The body is generated from the folders under ui/panels that have a Module.h.
QList<PanelDescriptor> panelModules();

}  // namespace cockpit
