// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit::test {

/// From now on every Qt warning or worse fails the running test, unless one of the expectations below covers it.
void installWarningGuard();

/// Lets warnings that contain `fragment` pass while it lives.
class ExpectWarning
{
public:
    explicit ExpectWarning(const QString& fragment);
    ~ExpectWarning();
    ExpectWarning(const ExpectWarning&) = delete;
    ExpectWarning& operator=(const ExpectWarning&) = delete;
};

}  // namespace cockpit::test
