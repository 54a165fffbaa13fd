// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpStep.h"

#include "adapters/http/HttpExecution.h"
#include "core/base/ShellWords.h"
#include "core/connections/HttpConnection.h"
#include "core/runbook/Placeholders.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace cockpit::adapters::http {

namespace {

constexpr Milliseconds previewTime{10'000};

/// What the person reads before agreeing: the request line as it will go out, then the body.
QString shown(const HttpPlan& plan)
{
    const QString path =
        plan.pathAndQuery.startsWith(QLatin1Char('/')) ? plan.pathAndQuery : QLatin1Char('/') + plan.pathAndQuery;
    QString base = plan.base;
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    const QString line = QString::fromLatin1(plan.method) + QLatin1Char(' ') + base + path;
    if (plan.body.isEmpty())
        return line;
    return line + QStringLiteral("\n\n") +
           QString::fromUtf8(QJsonDocument::fromJson(plan.body).toJson(QJsonDocument::Indented)).trimmed();
}

QString curlLine(const ConnectionSpec& spec, const HttpPlan& plan, const QUrl& url, Milliseconds deadline)
{
    QStringList words{QStringLiteral("curl")};
    const QString method = QString::fromLatin1(plan.method);
    words += method == QLatin1String("HEAD") ? QStringList{QStringLiteral("--head")}
                                             : QStringList{QStringLiteral("--request"), method};
    words += {QStringLiteral("--max-time"), QString::number(std::max<qint64>(deadline.count() / 1000, 1))};
    const QString authority = spec.settings.value(QStringLiteral("authority_file")).toString();
    if (!authority.isEmpty())
        words += {QStringLiteral("--cacert"), shellQuoted(authority)};
    if (spec.secretStorage != SecretStorage::None) {
        const QString header = spec.settings.value(QStringLiteral("auth_header")).toString();
        const QString scheme = spec.settings.value(QStringLiteral("auth_scheme")).toString();
        const QString start = (header.isEmpty() ? QStringLiteral("Authorization") : header) + QStringLiteral(": ") +
                              (scheme.isEmpty() ? QString() : scheme + QLatin1Char(' '));
        words += {QStringLiteral("--header"), shellQuoted(start) + QStringLiteral("\"$COCKPIT_KEY\"")};
    }
    if (!plan.body.isEmpty())
        words += {QStringLiteral("--header"), QStringLiteral("'Content-Type: application/json'"),
                  QStringLiteral("--data-raw"), shellQuoted(QString::fromUtf8(plan.body))};
    words += shellQuoted(url.toString(QUrl::FullyEncoded));
    return words.join(QLatin1Char(' '));
}

Result<StepPreview> previewOf(const Result<HttpPeer>& peer, const ConnectionSpec& spec)
{
    if (!peer)
        return peer.error();
    if (!peer->refusal.isEmpty())
        return fail(ErrorKind::Unreachable, peer->refusal);
    StepPreview preview;
    preview.target = httpTarget(spec);
    preview.target.serverId = QString::fromLatin1(peer->certificateDigest);
    return preview;
}

}  // namespace

HttpStep::HttpStep(HttpTransport& http, ConnectionResolver& connections)
    : m_http(http)
    , m_connections(connections)
{
}

Result<ResolvedStep> HttpStep::resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                       const QMap<QString, QString>& inputs) const
{
    const auto checked = checkInputs(spec, inputs);
    if (!checked)
        return checked.error();
    auto plan = HttpPlan::make(spec, *checked);
    if (!plan)
        return plan.error();
    ResolvedStep step;
    step.platform = platform;
    step.runbook = runbook;
    step.spec = spec;
    step.connectionId = platform + QLatin1Char('/') + spec.connection;
    if (const auto connection = m_connections.find(step.connectionId)) {
        plan->base = baseUrlOf(*connection).toString();
        // Says now, rather than after the confirmation, that the path or the address cannot be used.
        const auto request = httpRequestFor({*connection, Secret()}, plan->pathAndQuery);
        if (!request)
            return request.error();
        step.commandLine = curlLine(*connection, *plan, request->url, spec.deadline);
    }
    step.text = shown(*plan);
    step.payload = plan->toPayload();
    step.digest = stepDigest(kind(), step.connectionId, step.payload);
    return step;
}

QFuture<Result<StepPreview>> HttpStep::preview(const ResolvedStep& step)
{
    const auto spec = m_connections.find(step.connectionId);
    if (!spec)
        return QtFuture::makeReadyFuture(Result<StepPreview>(spec.error()));
    const TlsOptions tls{spec->settings.value(QStringLiteral("authority_file")).toString()};
    return m_http.greet(baseUrlOf(*spec), tls, std::min(step.spec.deadline, previewTime))
        .then([spec = *spec](const Result<HttpPeer>& peer) { return previewOf(peer, spec); });
}

std::unique_ptr<StepExecution> HttpStep::start(const ResolvedStep& step)
{
    return std::make_unique<HttpExecution>(m_http, m_connections, step);
}

}  // namespace cockpit::adapters::http
