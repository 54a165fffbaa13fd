// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/window/RunWindow.h"

#include "app/Translations.h"
#include "app/commands/CommandContext.h"
#include "app/window/WindowSession.h"

#include <QApplication>
#include <QMessageBox>

namespace cockpit {

namespace {

constexpr Milliseconds demoStorm{6'000};

/// The demo shows good tiles first; then the broker workers die.
void startTrouble(DemoSession& demo, QObject* context)
{
    QTimer::singleShot(demoStorm, context, [&demo] {
        demo.onPlatforms([](DemoPlatforms& platforms) {
            const Status set =
                platforms.platform(QStringLiteral("just-trades"))->setScenario(QStringLiteral("workers-dead"));
            if (!set)
                qWarning("the demo's scenario could not be set: %s", qPrintable(set.error().message));
        });
    });
}

}  // namespace

int runWindow(int& argc, char** argv, const CommandLine& line)
{
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Incident Cockpit"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.incidentcockpit.IncidentCockpit"));
    installTranslations(application);
    WindowSession session({line.profileDirectory, line.demo, Milliseconds{8'000}, {}});
    QObject::connect(&session, &WindowSession::failed, &application, [](const QString& sentence) {
        auto* box = new QMessageBox(QMessageBox::Critical, QStringLiteral("Incident Cockpit"), {}, QMessageBox::Close);
        box->setTextFormat(Qt::PlainText);
        box->setText(sentence);
        box->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(box, &QObject::destroyed, qApp, [] { QCoreApplication::exit(ExitRefused); });
        box->show();
    });
    QObject::connect(&session, &WindowSession::demoReady, &application,
                     [&session](const QStringList&) { startTrouble(*session.demo(), &session); });
    session.open();
    return QApplication::exec();
}

}  // namespace cockpit
