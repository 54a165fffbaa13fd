// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/EventMasking.h"

#include <QJsonArray>
#include <QSet>

namespace cockpit {

namespace {

bool isFreeText(const QString& key)
{
    static const QSet<QString> keys{
        QStringLiteral("text"),         QStringLiteral("title"),       QStringLiteral("summary"),
        QStringLiteral("undoSummary"),  QStringLiteral("reason"),      QStringLiteral("words"),
        QStringLiteral("body"),         QStringLiteral("inputs"),      QStringLiteral("outputs"),
        QStringLiteral("confirmation"), QStringLiteral("openItems"),   QStringLiteral("name"),
        QStringLiteral("description"),  QStringLiteral("commandLine"), QStringLiteral("note")};
    return keys.contains(key);
}

QJsonValue masked(const QJsonValue& value, const Redactor& redactor)
{
    if (value.isString())
        return redactor.redact(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& one : value.toArray())
            array.append(masked(one, redactor));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        entry.value() = masked(entry.value(), redactor);
    return object;
}

}  // namespace

QJsonObject maskedEventData(const QJsonObject& data, const Redactor& redactor)
{
    QJsonObject clean = data;
    for (auto entry = clean.begin(); entry != clean.end(); ++entry) {
        if (isFreeText(entry.key()))
            entry.value() = masked(entry.value(), redactor);
        else if (entry.key() == QLatin1String("context"))
            entry.value() = maskedEventData(entry.value().toObject(), redactor);
    }
    return clean;
}

}  // namespace cockpit
