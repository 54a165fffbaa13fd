// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/alertmanager/AlertmanagerConnectionKind.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit::adapters::alertmanager {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Alertmanager)
};

Result<QString> words(const HttpReply& reply)
{
    const QJsonObject info =
        QJsonDocument::fromJson(reply.body).object().value(QStringLiteral("versionInfo")).toObject();
    const QString version = info.value(QStringLiteral("version")).toString();
    if (version.isEmpty())
        return fail(ErrorKind::Malformed, Say::tr("it answered, but not as Alertmanager does: check the URL"));
    return Say::tr("as Alertmanager %1").arg(safeLine(version, 40));
}

}  // namespace

AlertmanagerConnectionKind::AlertmanagerConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString AlertmanagerConnectionKind::secretLabel() const
{
    return Say::tr("Token");
}

QList<ConnectionField> AlertmanagerConnectionKind::fields() const
{
    return httpConnectionFields();
}

QFuture<ConnectionCheck> AlertmanagerConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    return checkHttp(m_http, connection, {QStringLiteral("/api/v2/status"), false, words}, timeout);
}

}  // namespace cockpit::adapters::alertmanager
