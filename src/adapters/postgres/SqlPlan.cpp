// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlPlan.h"

#include <QJsonArray>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr int textType = 25;
/// The engine's own decision (nobody looks, or time is over) comes first by this much.
constexpr Milliseconds decisionMargin{10'000};
constexpr Milliseconds recordingTime{30'000};

QJsonObject statementToJson(const Statement& statement)
{
    QJsonArray parameters;
    for (const Parameter& parameter : statement.parameters)
        parameters.append(
            QJsonObject{{QStringLiteral("type"), static_cast<qint64>(parameter.type)},
                        {QStringLiteral("value"), parameter.value ? QJsonValue(QString::fromUtf8(*parameter.value))
                                                                  : QJsonValue(QJsonValue::Null)}});
    return {{QStringLiteral("sql"), QString::fromUtf8(statement.sql)}, {QStringLiteral("parameters"), parameters}};
}

Statement statementFromJson(const QJsonObject& json)
{
    Statement statement;
    statement.sql = json.value(QStringLiteral("sql")).toString().toUtf8();
    for (const QJsonValue& value : json.value(QStringLiteral("parameters")).toArray()) {
        const QJsonObject parameter = value.toObject();
        const QJsonValue bound = parameter.value(QStringLiteral("value"));
        statement.parameters.append({static_cast<unsigned>(parameter.value(QStringLiteral("type")).toInteger(textType)),
                                     bound.isNull() ? std::nullopt : std::optional(bound.toString().toUtf8())});
    }
    return statement;
}

}  // namespace

bool SqlPlan::holds() const
{
    return danger != Danger::Read && stays.isEmpty() && (danger == Danger::Destructive || patience.count() > 0);
}

Milliseconds SqlPlan::longestHold() const
{
    return holds() ? std::max(patience + decisionMargin, recordingTime) : Milliseconds(0);
}

QJsonObject SqlPlan::toPayload() const
{
    QJsonObject payload{{QStringLiteral("danger"), dangerName(danger)},
                        {QStringLiteral("run"), statementToJson(run)},
                        {QStringLiteral("max_rows"), maximumRows},
                        {QStringLiteral("hold_ms"), static_cast<qint64>(patience.count())},
                        {QStringLiteral("shape"), shape.toJson()},
                        {QStringLiteral("names"), names.toJson()},
                        {QStringLiteral("stays"), QJsonArray::fromStringList(stays)}};
    if (preview)
        payload.insert(QStringLiteral("preview"), statementToJson(*preview));
    return payload;
}

SqlPlan SqlPlan::fromPayload(const QJsonObject& payload)
{
    SqlPlan plan;
    plan.danger = dangerFromName(payload.value(QStringLiteral("danger")).toString());
    plan.run = statementFromJson(payload.value(QStringLiteral("run")).toObject());
    if (payload.contains(QStringLiteral("preview")))
        plan.preview = statementFromJson(payload.value(QStringLiteral("preview")).toObject());
    plan.maximumRows = payload.value(QStringLiteral("max_rows")).toInteger(plan.maximumRows);
    plan.patience = Milliseconds(payload.value(QStringLiteral("hold_ms")).toInteger());
    plan.shape = SqlShape::fromJson(payload.value(QStringLiteral("shape")).toObject());
    plan.names = SqlNames::fromJson(payload.value(QStringLiteral("names")).toObject());
    plan.stays = payload.value(QStringLiteral("stays")).toVariant().toStringList();
    return plan;
}

}  // namespace cockpit::adapters::postgres
