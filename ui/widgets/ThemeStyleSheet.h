// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {

/// The one style sheet of the program for the dark or the light look. Widgets ask for a look by dynamic properties:
/// QPushButton `role` = "primary" | "danger" | "quiet"; QLabel `role` = "muted" | "title" | "heading" | "danger";
/// QFrame `surface` = "dock" | "raised" | "code" | "strip" | "danger" | "warning" | "info".
QString themeStyleSheet(bool dark);

}  // namespace cockpit
