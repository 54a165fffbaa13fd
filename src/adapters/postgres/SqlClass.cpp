// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlClass.h"

#include "adapters/postgres/SqlFunctions.h"
#include "adapters/postgres/SqlParser.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

bool isAnyOf(const QString& word, std::initializer_list<const char*> list)
{
    return std::any_of(list.begin(), list.end(), [&](const char* one) { return word == QLatin1String(one); });
}

/// Why no step may send such a statement; empty: one may.
QString refusalOf(const QString& kind)
{
    if (kind == QLatin1String("TransactionStmt"))
        return Say::tr("A step cannot begin or end a transaction: the cockpit does that itself");
    if (isAnyOf(kind, {"VariableSetStmt", "DiscardStmt", "ConstraintsSetStmt", "LoadStmt"}))
        return Say::tr(
            "A step cannot change the session (SET, RESET, DISCARD, LOAD): the cockpit sets its limits itself");
    if (kind == QLatin1String("CopyStmt"))
        return Say::tr("COPY cannot be used in a step: it moves data past the preview");
    if (isAnyOf(kind, {"PrepareStmt", "ExecuteStmt", "DeallocateStmt"}))
        return Say::tr("A step cannot prepare or execute statements by name: write the statement itself");
    if (isAnyOf(kind, {"DeclareCursorStmt", "FetchStmt", "ClosePortalStmt"}))
        return Say::tr("A step cannot use cursors: write the query itself");
    if (isAnyOf(kind, {"ListenStmt", "UnlistenStmt", "NotifyStmt"}))
        return Say::tr("A step cannot LISTEN or NOTIFY: its session ends with it");
    return {};
}

/// Statements that add or rebuild; whatever is not known here counts as destructive.
bool isWriting(const QString& kind)
{
    return isAnyOf(kind, {"InsertStmt",     "CreateStmt",        "CreateTableAsStmt", "CreateSchemaStmt",
                          "CreateSeqStmt",  "IndexStmt",         "ViewStmt",          "CreateTrigStmt",
                          "CreateEnumStmt", "CompositeTypeStmt", "CreateDomainStmt",  "CreateStatsStmt",
                          "CommentStmt",    "RenameStmt",        "VacuumStmt",        "RefreshMatViewStmt",
                          "ReindexStmt",    "ClusterStmt",       "LockStmt",          "AlterSeqStmt",
                          "AlterEnumStmt",  "CheckPointStmt",    "CreateFunctionStmt"});
}

bool isChange(const QString& kind)
{
    return isAnyOf(kind, {"InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"});
}

bool namesAColumn(const QJsonValue& tree)
{
    if (tree.isArray()) {
        const QJsonArray array = tree.toArray();
        return std::any_of(array.begin(), array.end(), [](const QJsonValue& one) { return namesAColumn(one); });
    }
    const QJsonObject object = tree.toObject();
    return object.contains(QStringLiteral("ColumnRef")) || object.contains(QStringLiteral("CurrentOfExpr")) ||
           std::any_of(object.begin(), object.end(), [](const QJsonValue& one) { return namesAColumn(one); });
}

QStringList stringsOf(const QJsonValue& list)
{
    QStringList strings;
    for (const QJsonValue& one : list.toArray()) {
        const QJsonObject string = one.toObject().value(QStringLiteral("String")).toObject();
        if (!string.isEmpty())
            strings.append(string.value(QStringLiteral("sval")).toString());
    }
    return strings;
}

bool drops(const QJsonObject& alter)
{
    for (const QJsonValue& command : alter.value(QStringLiteral("cmds")).toArray()) {
        const QString subtype = command.toObject()
                                    .value(QStringLiteral("AlterTableCmd"))
                                    .toObject()
                                    .value(QStringLiteral("subtype"))
                                    .toString();
        if (subtype.contains(QLatin1String("Drop")) || subtype.contains(QLatin1String("Detach")) ||
            subtype == QLatin1String("AT_AlterColumnType"))
            return true;
    }
    return false;
}

bool isAnalyzing(const QJsonObject& explain)
{
    for (const QJsonValue& value : explain.value(QStringLiteral("options")).toArray()) {
        const QJsonObject option = value.toObject().value(QStringLiteral("DefElem")).toObject();
        if (option.value(QStringLiteral("defname")).toString() != QLatin1String("analyze"))
            continue;
        const QJsonObject argument = option.value(QStringLiteral("arg")).toObject();
        const QString word =
            argument.value(QStringLiteral("String")).toObject().value(QStringLiteral("sval")).toString().toLower();
        const QJsonObject number = argument.value(QStringLiteral("Integer")).toObject();
        const bool zero =
            argument.contains(QStringLiteral("Integer")) && number.value(QStringLiteral("ival")).toInt() == 0;
        if (!zero && word != QLatin1String("false") && word != QLatin1String("off"))
            return true;
    }
    return false;
}

class Classifier
{
public:
    Result<SqlClass> classify(const ParsedSql& parsed)
    {
        statement(parsed.kind, parsed.node);
        if (!m_refusal.isEmpty())
            return fail(ErrorKind::Refused, m_refusal);
        for (QStringList* list : {&m_class.names.functions, &m_class.names.operators, &m_class.names.relations,
                                  &m_class.names.types, &m_class.stays})
            list->removeDuplicates();
        return m_class;
    }

private:
    void raise(Danger danger, const QString& why)
    {
        if (m_onlyPlanned || danger <= m_class.danger)
            return;
        m_class.danger = danger;
        m_class.why = why;
    }

