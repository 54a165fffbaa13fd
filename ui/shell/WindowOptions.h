// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {

/// What the window is told by whoever makes it.
struct WindowOptions {
    QString settingsFile;  ///< INI file for layout and looks; empty: nothing is kept
    QString title;         ///< after the program's name in the window's title ("demo"); never holds a secret
    QString version;       ///< shown by Help > About
};

}  // namespace cockpit
