// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandContext.h"
#include "app/commands/CommandEngine.h"
#include "core/postmortem/EventText.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace cockpit {

namespace {

int terminatePipe[2] = {-1, -1};

void onTerminate(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(terminatePipe[0], &byte, 1);
}

/// SIGTERM and SIGINT end the event loop the ordinary way, so that the session's end is recorded.
void quitOnTerminate(QCoreApplication& application)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, terminatePipe) != 0)
        return;
    auto* notifier = new QSocketNotifier(terminatePipe[1], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [] { QCoreApplication::quit(); });
    std::signal(SIGTERM, onTerminate);
    std::signal(SIGINT, onTerminate);
}

}  // namespace

int watchCommand(CommandContext& context)
{
    if (!context.arguments.isEmpty())
        return usage(context, QStringLiteral("watch [--json]"));
    auto made = EngineAssembly::make({context.profileDirectory, true, {}});
    if (!made)
        return printError(context, made.error());
    const auto assembly = std::move(made.value());
    if (!assembly->leads())
        return printError(context, fail(ErrorKind::Conflict,
                                        Engine::tr("Another cockpit has this profile open: it is watching already")));
    for (const QString& warning : assembly->warnings())
        context.err << warning << '\n';
    Engine& engine = assembly->engine();
    QObject::connect(&engine, &Engine::eventsAppended, &engine, [&context, &engine](const QList<Event>& events) {
        const Snapshot snapshot = engine.snapshot();
        for (const Event& event : events) {
            if (context.json)
                context.out << QString::fromUtf8(QJsonDocument(eventToJson(event)).toJson(QJsonDocument::Compact))
                            << '\n';
            else
                context.out << event.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss'Z'")) << "  "
                            << describeEvent(event, snapshot.incident(event.incident)).text << '\n';
        }
        context.out.flush();
    });
    quitOnTerminate(*QCoreApplication::instance());
    const Status started = engine.start(QStringLiteral("watch"));
    if (!started)
        return printError(context, started.error());
    const int exitCode = QCoreApplication::exec();
    engine.stop();
    return exitCode;
}

}  // namespace cockpit
