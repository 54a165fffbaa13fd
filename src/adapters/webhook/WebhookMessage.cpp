// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/webhook/WebhookMessage.h"

#include "core/playbook/Template.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace cockpit::adapters::webhook {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Webhook)
};

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

/// A value as it stands between the quotes of a JSON text.
QString insideQuotes(const QString& value)
{
    const QByteArray document = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(document.mid(2, document.size() - 4));
}

QJsonValue escaped(const QJsonValue& value)
{
    if (value.isString())
        return insideQuotes(value.toString());
    if (value.isArray()) {
        QJsonArray all;
        for (const QJsonValue entry : value.toArray())
            all.append(escaped(entry));
        return all;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    QJsonObject all;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        all.insert(entry.key(), escaped(entry.value()));
    return all;
}

QJsonObject templateValues(const Delivery& delivery)
{
    QJsonObject values = delivery.context;
    for (const char* known : {"incident", "platform", "severity", "status", "started_at"}) {
        if (!values.contains(QLatin1String(known)))
            values.insert(QLatin1String(known), QString());
    }
    values.insert(QStringLiteral("key"), delivery.key);
    values.insert(QStringLiteral("reference"), delivery.reference);
    values.insert(QStringLiteral("kind"), delivery.kind);
    values.insert(QStringLiteral("attempt"), delivery.attempt);
    values.insert(QStringLiteral("possible_repeat"), delivery.possibleRepeat);
    values.insert(QStringLiteral("title"), delivery.title);
    values.insert(QStringLiteral("body"), delivery.body);
    return escaped(values).toObject();
}

/// The template without the places of known but empty values: the renderer leaves those standing for a person to fill.
QString withoutEmptyFields(QString text, const QJsonObject& values)
{
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (value.value().isString() && value.value().toString().isEmpty())
            text.remove(QRegularExpression(
                QStringLiteral("\\{\\{\\{?&?\\s*%1\\s*\\}?\\}\\}").arg(QRegularExpression::escape(value.key()))));
    }
    return text;
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

Result<QByteArray> templateMessage(const QString& text, const Delivery& delivery)
{
    if (text.trimmed().isEmpty())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The webhook's format is template, but its template is empty; enter one in Connections"));
    const QJsonObject values = templateValues(delivery);
    const auto rendered = renderTemplate(withoutEmptyFields(text, values), values);
    if (!rendered)
        return fail(ErrorKind::InvalidInput, Say::tr("The webhook's template: %1").arg(rendered.error().message));
    if (!rendered->unfilled.isEmpty())
        return fail(
            ErrorKind::InvalidInput,
            Say::tr("The webhook's template names \"%1\", which no message has").arg(rendered->unfilled.first()));
    const QByteArray body = rendered->text.toUtf8();
    QJsonParseError problem;
    if (QJsonDocument::fromJson(body, &problem).isNull())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("What the webhook's template makes is no JSON (%1, byte %2); mend it in Connections")
                        .arg(problem.errorString())
                        .arg(problem.offset));
    return body;
}

}  // namespace cockpit::adapters::webhook
