// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpConnectionKind.h"

#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>

namespace cockpit::adapters::http {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

const QString healthPath = QStringLiteral("health_path");

Result<QString> words(const HttpReply& reply)
{
    if (reply.status >= 300 && reply.status < 400)
        return Say::tr("%1 (redirects are not followed: enter the final address if steps fail)")
            .arg(statusText(reply.status));
    if (reply.status == 404)
        return Say::tr("%1 (it is there, though it has no page at this address itself)").arg(statusText(reply.status));
    return statusText(reply.status);
}

}  // namespace

HttpConnectionKind::HttpConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString HttpConnectionKind::title() const
{
    return Say::tr("HTTP API");
}

QString HttpConnectionKind::secretLabel() const
{
    return Say::tr("Key or token");
}

QList<ConnectionField> HttpConnectionKind::fields() const
{
    QList<ConnectionField> fields = httpConnectionFields();
    fields.insert(1, {healthPath,
                      Say::tr("Page for the test"),
                      ConnectionField::Type::Text,
                      false,
                      {},
                      Say::tr("For example /health; empty: the address itself."),
                      {}});
    return fields;
}

QFuture<ConnectionCheck> HttpConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    const QString path = connection.spec.settings.value(healthPath).toString();
    return checkHttp(m_http, connection, {path, path.isEmpty(), words}, timeout);
}

}  // namespace cockpit::adapters::http
