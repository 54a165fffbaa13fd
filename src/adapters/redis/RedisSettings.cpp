// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisSettings.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace cockpit::adapters::redis {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Redis)
};

bool isLoopback(const QString& host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

}  // namespace

Result<RedisSettings> RedisSettings::from(const ResolvedConnection& connection)
{
    const QJsonObject& given = connection.spec.settings;
    const QString& id = connection.spec.id;
    const auto number = [&given](const char* key, int fallback) {
        const QJsonValue value = given.value(QLatin1String(key));
        return value.isUndefined() ? fallback : value.toVariant().toInt();
    };
    RedisSettings settings;
    settings.host = given.value(QStringLiteral("host")).toString();
    if (settings.host.isEmpty())
        return fail(ErrorKind::InvalidInput, Say::tr("The connection %1 has no host; add it in Connections").arg(id));
    const int port = number("port", 6379);
    if (port < 1 || port > 65535)
        return fail(ErrorKind::InvalidInput, Say::tr("The port of %1 must be between 1 and 65535").arg(id));
    settings.port = static_cast<quint16>(port);
    settings.database = number("database", 0);
    if (settings.database < 0 || settings.database > 100'000)
        return fail(ErrorKind::InvalidInput, Say::tr("The database of %1 must be a number like 0").arg(id));
    settings.user = given.value(QStringLiteral("user")).toString();
    settings.tls = given.contains(QStringLiteral("tls")) ? given.value(QStringLiteral("tls")).toVariant().toBool()
                                                         : !isLoopback(settings.host);
    if (!settings.tls && !isLoopback(settings.host))
        return fail(
            ErrorKind::Refused,
            Say::tr("%1 is not this machine, so the connection must be encrypted; switch tls on").arg(settings.host));
    settings.authorityFile = given.value(QStringLiteral("authority_file")).toString();
    settings.environment = connection.spec.environment;
    settings.password = connection.secret;
    return settings;
}

QString RedisSettings::address() const
{
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

QString RedisSettings::databaseName() const
{
    return QStringLiteral("db%1").arg(database);
}

QString RedisSettings::confirmation() const
{
    return host + QLatin1Char('/') + databaseName();
}

bool RedisSettings::operator==(const RedisSettings& other) const
{
    return host == other.host && port == other.port && database == other.database && user == other.user &&
           tls == other.tls && authorityFile == other.authorityFile && environment == other.environment &&
           password.reveal() == other.password.reveal();
}

}  // namespace cockpit::adapters::redis
