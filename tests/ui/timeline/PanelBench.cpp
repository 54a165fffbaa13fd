// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/timeline/PanelBench.h"

#include <QApplication>
#include <QDir>

namespace cockpit::test {

PanelBench::PanelBench()
    : log(store, clock, QStringLiteral("ops-3"))
    , evidence(directory.filePath(QStringLiteral("evidence")))
    , connections(directory.filePath(QStringLiteral("connections.json")), keychain)
    , engine(parts())
    , client(engine, QStringLiteral("ops-3/maria"))
{
}

EngineParts PanelBench::parts()
{
    playbook->id = QStringLiteral("just-trades");
    playbook->title = QStringLiteral("Just Trades");
    playbook->timeZone = QStringLiteral("America/New_York");
    playbook->severities.append({QStringLiteral("SEV-1"), QStringLiteral("Total outage"), 0, {}, {}, {}});
    playbook->severities.append({QStringLiteral("SEV-2"), QStringLiteral("Degraded"), 1, {}, {}, {}});
    return EngineParts{clock,
                       log,
                       evidence,
                       connections,
                       keychain,
                       registry,
                       redactor,
                       {playbook},
                       QStringLiteral("session-1"),
                       QStringLiteral("test"),
                       QStringLiteral("0"),
                       true,
                       [](const QString&) { return true; },
                       [] { return Result<ChainReport>(ChainReport{}); },
                       [](const QString&, const QString& markdown, const QString&, const auto&) {
                           return Result<QByteArray>(markdown.toUtf8());
                       },
                       [] { return 0.5; }};
}

void PanelBench::show()
{
    client.applySnapshot(engine.snapshot());
}

QString PanelBench::declare(const QString& title)
{
    const auto id =
        engine.declare({playbook->id, QStringLiteral("SEV-1"), title, QStringLiteral("workers_alive = 0 for 30 s"), {}},
                       QStringLiteral("rule:workers_dead"));
    show();
    if (id.ok())
        selection.setIncident(*id);
    return id.ok() ? *id : QString();
}

Status PanelBench::add(EventType type, const QString& incident, const QJsonObject& data, const QString& actor)
{
    const auto event = log.append({type, incident, actor, data});
    return event.ok() ? Status(Done{}) : Status(event.error());
}

void PanelBench::grabBothLooks(QWidget& widget, const QString& name)
{
    const QDir out(QStringLiteral(BUILD_DIR "/looks"));
    out.mkpath(QStringLiteral("."));
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        theme.apply(*qApp);
        QCoreApplication::sendPostedEvents();
        widget.grab().save(out.filePath(
            name + (mode == Theme::Mode::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"))));
    }
}

}  // namespace cockpit::test
