// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Duration.h"
#include "core/metrics/ValueText.h"
#include "core/postmortem/EventText.h"
#include "core/postmortem/MarkdownHtml.h"
#include "core/postmortem/PostmortemDraft.h"
#include "core/postmortem/PostmortemWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace cockpit {

namespace {

constexpr int maximumTimelineRows = 500;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PostmortemDraft)
};

QString row(const QStringList& cells)
{
    return QStringLiteral("| %1 |").arg(cells.join(QLatin1String(" | ")));
}

QString table(const QStringList& header, const QStringList& rows)
{
    QStringList rule;
    for (qsizetype i = 0; i < header.size(); ++i)
        rule.append(QStringLiteral("---"));
    return (QStringList{row(header), row(rule)} + rows).join(QLatin1Char('\n'));
}

QString code(const QString& text)
{
    QString plain = text;
    plain.remove(QLatin1Char('`')).remove(QLatin1Char('|'));
    return plain.isEmpty() ? QString() : QStringLiteral("`%1`").arg(plain);
}

QString yesWords(const QString& verdict)
{
    if (verdict == QLatin1String("worked"))
        return Say::tr("worked");
    if (verdict == QLatin1String("already_good"))
        return Say::tr("was good before");
    if (verdict == QLatin1String("no_effect"))
        return Say::tr("no effect");
    if (verdict == QLatin1String("worse"))
        return Say::tr("made it worse");
    return {};
}

QString summaryBlock(const PostmortemFacts& facts)
{
    const Incident& incident = facts.incident;
    const ResponseTimes times = responseTimes(incident, facts.now);
    QStringList rows;
    const auto add = [&](const QString& name, const QString& value) {
        if (!value.isEmpty())
            rows.append(row({name, value}));
    };
    const auto at = [&](const QDateTime& instant, const QString& who) {
        if (!instant.isValid())
            return QString();
        return who.isEmpty() ? utcText(instant) : Say::tr("%1 by %2").arg(utcText(instant), markdownEscaped(who, 80));
    };
    add(Say::tr("Incident"), markdownEscaped(incident.id));
    add(Say::tr("Severity"), severityText(facts));
    add(Say::tr("Platform"), platformText(facts));
    add(Say::tr("Status"), statusText(incident));
    add(Say::tr("Detected"),
        at(incident.proposedAt, incident.rule.isEmpty() ? QString() : Say::tr("rule %1").arg(incident.rule)));
    add(Say::tr("Declared"), at(incident.declaredAt, incident.declaredBy));
    add(Say::tr("Acknowledged"), at(incident.acknowledgedAt, incident.acknowledgedBy));
    add(Say::tr("Resolved"), at(incident.resolvedAt, {}));
    add(Say::tr("Open for"), shortDuration(times.open));
    add(Say::tr("Reason"), markdownEscaped(incident.reason));
    add(Say::tr("Resolution"), markdownEscaped(incident.resolveReason));
    return table({Say::tr("What"), Say::tr("Value")}, rows);
}

