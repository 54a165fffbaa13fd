// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"

namespace cockpit::test {

inline std::shared_ptr<Playbook> samplePlaybook(const QString& id, const QString& title, const QStringList& scheme)
{
    auto playbook = std::make_shared<Playbook>();
    playbook->id = id;
    playbook->title = title;
    playbook->timeZone = QStringLiteral("UTC");
    for (int rank = 0; rank < scheme.size(); ++rank) {
        Severity severity;
        severity.id = scheme.at(rank);
        severity.title = rank == 0 ? QStringLiteral("Total outage") : QStringLiteral("Level %1").arg(rank + 1);
        severity.rank = rank;
        severity.respondWithin.within = std::chrono::minutes(rank * 15);
        severity.meaning = QStringLiteral("Trading has stopped for everybody.");
        playbook->severities.append(severity);
    }
    playbook->roles = {{QStringLiteral("team_lead"), QStringLiteral("Team lead"), {QStringLiteral("chat")}},
                       {QStringLiteral("on_call"), QStringLiteral("On-call"), {QStringLiteral("pager")}}};
    playbook->lifecycle = {
        {QStringLiteral("investigate"), QStringLiteral("Investigating"), {}, {QStringLiteral("Check the workers")}}};
    MessageTemplate page;
    page.id = QStringLiteral("page");
    page.body = QStringLiteral("{{title}}");
    MessageTemplate update;
    update.id = QStringLiteral("update");
    update.title = QStringLiteral("Update");
    update.body = QStringLiteral("{{severity}} {{title}}: {{findings}}");
    MessageTemplate resolved;
    resolved.id = QStringLiteral("resolved");
    resolved.title = QStringLiteral("All-clear");
    resolved.body = QStringLiteral("Resolved: {{title}} \u00F0\u0178\u0161\u00A8");
    playbook->messages = {page, update, resolved};
    Runbook outage;
    outage.id = QStringLiteral("total_outage");
    outage.title = QStringLiteral("Total outage");
    playbook->runbooks = {outage};
    RuleSpec rule;
    rule.id = QStringLiteral("workers_dead");
    rule.title = QStringLiteral("Broker workers dead");
    rule.when = QStringLiteral("workers < 1");
    rule.severity = scheme.first();
    playbook->rules = {rule};
    SignalSpec workers;
    workers.id = QStringLiteral("workers");
    workers.title = QStringLiteral("workers");
    SignalSpec errors;
    errors.id = QStringLiteral("error_rate");
    errors.title = QStringLiteral("Error rate");
    errors.unit = QStringLiteral("percent");
    errors.chart = QStringLiteral("error_rate");
    errors.threshold = 5;
    playbook->signalSpecs = {workers, errors};
    return playbook;
}

inline TileState sampleTile(const QString& platform, const QString& platformTitle, const QString& title,
                            TileLevel level, const QString& word, const QString& reason, const QDateTime& since,
                            int rank = -1)
{
    TileState tile;
    tile.platform = platform;
    tile.platformTitle = platformTitle;
    tile.signal = title;
    tile.title = title;
    tile.level = level;
    tile.word = word;
    tile.reason = reason;
    tile.since = since;
    tile.severityRank = rank;
    if (rank >= 0)
        tile.severity = QStringLiteral("SEV-%1").arg(rank + 1);
    return tile;
}

inline Incident sampleIncident(const QString& id, const QString& platform, const QString& title,
                               const QString& severity, IncidentState state, const QDateTime& at)
{
    Incident incident;
    incident.id = id;
    incident.platform = platform;
    incident.title = title;
    incident.severity = severity;
    incident.state = state;
    incident.reason = QStringLiteral("workers = 0 for 30 s");
    incident.rule = QStringLiteral("workers_dead");
    incident.runbook = QStringLiteral("total_outage");
    incident.proposedAt = at;
    if (state != IncidentState::Proposed && state != IncidentState::Dismissed)
        incident.declaredAt = at;
    if (state == IncidentState::Acknowledged) {
        incident.acknowledgedAt = at.addSecs(16);
        incident.acknowledgedBy = QStringLiteral("ops-3/maria");
    }
    return incident;
}

inline DeadlineState sampleDeadline(const char* incident, const char* what, const QDateTime& due,
                                    const QDateTime& started, bool met = false)
{
    DeadlineState deadline;
    deadline.incident = QLatin1String(incident);
    deadline.what = QLatin1String(what);
    deadline.due = due;
    deadline.started = started;
    deadline.met = met;
    return deadline;
}

inline QList<TileState> sampleTiles(const QDateTime& now)
{
    QList<TileState> tiles;
    const QString trades = QStringLiteral("just-trades");
    const QString flowrex = QStringLiteral("flowrex");
    const QString bot = QStringLiteral("tradingbot");
    const auto tile = [&](const QString& platform, const QString& title, const char* name, TileLevel level,
                          const char* word, const char* reason, int rank = -1) {
        tiles.append(sampleTile(platform, title, QLatin1String(name), level, QLatin1String(word), QLatin1String(reason),
                                now.addSecs(-134), rank));
    };
    const QString tradesTitle = QStringLiteral("Just Trades");
    const QString flowrexTitle = QStringLiteral("Flowrex");
    tile(trades, tradesTitle, "workers", TileLevel::Alert, "alert", "0 of 10 alive", 0);
    tile(trades, tradesTitle, "queue", TileLevel::Alert, "alert", "61, rising 22/min", 0);
    tile(trades, tradesTitle, "API", TileLevel::Ok, "ok", "200 in 41 ms");
    tile(flowrex, flowrexTitle, "5xx", TileLevel::Alert, "alert", "3.4 %, limit 5 %", 1);
    tile(flowrex, flowrexTitle, "WebSocket", TileLevel::Ok, "ok", "1,204 connected");
    tile(flowrex, flowrexTitle, "pool", TileLevel::Alert, "alert", "91 %", 2);
    tile(bot, bot, "data", TileLevel::Stale, "stale", "last value 48 s ago");
    tile(bot, bot, "heartbeat", TileLevel::Pending, "waiting", "not read yet");
    tile(QStringLiteral("bytelyst"), QStringLiteral("bytelyst"), "orders", TileLevel::Unknown, "unauthorized",
         "403: check the key");
    for (int i = 1; i <= 9; ++i)
        tile(flowrex, flowrexTitle, qPrintable(QStringLiteral("node %1").arg(i)), TileLevel::Ok, "ok", "12 ms");
    return tiles;
}

/// A bad night on four platforms, twelve minutes in.
inline Snapshot sampleSnapshot(const QDateTime& now)
{
    Snapshot snapshot;
    snapshot.at = now;
    snapshot.workstation = QStringLiteral("ops-3");
    snapshot.profile = QStringLiteral("production");
    const QString trades = QStringLiteral("just-trades");
    const QString flowrex = QStringLiteral("flowrex");
    const QString bot = QStringLiteral("tradingbot");
    const QStringList sev{QStringLiteral("SEV-1"), QStringLiteral("SEV-2"), QStringLiteral("SEV-3"),
                          QStringLiteral("SEV-4")};
    const QStringList p{QStringLiteral("P0"), QStringLiteral("P1"), QStringLiteral("P2"), QStringLiteral("P3")};
    for (const auto& playbook :
         {samplePlaybook(trades, QStringLiteral("Just Trades"), sev),
          samplePlaybook(flowrex, QStringLiteral("Flowrex"), p), samplePlaybook(bot, bot, sev)}) {
        PlatformState platform;
        platform.playbook = playbook;
        snapshot.platforms.append(platform);
    }
    snapshot.tiles = sampleTiles(now);

    const auto ago = [&](int seconds) { return now.addSecs(-seconds); };
    Incident dead =
        sampleIncident(QStringLiteral("i1"), trades, QStringLiteral("Broker workers dead: no trades executing"),
                       sev.at(0), IncidentState::Acknowledged, ago(671));
    dead.roles.insert(QStringLiteral("on_call"), QStringLiteral("maria"));
    dead.alerts = QStringList{QStringLiteral("workers_dead")};
    snapshot.incidents = {sampleIncident(QStringLiteral("i4"), bot, QStringLiteral("Low order volume since the open"),
                                         sev.at(3), IncidentState::Acknowledged, ago(9000)),
                          sampleIncident(QStringLiteral("i3"), trades,
                                         QStringLiteral("One account needs re-authentication"), sev.at(2),
                                         IncidentState::Declared, ago(800)),
                          dead,
                          sampleIncident(QStringLiteral("i2"), flowrex, QStringLiteral("5xx above 5 % on /api/orders"),
                                         p.at(1), IncidentState::Proposed, ago(756))};
    snapshot.deadlines = {sampleDeadline("i1", "lead", now.addSecs(242), ago(658)),
                          sampleDeadline("i2", "acknowledge", now.addSecs(144), ago(756)),
                          sampleDeadline("i3", "acknowledge", now.addSecs(2811), ago(800))};
    snapshot.next = {QStringLiteral("Tell the team lead: 4 min left"),
                     QStringLiteral("SEV-1 acknowledged 11 min ago; lead not informed yet."),
                     QStringLiteral("notify.on_call"), QStringLiteral("i1"), true};
    snapshot.keychain = CredentialState::Ready;
    snapshot.chainVerifiedAt = ago(7);
    return snapshot;
}

}  // namespace cockpit::test
