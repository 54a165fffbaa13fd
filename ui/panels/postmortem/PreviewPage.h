// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {
class SafeBrowser;
class Theme;
}  // namespace cockpit

namespace cockpit::panels::postmortem {

/// Shows Markdown as it will read, in the colours of the theme.
void showPreview(SafeBrowser& browser, const QString& markdown, const Theme& theme);

}  // namespace cockpit::panels::postmortem
