// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QStringList>

namespace cockpit {

/// What the command line asks for, before any Qt application object exists (one without a display would abort).
struct CommandLine {
    QString subcommand;     ///< empty: the window
    QStringList arguments;  ///< after the subcommand
    QString profileDirectory;
    bool json = false;
    bool demo = false;
    bool help = false;
    bool version = false;
    QString problem;  ///< an unknown global option
};

/// Splits argv (without the program's name). Global options may stand anywhere before "--".
CommandLine parseCommandLine(const QStringList& arguments);

/// The text of --help.
QString helpText();

}  // namespace cockpit
