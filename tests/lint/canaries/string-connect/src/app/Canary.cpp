// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors

namespace cockpit {

void canary()
{
    connect(button, SIGNAL(clicked()), this, SLOT(close()));
}

}  // namespace cockpit
