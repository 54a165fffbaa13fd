// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

namespace cockpit {

class Canary
{
public:
    int sing() const;
};

}  // namespace cockpit
