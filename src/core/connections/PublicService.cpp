// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/connections/PublicService.h"

#include "core/base/Redactor.h"
#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PublicService)
};

TargetIdentity targetOf(const ResolvedConnection& connection, const HttpRequest& request)
{
    TargetIdentity target;
    target.address = addressOf(request.url);
    target.environment = connection.spec.environment;
    return target;
}

ConnectionCheck judged(const Result<HttpReply>& reply, const ServiceJudge& judge, const TargetIdentity& target)
{
    if (!reply)
        return failedCheck(reply.error(), target);
    const Result<QString> sentence = judge(*reply, target.address);
    ConnectionCheck check;
    if (!sentence)
        check = failedCheck(sentence.error());
    else
        check.sentence = *sentence;
    check.ok = sentence.ok();
    check.target = target;
    check.elapsed = reply->elapsed;
    return check;
}

ConnectionCheck judgedPeer(const Result<HttpPeer>& peer, TargetIdentity target)
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

Result<HttpRequest> publicServiceRequest(const ResolvedConnection& connection, const QString& ownAddress,
                                         const QString& pathAndQuery, const QString& scheme)
{
    if (connection.secret.reveal().trimmed().isEmpty())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("No key is kept for %1; enter it in Connections").arg(connection.spec.id));
    ResolvedConnection service = connection;
    QJsonObject& settings = service.spec.settings;
    if (settings.value(QStringLiteral("url")).toString().trimmed().isEmpty())
        settings.insert(QStringLiteral("url"), ownAddress);
    settings.remove(QStringLiteral("auth_header"));
    settings.insert(QStringLiteral("auth_scheme"), scheme);
    if (scheme.isEmpty())
        service.secret = Secret();
    return httpRequestFor(service, pathAndQuery);
}

QList<ConnectionField> publicServiceFields(const QString& ownAddress)
{
    using Type = ConnectionField::Type;
    QList<ConnectionField> fields;
    if (!ownAddress.isEmpty())
        fields.append(
            {QStringLiteral("url"),
             Say::tr("Address"),
             Type::Text,
             false,
             {},
             Say::tr("Empty for %1; otherwise the relay or private server that takes its place.").arg(ownAddress),
             {}});
    fields.append({QStringLiteral("authority_file"),
                   Say::tr("Authority file"),
                   Type::File,
                   false,
                   {},
                   Say::tr("PEM file of a private certificate authority; empty for the system's."),
                   {}});
    return fields;
}

QFuture<ConnectionCheck> checkPublicService(HttpTransport& http, const ResolvedConnection& connection,
                                            Result<HttpRequest> request, Milliseconds timeout,
                                            const ServiceJudge& judge)
{
    if (!request)
        return QtFuture::makeReadyFuture(failedCheck(request.error()));
    request->deadline = timeout;
    request->maximumBytes = 64LL * 1024;
    const TargetIdentity target = targetOf(connection, *request);
    const auto exchange = http.send(*request);
    auto check = QFuture(exchange).then([target, judge, secret = connection.secret](const Result<HttpReply>& reply) {
        ConnectionCheck found = judged(reply, judge, target);
        Redactor redactor;
        redactor.learn(Secret(secret.reveal().trimmed()));
        found.sentence = redactor.redact(found.sentence);
        return found;
    });
    cancelTogether(check, exchange);
    return check;
}

Error unexpectedAnswer(const HttpReply& reply, const QString& service, const QString& words)
{
    const int status = reply.status;
    if (isWebPage(reply) || (status >= 300 && status < 400))
        return fail(ErrorKind::Malformed,
                    Say::tr("A web page answered instead of %1 (a login page or a captive portal?)").arg(service));
    const QString said = words.isEmpty() ? statusText(status) : statusText(status) + QLatin1String(": ") + words;
    if (status == 401 || status == 403)
        return fail(ErrorKind::Unauthorized,
                    Say::tr("%1 refused the key (%2): enter a valid one in Connections").arg(service, said));
    return fail(ErrorKind::Unreachable, Say::tr("%1 answered %2").arg(service, said));
}

QFuture<ConnectionCheck> greetSecretUrl(HttpTransport& http, const ResolvedConnection& connection,
                                        const Result<HttpRequest>& request, Milliseconds timeout)
{
    if (!request)
        return QtFuture::makeReadyFuture(failedCheck(request.error()));
    const TargetIdentity target = targetOf(connection, *request);
    const auto greeting = http.greet(request->url, request->tls, timeout);
    auto check = QFuture(greeting).then([target](const Result<HttpPeer>& peer) { return judgedPeer(peer, target); });
    cancelTogether(check, greeting);
    return check;
}

}  // namespace cockpit
