// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/ReadBarrier.h"

#include "adapters/postgres/SqlFunctions.h"
#include "adapters/postgres/SqlText.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr unsigned textArray = 1009;
constexpr ResultCap cap{2'000, 16 * 1024 * 1024};

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

/// By name alone, whatever schema: what could be meant counts. Extensions that only look are known, because they mark
/// their functions volatile. Columns: what (function, view, policy), its name, whether it is volatile, its text.
constexpr const char* lookup = R"(
WITH RECURSIVE own AS (
  SELECT oid FROM pg_catalog.pg_namespace WHERE nspname <> 'pg_catalog' AND nspname <> 'information_schema'
), rel(oid) AS (
  SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relname = ANY ($3) AND c.relnamespace IN (SELECT oid FROM own)
  UNION
  SELECT d.refobjid FROM rel JOIN pg_catalog.pg_rewrite w ON w.ev_class = rel.oid
    JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid = w.oid
    WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
), behind(classid, objid) AS (
  SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass::oid, w.oid FROM rel JOIN pg_catalog.pg_rewrite w ON w.ev_class = rel.oid
  UNION ALL
  SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass::oid, p.oid FROM rel JOIN pg_catalog.pg_policy p ON p.polrelid = rel.oid
  UNION ALL
  SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass::oid, k.oid FROM pg_catalog.pg_constraint k
    JOIN pg_catalog.pg_type t ON t.oid = k.contypid WHERE t.typname = ANY ($4)
), used(oid, kind) AS (
  SELECT d.refobjid, d.refclassid FROM behind b JOIN pg_catalog.pg_depend d ON d.classid = b.classid AND d.objid = b.objid
), fun(oid) AS (
  SELECT p.oid FROM pg_catalog.pg_proc p WHERE p.proname = ANY ($1)
  UNION
  SELECT oid FROM used WHERE kind = 'pg_catalog.pg_proc'::pg_catalog.regclass
  UNION
  SELECT o.oprcode FROM pg_catalog.pg_operator o WHERE o.oprname = ANY ($2) AND o.oprnamespace IN (SELECT oid FROM own)
    OR o.oid IN (SELECT oid FROM used WHERE kind = 'pg_catalog.pg_operator'::pg_catalog.regclass)
  UNION
  SELECT c.castfunc FROM pg_catalog.pg_cast c JOIN pg_catalog.pg_type t ON t.oid = c.casttarget WHERE t.typname = ANY ($4)
  UNION
  SELECT a.aggtransfn FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
    WHERE p.proname = ANY ($1)
  UNION
  SELECT a.aggfinalfn FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
    WHERE p.proname = ANY ($1)
)
SELECT 'function', p.proname, p.provolatile = 'v' AND p.prokind <> 'a' AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e'
      AND e.extname IN ('pg_stat_statements', 'pg_buffercache', 'pgstattuple', 'pgrowlocks', 'pageinspect',
                        'pg_freespacemap', 'pg_visibility', 'pg_walinspect', 'pgcrypto', 'uuid-ossp')), p.prosrc
  FROM fun JOIN pg_catalog.pg_proc p ON p.oid = fun.oid WHERE p.pronamespace IN (SELECT oid FROM own)
UNION ALL
SELECT 'view', c.relname, false, pg_catalog.pg_get_viewdef(c.oid) FROM rel JOIN pg_catalog.pg_class c ON c.oid = rel.oid
  WHERE c.relkind = 'v' AND c.relnamespace IN (SELECT oid FROM own)
UNION ALL
SELECT 'policy', p.polname, false, coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '')
  FROM rel JOIN pg_catalog.pg_policy p ON p.polrelid = rel.oid
)";

QByteArray arrayOf(const QStringList& names)
{
    QStringList quoted;
    for (QString name : names) {
        name.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
        quoted.append(QLatin1Char('"') + name + QLatin1Char('"'));
    }
    return '{' + quoted.join(QLatin1Char(',')).toUtf8() + '}';
}

/// The first function in a text that acts on the server.
QString actingWord(const QString& text)
{
    const QStringList words = scanSql(text).words;
    const auto found = std::find_if(words.begin(), words.end(),
                                    [](const QString& word) { return effectOf(word).danger != Danger::Read; });
    return found == words.end() ? QString() : *found;
}

}  // namespace

Status checkOnlyReads(PostgresLink& link, const SqlNames& names, const Bounds& bounds)
{
    if (names.functions.isEmpty() && names.operators.isEmpty() && names.relations.isEmpty() && names.types.isEmpty())
        return Done{};
    const Statement statement{lookup,
                              {{textArray, arrayOf(names.functions)},
                               {textArray, arrayOf(names.operators)},
                               {textArray, arrayOf(names.relations)},
                               {textArray, arrayOf(names.types)}}};
    const auto found = link.run(statement, cap, bounds);
    if (!found)
        return found.error();
    for (const Row& row : found->rows) {
        const QString name = safeLine(row.at(1).value_or(QString()));
        if (row.at(2) == QLatin1String("t"))
            return fail(ErrorKind::Refused,
                        Say::tr("The step is declared as reading but calls the function %1, which may change "
                                "something; declare the step write, or the function STABLE if it only reads")
                            .arg(name));
        if (const QString word = actingWord(row.at(3).value_or(QString())); !word.isEmpty())
            return fail(ErrorKind::Refused,
                        Say::tr("The step is declared as reading but %1 calls %2, which acts on the "
                                "server; declare the step write")
                            .arg(name, word));
    }
    if (found->cut)
        return fail(ErrorKind::Refused,
                    Say::tr("The step reads too many views and functions to tell that it only reads; name fewer"));
    return Done{};
}

}  // namespace cockpit::adapters::postgres
