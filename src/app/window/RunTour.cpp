// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/window/RunTour.h"

#include "app/Translations.h"
#include "app/commands/CommandContext.h"
#include "app/window/Tour.h"

#include <QApplication>

#include <cstdio>

namespace cockpit {

namespace {

constexpr QSize tourSize(1920, 1080);
constexpr Milliseconds tourRestart{5'000};

}  // namespace

int runTour(int& argc, char** argv, const CommandLine& line)
{
    QTextStream out(stdout);
    const bool good = line.arguments.size() == 2 && line.arguments.first() == QLatin1String("--out");
    const QString folder = line.arguments.size() == 1 && line.arguments.first().startsWith(QLatin1String("--out="))
                               ? line.arguments.first().mid(6)
                               : line.arguments.value(1);
    if ((!good && line.arguments.size() != 1) || folder.isEmpty()) {
        QTextStream(stderr) << QCoreApplication::translate("Tour", "Usage: incident-cockpit tour --out DIR") << '\n';
        return ExitUsage;
    }
    if (!QDir().mkpath(folder)) {
        QTextStream(stderr)
            << QCoreApplication::translate("Tour", "%1 cannot be made: choose another folder").arg(folder) << '\n';
        return ExitRefused;
    }
    QApplication application(argc, argv);
    installTranslations(application);
    WindowSession session({{}, true, tourRestart, tourSize});
    Tour tour(session, QDir(folder), out);
    QObject::connect(&session, &WindowSession::failed, &application, [&out](const QString& sentence) {
        out << sentence << '\n';
        QCoreApplication::exit(ExitRefused);
    });
    QObject::connect(&session, &WindowSession::demoReady, &tour, [&tour](const QStringList&) { tour.start(); });
    QObject::connect(&tour, &Tour::finished, &application,
                     [](bool everyStageHeld) { QCoreApplication::exit(everyStageHeld ? ExitDone : ExitRefused); });
    session.open();
    return QApplication::exec();
}

}  // namespace cockpit
