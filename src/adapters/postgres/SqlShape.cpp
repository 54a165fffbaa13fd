// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Recognises the statements whose rows the cockpit can list, count and keep by itself.
#include "adapters/postgres/SqlClass.h"
#include "adapters/postgres/SqlFunctions.h"
#include "adapters/postgres/SqlParser.h"
#include "adapters/postgres/SqlText.h"

#include <QJsonArray>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

QJsonValue withoutPlaces(const QJsonValue& tree)
{
    if (tree.isArray()) {
        QJsonArray clean;
        for (const QJsonValue& one : tree.toArray())
            clean.append(withoutPlaces(one));
        return clean;
    }
    if (!tree.isObject())
        return tree;
    const QJsonObject object = tree.toObject();
    QJsonObject clean;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry.key() != QLatin1String("location"))
            clean.insert(entry.key(), withoutPlaces(entry.value()));
    }
    return clean;
}

/// The text between WHERE and what follows it, outside all brackets.
QString whereText(const QString& sql)
{
    const SqlScan scan = scanSql(sql);
    qsizetype from = -1;
    qsizetype end = scan.end;
    for (const SqlScan::TopWord& word : scan.top) {
        if (from < 0 && word.text == QLatin1String("where"))
            from = word.at + 5;
        else if (from >= 0 && (word.text == QLatin1String("returning") || word.text == QLatin1String("order")))
            end = std::min(end, word.at);
    }
    return from < 0 ? QString() : sql.mid(from, end - from).trimmed();
}

/// Takes the relation and the WHERE; false when the cut text does not mean what the statement means.
bool takeRows(const QJsonObject& relation, const QJsonValue& where, const QString& sql, SqlShape& shape)
{
    const QString schema = relation.value(QStringLiteral("schemaname")).toString();
    const QString name = relation.value(QStringLiteral("relname")).toString();
    const QJsonObject alias = relation.value(QStringLiteral("alias")).toObject();
    if (name.isEmpty() || relation.contains(QStringLiteral("catalogname")) ||
        alias.contains(QStringLiteral("colnames")))
        return false;
    shape.relation = (schema.isEmpty() ? QString() : quotedName(schema) + QLatin1Char('.')) + quotedName(name);
    shape.only = !relation.value(QStringLiteral("inh")).toBool();
    if (!alias.isEmpty())
        shape.alias = quotedName(alias.value(QStringLiteral("aliasname")).toString());
    if (where.isUndefined())
        return true;
    shape.where = whereText(sql);
    const auto again =
        parseSql(QStringLiteral("SELECT 1 FROM %1 WHERE (").arg(shape.from()) + shape.where + QStringLiteral("\n)"));
    return again && again->kind == QLatin1String("SelectStmt") &&
           withoutPlaces(again->node.value(QStringLiteral("whereClause"))) == withoutPlaces(where);
}

bool hasOnly(const QJsonObject& node, std::initializer_list<const char*> keys)
{
    const QStringList given = node.keys();
    return std::all_of(given.begin(), given.end(), [&](const QString& key) {
        return std::any_of(keys.begin(), keys.end(), [&](const char* one) { return key == QLatin1String(one); });
    });
}

bool containsKey(const QJsonValue& tree, const QString& wanted)
{
    if (tree.isArray()) {
        const QJsonArray array = tree.toArray();
        return std::any_of(array.begin(), array.end(), [&](const auto& one) { return containsKey(one, wanted); });
    }
    const QJsonObject object = tree.toObject();
    return object.contains(wanted) ||
           std::any_of(object.begin(), object.end(), [&](const auto& one) { return containsKey(one, wanted); });
}

/// Calls of functions that act, anywhere below.
int actingCalls(const QJsonValue& tree)
{
    int calls = 0;
    if (tree.isArray()) {
        for (const QJsonValue& one : tree.toArray())
            calls += actingCalls(one);
        return calls;
    }
    const QJsonObject object = tree.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry.key() == QLatin1String("FuncCall")) {
            const QJsonArray name = entry.value().toObject().value(QStringLiteral("funcname")).toArray();
            const QString last = name.last()
                                     .toObject()
                                     .value(QStringLiteral("String"))
                                     .toObject()
                                     .value(QStringLiteral("sval"))
                                     .toString();
            calls += effectOf(last).danger == Danger::Read ? 0 : 1;
        }
        calls += actingCalls(entry.value());
    }
    return calls;
}

/// The function when this is pg_terminate_backend(pid) or pg_cancel_backend(pid) and nothing more.
QString sessionCall(const QJsonObject& call)
{
    const QJsonArray name = call.value(QStringLiteral("funcname")).toArray();
    const QJsonArray arguments = call.value(QStringLiteral("args")).toArray();
    if (name.isEmpty() || arguments.size() != 1)
        return {};
    const auto textOf = [](const QJsonValue& node) {
        return node.toObject().value(QStringLiteral("String")).toObject().value(QStringLiteral("sval")).toString();
    };
    const QJsonArray fields = arguments.first()
                                  .toObject()
                                  .value(QStringLiteral("ColumnRef"))
                                  .toObject()
                                  .value(QStringLiteral("fields"))
                                  .toArray();
    if (fields.isEmpty() || textOf(fields.last()) != QLatin1String("pid") ||
        (name.size() > 1 && textOf(name.first()) != QLatin1String("pg_catalog")))
        return {};
    return textOf(name.last());
}

