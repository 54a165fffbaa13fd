// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

namespace cockpit::panels::contacts {

PanelDescriptor describe();

}  // namespace cockpit::panels::contacts
