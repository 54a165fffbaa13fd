// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/webhook/WebhookRequest.h"

#include "adapters/webhook/WebhookMessage.h"
#include "core/connections/HttpConnection.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>

namespace cockpit::adapters::webhook {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Webhook)
};

Result<QByteArray> bodyOf(const ConnectionSpec& spec, const Delivery& delivery)
{
    const QString format = spec.settings.value(QStringLiteral("format")).toString();
    if (format == QLatin1String("template"))
        return templateMessage(spec.settings.value(QStringLiteral("template")).toString(), delivery);
    return format == QLatin1String("plain") ? plainMessage(delivery) : alertmanagerMessage(delivery);
}

}  // namespace

WebhookSecret webhookSecret(const Secret& secret)
{
    const QList<QByteArray> parts = secret.reveal().simplified().split(' ');
    return {Secret(parts.value(0)), Secret(parts.value(1))};
}

Result<HttpRequest> webhookAddress(const ResolvedConnection& connection)
{
    if (connection.secret.reveal().simplified().count(' ') > 1)
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The secret of %1 holds more than an address and a signing key; enter it again")
                        .arg(connection.spec.id));
    ResolvedConnection address = connection;
    address.secret = webhookSecret(connection.secret).address;
    return httpRequestForSecretUrl(address);
}

Result<HttpRequest> webhookRequest(const ResolvedConnection& connection, const Delivery& delivery,
                                   const QDateTime& utcNow)
{
    const auto body = bodyOf(connection.spec, delivery);
    if (!body)
        return body.error();
    auto request = posting(webhookAddress(connection), *body);
    if (!request)
        return request;
    request->headers.append(HttpHeader{"Idempotency-Key", delivery.key.toLatin1()});
    const Secret key = webhookSecret(connection.secret).signingKey;
    if (!key.isEmpty()) {
        const QByteArray timestamp = QByteArray::number(utcNow.toSecsSinceEpoch());
        request->headers.append(HttpHeader{"X-Signature-Timestamp", timestamp});
        request->headers.append(HttpHeader{"X-Signature-256", webhookSignature(key, timestamp, *body)});
    }
    return request;
}

QByteArray webhookSignature(const Secret& key, const QByteArray& timestamp, const QByteArray& body)
{
    return "sha256=" +
           QMessageAuthenticationCode::hash(timestamp + '.' + body, key.reveal(), QCryptographicHash::Sha256).toHex();
}

}  // namespace cockpit::adapters::webhook
