// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/connections/Connection.h"

#include <QCoreApplication>

namespace cockpit {

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Production: return QStringLiteral("production");
    case Environment::Staging: return QStringLiteral("staging");
    case Environment::Demo: return QStringLiteral("demo");
    }
    return QStringLiteral("production");
}

Result<Environment> parseEnvironment(const QString& name)
{
    for (const auto environment : {Environment::Production, Environment::Staging, Environment::Demo}) {
        if (name == environmentName(environment))
            return environment;
    }
    return fail(
        ErrorKind::InvalidInput,
        QCoreApplication::translate("Connection", "\"%1\" is not an environment; use production, staging or demo")
            .arg(name.left(40)));
}

QString credentialStateName(CredentialState state)
{
    switch (state) {
    case CredentialState::Ready: return QStringLiteral("ready");
    case CredentialState::NoService: return QStringLiteral("no_service");
    case CredentialState::Locked: return QStringLiteral("locked");
    case CredentialState::Denied: return QStringLiteral("denied");
    case CredentialState::Missing: return QStringLiteral("missing");
    case CredentialState::TimedOut: return QStringLiteral("timed_out");
    }
    return QStringLiteral("no_service");
}

QJsonObject TargetIdentity::toJson() const
{
    return {{QStringLiteral("address"), address},
            {QStringLiteral("name"), name},
            {QStringLiteral("role"), role},
            {QStringLiteral("server_id"), serverId},
            {QStringLiteral("environment"), environmentName(environment)}};
}

TargetIdentity TargetIdentity::fromJson(const QJsonObject& json)
{
    TargetIdentity target;
    target.address = json.value(QStringLiteral("address")).toString();
    target.name = json.value(QStringLiteral("name")).toString();
    target.role = json.value(QStringLiteral("role")).toString();
    target.serverId = json.value(QStringLiteral("server_id")).toString();
    if (const auto environment = parseEnvironment(json.value(QStringLiteral("environment")).toString()))
        target.environment = *environment;
    return target;
}

bool TargetIdentity::isSame(const TargetIdentity& other) const
{
    return address == other.address && name == other.name && role == other.role && serverId == other.serverId;
}

}  // namespace cockpit
