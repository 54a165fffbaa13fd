// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/sqlite/SqliteEventStore.h"
#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "tests/adapters/sqlite/lab/Experiments.h"
#include "tests/adapters/sqlite/lab/FaultShim.h"
#include "tests/adapters/sqlite/lab/Scenario.h"

#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <array>
#include <cerrno>

namespace cockpit::test {

namespace {

using adapters::sqlite::SqliteEventStore;

constexpr int eventsEach = 12;

struct Outcome {
    int failures = 0;
    bool faultReached = false;
    QString flaw;
};

Event note(int number)
{
    Event event;
    event.id = newId();
    event.at = SystemClock().utcNow();
    event.type = EventType::NoteAdded;
    event.data = {{QStringLiteral("number"), number}};
    return event;
}

QString flawIn(const SqliteEventStore& store, const QSet<QString>& acknowledged, int failures)
{
    const auto chain = store.verify();
    if (!chain)
        return chain.error().message;
    if (!chain->intact)
        return chain->reason;
    const auto events = store.read(0);
    if (!events)
        return events.error().message;
    QSet<QString> stored;
    for (const Event& event : *events)
        stored.insert(event.id);
    if (!stored.contains(acknowledged))
        return QStringLiteral("an acknowledged event is gone");
    if (stored.size() > acknowledged.size() + failures)
        return QStringLiteral("there are events nobody wrote");
    return {};
}

Outcome runFailing(const QString& file, long from, long count, int number)
{
    Outcome outcome;
    QSet<QString> acknowledged;
    const SystemClock clock;
    fault::failAt(from, count, number);
    auto store = SqliteEventStore::open(file, clock);
    if (!store) {
        ++outcome.failures;
        fault::failAt(-1, 0, 0);
        store = SqliteEventStore::open(file, clock);
        outcome.faultReached = true;
    }
    if (!store)
        return {1, true, store.error().message};
    for (const QString& name : QSqlDatabase::connectionNames())
        QSqlQuery(QSqlDatabase::database(name, false)).exec(QStringLiteral("PRAGMA wal_autocheckpoint=5"));
    for (int i = 0; i < eventsEach; ++i) {
        const Event event = note(i);
        const auto stored = (*store)->append(event);
        if (stored)
            acknowledged.insert(event.id);
        else if (stored.error().kind != ErrorKind::Storage)
            outcome.flaw = QStringLiteral("a disk error is reported as ") + errorKindName(stored.error().kind);
        else
            ++outcome.failures;
    }
    outcome.faultReached = outcome.faultReached || fault::operations() >= from;
    // The disk is well again: the same object goes on.
    fault::failAt(-1, 0, 0);
    const Event last = note(eventsEach);
    const auto stored = (*store)->append(last);
    if (!stored)
        outcome.flaw = QStringLiteral("does not recover: ") + stored.error().message;
    acknowledged.insert(last.id);
    if (outcome.flaw.isEmpty())
        outcome.flaw = flawIn(**store, acknowledged, outcome.failures);
    if (!outcome.flaw.isEmpty())
        return outcome;
    store = fail(ErrorKind::Cancelled, {});
    const auto again = SqliteEventStore::open(file, clock);
    outcome.flaw = again ? flawIn(**again, acknowledged, outcome.failures) : again.error().message;
    return outcome;
}

}  // namespace

QJsonObject failEverywhere(const QString& folder)
{
    int faults = 0;
    int failures = 0;
    int bad = 0;
    QString first;
    fault::skipSyncs(true);
    for (const int number : {ENOSPC, EIO}) {
        for (const long count : {1L, 9L}) {
            for (long point = 1;; ++point) {
                refill(folder, {});
                fault::watch(folder.toStdString());
                const Outcome outcome = runFailing(folder + QStringLiteral("/log.sqlite"), point, count, number);
                fault::watch({});
                if (!outcome.flaw.isEmpty()) {
                    ++bad;
                    if (first.isEmpty())
                        first = QStringLiteral("errno %1 at operation %2 (%3 times): %4")
                                    .arg(number)
                                    .arg(point)
                                    .arg(count)
                                    .arg(outcome.flaw);
                }
                if (!outcome.faultReached)
                    break;
                ++faults;
                failures += outcome.failures;
            }
        }
    }
    return {{QStringLiteral("faults"), faults},
            {QStringLiteral("failures"), failures},
            {QStringLiteral("bad"), bad},
            {QStringLiteral("first"), first}};
}

}  // namespace cockpit::test
