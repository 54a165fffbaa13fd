// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/sqlite/SqliteEventStore.h"
#include "core/base/Clock.h"
#include "core/incident/IncidentLog.h"
#include "tests/adapters/sqlite/lab/Experiments.h"
#include "tests/adapters/sqlite/lab/Scenario.h"

#include <QMap>
#include <QTextStream>

#include <sys/wait.h>
#include <unistd.h>

namespace cockpit::test {

namespace {

using adapters::sqlite::SqliteEventStore;

/// One process's share. Exit code 0 when each append worked and it saw every event, its own and others', in order.
int writeShare(const QString& file, int writer, int events)
{
    const SystemClock clock;
    const auto store = SqliteEventStore::open(file, clock);
    if (!store) {
        QTextStream(stderr) << store.error().message << " (" << store.error().detail << ")\n";
        return 2;
    }
    IncidentLog log(**store, clock, QStringLiteral("workstation-%1").arg(writer));
    qint64 seen = 0;
    bool inOrder = true;
    QObject::connect(&log, &IncidentLog::appended, &log, [&](const Event& event) {
        inOrder = inOrder && event.sequence == seen + 1;
        seen = event.sequence;
    });
    for (int i = 0; i < events; ++i) {
        const EventDraft draft{EventType::NoteAdded, {}, QStringLiteral("maria"), {{QStringLiteral("number"), i}}};
        if (const auto stored = log.append(draft); !stored) {
            QTextStream(stderr) << stored.error().message << " (" << stored.error().detail << ")\n";
            return 3;
        }
    }
    if (!log.catchUp())
        return 4;
    return inOrder && seen == log.book().lastSequence() ? 0 : 5;
}

/// Whether each writer's events stand in the order in which it wrote them.
QString flawInOrder(const QList<Event>& events, int processes, int eventsEach)
{
    QMap<QString, int> next;
    for (const Event& event : events) {
        if (event.data.value(QLatin1String("number")).toInt() != next[event.workstation]++)
            return QStringLiteral("event %1 of %2 is out of order").arg(event.sequence).arg(event.workstation);
    }
    if (next.size() != processes || events.size() != processes * eventsEach)
        return QStringLiteral("%1 events of %2 writers").arg(events.size()).arg(next.size());
    return {};
}

}  // namespace

QJsonObject writeTogether(const QString& folder, int processes, int eventsEach)
{
    refill(folder, {});
    const QString file = folder + QStringLiteral("/log.sqlite");
    QList<pid_t> children;
    for (int writer = 0; writer < processes; ++writer) {
        const pid_t child = fork();
        if (child == 0)
            _exit(writeShare(file, writer, eventsEach));
        children.append(child);
    }
    int bad = 0;
    QString first;
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            ++bad;
            first = QStringLiteral("a writer ended with status %1").arg(status);
        }
    }
    const SystemClock clock;
    const auto store = SqliteEventStore::open(file, clock);
    const auto chain = store ? (*store)->verify() : Result<ChainReport>(store.error());
    const auto events = store ? (*store)->read(0, 1'000'000) : Result<QList<Event>>(store.error());
    const QString flaw = !chain || !events ? QStringLiteral("the log cannot be read")
                         : !chain->intact  ? chain->reason
                                           : flawInOrder(*events, processes, eventsEach);
    if (!flaw.isEmpty()) {
        ++bad;
        first = flaw;
    }
    return {{QStringLiteral("faults"), chain ? chain->events : 0},
            {QStringLiteral("bad"), bad},
            {QStringLiteral("first"), first}};
}

}  // namespace cockpit::test
