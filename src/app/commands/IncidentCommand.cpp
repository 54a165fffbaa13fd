// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandContext.h"
#include "app/commands/CommandEngine.h"
#include "core/postmortem/EventText.h"

#include <QJsonArray>

namespace cockpit {

namespace {

const QString usageLine = QStringLiteral(
    "incident declare --platform P --severity S --title TEXT [--reason TEXT] [--runbook R]\n"
    "       incident-cockpit incident confirm|ack ID\n"
    "       incident-cockpit incident note ID TEXT | resolve ID --reason TEXT | dismiss ID --reason TEXT\n"
    "       incident-cockpit incident list [--all] | show ID | timeline ID   [--json]");

int list(CommandContext& context, const Snapshot& snapshot, bool all)
{
    QJsonArray rows;
    for (const Incident& incident : snapshot.incidents) {
        if (!all && !incident.isOpen())
            continue;
        if (context.json)
            rows.append(incidentToJson(incident));
        else
            context.out << incident.id << "  " << incident.severity << "  " << incidentStateName(incident.state) << "  "
                        << incident.platform << "  " << incident.title << '\n';
    }
    if (context.json)
        printJson(context, rows);
    return ExitDone;
}

int timeline(CommandContext& context, Engine& engine, const Incident& incident)
{
    const auto events = engine.events(std::max<qint64>(incident.firstSequence - 1, 0), 1'000'000);
    if (!events)
        return printError(context, events.error());
    QJsonArray rows;
    for (const Event& event : *events) {
        if (event.incident != incident.id)
            continue;
        if (context.json)
            rows.append(eventToJson(event));
        else
            context.out << event.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss'Z'")) << "  "
                        << describeEvent(event, &incident).text << "  (" << event.actor << ")\n";
    }
    if (context.json)
        printJson(context, rows);
    return ExitDone;
}

int show(CommandContext& context, const Incident& incident)
{
    const QJsonObject json = incidentToJson(incident);
    if (context.json) {
        printJson(context, json);
        return ExitDone;
    }
    for (const char* key : {"id", "severity", "state", "platform", "title", "reason", "runbook", "declared_at",
                            "acknowledged_at", "acknowledged_by", "resolved_at"}) {
        const QString value = json.value(QLatin1String(key)).toString();
        if (!value.isEmpty())
            context.out << QString::fromLatin1(key).leftJustified(16) << value << '\n';
    }
    return ExitDone;
}

int finish(CommandContext& context, const Status& status, const QString& said)
{
    if (!status)
        return printError(context, status.error());
    context.err << said << '\n';
    return ExitDone;
}

int declareIncident(CommandContext& context, Engine& engine)
{
    DeclareRequest request;
    request.platform = takeOption(context.arguments, QStringLiteral("--platform"));
    request.severity = takeOption(context.arguments, QStringLiteral("--severity"));
    request.title = takeOption(context.arguments, QStringLiteral("--title"));
    request.reason = takeOption(context.arguments, QStringLiteral("--reason"));
    request.runbook = takeOption(context.arguments, QStringLiteral("--runbook"));
    if (!context.arguments.isEmpty())
        return usage(context, usageLine);
    const Result<QString> id = engine.declare(request, actorName());
    if (!id)
        return printError(context, id.error());
    if (context.json)
        printJson(context, QJsonObject{{QStringLiteral("id"), *id}});
    else
        context.out << *id << '\n';
    return ExitDone;
}

int onOne(CommandContext& context, Engine& engine, const QString& verb)
{
    const QString reason = takeOption(context.arguments, QStringLiteral("--reason"));
    const QString id = context.arguments.takeFirst();
    const QString actor = actorName();
    if (verb == QLatin1String("note") && context.arguments.size() == 1)
        return finish(context, engine.note(id, context.arguments.first(), actor), Engine::tr("Noted"));
    if (!context.arguments.isEmpty())
        return usage(context, usageLine);
    if (verb == QLatin1String("ack"))
        return finish(context, engine.acknowledge(id, actor), Engine::tr("Acknowledged"));
    if (verb == QLatin1String("confirm"))
        return finish(context, engine.confirmProposal(id, actor), Engine::tr("Declared"));
    if (verb == QLatin1String("resolve"))
        return finish(context, engine.resolve(id, reason, actor), Engine::tr("Resolved"));
    if (verb == QLatin1String("dismiss"))
        return finish(context, engine.dismiss(id, reason, actor), Engine::tr("Dismissed"));
    const Snapshot snapshot = engine.snapshot();
    const Incident* incident = snapshot.incident(id);
    if (!incident)
        return printError(context, fail(ErrorKind::NotFound, Engine::tr("There is no incident \"%1\"").arg(id)));
    if (verb == QLatin1String("show"))
        return show(context, *incident);
    if (verb == QLatin1String("timeline"))
        return timeline(context, engine, *incident);
    return usage(context, usageLine);
}

}  // namespace

int incidentCommand(CommandContext& context)
{
    if (context.arguments.isEmpty())
        return usage(context, usageLine);
    const QString verb = context.arguments.takeFirst();
    int exitCode = ExitDone;
    const auto assembly = openForCommand(context, false, exitCode);
    if (!assembly)
        return exitCode;
    Engine& engine = assembly->engine();
    if (verb == QLatin1String("declare")) {
        exitCode = declareIncident(context, engine);
    } else if (verb == QLatin1String("list")) {
        const bool all = takeFlag(context.arguments, QStringLiteral("--all"));
        exitCode = context.arguments.isEmpty() ? list(context, engine.snapshot(), all) : usage(context, usageLine);
    } else if (!context.arguments.isEmpty()) {
        exitCode = onOne(context, engine, verb);
    } else {
        exitCode = usage(context, usageLine);
    }
    engine.stop();
    return exitCode;
}

}  // namespace cockpit
