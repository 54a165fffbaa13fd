// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/core/postmortem/SampleFacts.h"

namespace cockpit::test {

namespace {

QDateTime at(int hour, int minute, int second)
{
    return {QDate(2026, 11, 21), QTime(hour, minute, second), Qt::UTC};
}

Event event(int sequence, const QDateTime& when, EventType type, const QString& actor, const QJsonObject& data)
{
    Event out;
    out.sequence = sequence;
    out.at = when;
    out.type = type;
    out.typeName = eventTypeName(type);
    out.incident = QStringLiteral("20261121-0301-7f3a");
    out.actor = actor;
    out.workstation = QStringLiteral("ops-3");
    out.data = data;
    return out;
}

StepRunState step()
{
    StepRunState state;
    state.step = QStringLiteral("close_stale");
    state.title = QStringLiteral("Close stale open records");
    state.kind = QStringLiteral("sql");
    state.danger = Danger::Destructive;
    state.phase = StepRunState::Phase::Finished;
    state.state = StepState::Succeeded;
    state.target.address = QStringLiteral("db1:5432");
    state.summary = QStringLiteral("137 rows");
    state.evidence = QString(64, QLatin1Char('a'));
    state.affected = 137;
    state.startedAt = at(3, 9, 20);
    state.finishedAt = at(3, 9, 21);
    state.verdict = QStringLiteral("worked");
    return state;
}

NotificationState message()
{
    NotificationState state;
    state.id = QStringLiteral("n1");
    state.reference = QStringLiteral("7F3A");
    state.channel = QStringLiteral("just-trades/chat");
    state.kind = QStringLiteral("page");
    state.role = QStringLiteral("team_lead");
    state.phase = NotificationState::Phase::Delivered;
    state.attempts = 2;
    state.queuedAt = at(3, 1, 40);
    state.words = QStringLiteral("ok");
    return state;
}

Incident incident()
{
    Incident out;
    out.id = QStringLiteral("20261121-0301-7f3a");
    out.platform = QStringLiteral("just-trades");
    out.title = QStringLiteral("Broker workers dead: no trades executing");
    out.severity = QStringLiteral("SEV-1");
    out.reason = QStringLiteral("workers_alive = 0 for 30 s");
    out.rule = QStringLiteral("workers_dead");
    out.state = IncidentState::Resolved;
    out.declaredAt = at(3, 1, 36);
    out.acknowledgedAt = at(3, 1, 52);
    out.resolvedAt = at(3, 12, 47);
    out.declaredBy = QStringLiteral("rule:workers_dead");
    out.acknowledgedBy = QStringLiteral("ops-3/maria");
    out.resolveReason = QStringLiteral("workers restarted");
    out.roles.insert(QStringLiteral("commander"), QStringLiteral("ops-3/maria"));
    RunState run;
    run.id = QStringLiteral("r1");
    run.runbook = QStringLiteral("total_outage");
    run.steps.append(step());
    out.runs.append(run);
    out.notifications.append(message());
    out.evidence.append({QString(64, QLatin1Char('b')), QStringLiteral("screen.png"), QStringLiteral("image/png"),
                         20'480, QStringLiteral("image"), QStringLiteral("ops-3/maria"), at(3, 10, 0)});
    return out;
}

}  // namespace

PostmortemFacts sampleFacts()
{
    PostmortemFacts facts;
    auto playbook = std::make_shared<Playbook>();
    playbook->id = QStringLiteral("just-trades");
    playbook->title = QStringLiteral("Just Trades");
    playbook->timeZone = QStringLiteral("America/New_York");
    playbook->severities.append({QStringLiteral("SEV-1"), QStringLiteral("Total outage"), 0, {}, {}, {}});
    Role commander;
    commander.id = QStringLiteral("commander");
    commander.title = QStringLiteral("Incident commander");
    playbook->roles.append(commander);
    facts.playbook = playbook;
    facts.incident = incident();
    facts.now = at(4, 0, 0);
    const QString maria = QStringLiteral("ops-3/maria");
    facts.events = {event(1, at(3, 1, 36), EventType::IncidentDeclared, QStringLiteral("rule:workers_dead"),
                          {{QStringLiteral("severity"), QStringLiteral("SEV-1")},
                           {QStringLiteral("title"), facts.incident.title},
                           {QStringLiteral("reason"), facts.incident.reason}}),
                    event(2, at(3, 1, 41), EventType::NotificationDelivered, QStringLiteral("cockpit"),
                          {{QStringLiteral("notification"), QStringLiteral("n1")}, {QStringLiteral("elapsedMs"), 212}}),
                    event(3, at(3, 1, 52), EventType::IncidentAcknowledged, maria, {}),
                    event(4, at(3, 9, 21), EventType::StepFinished, maria,
                          {{QStringLiteral("run"), QStringLiteral("r1")},
                           {QStringLiteral("step"), QStringLiteral("close_stale")},
                           {QStringLiteral("state"), QStringLiteral("succeeded")},
                           {QStringLiteral("summary"), QStringLiteral("137 rows")},
                           {QStringLiteral("elapsedMs"), 41}}),
                    event(5, at(3, 12, 47), EventType::IncidentResolved, maria,
                          {{QStringLiteral("reason"), QStringLiteral("workers restarted")}})};
    facts.figures.append({QStringLiteral("Error rate"), QStringLiteral("percent"), 41, 0.2, 12.3, 0.4, 5.0});
    facts.figures.append({QStringLiteral("Queue size"), QStringLiteral("count"), 61, 0, 22, 0, {}});
    return facts;
}

QStringList hostileTexts()
{
    return {QStringLiteral("<img src=/dev/zero>"),
            QStringLiteral("<b>bold</b>"),
            QStringLiteral("<script>alert(1)</script>"),
            QStringLiteral("[click](javascript:alert(1))"),
            QStringLiteral("![x](file:///etc/passwd)"),
            QStringLiteral("![x](http://127.0.0.1:9/x.png)"),
            QStringLiteral("[x](JaVaScRiPt&#58;alert(1))"),
            QStringLiteral("<javascript:alert(1)>"),
            QStringLiteral("`code` **bold** _em_ ~~gone~~"),
            QStringLiteral("| a | b |"),
            QStringLiteral("# heading"),
            QStringLiteral("- [ ] task"),
            QStringLiteral("1. one"),
            QStringLiteral("&lt;b&gt; &#60;i&#62;"),
            QStringLiteral("<!-- cockpit:end timeline -->"),
            QStringLiteral("<style>@import url(file:///etc/passwd)</style>"),
            QStringLiteral("\u202Egnp.exe"),
            QStringLiteral("{{title}} {{#a}}"),
            QStringLiteral("\\[x\\](y) \\"),
            QStringLiteral("a\nb\r\nc\td")};
}

}  // namespace cockpit::test
