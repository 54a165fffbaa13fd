// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/promql/PrometheusConnectionKind.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit::adapters::promql {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PromQl)
};

Result<QString> words(const HttpReply& reply)
{
    const QJsonObject data = QJsonDocument::fromJson(reply.body).object().value(QStringLiteral("data")).toObject();
    const QString version = data.value(QStringLiteral("version")).toString();
    if (reply.status == 404)
        return Say::tr("%1: it serves no queries, so only its pages can be read").arg(statusText(reply.status));
    if (reply.status != 200 || version.isEmpty())
        return fail(ErrorKind::Malformed,
                    Say::tr("it answered %1, but not as Prometheus does: check the URL").arg(statusText(reply.status)));
    return Say::tr("as Prometheus %1").arg(safeLine(version, 40));
}

}  // namespace

PrometheusConnectionKind::PrometheusConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString PrometheusConnectionKind::secretLabel() const
{
    return Say::tr("Token");
}

QList<ConnectionField> PrometheusConnectionKind::fields() const
{
    return httpConnectionFields();
}

QFuture<ConnectionCheck> PrometheusConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    return checkHttp(m_http, connection, {QStringLiteral("/api/v1/status/buildinfo"), true, words}, timeout);
}

}  // namespace cockpit::adapters::promql
