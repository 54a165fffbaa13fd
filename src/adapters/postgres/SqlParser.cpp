// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlParser.h"

#include "adapters/postgres/SqlText.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <pg_query.h>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr qsizetype longestText = 256 * 1024;
/// The parser writes its tree out by recursion, about 100 bytes of stack a level: this many are 2 MiB at the worst.
constexpr qsizetype mostJoints = 10'000;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

struct ParseResult {
    explicit ParseResult(const QByteArray& sql)
        : result(pg_query_parse(sql.constData()))
    {
    }
    ~ParseResult() { pg_query_free_parse_result(result); }
    Q_DISABLE_COPY_MOVE(ParseResult)
    PgQueryParseResult result;
};

Error tooDeep()
{
    return fail(ErrorKind::InvalidInput, Say::tr("The SQL is nested too deeply; write it in simpler steps"));
}

/// Whatever makes a tree deeper takes a word, an operator or a bracket: how many there are bounds the depth. Lists of
/// plain values, however long, count little.
qsizetype jointsOf(const SqlScan& scan)
{
    return scan.words.size() + std::count_if(scan.bare.begin(), scan.bare.end(), [](QChar one) {
               return !one.isLetterOrNumber() && !one.isSpace() && one != QLatin1Char(',') && one != QLatin1Char('_') &&
                      one != QLatin1Char(')') && one != QLatin1Char(']');
           });
}

Status checkText(const QString& sql)
{
    if (sql.size() > longestText || sql.toUtf8().size() > longestText)
        return fail(ErrorKind::InvalidInput, Say::tr("The SQL is longer than 256 KiB"));
    const SqlScan scan = scanSql(sql);
    if (!scan.complete || sql.contains(QChar(QChar::Null)))
        return fail(ErrorKind::InvalidInput, Say::tr("A quote or comment in the SQL is not closed"));
    if (jointsOf(scan) > mostJoints)
        return tooDeep();
    return Done{};
}

}  // namespace

Result<ParsedSql> parseSql(const QString& sql)
{
    if (const Status fit = checkText(sql); !fit)
        return fit.error();
    const ParseResult parsed(sql.toUtf8());
    if (const PgQueryError* error = parsed.result.error)
        return fail(ErrorKind::InvalidInput, Say::tr("This is not SQL as PostgreSQL reads it: %1 (character %2)")
                                                 .arg(safeLine(QString::fromUtf8(error->message)))
                                                 .arg(error->cursorpos));
    QJsonParseError trouble;
    const QJsonDocument tree = QJsonDocument::fromJson(parsed.result.parse_tree, &trouble);
    if (trouble.error != QJsonParseError::NoError)
        return tooDeep();
    const QJsonArray statements = tree.object().value(QStringLiteral("stmts")).toArray();
    if (statements.isEmpty())
        return fail(ErrorKind::InvalidInput, Say::tr("The step has no SQL to run"));
    if (statements.size() > 1)
        return fail(
            ErrorKind::Refused,
            Say::tr("A step runs one statement, this text holds %1; make a step of each").arg(statements.size()));
    const QJsonObject statement = statements.first().toObject().value(QStringLiteral("stmt")).toObject();
    if (statement.isEmpty())
        return fail(ErrorKind::InvalidInput, Say::tr("The step has no SQL to run"));
    return ParsedSql{statement.begin().key(), statement.begin().value().toObject()};
}

}  // namespace cockpit::adapters::postgres
