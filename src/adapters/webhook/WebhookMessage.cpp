// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/webhook/WebhookMessage.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit::adapters::webhook {

namespace {

const QString endless = QStringLiteral("0001-01-01T00:00:00Z");

QString contextText(const Delivery& delivery, const QString& key)
{
    return delivery.context.value(key).toVariant().toString();
}

bool isOver(const Delivery& delivery)
{
    const QString status = contextText(delivery, QStringLiteral("status"));
    return status == QLatin1String("resolved") || status == QLatin1String("closed");
}

}  // namespace

QByteArray alertmanagerMessage(const Delivery& delivery)
{
    const QString incident = contextText(delivery, QStringLiteral("incident"));
    const QString status = isOver(delivery) ? QStringLiteral("resolved") : QStringLiteral("firing");
    QJsonObject labels{{QStringLiteral("alertname"), QStringLiteral("Incident")}};
    for (const QString& key : {QStringLiteral("incident"), QStringLiteral("platform"), QStringLiteral("severity")}) {
        if (const QString value = contextText(delivery, key); !value.isEmpty())
            labels.insert(key, value);
    }
    QJsonObject annotations{{QStringLiteral("summary"), delivery.title},
                            {QStringLiteral("description"), delivery.body},
                            {QStringLiteral("reference"), delivery.reference}};
    if (delivery.possibleRepeat)
        annotations.insert(QStringLiteral("possible_repeat"), QStringLiteral("true"));
    const QString startsAt = contextText(delivery, QStringLiteral("started_at"));
    const QString endsAt = contextText(delivery, QStringLiteral("resolved_at"));
    const QJsonObject alert{{QStringLiteral("status"), status},
                            {QStringLiteral("labels"), labels},
                            {QStringLiteral("annotations"), annotations},
                            {QStringLiteral("startsAt"), startsAt.isEmpty() ? endless : startsAt},
                            {QStringLiteral("endsAt"), endsAt.isEmpty() ? endless : endsAt},
                            {QStringLiteral("generatorURL"), QString()},
                            {QStringLiteral("fingerprint"), delivery.key.left(16)}};
    const QJsonObject message{{QStringLiteral("version"), QStringLiteral("4")},
                              {QStringLiteral("groupKey"), incident.isEmpty() ? delivery.key : incident},
                              {QStringLiteral("truncatedAlerts"), 0},
                              {QStringLiteral("status"), status},
                              {QStringLiteral("receiver"), QStringLiteral("incident-cockpit")},
                              {QStringLiteral("groupLabels"), QJsonObject{{QStringLiteral("incident"), incident}}},
                              {QStringLiteral("commonLabels"), labels},
                              {QStringLiteral("commonAnnotations"), annotations},
                              {QStringLiteral("externalURL"), QString()},
                              {QStringLiteral("alerts"), QJsonArray{alert}}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

QByteArray plainMessage(const Delivery& delivery)
{
    const QJsonObject message{{QStringLiteral("key"), delivery.key},
                              {QStringLiteral("reference"), delivery.reference},
                              {QStringLiteral("possible_repeat"), delivery.possibleRepeat},
                              {QStringLiteral("attempt"), delivery.attempt},
                              {QStringLiteral("title"), delivery.title},
                              {QStringLiteral("body"), delivery.body},
                              {QStringLiteral("context"), delivery.context}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

}  // namespace cockpit::adapters::webhook
