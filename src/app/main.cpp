// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/CommandLine.h"
#include "app/Translations.h"
#include "app/commands/CommandContext.h"
#ifdef COCKPIT_GUI
#include "app/window/RunTour.h"
#include "app/window/RunWindow.h"

#include <QGuiApplication>
#endif

#include <QCoreApplication>
#include <QNetworkProxyFactory>

#include <cstdio>
#include <sys/stat.h>

namespace {

using namespace cockpit;

using Command = int (*)(CommandContext&);

Command commandNamed(const QString& name)
{
    static const QHash<QString, Command> commands{
        {QStringLiteral("playbook"), playbookCommand},       {QStringLiteral("signals"), signalsCommand},
        {QStringLiteral("metrics"), metricsCommand},         {QStringLiteral("incident"), incidentCommand},
        {QStringLiteral("runbook"), runbookCommand},         {QStringLiteral("notify"), notifyCommand},
        {QStringLiteral("postmortem"), postmortemCommand},   {QStringLiteral("log"), logCommand},
        {QStringLiteral("connections"), connectionsCommand}, {QStringLiteral("simulate"), simulateCommand},
        {QStringLiteral("approvals"), approvalsCommand},     {QStringLiteral("watch"), watchCommand}};
    return commands.value(name, nullptr);
}

int runCommand(char** argv, const CommandLine& line, Command command)
{
    // Qt would take --platform and --title, which are options of ours, for its own.
    int onlyName = 1;
#ifdef COCKPIT_GUI
    // A PDF needs fonts, and fonts need a platform; the offscreen one asks for no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(onlyName, argv);
#else
    QCoreApplication application(onlyName, argv);
#endif
    installTranslations(application);
    QTextStream out(stdout);
    QTextStream err(stderr);
    CommandContext context{line.arguments, line.profileDirectory, line.json, out, err};
    return command(context);
}

int say(FILE* where, const QString& text, int exitCode)
{
    std::fputs(qPrintable(text), where);
    return exitCode;
}

}  // namespace

int main(int argc, char** argv)
{
    ::umask(077);
    QCoreApplication::setApplicationName(QStringLiteral("incident-cockpit"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COCKPIT_VERSION));
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const CommandLine line = parseCommandLine(arguments);
    if (line.help)
        return say(stdout, helpText(), ExitDone);
    if (line.version)
        return say(stdout, QStringLiteral("incident-cockpit %1\n").arg(QCoreApplication::applicationVersion()),
                   ExitDone);
    if (!line.problem.isEmpty())
        return say(stderr, QStringLiteral("Unknown option %1\n\n").arg(line.problem) + helpText(), ExitUsage);
#ifdef COCKPIT_GUI
    if (line.subcommand.isEmpty())
        return runWindow(argc, argv, line);
    if (line.subcommand == QLatin1String("tour"))
        return runTour(argc, argv, line);
#endif
    if (const Command command = commandNamed(line.subcommand))
        return runCommand(argv, line, command);
    return say(stderr, QStringLiteral("Unknown subcommand \"%1\"\n\n").arg(line.subcommand) + helpText(), ExitUsage);
}
