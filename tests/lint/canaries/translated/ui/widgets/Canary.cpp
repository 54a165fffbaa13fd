// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors

namespace cockpit {

void canary(QWidget& window)
{
    window.setWindowTitle(QStringLiteral("Declare an incident"));
}

}  // namespace cockpit
