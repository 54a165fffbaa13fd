// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/postmortem/EventText.h"

#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "core/incident/Incident.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace cockpit {

namespace {

constexpr int maximumSentence = 300;
constexpr int maximumDetail = 64 * 1024;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(EventText)
};

QString field(const Event& event, QLatin1String key, int maximum = 160)
{
    return safeLine(event.data.value(key).toString(), maximum);
}

/// "text: more", or just "text" when there is nothing more.
QString withMore(const QString& text, const QString& more)
{
    return more.isEmpty() ? text : Say::tr("%1: %2").arg(text, more);
}

QString elapsedWords(const Event& event)
{
    const qint64 elapsed = event.data.value(QLatin1String("elapsedMs")).toInteger(-1);
    return elapsed < 0 ? QString() : formatDuration(Milliseconds{elapsed});
}

EventLine incidentLine(const Event& event)
{
    const QString severity = field(event, QLatin1String("severity"), 20);
    const QString title = field(event, QLatin1String("title"));
    const QString reason = field(event, QLatin1String("reason"));
    switch (event.type) {
    case EventType::IncidentProposed:
        return {QStringLiteral("proposed"), withMore(Say::tr("%1 proposed: %2").arg(severity, title), reason), {}};
    case EventType::IncidentDeclared:
        return {QStringLiteral("declared"), withMore(Say::tr("%1 declared: %2").arg(severity, title), reason), {}};
    case EventType::IncidentAcknowledged: return {QStringLiteral("acknowledged"), Say::tr("Acknowledged"), {}};
    case EventType::SeverityChanged:
        return {QStringLiteral("severity"),
                withMore(Say::tr("Severity changed from %1 to %2")
                             .arg(field(event, QLatin1String("from"), 20), field(event, QLatin1String("to"), 20)),
                         reason),
                {}};
    case EventType::IncidentResolved: return {QStringLiteral("resolved"), withMore(Say::tr("Resolved"), reason), {}};
    case EventType::IncidentDismissed:
        return {QStringLiteral("resolved"), withMore(Say::tr("Dismissed, not an incident"), reason), {}};
    case EventType::AlertFired:
        return {
            QStringLiteral("alert"), withMore(Say::tr("Alert %1 %2").arg(severity, title).simplified(), reason), {}};
    default:
        return {QStringLiteral("alert_cleared"),
                withMore(Say::tr("Alert over: %1").arg(title.isEmpty() ? field(event, QLatin1String("rule")) : title),
                         reason),
                {}};
    }
}

EventLine workLine(const Event& event)
{
    switch (event.type) {
    case EventType::RoleTaken:
        return {QStringLiteral("role"),
                Say::tr("Role %1 taken by %2")
                    .arg(field(event, QLatin1String("role")), field(event, QLatin1String("person"))),
                {}};
    case EventType::ChecklistTicked: {
        const bool ticked = event.data.value(QLatin1String("ticked")).toBool();
        const QString item = field(event, QLatin1String("item"));
        const QString phase = field(event, QLatin1String("phase"));
        return {QStringLiteral("checklist"),
                (ticked ? Say::tr("Checklist item done (%1): %2") : Say::tr("Checklist item reopened (%1): %2"))
                    .arg(phase, item),
                {}};
    }
    case EventType::NoteAdded: return {QStringLiteral("note"), field(event, QLatin1String("text"), 280), {}};
    case EventType::EvidenceAdded:
        return {QStringLiteral("evidence"),
                Say::tr("Evidence added: %1 (%2)")
                    .arg(field(event, QLatin1String("name")),
                         QLocale::c().formattedDataSize(event.data.value(QLatin1String("size")).toInteger())),
                {}};
    case EventType::PostmortemEdited: return {QStringLiteral("postmortem"), Say::tr("Postmortem edited"), {}};
    default:
        return {QStringLiteral("postmortem"),
                Say::tr("Postmortem exported as %1").arg(field(event, QLatin1String("format"), 20).toUpper()),
                {}};
    }
}

QString stepTitle(const Event& event, const Incident* incident)
{
    const QString title = field(event, QLatin1String("title"));
    if (!title.isEmpty())
        return title;
    const QString step = event.data.value(QLatin1String("step")).toString();
    if (const RunState* run = incident ? incident->run(event.data.value(QLatin1String("run")).toString()) : nullptr) {
        const StepRunState* known = run->latest(step);
        if (known && !known->title.isEmpty())
            return safeLine(known->title, 160);
    }
    return safeLine(step, 160);
}

QString stateWords(const QString& state)
{
    if (state == QLatin1String("succeeded"))
        return Say::tr("succeeded");
    if (state == QLatin1String("failed"))
        return Say::tr("failed");
    if (state == QLatin1String("cancelled"))
        return Say::tr("cancelled");
    if (state == QLatin1String("timed_out"))
        return Say::tr("timed out");
    if (state == QLatin1String("outcome_unknown"))
        return Say::tr("outcome unknown");
    return safeLine(state, 40);
}

