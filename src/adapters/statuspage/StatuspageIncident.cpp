// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/statuspage/StatuspageIncident.h"

#include "core/base/SafeText.h"
#include "core/notify/MessageText.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit::adapters::statuspage {

namespace {

constexpr int longestName = 200;
constexpr int longestBody = 25'000;

const QString metadataKey = QStringLiteral("incident_cockpit");

QString bodyOf(const Delivery& delivery)
{
    return safeBlock(delivery.body, longestBody).trimmed();
}

QJsonObject basis(const Delivery& delivery, bool tellSubscribers)
{
    QJsonObject incident{{QStringLiteral("body"), bodyOf(delivery)},
                         {QStringLiteral("deliver_notifications"), tellSubscribers}};
    if (const QString status = incidentStatus(delivery); !status.isEmpty())
        incident.insert(QStringLiteral("status"), status);
    return incident;
}

QByteArray wrapped(const QJsonObject& incident)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("incident"), incident}}).toJson(QJsonDocument::Compact);
}

QString cockpitIncident(const QJsonObject& incident)
{
    return incident.value(QStringLiteral("metadata"))
        .toObject()
        .value(metadataKey)
        .toObject()
        .value(QStringLiteral("incident"))
        .toString();
}

bool shows(const QJsonObject& incident, const QString& body)
{
    const QJsonArray updates = incident.value(QStringLiteral("incident_updates")).toArray();
    for (const QJsonValue update : updates) {
        if (update.toObject().value(QStringLiteral("body")).toString().simplified() == body.simplified())
            return true;
    }
    return false;
}

}  // namespace

QString incidentStatus(const Delivery& delivery)
{
    static const QStringList own{QStringLiteral("investigating"), QStringLiteral("identified"),
                                 QStringLiteral("monitoring")};
    if (tellsTheEnd(delivery))
        return QStringLiteral("resolved");
    if (own.contains(delivery.kind))
        return delivery.kind;
    if (delivery.kind == QLatin1String("acknowledged"))
        return QStringLiteral("identified");
    if (delivery.kind == QLatin1String("mitigated"))
        return QStringLiteral("monitoring");
    return delivery.thread.isEmpty() ? QStringLiteral("investigating") : QString();
}

QByteArray newIncident(const Delivery& delivery, bool tellSubscribers)
{
    QJsonObject incident = basis(delivery, tellSubscribers);
    incident.insert(QStringLiteral("name"), safeLine(delivery.title, longestName));
    incident.insert(QStringLiteral("metadata"),
                    QJsonObject{{metadataKey, QJsonObject{{QStringLiteral("incident"), delivery.incident},
                                                          {QStringLiteral("key"), delivery.key}}}});
    return wrapped(incident);
}

QByteArray incidentUpdate(const Delivery& delivery, bool tellSubscribers)
{
    return wrapped(basis(delivery, tellSubscribers));
}

EarlierAttempt earlierAttempt(const QByteArray& answer, const Delivery& delivery)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    QJsonArray candidates = document.array();
    if (document.isObject())
        candidates = {document.object()};
    for (const QJsonValue candidate : candidates) {
        const QJsonObject incident = candidate.toObject();
        const QString id = incident.value(QStringLiteral("id")).toString();
        const bool isOurs =
            id == delivery.thread || (!delivery.incident.isEmpty() && cockpitIncident(incident) == delivery.incident);
        if (!id.isEmpty() && isOurs)
            return {id, shows(incident, bodyOf(delivery))};
    }
    return {};
}

}  // namespace cockpit::adapters::statuspage
