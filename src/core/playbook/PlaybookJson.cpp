// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Duration.h"
#include "core/playbook/JsonList.h"
#include "core/playbook/Playbook.h"

#include <QJsonArray>

namespace cockpit {

namespace {

QJsonObject severityJson(const Severity& severity)
{
    return {{QStringLiteral("id"), severity.id},
            {QStringLiteral("title"), severity.title},
            {QStringLiteral("rank"), severity.rank},
            {QStringLiteral("respond_within"), severity.respondWithin.nextBusinessDay
                                                   ? QStringLiteral("next_business_day")
                                                   : formatDuration(severity.respondWithin.within)},
            {QStringLiteral("means"), severity.meaning},
            {QStringLiteral("examples"), QJsonArray::fromStringList(severity.examples)}};
}

QJsonObject slotJson(const ConnectionSlot& slot)
{
    return {{QStringLiteral("id"), slot.id},
            {QStringLiteral("kind"), slot.kind},
            {QStringLiteral("title"), slot.title},
            {QStringLiteral("access"), slot.access},
            {QStringLiteral("defaults"), slot.defaults}};
}

QJsonObject signalJson(const SignalSpec& spec)
{
    return {{QStringLiteral("id"), spec.id},
            {QStringLiteral("title"), spec.title},
            {QStringLiteral("unit"), spec.unit},
            {QStringLiteral("chart"), spec.chart},
            {QStringLiteral("kind"), spec.kind},
            {QStringLiteral("on"), spec.connection},
            {QStringLiteral("parameters"), spec.parameters},
            {QStringLiteral("every"), formatDuration(spec.every)},
            {QStringLiteral("deadline"), formatDuration(spec.deadline)},
            {QStringLiteral("stale_after"), formatDuration(spec.staleAfter)},
            {QStringLiteral("tile"), spec.tile},
            {QStringLiteral("threshold"), spec.threshold ? QJsonValue(*spec.threshold) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("description"), spec.description}};
}

QJsonObject ruleJson(const RuleSpec& rule)
{
    return {{QStringLiteral("id"), rule.id},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("when"), rule.when},
            {QStringLiteral("clear_when"), rule.clearWhen},
            {QStringLiteral("for"), formatDuration(rule.holdFor)},
            {QStringLiteral("clear_for"), formatDuration(rule.clearFor)},
            {QStringLiteral("severity"), rule.severity},
            {QStringLiteral("action"),
             rule.action == AlertAction::Declare ? QStringLiteral("declare") : QStringLiteral("propose")},
            {QStringLiteral("group"), rule.group},
            {QStringLiteral("runbook"), rule.runbook},
            {QStringLiteral("alertname"), rule.alertName},
            {QStringLiteral("description"), rule.description}};
}

QJsonObject roleJson(const Role& role)
{
    return {{QStringLiteral("id"), role.id},
            {QStringLiteral("title"), role.title},
            {QStringLiteral("channels"), QJsonArray::fromStringList(role.channels)}};
}

QJsonObject escalationJson(const QMap<QString, QMap<QString, EscalationCell>>& escalation)
{
    QJsonObject rows;
    for (auto severity = escalation.begin(); severity != escalation.end(); ++severity) {
        QJsonObject cells;
        for (auto cell = severity->begin(); cell != severity->end(); ++cell)
            cells.insert(cell.key(), QJsonObject{{QStringLiteral("after"), cell->nextBusinessDay
                                                                               ? QStringLiteral("next_business_day")
                                                                               : formatDuration(cell->after)},
                                                 {QStringLiteral("unless"), cell->unless}});
        rows.insert(severity.key(), cells);
    }
    return rows;
}

QJsonObject phaseJson(const LifecyclePhase& phase)
{
    return {{QStringLiteral("id"), phase.id},
            {QStringLiteral("title"), phase.title},
            {QStringLiteral("time_box"), formatDuration(phase.timeBox)},
            {QStringLiteral("checklist"), QJsonArray::fromStringList(phase.checklist)}};
}

QJsonObject messageJson(const MessageTemplate& message)
{
    return {{QStringLiteral("id"), message.id},
            {QStringLiteral("title"), message.title},
            {QStringLiteral("body"), message.body},
            {QStringLiteral("next_update"), formatDuration(message.nextUpdate)},
            {QStringLiteral("fields"), arrayOf(message.fields, inputJson)}};
}

QJsonObject agendaJson(const AgendaItem& item)
{
    return {{QStringLiteral("title"), item.title}, {QStringLiteral("time"), formatDuration(item.time)}};
}

QJsonObject contactJson(const Contact& contact)
{
    return {{QStringLiteral("name"), contact.name},
            {QStringLiteral("role"), contact.role},
            {QStringLiteral("reach"), contact.reach}};
}

QJsonObject pageJson(const StatusPage& page)
{
    return {{QStringLiteral("title"), page.title},
            {QStringLiteral("url"), page.url},
            {QStringLiteral("signal"), page.signal}};
}

QJsonObject labelsJson(const QMap<QString, QString>& labels)
{
    QJsonObject object;
    for (auto label = labels.begin(); label != labels.end(); ++label)
        object.insert(label.key(), label.value());
    return object;
}

QJsonArray holidaysJson(const QList<QDate>& holidays)
{
    QJsonArray days;
    for (const QDate& day : holidays)
        days.append(day.toString(Qt::ISODate));
    return days;
}

}  // namespace

QJsonObject Playbook::toJson() const
{
    return {
        {QStringLiteral("id"), id},
        {QStringLiteral("title"), title},
        {QStringLiteral("description"), description},
        {QStringLiteral("environment"), environmentName(environment)},
        {QStringLiteral("timezone"), timeZone},
        {QStringLiteral("business_hours"), businessHours},
        {QStringLiteral("second_person"), secondPerson},
        {QStringLiteral("holidays"), holidaysJson(holidays)},
        {QStringLiteral("connections"), arrayOf(connections, slotJson)},
        {QStringLiteral("severities"), arrayOf(severities, severityJson)},
        {QStringLiteral("roles"), arrayOf(roles, roleJson)},
        {QStringLiteral("escalation"), escalationJson(escalation)},
        {QStringLiteral("signals"), arrayOf(signalSpecs, signalJson)},
        {QStringLiteral("rules"), arrayOf(rules, ruleJson)},
        {QStringLiteral("lifecycle"), arrayOf(lifecycle, phaseJson)},
        {QStringLiteral("resolve"), QJsonObject{{QStringLiteral("quiet_for"), formatDuration(quietFor)}}},
        {QStringLiteral("severity_labels"), labelsJson(severityLabels)},
        {QStringLiteral("runbooks"), arrayOf(runbooks, [](const Runbook& runbook) { return runbook.toJson(); })},
        {QStringLiteral("messages"), arrayOf(messages, messageJson)},
        {QStringLiteral("postmortem"), QJsonObject{{QStringLiteral("template"), postmortem.templateText},
                                                   {QStringLiteral("due_within"), formatDuration(postmortem.dueWithin)},
                                                   {QStringLiteral("agenda"), arrayOf(postmortem.agenda, agendaJson)}}},
        {QStringLiteral("contacts"), arrayOf(contacts, contactJson)},
        {QStringLiteral("status_pages"), arrayOf(statusPages, pageJson)},
        {QStringLiteral("source"), sourceFile},
        {QStringLiteral("digest"), digest}};
}

}  // namespace cockpit
