// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/CommandLine.h"

#include <QCoreApplication>

namespace cockpit {

CommandLine parseCommandLine(const QStringList& arguments)
{
    CommandLine line;
    const QString profileOption = QStringLiteral("--profile");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments.at(i);
        if (argument == QLatin1String("--")) {
            line.arguments += arguments.mid(i + 1);
            break;
        }
        if (argument == profileOption && i + 1 < arguments.size())
            line.profileDirectory = arguments.at(++i);
        else if (argument.startsWith(profileOption + QLatin1Char('=')))
            line.profileDirectory = argument.mid(profileOption.size() + 1);
        else if (argument == QLatin1String("--json"))
            line.json = true;
        else if (line.subcommand.isEmpty() && argument == QLatin1String("--demo"))
            line.demo = true;
        else if (line.subcommand.isEmpty() && (argument == QLatin1String("--help") || argument == QLatin1String("-h")))
            line.help = true;
        else if (line.subcommand.isEmpty() &&
                 (argument == QLatin1String("--version") || argument == QLatin1String("-V")))
            line.version = true;
        else if (line.subcommand.isEmpty() && argument.startsWith(QLatin1Char('-')))
            line.problem = argument;
        else if (line.subcommand.isEmpty())
            line.subcommand = argument;
        else
            line.arguments.append(argument);
    }
    return line;
}

QString helpText()
{
    return QCoreApplication::translate(
        "CommandLine", "Usage: incident-cockpit [--profile DIR] [SUBCOMMAND …]\n"
                       "\n"
                       "Without a subcommand the window opens.\n"
                       "  --demo                the window on simulated platforms and a throw-away profile\n"
                       "  tour --out DIR        drives the window through one whole incident; pictures and postmortem\n"
                       "  watch                 the engine without a window\n"
                       "  playbook list|show ID|check PATH…\n"
                       "  signals read PLAYBOOK [SIGNAL…]\n"
                       "  metrics parse FILE|-\n"
                       "  incident declare|confirm|ack|note|resolve|dismiss|list|show|timeline …\n"
                       "  runbook list|run PLAYBOOK/RUNBOOK …\n"
                       "  approvals key|list|trust|forget|show|give …\n"
                       "  notify send|outbox|test …\n"
                       "  postmortem draft|export …\n"
                       "  connections list|add|test|remove …\n"
                       "  log verify\n"
                       "  simulate PLATFORM [--port N] [--scenario NAME]\n"
                       "\n"
                       "  --profile DIR         settings, log and evidence live there\n"
                       "  --json                machine-readable results on standard output\n"
                       "  --help, --version\n"
                       "\n"
                       "Exit codes: 0 done, 1 refused or check failed, 2 usage, 3 could not reach.\n");
}

}  // namespace cockpit
