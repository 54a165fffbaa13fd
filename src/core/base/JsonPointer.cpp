// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/JsonPointer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace cockpit {

QJsonValue atPointer(QJsonValue value, const QString& pointer)
{
    if (pointer.isEmpty())
        return value;
    for (QString part : pointer.mid(1).split(QLatin1Char('/'))) {
        part.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        if (value.isObject()) {
            value = value.toObject().value(part);
        } else if (value.isArray()) {
            bool good = false;
            const int index = part.toInt(&good);
            value = good && index >= 0 && part == QString::number(index) ? value.toArray().at(index)
                                                                         : QJsonValue(QJsonValue::Undefined);
        } else {
            return QJsonValue(QJsonValue::Undefined);
        }
    }
    return value;
}

}  // namespace cockpit