    void statement(const QString& kind, const QJsonObject& node)
    {
        if (const QString refusal = refusalOf(kind); !refusal.isEmpty() && m_refusal.isEmpty())
            m_refusal = refusal;
        if (kind == QLatin1String("ExplainStmt"))
            return explain(node);
        if (isChange(kind))
            change(kind, node);
        else if (kind == QLatin1String("AlterTableStmt"))
            raise(drops(node) ? Danger::Destructive : Danger::Write,
                  drops(node) ? Say::tr("it takes away or rewrites part of a table") : Say::tr("it alters a table"));
        else if (kind == QLatin1String("TruncateStmt"))
            raise(Danger::Destructive, Say::tr("it empties a table"));
        else if (kind.startsWith(QLatin1String("Drop")))
            raise(Danger::Destructive, Say::tr("it drops something"));
        else if (isWriting(kind))
            raise(Danger::Write, Say::tr("it changes the database"));
        else if (kind != QLatin1String("SelectStmt") && kind != QLatin1String("VariableShowStmt"))
            raise(Danger::Destructive, Say::tr("what it does cannot be seen from its text"));
        walk(node);
    }

    void explain(const QJsonObject& node)
    {
        const QJsonObject query = node.value(QStringLiteral("query")).toObject();
        const bool before = std::exchange(m_onlyPlanned, m_onlyPlanned || !isAnalyzing(node));
        if (!query.isEmpty())
            statement(query.begin().key(), query.begin().value().toObject());
        m_onlyPlanned = before;
    }

    void change(const QString& kind, const QJsonObject& node)
    {
        if (kind == QLatin1String("InsertStmt"))
            raise(Danger::Write, Say::tr("it adds rows"));
        else if (kind == QLatin1String("DeleteStmt"))
            raise(Danger::Destructive, Say::tr("it deletes rows"));
        else if (kind == QLatin1String("MergeStmt"))
            raise(Danger::Destructive, Say::tr("it may change or delete rows"));
        else if (namesAColumn(node.value(QStringLiteral("whereClause"))))
            raise(Danger::Write, Say::tr("it changes rows"));
        else
            raise(Danger::Destructive, Say::tr("it changes every row"));
    }

    void call(const QJsonObject& node)
    {
        const QStringList name = stringsOf(node.value(QStringLiteral("funcname")));
        if (name.isEmpty())
            return;
        if (name.size() == 1 || name.first() != QLatin1String("pg_catalog"))
            m_class.names.functions.append(name.last());
        const FunctionEffect effect = effectOf(name.last());
        if (effect.stays && !m_onlyPlanned)
            m_class.stays.append(name.last());
        raise(effect.danger, Say::tr("it calls %1, which acts on the server").arg(name.last()));
    }

    void note(const QString& key, const QJsonValue& value)
    {
        if (key == QLatin1String("relname") && value.isString())
            m_class.names.relations.append(value.toString());
        else if (key == QLatin1String("names"))
            m_class.names.types.append(stringsOf(value));
        else if (value.isArray() &&
                 (key == QLatin1String("name") || key == QLatin1String("operName") || key == QLatin1String("useOp")))
            m_class.names.operators.append(stringsOf(value));
        else if (key == QLatin1String("indirection"))
            m_class.names.functions.append(stringsOf(value));  // (row).function
        else if (key == QLatin1String("fields") && value.toArray().size() > 1)
            m_class.names.functions.append(stringsOf(value));  // row.function
        else if (key == QLatin1String("intoClause"))
            raise(Danger::Write, Say::tr("it makes a table (SELECT INTO)"));
        else if (key == QLatin1String("lockingClause") && !value.toArray().isEmpty())
            raise(Danger::Write, Say::tr("it locks rows"));
    }

    void walk(const QJsonValue& tree)
    {
        if (tree.isArray()) {
            for (const QJsonValue& one : tree.toArray())
                walk(one);
            return;
        }
        const QJsonObject object = tree.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QString key = entry.key();
            if (const QString refusal = refusalOf(key); !refusal.isEmpty() && m_refusal.isEmpty())
                m_refusal = refusal;
            if (isChange(key))
                change(key, entry.value().toObject());
            else if (key == QLatin1String("FuncCall"))
                call(entry.value().toObject());
            else
                note(key, entry.value());
            walk(entry.value());
        }
    }

    SqlClass m_class;
    QString m_refusal;
    bool m_onlyPlanned = false;  ///< inside EXPLAIN without ANALYZE
};

}  // namespace

QString quotedName(const QString& name)
{
    QString quoted = name;
    quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

Result<SqlClass> classifySql(const QString& sql)
{
    const Result<ParsedSql> parsed = parseSql(sql);
    if (!parsed)
        return parsed.error();
    Result<SqlClass> result = Classifier().classify(*parsed);
    if (result)
        result->shape = shapeOf(*parsed, sql);
    return result;
}

Status checkReads(const QString& sql)
{
    const auto classified = classifySql(sql);
    if (!classified)
        return classified.error();
    if (classified->danger != Danger::Read)
        return fail(ErrorKind::Refused, Say::tr("it must only read, but %1").arg(classified->why));
    return Done{};
}

QJsonObject SqlNames::toJson() const
{
    return {{QStringLiteral("functions"), QJsonArray::fromStringList(functions)},
            {QStringLiteral("operators"), QJsonArray::fromStringList(operators)},
            {QStringLiteral("relations"), QJsonArray::fromStringList(relations)},
            {QStringLiteral("types"), QJsonArray::fromStringList(types)}};
}

SqlNames SqlNames::fromJson(const QJsonObject& json)
{
    const auto list = [&](const char* key) { return json.value(QLatin1String(key)).toVariant().toStringList(); };
    return {list("functions"), list("operators"), list("relations"), list("types")};
}

}  // namespace cockpit::adapters::postgres
