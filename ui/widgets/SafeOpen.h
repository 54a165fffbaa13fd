// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>
#include <QUrl>

class QWidget;

namespace cockpit {

/// Only https, http and mailto leave the program, and only after the person has seen where they lead.
bool mayOpen(const QUrl& url);

/// Where a link leads, spelt out: the host in punycode, so that look-alike letters show, or the mail address.
QString linkTarget(const QUrl& url);

/// Asks in a small window of `parent` whether to open the link and hands it to the desktop on yes.
/// Refused links are named, not opened. Does not wait. Thread: GUI.
void safeOpen(const QUrl& url, QWidget* parent);

}  // namespace cockpit
