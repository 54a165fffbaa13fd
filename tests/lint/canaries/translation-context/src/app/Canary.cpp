// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors

namespace cockpit {

QString tr(const char* text)
{
    return QCoreApplication::translate("Canary", text);
}

}  // namespace cockpit
