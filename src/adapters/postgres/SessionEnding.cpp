// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SessionEnding.h"

#include "adapters/postgres/SqlJob.h"
#include "adapters/postgres/SqlTransaction.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr unsigned int4Array = 1007;
constexpr unsigned textArray = 1009;
constexpr int shownSessions = 20;
/// Further columns of a listed row: when the session started, and whether it is hit.
constexpr int shownColumns = 7;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

constexpr const char* startText = "pg_catalog.to_char(%1.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')";

StepOutcome failed(const QString& summary)
{
    StepOutcome outcome;
    outcome.state = StepState::Failed;
    outcome.summary = summary;
    return outcome;
}

Statement endingStatement(const SqlPlan& plan, const QList<SessionKey>& sessions)
{
    QByteArrayList pids;
    QByteArrayList starts;
    for (const SessionKey& session : sessions) {
        pids.append(QByteArray::number(session.pid));
        starts.append('"' + session.started.toUtf8() + '"');
    }
    const QString function = plan.shape.kind == SqlShape::Kind::EndSessions ? QStringLiteral("pg_terminate_backend")
                                                                            : QStringLiteral("pg_cancel_backend");
    const QString sql =
        QStringLiteral("SELECT a.pid, a.usename, a.application_name, a.state, pg_catalog.%1(a.pid) AS %3 FROM "
                       "pg_catalog.pg_stat_activity a JOIN ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) AS "
                       "k(pid, started) ON k.pid = a.pid AND k.started = %2 WHERE a.backend_type = 'client backend' "
                       "AND a.pid <> pg_catalog.pg_backend_pid()")
            .arg(function, QString::fromLatin1(startText).arg(QLatin1Char('a')),
                 plan.shape.kind == SqlShape::Kind::EndSessions ? QStringLiteral("ended")
                                                                : QStringLiteral("cancelled"));
    return {sql.toUtf8(), {{int4Array, '{' + pids.join(',') + '}'}, {textArray, '{' + starts.join(',') + '}'}}};
}

}  // namespace

QString sessionsText(qint64 count)
{
    return Say::tr("%n session(s)", nullptr, static_cast<int>(std::min<qint64>(count, 2'000'000'000)));
}

Result<NamedSessions> namedSessions(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds)
{
    const SqlShape& shape = plan.shape;
    const QString name = shape.alias.isEmpty() ? QStringLiteral("pg_stat_activity") : shape.alias;
    Statement listing = plan.run;
    listing.sql = QStringLiteral("SELECT %1.pid, %1.usename, %1.application_name, %1.backend_type, %1.state, "
                                 "%1.query_start, left(%1.query, 120) AS query, %2, coalesce(%1.backend_type = 'client "
                                 "backend' AND %1.pid <> pg_catalog.pg_backend_pid() AND %1.backend_start IS NOT NULL, "
                                 "false) AS hit FROM pg_catalog.pg_stat_activity%4%3 ORDER BY hit DESC, %1.query_start")
                      .arg(name, QString::fromLatin1(startText).arg(name),
                           shape.where.isEmpty() ? QString() : QStringLiteral(" WHERE (%1\n)").arg(shape.where),
                           shape.alias.isEmpty() ? QString() : QStringLiteral(" AS ") + shape.alias)
                      .toUtf8();
    auto listed = link.run(listing, ResultCap{10'000, ResultCap().bytes}, bounds);
    if (!listed)
        return listed.error();
    NamedSessions sessions;
    sessions.table.columns = listed->columns.mid(0, shownColumns);
    sessions.table.types = listed->types.mid(0, shownColumns);
    for (const Row& row : listed->rows) {
        if (row.last() == QLatin1String("t")) {
            sessions.hit.append(
                {row.first().value_or(QString()).toLongLong(), row.at(shownColumns).value_or(QString())});
        } else {
            ++sessions.sparedCount;
            if (sessions.table.rows.size() < shownSessions)
                sessions.spared.append(static_cast<int>(sessions.table.rows.size()));
        }
        if (sessions.table.rows.size() < shownSessions)
            sessions.table.rows.append(row.mid(0, shownColumns));
    }
    sessions.table.rowCount = listed->rowCount;
    std::sort(sessions.hit.begin(), sessions.hit.end());
    return sessions;
}

void describeSessions(const NamedSessions& sessions, const SqlPlan& plan, StepPreview& preview)
{
    preview.affected = sessions.hit.size();
    preview.summary = sessionsText(preview.affected);
    preview.columns = sessions.table.columns;
    for (const Row& row : sessions.table.rows) {
        QStringList cells;
        for (const auto& cell : row)
            cells.append(cell ? safeLine(*cell) : QStringLiteral("NULL"));
        preview.samples.append(cells);
    }
    preview.spared = sessions.spared;
    if (sessions.sparedCount > 0)
        preview.notes.append(Say::tr("%1 named by the statement are left alone: replication, the server's own "
                                     "processes, the cockpit's own session, and what this role may not see")
                                 .arg(sessionsText(sessions.sparedCount)));
    preview.notes.append(plan.shape.kind == SqlShape::Kind::EndSessions
                             ? Say::tr("an ended session cannot be brought back; exactly those listed are ended")
                             : Say::tr("exactly the sessions listed are asked to stop their query"));
}

Result<StepOutcome> endSessions(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds)
{
    const auto named = namedSessions(link, plan, bounds);
    if (!named)
        return named.error();
    const qint64 now = named->hit.size();
    const bool otherCount = plan.expectedAffected >= 0 && plan.expectedAffected != now;
    if (otherCount)
        return failed(Say::tr("it would have hit %1 instead of the %2 that were approved, so nothing was sent; look at "
                              "the preview again")
                          .arg(sessionsText(now))
                          .arg(plan.expectedAffected));
    if (plan.sessions && *plan.sessions != named->hit)
        return failed(
            Say::tr("it would have hit other sessions than those that were shown, so nothing was sent; look at "
                    "the preview again"));
    const auto ended =
        link.run(endingStatement(plan, named->hit), ResultCap{plan.maximumRows, ResultCap().bytes}, bounds);
    if (!ended)
        return ended.error();
    const auto isDone = [](const Row& row) { return row.last() == QLatin1String("t"); };
    StepOutcome outcome;
    outcome.state = StepState::Succeeded;
    outcome.affected = ended->cut ? ended->rowCount : std::count_if(ended->rows.begin(), ended->rows.end(), isDone);
    outcome.summary = plan.shape.kind == SqlShape::Kind::EndSessions
                          ? Say::tr("%1 ended").arg(sessionsText(outcome.affected))
                          : Say::tr("%1 asked to stop").arg(sessionsText(outcome.affected));
    if (outcome.affected < now)
        outcome.summary += Say::tr("; the others had gone by themselves");
    outcome.output = formatTable(*ended).toUtf8();
    outcome.table = typedTable(*ended);
    return outcome;
}

}  // namespace cockpit::adapters::postgres
