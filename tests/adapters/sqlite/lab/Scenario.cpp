// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/sqlite/lab/Scenario.h"

#include "adapters/sqlite/SqliteEventStore.h"
#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/incident/EvidenceStore.h"
#include "tests/adapters/sqlite/lab/Version1Log.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace cockpit::test {

namespace {

using adapters::sqlite::SqliteEventStore;
using Acknowledge = std::function<void()>;

const SystemClock& systemClock()
{
    static const SystemClock instance;
    return instance;
}

QString logIn(const QString& folder)
{
    return folder + QStringLiteral("/log.sqlite");
}

Event note(int number, qsizetype size)
{
    Event event;
    event.id = newId();
    event.at = systemClock().utcNow();
    event.type = EventType::NoteAdded;
    event.actor = QStringLiteral("maria");
    event.workstation = QStringLiteral("ops-3");
    event.data = {{QStringLiteral("number"), number}, {QStringLiteral("text"), QString(size, QLatin1Char('x'))}};
    return event;
}

/// Reaches the log's own connection the way nothing but a saboteur would.
void onConnections(const QString& statement)
{
    for (const QString& name : QSqlDatabase::connectionNames())
        QSqlQuery(QSqlDatabase::database(name, false)).exec(statement);
}

struct Plan {
    int events = 0;
    qsizetype size = 160;
    int checkpointPages = 0;  ///< 0: SQLite's own
    int sessions = 1;
    QString sabotage;
};

bool appendNotes(const QString& folder, const Plan& plan, const Acknowledge& acknowledge)
{
    for (int session = 0; session < plan.sessions; ++session) {
        const auto store = SqliteEventStore::open(logIn(folder), systemClock());
        if (!store)
            return false;
        const bool early = plan.sabotage == QLatin1String("early");
        if (plan.sabotage == QLatin1String("normal"))
            onConnections(QStringLiteral("PRAGMA synchronous=NORMAL"));
        if (plan.checkpointPages > 0)
            onConnections(QStringLiteral("PRAGMA wal_autocheckpoint=%1").arg(plan.checkpointPages));
        for (int i = 0; i < plan.events; ++i) {
            if (early)
                acknowledge();
            if (!(*store)->append(note(i, plan.size)))
                return false;
            if (!early)
                acknowledge();
        }
    }
    return true;
}

bool appendEvidence(const QString& folder, const Acknowledge& acknowledge)
{
    const auto store = SqliteEventStore::open(logIn(folder), systemClock());
    if (!store)
        return false;
    EvidenceStore evidence(folder + QStringLiteral("/evidence"));
    for (int i = 0; i < 3; ++i) {
        const QByteArray bytes(300'000, static_cast<char>('a' + i));
        const Result<StoredEvidence> kept = evidence.addBytes(bytes, QStringLiteral("output.txt"));
        if (!kept)
            return false;
        Event event = note(i, 10);
        event.type = EventType::EvidenceAdded;
        event.data.insert(QStringLiteral("sha256"), kept->sha256);
        if (!(*store)->append(event))
            return false;
        acknowledge();
    }
    return true;
}

bool nothingBefore(const QString&)
{
    return true;
}

std::function<bool(const QString&)> notesBefore(int count)
{
    return [count](const QString& folder) {
        Plan plan;
        plan.events = count;
        return appendNotes(folder, plan, [] {});
    };
}

Scenario notes(const char* name, int existing, const Plan& plan)
{
    return {QString::fromLatin1(name), existing, existing > 0 ? notesBefore(existing) : nothingBefore,
            [plan](const QString& folder, const Acknowledge& acknowledge) {
                return appendNotes(folder, plan, acknowledge);
            }};
}

QString flawInEvidence(const QString& folder, const QList<Event>& events)
{
    const EvidenceStore evidence(folder + QStringLiteral("/evidence"));
    for (const Event& event : events) {
        if (event.type != EventType::EvidenceAdded)
            continue;
        const auto bytes = evidence.read(event.data.value(QLatin1String("sha256")).toString());
        if (!bytes)
            return QStringLiteral("evidence of event %1: %2").arg(event.sequence).arg(bytes.error().message);
    }
    return {};
}

}  // namespace

QList<Scenario> scenarios(const QString& sabotage)
{
    const auto plan = [&](int events, qsizetype size, int checkpointPages, int sessions) {
        return Plan{events, size, checkpointPages, sessions, sabotage};
    };
    const QList<Scenario> plain{notes("fresh", 0, plan(8, 160, 0, 1)), notes("grown", 30, plan(14, 160, 6, 1))};
    if (!sabotage.isEmpty())
        return plain;
    return plain +
           QList<Scenario>{
               notes("large", 3, plan(3, 24'000, 0, 1)),
               notes("reopened", 0, plan(3, 160, 0, 3)),
               {QStringLiteral("upgraded"), 5, [](const QString& folder) { return writeVersion1Log(logIn(folder), 5); },
                [=](const QString& folder, const Acknowledge& acknowledge) {
                    return appendNotes(folder, plan(4, 160, 0, 1), acknowledge);
                }},
               {QStringLiteral("evidence"), 2, notesBefore(2), appendEvidence},
           };
}

QString flawIn(const QString& folder, int existing, int acknowledged)
{
    const auto store = SqliteEventStore::open(logIn(folder), systemClock());
    if (!store)
        return store.error().message + QLatin1Char(' ') + store.error().detail;
    const Result<ChainReport> chain = (*store)->verify();
    if (!chain)
        return chain.error().message;
    if (!chain->intact)
        return chain->reason;
    const qint64 least = existing + acknowledged;
    if (chain->events < least)
        return QStringLiteral("%1 events left of %2 acknowledged").arg(chain->events).arg(least);
    if (chain->events > least + 1)
        return QStringLiteral("%1 events, though only %2 were acknowledged").arg(chain->events).arg(least);
    for (const QString& name : QSqlDatabase::connectionNames()) {
        QSqlQuery query(QSqlDatabase::database(name, false));
        if (!query.exec(QStringLiteral("PRAGMA integrity_check")) || !query.next() ||
            query.value(0).toString() != QLatin1String("ok"))
            return QStringLiteral("the integrity check says: ") + query.value(0).toString();
    }
    const auto events = (*store)->read(0);
    return events ? flawInEvidence(folder, *events) : events.error().message;
}

void refill(const QString& folder, const QString& base)
{
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    for (const QString& name : QDir(base).entryList(QDir::Files))
        QFile::copy(base + QLatin1Char('/') + name, folder + QLatin1Char('/') + name);
}

}  // namespace cockpit::test
