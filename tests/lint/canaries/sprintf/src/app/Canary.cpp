// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors

namespace cockpit {

void canary()
{
    snprintf(buffer, size, format, value);
}

}  // namespace cockpit