QString verdictWords(const QString& verdict)
{
    if (verdict == QLatin1String("worked"))
        return Say::tr("it worked");
    if (verdict == QLatin1String("already_good"))
        return Say::tr("was good before");
    if (verdict == QLatin1String("no_effect"))
        return Say::tr("no effect");
    if (verdict == QLatin1String("worse"))
        return Say::tr("it made things worse");
    return safeLine(verdict, 40);
}

EventLine stepLine(const Event& event, const Incident* incident)
{
    if (event.type == EventType::RunStarted)
        return {QStringLiteral("run"), Say::tr("Runbook %1 started").arg(field(event, QLatin1String("runbook"))), {}};
    const QString title = stepTitle(event, incident);
    switch (event.type) {
    case EventType::StepIntended:
        return {QStringLiteral("step"),
                Say::tr("Step %1 started (%2)").arg(title, field(event, QLatin1String("danger"), 20)),
                {}};
    case EventType::StepFinished: {
        const QString state = event.data.value(QLatin1String("state")).toString();
        const QString icon =
            state == QLatin1String("succeeded") ? QStringLiteral("step") : QStringLiteral("step_failed");
        QString text =
            withMore(Say::tr("Step %1 %2").arg(title, stateWords(state)), field(event, QLatin1String("summary")));
        if (const QString elapsed = elapsedWords(event); !elapsed.isEmpty())
            text += Say::tr(" (%1)").arg(elapsed);
        return {icon, text, {}};
    }
    case EventType::StepOutcomeUnknown:
        return {QStringLiteral("step_failed"),
                withMore(Say::tr("Outcome of step %1 is unknown").arg(title), field(event, QLatin1String("reason"))),
                {}};
    case EventType::StepHeld: {
        const QString undo = field(event, QLatin1String("undoSummary"));
        const QString text = withMore(Say::tr("Step %1 is held").arg(title), field(event, QLatin1String("summary")));
        return {
            QStringLiteral("step"), undo.isEmpty() ? text : Say::tr("%1; kept for undoing: %2").arg(text, undo), {}};
    }
    case EventType::StepSettled: {
        const bool commit = event.data.value(QLatin1String("decision")).toString() == QLatin1String("commit");
        return {QStringLiteral("step"),
                withMore((commit ? Say::tr("Step %1: commit") : Say::tr("Step %1: roll back")).arg(title),
                         field(event, QLatin1String("reason"))),
                {}};
    }
    case EventType::StageLost:
        return {QStringLiteral("step_failed"),
                withMore(Say::tr("Stage %1 no longer holds").arg(title), field(event, QLatin1String("reason"))),
                {}};
    default:
        return {QStringLiteral("verdict"),
                Say::tr("After step %1: %2 (%3 = %4)")
                    .arg(title, verdictWords(event.data.value(QLatin1String("verdict")).toString()),
                         field(event, QLatin1String("signal")),
                         QLocale::c().toString(event.data.value(QLatin1String("value")).toDouble(), 'g', 6)),
                {}};
    }
}

/// "Page to team_lead by flowrex/chat [7F3A]" as far as it is known.
QString notificationName(const Event& event, const Incident* incident)
{
    const QString id = event.data.value(QLatin1String("notification")).toString();
    const NotificationState* known = incident ? incident->notification(id) : nullptr;
    QString kind = event.data.value(QLatin1String("kind")).toString();
    QString role = event.data.value(QLatin1String("role")).toString();
    QString channel = event.data.value(QLatin1String("channel")).toString();
    if (known) {
        kind = known->kind;
        role = known->role;
        channel = known->channel;
    }
    QString name = Say::tr("Message");
    if (kind == QLatin1String("page"))
        name = Say::tr("Page");
    else if (kind == QLatin1String("update"))
        name = Say::tr("Update");
    else if (kind == QLatin1String("resolved"))
        name = Say::tr("All-clear");
    if (!role.isEmpty())
        name = Say::tr("%1 to %2").arg(name, safeLine(role, 60));
    if (!channel.isEmpty())
        name = Say::tr("%1 by %2").arg(name, safeLine(channel, 80));
    if (known && !known->reference.isEmpty())
        name += QStringLiteral(" [%1]").arg(safeLine(known->reference, 12));
    return name;
}

