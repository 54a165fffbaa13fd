// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

namespace cockpit::panels::escalation {

PanelDescriptor describe();

}  // namespace cockpit::panels::escalation
