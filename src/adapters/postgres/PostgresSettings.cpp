// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/PostgresSettings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostAddress>

namespace cockpit::adapters::postgres {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Postgres)
};

/// libpq 15 has no way to say "the system's authorities", so their bundle is named.
QByteArray systemAuthorities()
{
    for (const char* file :
         {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"}) {
        if (QFileInfo::exists(QLatin1String(file)))
            return file;
    }
    return "/etc/ssl/certs/ca-certificates.crt";
}

}  // namespace

bool isLoopback(const QString& host)
{
    if (host.startsWith(QLatin1Char('/')) || host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    return QHostAddress(host).isLoopback();
}

Result<PostgresSettings> PostgresSettings::from(const ResolvedConnection& connection)
{
    const QJsonObject& from = connection.spec.settings;
    PostgresSettings settings;
    settings.host = from.value(QStringLiteral("host")).toString();
    settings.port = from.value(QStringLiteral("port")).toVariant().toInt();
    if (!from.contains(QStringLiteral("port")))
        settings.port = 5432;
    settings.database = from.value(QStringLiteral("database")).toString();
    settings.user = from.value(QStringLiteral("user")).toString();
    settings.tls = from.value(QStringLiteral("tls")).toString(QStringLiteral("verify-full"));
    settings.authorityFile = from.value(QStringLiteral("authority_file")).toString();
    settings.environment = connection.spec.environment;
    settings.password = connection.secret;
    for (const auto& [name, value] :
         {std::pair{"host", settings.host}, {"database", settings.database}, {"user", settings.user}}) {
        if (value.isEmpty())
            return fail(ErrorKind::InvalidInput, Say::tr("The connection %1 has no %2; add it in Connections")
                                                     .arg(connection.spec.id, QLatin1String(name)));
    }
    if (settings.port < 1 || settings.port > 65535)
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The port of %1 must be between 1 and 65535").arg(connection.spec.id));
    if (settings.tls != QLatin1String("verify-full") && settings.tls != QLatin1String("require") &&
        settings.tls != QLatin1String("disable"))
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The setting tls of %1 must be verify-full, require or disable").arg(connection.spec.id));
    if (settings.tls == QLatin1String("disable") && !isLoopback(settings.host))
        return fail(ErrorKind::Refused,
                    Say::tr("%1 is not this machine, so the connection must be encrypted; set tls to verify-full")
                        .arg(settings.host));
    return settings;
}

QList<std::pair<QByteArray, QByteArray>> PostgresSettings::parameters() const
{
    QList<std::pair<QByteArray, QByteArray>> list{
        {"host", host.toUtf8()},
        {"port", QByteArray::number(port)},
        {"dbname", database.toUtf8()},
        {"user", user.toUtf8()},
        {"sslmode", tls.toLatin1()},
        {"application_name", "incident-cockpit"},
        {"client_encoding", "UTF8"},
        {"gssencmode", "disable"},
        {"keepalives", "1"},
        {"keepalives_idle", "10"},
        {"keepalives_interval", "5"},
        {"keepalives_count", "3"},
        {"tcp_user_timeout", "15000"},
        // Without a verified certificate the server has to prove itself in the password exchange; otherwise whoever
        // answers could simply ask for the password in clear.
        {"channel_binding", tls == QLatin1String("require") ? "require" : "prefer"},
    };
    if (tls == QLatin1String("verify-full"))
        list.append({"sslrootcert", authorityFile.isEmpty() ? systemAuthorities() : authorityFile.toUtf8()});
    if (!password.isEmpty())
        list.append({"password", password.reveal()});
    return list;
}

QString PostgresSettings::address() const
{
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

bool PostgresSettings::operator==(const PostgresSettings& other) const
{
    return host == other.host && port == other.port && database == other.database && user == other.user &&
           tls == other.tls && authorityFile == other.authorityFile && environment == other.environment &&
           password.reveal() == other.password.reveal();
}

}  // namespace cockpit::adapters::postgres
