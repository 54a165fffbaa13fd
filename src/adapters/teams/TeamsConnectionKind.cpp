// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/teams/TeamsConnectionKind.h"

#include "core/connections/HttpConnection.h"
#include "core/connections/PublicService.h"

#include <QCoreApplication>

namespace cockpit::adapters::teams {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Teams)
};

}  // namespace

TeamsConnectionKind::TeamsConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString TeamsConnectionKind::secretLabel() const
{
    return Say::tr("Workflow URL");
}

QList<ConnectionField> TeamsConnectionKind::fields() const
{
    return publicServiceFields({});
}

QFuture<ConnectionCheck> TeamsConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    return greetSecretUrl(m_http, connection, httpRequestForSecretUrl(connection), timeout);
}

}  // namespace cockpit::adapters::teams
