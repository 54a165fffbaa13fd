// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What a step would hit, and what is in force when it runs.
#include "adapters/postgres/ReadBarrier.h"
#include "adapters/postgres/SessionEnding.h"
#include "adapters/postgres/SqlJob.h"
#include "adapters/postgres/SqlTransaction.h"
#include "adapters/postgres/SqlUndo.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr int maximumSamples = 20;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

bool isInteger(unsigned type)
{
    return type == 20 || type == 21 || type == 23;
}

bool isTime(unsigned type)
{
    return type == 1082 || type == 1114 || type == 1184;
}

void showSamples(const Table& table, StepPreview& preview)
{
    preview.columns = table.columns;
    for (const Row& row : table.rows) {
        QStringList cells;
        for (const auto& cell : row)
            cells.append(cell ? safeLine(*cell) : QStringLiteral("NULL"));
        preview.samples.append(cells);
    }
}

Status writtenRadius(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds, StepPreview& preview)
{
    const auto table = link.run(*plan.preview, ResultCap{maximumSamples, ResultCap().bytes}, bounds);
    if (!table)
        return table.error();
    const bool oneNumber = table->rowCount == 1 && table->columns.size() == 1 && isInteger(table->types.first()) &&
                           table->rows.size() == 1 && table->rows.first().first();
    preview.affected = oneNumber ? table->rows.first().first()->toLongLong() : table->rowCount;
    preview.summary = rowsText(preview.affected);
    showSamples(*table, preview);
    return Done{};
}

/// Counts and lists the rows of a plain UPDATE or DELETE, as its own WHERE finds them.
Status derivedRadius(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds, StepPreview& preview)
{
    const SqlShape& shape = plan.shape;
    const QString rows =
        shape.from() + (shape.where.isEmpty() ? QString() : QStringLiteral(" WHERE (%1\n)").arg(shape.where));
    Statement statement = plan.run;
    statement.sql = QStringLiteral("SELECT * FROM %1 LIMIT %2").arg(rows).arg(maximumSamples).toUtf8();
    const auto samples = link.run(statement, ResultCap{maximumSamples, ResultCap().bytes}, bounds);
    if (!samples)
        return samples.error();
    const auto time = std::find_if(samples->types.begin(), samples->types.end(), isTime);
    const QString column =
        time == samples->types.end() ? QString() : samples->columns.at(std::distance(samples->types.begin(), time));
    const QString ends = column.isEmpty() ? QString()
                                          : QStringLiteral(", pg_catalog.min(%1.%2)::text, pg_catalog.max(%1.%2)::text")
                                                .arg(shape.name(), quotedName(column));
    statement.sql = QStringLiteral("SELECT pg_catalog.count(*)%1 FROM %2").arg(ends, rows).toUtf8();
    const auto counted = link.run(statement, {}, bounds);
    if (!counted)
        return counted.error();
    const Row& row = counted->rows.first();
    preview.affected = row.first().value_or(QString()).toLongLong();
    preview.summary = rowsText(preview.affected);
    showSamples(*samples, preview);
    if (!column.isEmpty() && row.at(1) && row.at(2))
        preview.notes.append(Say::tr("%1: oldest %2, newest %3").arg(safeLine(column), *row.at(1), *row.at(2)));
    return Done{};
}

void noteSideEffects(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds, StepPreview& preview)
{
    if (plan.shape.isPlainChange()) {
        if (const auto hit = alsoHit(link, plan.shape, bounds))
            preview.notes.append(*hit);
    }
    if (!plan.stays.isEmpty() && !plan.shape.isSessions())
        preview.notes.append(Say::tr("what %1 does cannot be rolled back").arg(plan.stays.join(QStringLiteral(", "))));
    if (!plan.shape.isSessions() && (plan.stays.contains(QStringLiteral("pg_terminate_backend")) ||
                                     plan.stays.contains(QStringLiteral("pg_cancel_backend"))))
        preview.notes.append(
            Say::tr("written this way it may hit replication too; SELECT pg_terminate_backend(pid) FROM "
                    "pg_stat_activity WHERE … spares it"));
}

