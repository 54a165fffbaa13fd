// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

class QCoreApplication;

namespace cockpit {

/// Installs the catalogue of the user's language, or the English one, which holds the singulars of counted things.
/// Once, before the first text is made. Thread: GUI (or the only one).
void installTranslations(QCoreApplication& application);

}  // namespace cockpit
