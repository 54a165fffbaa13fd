// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors

namespace cockpit {

void canary()
{
    job->setInsecureFallback(true);
}

}  // namespace cockpit