Status describeRadius(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds, SqlPreview& preview)
{
    StepPreview& shown = preview.shown;
    if (plan.shape.isSessions()) {
        const auto sessions = namedSessions(link, plan, bounds);
        if (!sessions)
            return sessions.error();
        describeSessions(*sessions, plan, shown);
        preview.sessions = sessions->hit;
        return Done{};
    }
    if (!plan.preview && !plan.shape.isPlainChange())
        return Done{};
    if (const Status begun = begin(link, Opening::ReadingOneSnapshot, bounds); !begun)
        return begun;
    const Status done =
        plan.preview ? writtenRadius(link, plan, bounds, shown) : derivedRadius(link, plan, bounds, shown);
    rollBack(link);
    if (done || plan.preview || !link.isOpen())
        return done;
    shown.notes.append(Say::tr("the rows could not be counted: %1").arg(done.error().message));
    return Done{};
}

void noteForce(PostgresLink& link, const SqlPlan& plan, const PostgresIdentity& identity, const Bounds& bounds,
               StepPreview& preview)
{
    const auto limits = Say::tr("the server stops it after %1 s, and after %2 s of waiting for a lock")
                            .arg(std::max<qint64>(plan.deadline.count() / 1'000, 1))
                            .arg(std::max<qint64>(std::min(plan.deadline, lockPatience).count() / 1'000, 1));
    if (plan.danger == Danger::Read) {
        preview.notes.append(Say::tr("runs as %1 in a read-only transaction; %2").arg(identity.target.role, limits));
        const auto canWrite = link.run(
            Statement{
                "SELECT pg_catalog.current_setting('default_transaction_read_only') <> 'on' AND (EXISTS (SELECT "
                "FROM pg_catalog.pg_roles r WHERE r.rolname = current_user AND r.rolsuper) OR EXISTS (SELECT FROM "
                "pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind "
                "IN ('r', 'p') AND n.nspname <> 'pg_catalog' AND n.nspname <> 'information_schema' AND "
                "pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')))",
                {}},
            {}, bounds);
        if (canWrite && canWrite->rows.first().first() == QLatin1String("t"))
            preview.notes.append(Say::tr("the role %1 can write; a read-only role is safer").arg(identity.target.role));
        return;
    }
    preview.notes.append(Say::tr("runs as %1 in one transaction; %2").arg(identity.target.role, limits));
    if (plan.holds() && plan.patience.count() > 0)
        preview.notes.append(Say::tr("the change is held for up to %1 s, to be looked at before it is committed")
                                 .arg(plan.patience.count() / 1'000));
}

}  // namespace

Result<SqlPreview> previewSql(PostgresLink& link, const PostgresSettings& settings, const SqlPlan& plan,
                              const Bounds& bounds)
{
    if (const Status prepared = prepareSession(link, settings, Milliseconds(0), bounds); !prepared)
        return prepared.error();
    const auto identity = readIdentity(link, settings, bounds);
    if (!identity)
        return identity.error();
    SqlPreview preview;
    preview.shown.target = identity->target;
    if (plan.danger == Danger::Read) {
        if (const Status reads = checkOnlyReads(link, plan.names, bounds); !reads)
            return reads.error();
    }
    if (const Status described = describeRadius(link, plan, bounds, preview); !described)
        return described.error();
    if (plan.danger == Danger::Destructive) {
        preview.shown.confirmation =
            preview.shown.affected >= 0 ? QString::number(preview.shown.affected) : identity->target.name;
        if (preview.shown.affected < 0)
            preview.shown.summary = Say::tr("an unknown number of rows (this step has no preview)");
    }
    noteSideEffects(link, plan, bounds, preview.shown);
    noteForce(link, plan, *identity, bounds, preview.shown);
    if (identity->standby)
        preview.shown.summary =
            (preview.shown.summary.isEmpty() ? QString() : preview.shown.summary + QStringLiteral("; ")) +
            Say::tr("the server is a read-only replica");
    link.close();
    return preview;
}

}  // namespace cockpit::adapters::postgres
