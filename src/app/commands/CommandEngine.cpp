// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandEngine.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit {

std::unique_ptr<EngineAssembly> openForCommand(CommandContext& context, bool lead, int& exitCode)
{
    auto made = EngineAssembly::make({context.profileDirectory, lead, {}});
    if (!made) {
        exitCode = printError(context, made.error());
        return nullptr;
    }
    auto assembly = std::move(made.value());
    for (const QString& warning : assembly->warnings())
        context.err << warning << '\n';
    const Status started = assembly->engine().start(QStringLiteral("command"));
    if (!started) {
        exitCode = printError(context, started.error());
        return nullptr;
    }
    return assembly;
}

int printError(CommandContext& context, const Error& error)
{
    context.err << error.message << '\n';
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Unauthorized: return ExitUnreachable;
    default: return ExitRefused;
    }
}

QString takeOption(QStringList& arguments, const QString& name)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i).startsWith(name + QLatin1Char('=')))
            return arguments.takeAt(i).mid(name.size() + 1);
        if (arguments.at(i) == name && i + 1 < arguments.size()) {
            arguments.removeAt(i);
            return arguments.takeAt(i);
        }
    }
    return {};
}

bool takeFlag(QStringList& arguments, const QString& name)
{
    return arguments.removeAll(name) > 0;
}

int usage(CommandContext& context, const QString& line)
{
    if (!context.arguments.isEmpty())
        context.err << QCoreApplication::translate("Command", "Not understood: %1")
                           .arg(context.arguments.join(QLatin1Char(' ')))
                    << '\n';
    context.err << QCoreApplication::translate("Command", "Usage: incident-cockpit %1").arg(line) << '\n';
    return ExitUsage;
}

void printJson(CommandContext& context, const QJsonValue& value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    context.out << QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

QJsonObject notificationToJson(const NotificationState& notification)
{
    return {{QStringLiteral("id"), notification.id},
            {QStringLiteral("incident"), notification.incident},
            {QStringLiteral("reference"), notification.reference},
            {QStringLiteral("key"), notification.key},
            {QStringLiteral("channel"), notification.channel},
            {QStringLiteral("kind"), notification.kind},
            {QStringLiteral("role"), notification.role},
            {QStringLiteral("title"), notification.title},
            {QStringLiteral("state"), notificationPhaseName(notification.phase)},
            {QStringLiteral("attempts"), notification.attempts},
            {QStringLiteral("queued_at"), notification.queuedAt.toString(Qt::ISODateWithMs)},
            {QStringLiteral("changed_at"), notification.changedAt.toString(Qt::ISODateWithMs)},
            {QStringLiteral("words"), notification.words}};
}

QJsonObject incidentToJson(const Incident& incident)
{
    const auto instant = [](const QDateTime& at) {
        return at.isValid() ? QJsonValue(at.toString(Qt::ISODateWithMs)) : QJsonValue();
    };
    QJsonArray steps;
    for (const RunState& run : incident.runs) {
        for (const StepRunState& step : run.steps) {
            const QString state = step.phase == StepRunState::Phase::Finished ? stepStateName(step.state)
                                  : step.phase == StepRunState::Phase::OutcomeUnknown
                                      ? QStringLiteral("outcome_unknown")
                                      : QStringLiteral("running");
            steps.append(QJsonObject{{QStringLiteral("run"), run.id},
                                     {QStringLiteral("runbook"), run.runbook},
                                     {QStringLiteral("step"), step.step},
                                     {QStringLiteral("state"), state},
                                     {QStringLiteral("summary"), step.summary},
                                     {QStringLiteral("verdict"), step.verdict},
                                     {QStringLiteral("evidence"), step.evidence}});
        }
    }
    QJsonArray notifications;
    for (const NotificationState& notification : incident.notifications)
        notifications.append(notificationToJson(notification));
    QJsonArray evidence;
    for (const EvidenceItem& item : incident.evidence)
        evidence.append(QJsonObject{{QStringLiteral("sha256"), item.sha256},
                                    {QStringLiteral("name"), item.name},
                                    {QStringLiteral("type"), item.type},
                                    {QStringLiteral("size"), item.size},
                                    {QStringLiteral("source"), item.source}});
    return {{QStringLiteral("id"), incident.id},
            {QStringLiteral("platform"), incident.platform},
            {QStringLiteral("title"), incident.title},
            {QStringLiteral("severity"), incident.severity},
            {QStringLiteral("state"), incidentStateName(incident.state)},
            {QStringLiteral("reason"), incident.reason},
            {QStringLiteral("runbook"), incident.runbook},
            {QStringLiteral("proposed_at"), instant(incident.proposedAt)},
            {QStringLiteral("declared_at"), instant(incident.declaredAt)},
            {QStringLiteral("acknowledged_at"), instant(incident.acknowledgedAt)},
            {QStringLiteral("acknowledged_by"), incident.acknowledgedBy},
            {QStringLiteral("resolved_at"), instant(incident.resolvedAt)},
            {QStringLiteral("alerts"), QJsonArray::fromStringList(incident.alerts)},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("notifications"), notifications},
            {QStringLiteral("evidence"), evidence},
            {QStringLiteral("events"), incident.events}};
}

QJsonObject eventToJson(const Event& event)
{
    return {{QStringLiteral("sequence"), event.sequence},
            {QStringLiteral("id"), event.id},
            {QStringLiteral("at"), event.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("type"), event.typeName},
            {QStringLiteral("incident"), event.incident},
            {QStringLiteral("actor"), event.actor},
            {QStringLiteral("workstation"), event.workstation},
            {QStringLiteral("data"), event.data},
            {QStringLiteral("hash"), QString::fromLatin1(event.hash.toHex())}};
}

}  // namespace cockpit
