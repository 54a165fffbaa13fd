// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/webhook/WebhookConnectionKind.h"

#include "adapters/webhook/WebhookMessage.h"
#include "adapters/webhook/WebhookRequest.h"
#include "core/connections/HttpCall.h"
#include "core/connections/PublicService.h"

#include <QCoreApplication>

namespace cockpit::adapters::webhook {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Webhook)
};

}  // namespace

WebhookConnectionKind::WebhookConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString WebhookConnectionKind::secretLabel() const
{
    return Say::tr("Webhook URL (and signing key)");
}

QList<ConnectionField> WebhookConnectionKind::fields() const
{
    using Type = ConnectionField::Type;
    const ConnectionField format{
        QStringLiteral("format"),
        Say::tr("Format"),
        Type::Choice,
        false,
        QStringLiteral("alertmanager"),
        Say::tr("alertmanager: what receivers of Alertmanager understand; plain: one flat JSON object; template: your "
                "own JSON. The secret may hold a signing key behind the address, after a line break or a blank: then "
                "X-Signature-256 is the HMAC-SHA256 of the X-Signature-Timestamp, a dot and the body."),
        {QStringLiteral("alertmanager"), QStringLiteral("plain"), QStringLiteral("template")}};
    const ConnectionField body{
        QStringLiteral("template"),
        Say::tr("Template"),
        Type::Text,
        false,
        {},
        Say::tr("JSON with {{title}}, {{body}}, {{kind}}, {{reference}}, {{key}}, {{incident}}, {{platform}}, "
                "{{severity}}, {{status}}, {{started_at}} inside its quoted texts; only for the format template."),
        {}};
    return QList<ConnectionField>{format, body} + publicServiceFields({});
}

QFuture<ConnectionCheck> WebhookConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    if (connection.spec.settings.value(QStringLiteral("format")).toString() == QLatin1String("template")) {
        Delivery sample;
        sample.title = QStringLiteral("\"");
        const auto body =
            templateMessage(connection.spec.settings.value(QStringLiteral("template")).toString(), sample);
        if (!body)
            return QtFuture::makeReadyFuture(failedCheck(body.error()));
    }
    return greetSecretUrl(m_http, connection, webhookAddress(connection), timeout);
}

}  // namespace cockpit::adapters::webhook
