// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/webhook/WebhookConnectionKind.h"

#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>

namespace cockpit::adapters::webhook {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Webhook)
};

ConnectionCheck judge(const Result<HttpPeer>& peer, TargetIdentity target)
{
    if (!peer)
        return failedCheck(peer.error(), target);
    target.serverId = QString::fromLatin1(peer->certificateDigest);
    if (!peer->refusal.isEmpty())
        return failedCheck(fail(ErrorKind::Unreachable, peer->refusal), target);
    ConnectionCheck check;
    check.ok = true;
    check.target = target;
    check.elapsed = peer->elapsed;
    check.sentence =
        Say::tr("%1 can be reached (%2 ms); nothing was posted, so whether it takes the address is not known")
            .arg(peer->address)
            .arg(peer->elapsed.count());
    return check;
}

}  // namespace

WebhookConnectionKind::WebhookConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString WebhookConnectionKind::secretLabel() const
{
    return Say::tr("Webhook URL");
}

QList<ConnectionField> WebhookConnectionKind::fields() const
{
    using Type = ConnectionField::Type;
    return {{QStringLiteral("format"),
             Say::tr("Format"),
             Type::Choice,
             false,
             QStringLiteral("alertmanager"),
             Say::tr("alertmanager: what receivers of Alertmanager understand; plain: one flat JSON object."),
             {QStringLiteral("alertmanager"), QStringLiteral("plain")}},
            {QStringLiteral("authority_file"),
             Say::tr("Authority file"),
             Type::File,
             false,
             {},
             Say::tr("PEM file of a private certificate authority; empty for the system's."),
             {}}};
}

QFuture<ConnectionCheck> WebhookConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    const auto request = httpRequestForSecretUrl(connection);
    if (!request)
        return QtFuture::makeReadyFuture(failedCheck(request.error()));
    TargetIdentity target;
    target.address = addressOf(request->url);
    target.environment = connection.spec.environment;
    const auto greeting = m_http.greet(request->url, request->tls, timeout);
    auto check = QFuture(greeting).then([target](const Result<HttpPeer>& peer) { return judge(peer, target); });
    cancelTogether(check, greeting);
    return check;
}

}  // namespace cockpit::adapters::webhook
