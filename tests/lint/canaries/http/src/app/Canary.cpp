// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors

namespace cockpit {

void canary()
{
    QNetworkAccessManager manager;
}

}  // namespace cockpit