EventLine notificationLine(const Event& event, const Incident* incident)
{
    const QString name = notificationName(event, incident);
    const QString words = field(event, QLatin1String("words"));
    const qint64 attempt = event.data.value(QLatin1String("attempt")).toInteger(1);
    const auto line = [](const char* icon, const QString& text) {
        return EventLine{QString::fromLatin1(icon), text, {}};
    };
    switch (event.type) {
    case EventType::NotificationQueued:
        return line("message", withMore(Say::tr("%1 queued").arg(name), field(event, QLatin1String("title"))));
    case EventType::NotificationAttempted: return line("message", Say::tr("%1: attempt %2").arg(name).arg(attempt));
    case EventType::NotificationDelivered: {
        const QString elapsed = elapsedWords(event);
        QString text = withMore(Say::tr("%1 delivered").arg(name), words);
        return line("message_delivered", elapsed.isEmpty() ? text : text + Say::tr(" (%1)").arg(elapsed));
    }
    case EventType::NotificationWaiting: {
        const QDateTime until =
            QDateTime::fromString(event.data.value(QLatin1String("until")).toString(), Qt::ISODateWithMs).toUTC();
        return line(
            "message",
            withMore(Say::tr("%1 waits until %2 UTC").arg(name, until.toString(QStringLiteral("HH:mm:ss"))), words));
    }
    case EventType::NotificationFailed: return line("message_failed", withMore(Say::tr("%1 failed").arg(name), words));
    case EventType::NotificationUncertain:
        return line("message_failed", withMore(Say::tr("%1 left, but nobody confirmed it").arg(name), words));
    default: return line("message", withMore(Say::tr("%1 cancelled").arg(name), field(event, QLatin1String("reason"))));
    }
}

EventLine sentence(const Event& event, const Incident* incident)
{
    switch (event.type) {
    case EventType::IncidentProposed:
    case EventType::IncidentDeclared:
    case EventType::IncidentAcknowledged:
    case EventType::SeverityChanged:
    case EventType::IncidentResolved:
    case EventType::IncidentDismissed:
    case EventType::AlertFired:
    case EventType::AlertCleared: return incidentLine(event);
    case EventType::RoleTaken:
    case EventType::ChecklistTicked:
    case EventType::NoteAdded:
    case EventType::EvidenceAdded:
    case EventType::PostmortemEdited:
    case EventType::PostmortemExported: return workLine(event);
    case EventType::RunStarted:
    case EventType::StepIntended:
    case EventType::StepFinished:
    case EventType::StepOutcomeUnknown:
    case EventType::StepHeld:
    case EventType::StepSettled:
    case EventType::StepVerdict:
    case EventType::StageLost: return stepLine(event, incident);
    case EventType::NotificationQueued:
    case EventType::NotificationAttempted:
    case EventType::NotificationDelivered:
    case EventType::NotificationWaiting:
    case EventType::NotificationFailed:
    case EventType::NotificationUncertain:
    case EventType::NotificationCancelled: return notificationLine(event, incident);
    case EventType::SessionStarted:
        return {QStringLiteral("session"),
                Say::tr("Cockpit started (%1)").arg(field(event, QLatin1String("mode"), 20)),
                {}};
    case EventType::SessionEnded: return {QStringLiteral("session"), Say::tr("Cockpit ended"), {}};
    case EventType::ApproverTrusted:
        return {QStringLiteral("session"),
                Say::tr("%1 may approve steps").arg(field(event, QLatin1String("name"), 60)),
                {}};
    case EventType::ApproverForgotten:
        return {QStringLiteral("session"),
                Say::tr("%1 may no longer approve steps").arg(field(event, QLatin1String("name"), 60)),
                {}};
    case EventType::ApprovalGiven:
        return {QStringLiteral("step"),
                Say::tr("Approved step %1 for %2")
                    .arg(field(event, QLatin1String("step"), 60), field(event, QLatin1String("requester"), 60)),
                {}};
    case EventType::Unknown: break;
    }
    return {QStringLiteral("unknown"),
            Say::tr("Entry of a newer version: %1")
                .arg(safeLine(event.typeName.isEmpty() ? Say::tr("no name") : event.typeName, 60)),
            {}};
}

QString valueText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? Say::tr("yes") : Say::tr("no");
    if (value.isDouble())
        return QLocale::c().toString(value.toDouble(), 'g', 15);
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return {};
}

QString fieldLines(const Event& event)
{
    QString out;
    for (auto it = event.data.begin(); it != event.data.end() && out.size() < maximumDetail; ++it) {
        const QString name = safeLine(it.key(), 60);
        if (event.type == EventType::PostmortemEdited && it.key() == QLatin1String("text")) {
            out += Say::tr("%1: %2 characters").arg(name).arg(it.value().toString().size()) + QLatin1Char('\n');
            continue;
        }
        const QString text = safeBlock(withoutTerminalEscapes(valueText(it.value())), maximumDetail);
        const QLatin1String separator = text.contains(QLatin1Char('\n')) ? QLatin1String(":\n") : QLatin1String(": ");
        if (!text.isEmpty())
            out += name + separator + text + QLatin1Char('\n');
    }
    if (out.endsWith(QLatin1Char('\n')))
        out.chop(1);
    return safeBlock(out, maximumDetail);
}

}  // namespace

EventLine describeEvent(const Event& event, const Incident* incident)
{
    EventLine line = sentence(event, incident);
    line.text = safeLine(line.text, maximumSentence);
    line.detail = fieldLines(event);
    return line;
}

}  // namespace cockpit
