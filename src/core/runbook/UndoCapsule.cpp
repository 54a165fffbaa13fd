// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/UndoCapsule.h"

#include <QCoreApplication>

namespace cockpit {

QJsonObject UndoCapsule::toJson() const
{
    QJsonObject values;
    for (auto input = inputs.begin(); input != inputs.end(); ++input)
        values.insert(input.key(), input.value());
    return {{QStringLiteral("kind"), kind},
            {QStringLiteral("connection"), connectionId},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("inputs"), values},
            {QStringLiteral("items"), items},
            {QStringLiteral("summary"), summary}};
}

Result<UndoCapsule> UndoCapsule::fromJson(const QJsonObject& json)
{
    UndoCapsule capsule;
    capsule.kind = json.value(QStringLiteral("kind")).toString();
    capsule.connectionId = json.value(QStringLiteral("connection")).toString();
    capsule.parameters = json.value(QStringLiteral("parameters")).toObject();
    if (capsule.kind.isEmpty() || capsule.connectionId.isEmpty() || capsule.parameters.isEmpty())
        return fail(ErrorKind::Malformed,
                    QCoreApplication::translate("UndoCapsule", "This evidence does not hold what a step took away"));
    const QJsonObject values = json.value(QStringLiteral("inputs")).toObject();
    for (auto value = values.begin(); value != values.end(); ++value)
        capsule.inputs.insert(value.key(), value.value().toString());
    capsule.items = json.value(QStringLiteral("items")).toInteger();
    capsule.summary = json.value(QStringLiteral("summary")).toString();
    return capsule;
}

}  // namespace cockpit