QString impactBlock(const PostmortemFacts& facts)
{
    const ResponseTimes times = responseTimes(facts.incident, facts.now);
    QStringList lines;
    const auto since = utcText(times.began);
    lines.append(facts.incident.resolvedAt.isValid()
                     ? Say::tr("- Lasted %1, from %2 to %3.")
                           .arg(shortDuration(times.open), since, utcText(facts.incident.resolvedAt))
                     : Say::tr("- Open for %1 since %2.").arg(shortDuration(times.open), since));
    if (times.toAcknowledge)
        lines.append(Say::tr("- Time to acknowledge (MTTA): %1.").arg(shortDuration(*times.toAcknowledge)));
    if (times.toResolve)
        lines.append(Say::tr("- Time to resolve (MTTR): %1.").arg(shortDuration(*times.toResolve)));
    for (const SignalFigure& figure : facts.figures) {
        QString line = Say::tr("- %1: peak %2, lowest %3, mean %4")
                           .arg(markdownEscaped(figure.title, 80), formatValue(figure.peak, figure.unit),
                                formatValue(figure.lowest, figure.unit), formatValue(figure.mean, figure.unit));
        if (figure.threshold)
            line += Say::tr(" (limit %1)").arg(formatValue(*figure.threshold, figure.unit));
        lines.append(line + QLatin1Char('.'));
    }
    for (const RunState& run : facts.incident.runs) {
        for (const StepRunState& step : run.steps) {
            if (step.danger != Danger::Read && step.affected >= 0)
                lines.append(
                    Say::tr("- Step %1 changed %2 objects.").arg(markdownEscaped(step.title, 120)).arg(step.affected));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

/// Bookkeeping that a reader of a postmortem does not need; the log keeps it.
bool isBookkeeping(const Event& event)
{
    switch (event.type) {
    case EventType::SessionStarted:
    case EventType::SessionEnded:
    case EventType::PostmortemEdited:
    case EventType::PostmortemExported:
    case EventType::NotificationQueued:
    case EventType::NotificationAttempted:
    case EventType::StepIntended: return true;
    default: return false;
    }
}

QList<Event> toldEvents(const PostmortemFacts& facts)
{
    QList<Event> events;
    for (const Event& event : facts.events) {
        if (event.incident == facts.incident.id && !isBookkeeping(event))
            events.append(event);
    }
    return events;
}

QString zoneTitle(const QTimeZone& zone)
{
    QString name = QString::fromLatin1(zone.id());
    return name.mid(name.lastIndexOf(QLatin1Char('/')) + 1).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString timelineBlock(const PostmortemFacts& facts)
{
    const QList<Event> events = toldEvents(facts);
    if (events.isEmpty())
        return Say::tr("Nothing was recorded.");
    const QTimeZone zone = localZone(facts.playbook.get());
    const bool withLocal = zone.isValid() && zone.id() != QTimeZone::utc().id();
    const QDate day = events.first().at.toUTC().date();
    const bool oneDay = events.last().at.toUTC().date() == day;
    QStringList header{oneDay ? Say::tr("UTC, %1").arg(day.toString(Qt::ISODate)) : Say::tr("UTC")};
    if (withLocal)
        header.append(zoneTitle(zone));
    header << Say::tr("What") << Say::tr("Who");
    QStringList rows;
    for (const Event& event : events.mid(0, maximumTimelineRows)) {
        QStringList cells{
            event.at.toUTC().toString(oneDay ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss"))};
        if (withLocal)
            cells.append(event.at.toTimeZone(zone).toString(QStringLiteral("HH:mm:ss")));
        cells << markdownEscaped(describeEvent(event, &facts.incident).text) << markdownEscaped(event.actor, 80);
        rows.append(row(cells));
    }
    QString out = table(header, rows);
    if (events.size() > maximumTimelineRows)
        out += QStringLiteral("\n\n") +
               Say::tr("%1 later entries are in the log only.").arg(events.size() - maximumTimelineRows);
    return out;
}

QString respondersBlock(const PostmortemFacts& facts)
{
    QStringList rows;
    QMap<QString, QStringList> rolesOf;
    for (auto it = facts.incident.roles.begin(); it != facts.incident.roles.end(); ++it) {
        const Role* role = facts.playbook ? facts.playbook->role(it.key()) : nullptr;
        rolesOf[it.value()].append(role ? role->title : it.key());
    }
    QMap<QString, QDateTime> firstSeen;
    QMap<QString, int> actions;
    for (const Event& event : facts.events) {
        const bool person = !event.actor.isEmpty() && event.actor != QLatin1String("cockpit") &&
                            !event.actor.startsWith(QLatin1String("rule:"));
        if (event.incident != facts.incident.id || !person)
            continue;
        if (!firstSeen.contains(event.actor))
            firstSeen.insert(event.actor, event.at);
        ++actions[event.actor];
    }
    for (auto it = rolesOf.begin(); it != rolesOf.end(); ++it) {
        if (!firstSeen.contains(it.key()))
            firstSeen.insert(it.key(), {});
    }
    for (auto it = firstSeen.begin(); it != firstSeen.end(); ++it)
        rows.append(
            row({markdownEscaped(it.key(), 80), markdownEscaped(rolesOf.value(it.key()).join(QLatin1String(", "))),
                 it.value().isValid() ? it.value().toUTC().toString(QStringLiteral("HH:mm:ss")) : QString(),
                 QString::number(actions.value(it.key()))}));
    if (rows.isEmpty())
        return Say::tr("No person acted in the cockpit.");
    return table({Say::tr("Who"), Say::tr("Roles"), Say::tr("First action (UTC)"), Say::tr("Actions")}, rows);
}

QString stepsBlock(const PostmortemFacts& facts)
{
    QStringList rows;
    for (const RunState& run : facts.incident.runs) {
        for (const StepRunState& step : run.steps) {
            const QString result =
                step.phase == StepRunState::Phase::Finished
                    ? stepStateText(step.state)
                    : (step.phase == StepRunState::Phase::Running ? Say::tr("running") : Say::tr("outcome unknown"));
            const QString summary = markdownEscaped(step.summary, 120);
            rows.append(
                row({step.startedAt.toUTC().toString(QStringLiteral("HH:mm:ss")), markdownEscaped(run.runbook, 80),
                     markdownEscaped(step.title.isEmpty() ? step.step : step.title, 120), dangerName(step.danger),
                     markdownEscaped(step.target.address, 80),
                     summary.isEmpty() ? result : Say::tr("%1: %2").arg(result, summary), yesWords(step.verdict),
                     code(step.evidence.left(12))}));
        }
    }
    if (rows.isEmpty())
        return Say::tr("No runbook step was run.");
    return table({Say::tr("UTC"), Say::tr("Runbook"), Say::tr("Step"), Say::tr("Danger"), Say::tr("Target"),
                  Say::tr("Result"), Say::tr("Proof"), Say::tr("Output")},
                 rows);
}

QString notificationsBlock(const PostmortemFacts& facts)
{
    QStringList rows;
    for (const NotificationState& message : facts.incident.notifications)
        rows.append(
            row({message.queuedAt.toUTC().toString(QStringLiteral("HH:mm:ss")), markdownEscaped(message.kind, 40),
                 markdownEscaped(message.role, 60), markdownEscaped(message.channel, 80), code(message.reference),
                 notificationPhaseName(message.phase), QString::number(message.attempts),
                 markdownEscaped(message.words, 120)}));
    if (rows.isEmpty())
        return Say::tr("No notification was sent.");
    return table({Say::tr("UTC"), Say::tr("Kind"), Say::tr("Role"), Say::tr("Channel"), Say::tr("Reference"),
                  Say::tr("State"), Say::tr("Attempts"), Say::tr("Answer")},
                 rows);
}

QString evidenceBlock(const PostmortemFacts& facts)
{
    QStringList rows;
    for (const EvidenceItem& item : facts.incident.evidence)
        rows.append(row({item.at.toUTC().toString(QStringLiteral("HH:mm:ss")), markdownEscaped(item.name, 120),
                         markdownEscaped(item.type, 80), QLocale::c().formattedDataSize(item.size),
                         markdownEscaped(item.author, 80), code(item.sha256)}));
    if (rows.isEmpty())
        return Say::tr("No evidence was attached.");
    return table(
        {Say::tr("UTC"), Say::tr("Name"), Say::tr("Type"), Say::tr("Size"), Say::tr("Added by"), Say::tr("SHA-256")},
        rows);
}

void addStepQuestions(const PostmortemFacts& facts, QStringList& lines)
{
    for (const RunState& run : facts.incident.runs) {
        for (const StepRunState& step : run.steps) {
            const QString title = markdownEscaped(step.title.isEmpty() ? step.step : step.title, 120);
            if (step.phase == StepRunState::Phase::OutcomeUnknown)
                lines.append(Say::tr("- Did step %1 take effect? Its outcome is unknown.").arg(title));
            else if (step.verdict == QLatin1String("no_effect") || step.verdict == QLatin1String("worse"))
                lines.append(Say::tr("- Why did step %1 not help (%2)?").arg(title, yesWords(step.verdict)));
        }
    }
}

QString questionsBlock(const PostmortemFacts& facts)
{
    const Incident& incident = facts.incident;
    QStringList lines;
    if (!incident.acknowledgedAt.isValid())
        lines.append(Say::tr("- Nobody acknowledged the incident. Who noticed it, and when?"));
    if (incident.roles.isEmpty())
        lines.append(Say::tr("- Nobody took a role. Who led the response?"));
    if (!incident.resolvedAt.isValid())
        lines.append(Say::tr("- The incident is still open. What remains to be done?"));
    else if (incident.resolveReason.isEmpty())
        lines.append(Say::tr("- What ended the incident?"));
    addStepQuestions(facts, lines);
    for (const NotificationState& message : incident.notifications) {
        const QString who = markdownEscaped(message.role.isEmpty() ? message.channel : message.role, 80);
        if (message.phase == NotificationState::Phase::Failed)
            lines.append(Say::tr("- The message to %1 failed. Who told them?").arg(who));
        else if (message.phase == NotificationState::Phase::Uncertain)
            lines.append(Say::tr("- Did the message to %1 arrive?").arg(who));
    }
    if (incident.rule.isEmpty())
        lines.append(Say::tr("- No rule detected it. Which signal would have?"));
    if (incident.runs.isEmpty())
        lines.append(Say::tr("- No runbook was used. Which one is missing?"));
    if (lines.isEmpty())
        return Say::tr("The log leaves no question open.");
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

QMap<QString, QString> postmortemBlocks(const PostmortemFacts& facts)
{
    return {{QStringLiteral("summary"), summaryBlock(facts)},
            {QStringLiteral("impact"), impactBlock(facts)},
            {QStringLiteral("timeline"), timelineBlock(facts)},
            {QStringLiteral("responders"), respondersBlock(facts)},
            {QStringLiteral("steps"), stepsBlock(facts)},
            {QStringLiteral("notifications"), notificationsBlock(facts)},
            {QStringLiteral("evidence"), evidenceBlock(facts)},
            {QStringLiteral("questions"), questionsBlock(facts)}};
}

}  // namespace cockpit
