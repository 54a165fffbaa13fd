// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisConnectionKind.h"

#include "adapters/redis/RedisIdentity.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPromise>

namespace cockpit::adapters::redis {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Redis)
};

ConnectionCheck toCheck(const Result<RedisIdentity>& identity, Milliseconds elapsed)
{
    ConnectionCheck check;
    check.elapsed = elapsed;
    if (!identity) {
        check.sentence = identity.error().message;
        check.errorKind = identity.error().kind;
        return check;
    }
    check.target = identity->target;
    if (identity->problem) {
        check.sentence = identity->problem->message;
        check.errorKind = identity->problem->kind;
        return check;
    }
    check.ok = true;
    check.sentence = Say::tr("Redis %1 answered in %2 ms: %3 as %4%5")
                         .arg(identity->version.isEmpty() ? Say::tr("(version not shown)") : identity->version)
                         .arg(elapsed.count())
                         .arg(identity->target.name, identity->target.role,
                              identity->replica ? Say::tr(", a read-only replica") : QString());
    return check;
}

}  // namespace

QString RedisConnectionKind::kind() const
{
    return QStringLiteral("redis");
}

QString RedisConnectionKind::title() const
{
    return QStringLiteral("Redis");
}

QString RedisConnectionKind::secretLabel() const
{
    return Say::tr("Password");
}

QList<ConnectionField> RedisConnectionKind::fields() const
{
    using Type = ConnectionField::Type;
    return {
        {QStringLiteral("host"), Say::tr("Host"), Type::Text, true, {}, Say::tr("Name or address of the server."), {}},
        {QStringLiteral("port"), Say::tr("Port"), Type::Number, false, QStringLiteral("6379"), {}, {}},
        {QStringLiteral("database"), Say::tr("Database"), Type::Number, false, QStringLiteral("0"), {}, {}},
        {QStringLiteral("user"), Say::tr("User"), Type::Text, false, {}, Say::tr("Empty for the default user."), {}},
        {QStringLiteral("tls"),
         Say::tr("Encrypted (TLS)"),
         Type::Flag,
         false,
         {},
         Say::tr("On unless the server is this machine; it cannot be switched off for other machines."),
         {}},
        {QStringLiteral("authority_file"),
         Say::tr("Authority file"),
         Type::File,
         false,
         {},
         Say::tr("PEM file of a private certificate authority; empty for the system's."),
         {}},
    };
}

QFuture<ConnectionCheck> RedisConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    const auto settings = RedisSettings::from(connection);
    if (!settings)
        return QtFuture::makeReadyFuture(toCheck(settings.error(), Milliseconds(0)));
    auto promise = std::make_shared<QPromise<ConnectionCheck>>();
    promise->start();
    auto* client = new RedisClient(*settings);
    QElapsedTimer timer;
    timer.start();
    readIdentity(*client, timeout, [promise, client, timer](const Result<RedisIdentity>& identity) {
        promise->addResult(toCheck(identity, Milliseconds(timer.elapsed())));
        promise->finish();
        client->deleteLater();
    });
    return promise->future();
}

}  // namespace cockpit::adapters::redis
