// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlUndo.h"

#include "adapters/postgres/SqlTransaction.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr unsigned textType = 25;
constexpr qint64 mostRows = 10'000;
constexpr qint64 mostBytes = 8 * 1024 * 1024;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

struct Column {
    QString name;
    bool generated = false;
    bool alwaysIdentity = false;
    bool key = false;
};

/// A table as the catalog knows it.
struct TableFacts {
    QString name;           ///< quoted, with schema
    QString missing;        ///< why its rows cannot be brought back; empty: they can
    QList<Column> columns;  ///< in order
};

QString listOf(const QList<Column>& columns, const QString& prefix)
{
    QStringList names;
    for (const Column& column : columns)
        names.append(prefix + quotedName(column.name));
    return names.join(QStringLiteral(", "));
}

Result<TableFacts> readTable(PostgresLink& link, const SqlShape& shape, const Bounds& bounds)
{
    const Statement general{
        "SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), c.relkind, "
        "EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhparent = c.oid), c.reltype <> 0 AND EXISTS (SELECT "
        "FROM pg_catalog.pg_type t WHERE t.oid = c.reltype AND t.typarray <> 0), "
        "pg_catalog.current_setting('extra_float_digits')::int > 0 AND pg_catalog.current_setting('DateStyle') LIKE "
        "'ISO%' AND pg_catalog.current_setting('IntervalStyle') <> 'sql_standard', c.oid "
        "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "WHERE c.oid = $1::pg_catalog.regclass",
        {{textType, shape.relation.toUtf8()}}};
    const auto found = link.run(general, {}, bounds);
    if (!found)
        return found.error();
    TableFacts facts;
    if (found->rows.isEmpty()) {
        facts.missing = Say::tr("the table is not known");
        return facts;
    }
    const Row& row = found->rows.first();
    const QString kind = row.at(1).value_or(QString());
    const bool partitioned = kind == QLatin1String("p");
    facts.name = row.at(0).value_or(QString());
    if (kind != QLatin1String("r") && !partitioned)
        facts.missing = Say::tr("%1 is not a plain table").arg(facts.name);
    else if (!partitioned && !shape.only && row.at(2) == QLatin1String("t"))
        facts.missing = Say::tr("%1 has tables that inherit from it").arg(facts.name);
    else if (row.at(3) != QLatin1String("t"))
        facts.missing = Say::tr("%1 has no row type").arg(facts.name);
    else if (row.at(4) != QLatin1String("t"))
        facts.missing = Say::tr("the role's settings print numbers or times in a form that loses digits");
    const Statement columns{
        "SELECT a.attname, a.attgenerated <> '', a.attidentity = 'a', coalesce(a.attnum = ANY (i.indkey), false) "
        "FROM pg_catalog.pg_attribute a LEFT JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND i.indisprimary "
        "WHERE a.attrelid = $1::pg_catalog.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
        {{textType, row.at(5).value_or(QString()).toUtf8()}}};
    const auto listed = link.run(columns, ResultCap{2'000, mostBytes}, bounds);
    if (!listed)
        return listed.error();
    const QString yes = QStringLiteral("t");
    for (const Row& column : listed->rows)
        facts.columns.append(
            {column.at(0).value_or(QString()), column.at(1) == yes, column.at(2) == yes, column.at(3) == yes});
    return facts;
}

/// An array literal of the rows' own texts.
QString arrayLiteral(const QList<Row>& rows)
{
    QStringList elements;
    elements.reserve(rows.size());
    for (const Row& row : rows) {
        QString text = row.first().value_or(QString());
        text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
        elements.append(QLatin1Char('"') + text + QLatin1Char('"'));
    }
    return QLatin1Char('{') + elements.join(QLatin1Char(',')) + QLatin1Char('}');
}

void fillDelete(const TableFacts& facts, UndoCapsule& undo)
{
    QList<Column> written;
    std::copy_if(facts.columns.begin(), facts.columns.end(), std::back_inserter(written),
                 [](const Column& column) { return !column.generated; });
    const QString rows = QStringLiteral("pg_catalog.unnest({{rows}}::%1[]) AS o").arg(facts.name);
    undo.parameters = {
        {QStringLiteral("run"), QStringLiteral("INSERT INTO %1 (%2) OVERRIDING SYSTEM VALUE SELECT %3 FROM ")
                                        .arg(facts.name, listOf(written, {}), listOf(written, QStringLiteral("o."))) +
                                    rows},
        {QStringLiteral("preview"), QStringLiteral("SELECT o.* FROM ") + rows}};
}

/// Empty, or why the change cannot be undone.
QString fillUpdate(const TableFacts& facts, const QStringList& set, UndoCapsule& undo)
{
    QList<Column> written;
    QStringList same;
    for (const Column& column : facts.columns) {
        const bool changed = set.contains(column.name);
        if (column.key && changed)
            return Say::tr("the statement changes the primary key of %1").arg(facts.name);
        if (column.key)
            same.append(QStringLiteral("n.%1 = o.%1").arg(quotedName(column.name)));
        if (changed && !column.generated && !column.alwaysIdentity)
            written.append(column);
    }
    if (same.isEmpty())
        return Say::tr("%1 has no primary key").arg(facts.name);
    if (written.isEmpty())
        return Say::tr("the statement sets only columns that the server fills in itself");
    const QString rows = QStringLiteral("pg_catalog.unnest({{rows}}::%1[]) AS o").arg(facts.name);
    const QString match = same.join(QStringLiteral(" AND "));
    undo.parameters = {
        {QStringLiteral("run"), QStringLiteral("UPDATE %1 AS n SET (%2) = ROW(%3) FROM ")
                                        .arg(facts.name, listOf(written, {}), listOf(written, QStringLiteral("o."))) +
                                    rows + QStringLiteral(" WHERE ") + match},
        {QStringLiteral("preview"),
         QStringLiteral("SELECT n.* FROM %1 AS n JOIN ").arg(facts.name) + rows + QStringLiteral(" ON ") + match}};
    return {};
}

/// A name in the capsule that looks like a placeholder could not be bound.
bool isPlain(const TableFacts& facts)
{
    const QString braces = QStringLiteral("{{");
    return !facts.name.contains(braces) && std::none_of(facts.columns.begin(), facts.columns.end(),
                                                        [&](const Column& one) { return one.name.contains(braces); });
}

}  // namespace

Result<CapturedRows> captureRows(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds)
{
    const SqlShape& shape = plan.shape;
    const Result<TableFacts> facts = readTable(link, shape, bounds);
    if (!facts)
        return facts.error();
    CapturedRows captured;
    captured.missing = facts->missing;
    if (captured.missing.isEmpty() && !isPlain(*facts))
        captured.missing = Say::tr("a name in the table holds {{");
    UndoCapsule undo;
    if (captured.missing.isEmpty() && shape.kind == SqlShape::Kind::Update)
        captured.missing = fillUpdate(*facts, shape.columns, undo);
    else if (captured.missing.isEmpty())
        fillDelete(*facts, undo);
    if (!captured.missing.isEmpty())
        return captured;
    Statement old = plan.run;
    old.sql = QStringLiteral("SELECT (%1.*)::pg_catalog.text FROM %2%3 LIMIT %4 FOR UPDATE")
                  .arg(shape.name(), shape.from(),
                       shape.where.isEmpty() ? QString() : QStringLiteral(" WHERE (%1\n)").arg(shape.where))
                  .arg(mostRows + 1)
                  .toUtf8();
    const auto rows = link.run(old, ResultCap{mostRows, mostBytes}, bounds);
    if (!rows)
        return rows.error();
    if (rows->cut) {
        captured.count = rows->rowCount > mostRows ? -1 : rows->rowCount;
        captured.missing = Say::tr("more than 10,000 rows or 8 MiB would have to be kept");
        return captured;
    }
    captured.count = rows->rowCount;
    if (captured.count == 0) {
        captured.missing = Say::tr("no row was changed");
        return captured;
    }
    undo.kind = QStringLiteral("sql");
    undo.connectionId = plan.connectionId;
    undo.inputs.insert(QStringLiteral("rows"), arrayLiteral(rows->rows));
    undo.items = captured.count;
    undo.summary = Say::tr("%1 of %2; rows of other tables removed by foreign keys and what triggers did are not "
                           "brought back")
                       .arg(rowsText(captured.count), facts->name);
    captured.undo = undo;
    return captured;
}

Result<QStringList> alsoHit(PostgresLink& link, const SqlShape& shape, const Bounds& bounds)
{
    const bool update = shape.kind == SqlShape::Kind::Update;
    QString set = shape.columns.join(QLatin1Char('\x1f'));
    const Statement statement{
        "SELECT 'key', k.conrelid::pg_catalog.regclass::text, CASE WHEN $2 = 'u' THEN k.confupdtype ELSE k.confdeltype "
        "END::text FROM pg_catalog.pg_constraint k WHERE k.contype = 'f' AND k.confrelid = $1::pg_catalog.regclass "
        "AND CASE WHEN $2 = 'u' THEN k.confupdtype IN ('c', 'n', 'd') AND EXISTS (SELECT FROM pg_catalog.pg_attribute "
        "a WHERE a.attrelid = k.confrelid AND a.attnum = ANY (k.confkey) AND a.attname = ANY "
        "(pg_catalog.string_to_array($3, $4))) ELSE k.confdeltype IN ('c', 'n', 'd') END "
        "UNION ALL SELECT 'trigger', t.tgname, '' FROM pg_catalog.pg_trigger t WHERE t.tgrelid = "
        "$1::pg_catalog.regclass AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & CASE WHEN $2 = 'u' THEN "
        "16 ELSE 8 END <> 0 LIMIT 50",
        {{textType, shape.relation.toUtf8()},
         {textType, update ? "u" : "d"},
         {textType, set.toUtf8()},
         {textType, QByteArray("\x1f")}}};
    const auto found = link.run(statement, {}, bounds);
    if (!found)
        return found.error();
    QStringList notes;
    for (const Row& row : found->rows) {
        const QString name = safeLine(row.at(1).value_or(QString()));
        if (row.at(0) == QLatin1String("trigger"))
            notes.append(Say::tr("the trigger %1 runs too").arg(name));
        else if (row.at(2) == QLatin1String("c"))
            notes.append(update ? Say::tr("changes rows of %1 too (foreign key)").arg(name)
                                : Say::tr("deletes rows of %1 too (foreign key)").arg(name));
        else
            notes.append(Say::tr("empties columns of rows of %1 (foreign key)").arg(name));
    }
    return notes;
}

}  // namespace cockpit::adapters::postgres
