// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {

/// Text from outside, made fit to be shown as plain text on one line: control characters become spaces,
/// bidirectional and invisible formatting characters become their visible code ("⟨U+202E⟩"),
/// and it is cut to `maximum` characters with an ellipsis. Markup stays as it is: it is shown literally.
QString safeLine(const QString& text, int maximum = 200);

/// The same for several lines: newlines and tabs stay, each line is cut at 4096 characters and the whole at `maximum`.
QString safeBlock(const QString& text, int maximum = 256 * 1024);

/// For the few Qt surfaces that guess at rich text and cannot be told otherwise (tool tips):
/// HTML-escaped and wrapped so that Qt shows the text literally.
QString safeToolTip(const QString& text);

/// Removes ANSI/VT escape sequences (CSI, OSC, DCS, two-byte escapes) and other C0 controls except \n and \t.
QString withoutTerminalEscapes(const QString& text);

}  // namespace cockpit
