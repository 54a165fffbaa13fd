// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/pagerduty/PagerDutyEvent.h"

#include "core/base/SafeText.h"
#include "core/notify/MessageText.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

namespace cockpit::adapters::pagerduty {

namespace {

constexpr int longestSummary = 1'024;
constexpr int longestBody = 64 * 1024;
constexpr qsizetype longestKey = 255;

QString contextText(const Delivery& delivery, const char* key)
{
    return safeLine(delivery.context.value(QLatin1String(key)).toVariant().toString(), 200);
}

QJsonObject payloadOf(const Delivery& delivery)
{
    const QString platform = contextText(delivery, "platform");
    QJsonObject details{{QStringLiteral("body"), shortened(safeBlock(delivery.body), longestBody)},
                        {QStringLiteral("reference"), delivery.reference}};
    for (const char* key : {"incident", "severity", "status", "started_at"}) {
        if (const QString value = contextText(delivery, key); !value.isEmpty())
            details.insert(QLatin1String(key), value);
    }
    QJsonObject payload{{QStringLiteral("summary"), safeLine(delivery.title, longestSummary)},
                        {QStringLiteral("source"), platform.isEmpty() ? QStringLiteral("incident-cockpit") : platform},
                        {QStringLiteral("severity"), eventSeverity(delivery.context)},
                        {QStringLiteral("custom_details"), details}};
    if (!platform.isEmpty())
        payload.insert(QStringLiteral("component"), platform);
    return payload;
}

}  // namespace

QString eventAction(const Delivery& delivery)
{
    if (delivery.kind != QLatin1String("page") && tellsTheEnd(delivery))
        return QStringLiteral("resolve");
    return delivery.kind == QLatin1String("acknowledged") ? QStringLiteral("acknowledge") : QStringLiteral("trigger");
}

QString dedupKey(const Delivery& delivery)
{
    const QString key =
        QStringLiteral("incident-cockpit/") + (delivery.incident.isEmpty() ? delivery.key : delivery.incident);
    if (key.size() <= longestKey)
        return key;
    return QStringLiteral("incident-cockpit/") +
           QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString eventSeverity(const QJsonObject& context)
{
    static const QStringList names{QStringLiteral("critical"), QStringLiteral("error"), QStringLiteral("warning"),
                                   QStringLiteral("info")};
    const QJsonValue rank = context.value(QStringLiteral("severity_rank"));
    if (rank.isDouble())
        return names.at(qBound(0, rank.toInt(), 3));
    const QString name = context.value(QStringLiteral("severity")).toString().toLower();
    if (names.contains(name))
        return name;
    // Schemes count from zero or from one; the worst of either wakes people.
    static const QRegularExpression number(QStringLiteral("\\A(p|s|sev|severity)[ _-]?([0-9])\\z"));
    const auto found = number.match(name);
    return found.hasMatch() ? names.at(qBound(0, found.captured(2).toInt() - 1, 3)) : names.first();
}

QByteArray eventFor(const Delivery& delivery, const Secret& routingKey)
{
    const QString action = eventAction(delivery);
    QJsonObject event{{QStringLiteral("routing_key"), QString::fromUtf8(routingKey.reveal().trimmed())},
                      {QStringLiteral("event_action"), action},
                      {QStringLiteral("dedup_key"), dedupKey(delivery)},
                      {QStringLiteral("client"), QStringLiteral("Incident Cockpit")}};
    if (action == QLatin1String("trigger"))
        event.insert(QStringLiteral("payload"), payloadOf(delivery));
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

}  // namespace cockpit::adapters::pagerduty