SqlShape sessionsOf(const QJsonObject& node, const QString& sql)
{
    SqlShape shape;
    if (!hasOnly(node, {"targetList", "fromClause", "whereClause", "sortClause", "limitOption", "op"}))
        return shape;
    const QJsonArray from = node.value(QStringLiteral("fromClause")).toArray();
    const QJsonObject relation =
        from.size() == 1 ? from.first().toObject().value(QStringLiteral("RangeVar")).toObject() : QJsonObject();
    const QString schema = relation.value(QStringLiteral("schemaname")).toString();
    if (relation.value(QStringLiteral("relname")).toString() != QLatin1String("pg_stat_activity") ||
        (!schema.isEmpty() && schema != QLatin1String("pg_catalog")))
        return shape;
    QString function;
    for (const QJsonValue& target : node.value(QStringLiteral("targetList")).toArray()) {
        const QJsonObject value =
            target.toObject().value(QStringLiteral("ResTarget")).toObject().value(QStringLiteral("val")).toObject();
        if (const QString called = sessionCall(value.value(QStringLiteral("FuncCall")).toObject());
            effectOf(called).danger != Danger::Read)
            function = called;
    }
    if (actingCalls(QJsonValue(node)) != 1 ||
        !takeRows(relation, node.value(QStringLiteral("whereClause")), sql, shape))
        return SqlShape();
    if (function == QLatin1String("pg_terminate_backend"))
        shape.kind = SqlShape::Kind::EndSessions;
    else if (function == QLatin1String("pg_cancel_backend"))
        shape.kind = SqlShape::Kind::CancelSessions;
    return shape;
}

}  // namespace

QString SqlShape::from() const
{
    return (only ? QStringLiteral("ONLY ") : QString()) + relation +
           (alias.isEmpty() ? QString() : QStringLiteral(" AS ") + alias);
}

SqlShape shapeOf(const ParsedSql& parsed, const QString& sql)
{
    const QJsonObject& node = parsed.node;
    if (parsed.kind == QLatin1String("SelectStmt"))
        return sessionsOf(node, sql);
    const bool update = parsed.kind == QLatin1String("UpdateStmt");
    if (!update && parsed.kind != QLatin1String("DeleteStmt"))
        return {};
    if (!hasOnly(node, {"relation", "targetList", "whereClause", "returningList"}) ||
        containsKey(node.value(QStringLiteral("whereClause")), QStringLiteral("CurrentOfExpr")))
        return {};
    SqlShape shape;
    if (!takeRows(node.value(QStringLiteral("relation")).toObject(), node.value(QStringLiteral("whereClause")), sql,
                  shape))
        return {};
    shape.kind = update ? SqlShape::Kind::Update : SqlShape::Kind::Delete;
    for (const QJsonValue& target : node.value(QStringLiteral("targetList")).toArray())
        shape.columns.append(
            target.toObject().value(QStringLiteral("ResTarget")).toObject().value(QStringLiteral("name")).toString());
    shape.columns.removeDuplicates();
    return shape;
}

QJsonObject SqlShape::toJson() const
{
    static const QStringList names{QString(), QStringLiteral("update"), QStringLiteral("delete"),
                                   QStringLiteral("end_sessions"), QStringLiteral("cancel_sessions")};
    if (kind == Kind::Other)
        return {};
    return {{QStringLiteral("kind"), names.at(static_cast<int>(kind))},
            {QStringLiteral("relation"), relation},
            {QStringLiteral("only"), only},
            {QStringLiteral("alias"), alias},
            {QStringLiteral("where"), where},
            {QStringLiteral("columns"), QJsonArray::fromStringList(columns)}};
}

SqlShape SqlShape::fromJson(const QJsonObject& json)
{
    SqlShape shape;
    const QString kind = json.value(QStringLiteral("kind")).toString();
    shape.kind = kind == QLatin1String("update")            ? Kind::Update
                 : kind == QLatin1String("delete")          ? Kind::Delete
                 : kind == QLatin1String("end_sessions")    ? Kind::EndSessions
                 : kind == QLatin1String("cancel_sessions") ? Kind::CancelSessions
                                                            : Kind::Other;
    shape.relation = json.value(QStringLiteral("relation")).toString();
    shape.only = json.value(QStringLiteral("only")).toBool();
    shape.alias = json.value(QStringLiteral("alias")).toString();
    shape.where = json.value(QStringLiteral("where")).toString();
    shape.columns = json.value(QStringLiteral("columns")).toVariant().toStringList();
    return shape;
}

}  // namespace cockpit::adapters::postgres
