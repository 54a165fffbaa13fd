// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include <QLabel>

namespace cockpit {

void canary()
{
    auto* label = new QLabel;
    label->show();
}

}  // namespace cockpit
