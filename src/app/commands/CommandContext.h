// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>
#include <QStringList>
#include <QTextStream>

namespace cockpit {

/// What a subcommand gets. Results go to `out` (machine-readable with `json`), messages for a person to `err`.
struct CommandContext {
    QStringList arguments;  ///< after the subcommand's name; --profile and --json are already taken out
    QString profileDirectory;
    bool json = false;
    QTextStream& out;
    QTextStream& err;
};

/// Exit codes of the program.
enum ExitCode {
    ExitDone = 0,        ///< done
    ExitRefused = 1,     ///< refused, or a check failed
    ExitUsage = 2,       ///< the command line is wrong
    ExitUnreachable = 3  ///< could not reach what was asked for
};

// One function per subcommand, each in a file of its own: src/app/commands/<Name>Command.cpp. They may run an event
// loop through CommandLoop (app/commands/CommandLoop.h) and return an ExitCode.
int playbookCommand(CommandContext& context);
int signalsCommand(CommandContext& context);
int metricsCommand(CommandContext& context);
int incidentCommand(CommandContext& context);
int runbookCommand(CommandContext& context);
int notifyCommand(CommandContext& context);
int postmortemCommand(CommandContext& context);
int logCommand(CommandContext& context);
int connectionsCommand(CommandContext& context);
int simulateCommand(CommandContext& context);
int approvalsCommand(CommandContext& context);
int watchCommand(CommandContext& context);

}  // namespace cockpit
