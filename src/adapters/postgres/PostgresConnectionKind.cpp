// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/PostgresConnectionKind.h"

#include "adapters/postgres/PostgresIdentity.h"
#include "adapters/postgres/PostgresSession.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace cockpit::adapters::postgres {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Postgres)
};

ConnectionCheck failedCheck(const Error& error)
{
    ConnectionCheck check;
    check.sentence = error.message;
    check.errorKind = error.kind;
    return check;
}

Result<ConnectionCheck> tryIt(PostgresLink& link, const PostgresSettings& settings, const Bounds& bounds)
{
    QElapsedTimer timer;
    timer.start();
    const Status opened = link.open(settings, bounds);
    const auto identity = opened ? readIdentity(link, settings, bounds) : Result<PostgresIdentity>(opened.error());
    link.close();
    ConnectionCheck check;
    check.elapsed = Milliseconds(timer.elapsed());
    if (!identity) {
        check = failedCheck(identity.error());
        check.elapsed = Milliseconds(timer.elapsed());
        return check;
    }
    check.ok = true;
    check.target = identity->target;
    check.sentence = Say::tr("PostgreSQL %1 answered in %2 ms: database %3 as %4%5")
                         .arg(identity->version)
                         .arg(check.elapsed.count())
                         .arg(identity->target.name, identity->target.role,
                              identity->standby ? Say::tr(", a read-only replica") : QString());
    return check;
}

}  // namespace

QString PostgresConnectionKind::kind() const
{
    return QStringLiteral("postgres");
}

QString PostgresConnectionKind::title() const
{
    return QStringLiteral("PostgreSQL");
}

QString PostgresConnectionKind::secretLabel() const
{
    return Say::tr("Password");
}

QList<ConnectionField> PostgresConnectionKind::fields() const
{
    using Type = ConnectionField::Type;
    return {
        {QStringLiteral("host"), Say::tr("Host"), Type::Text, true, {}, Say::tr("Name or address of the server."), {}},
        {QStringLiteral("port"), Say::tr("Port"), Type::Number, false, QStringLiteral("5432"), {}, {}},
        {QStringLiteral("database"), Say::tr("Database"), Type::Text, true, {}, {}, {}},
        {QStringLiteral("user"),
         Say::tr("User"),
         Type::Text,
         true,
         {},
         Say::tr("Best a role that may only do what the playbook needs."),
         {}},
        {QStringLiteral("tls"),
         Say::tr("Encryption"),
         Type::Choice,
         false,
         QStringLiteral("verify-full"),
         Say::tr("verify-full checks the server's certificate; disable is allowed on this machine only."),
         {QStringLiteral("verify-full"), QStringLiteral("require"), QStringLiteral("disable")}},
        {QStringLiteral("authority_file"),
         Say::tr("Authority file"),
         Type::File,
         false,
         {},
         Say::tr("PEM file of a private certificate authority; empty for the system's."),
         {}},
    };
}

QFuture<ConnectionCheck> PostgresConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    const auto settings = PostgresSettings::from(connection);
    if (!settings)
        return QtFuture::makeReadyFuture(failedCheck(settings.error()));
    auto* session = new PostgresSession;
    const std::function<Result<ConnectionCheck>(PostgresLink&, const Bounds&)> job =
        [settings = *settings](PostgresLink& link, const Bounds& bounds) { return tryIt(link, settings, bounds); };
    return session->perform(timeout, job).then(session, [session](const Result<ConnectionCheck>& check) {
        session->deleteLater();
        return check ? *check : failedCheck(check.error());
    });
}

}  // namespace cockpit::adapters::postgres
