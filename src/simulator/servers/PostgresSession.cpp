// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/servers/PostgresSession.h"

#include <array>
#include <libpq-fe.h>

namespace cockpit {

struct PostgresSession::Private {
    explicit Private(ServerAddress given)
        : address(std::move(given))
    {
    }

    ServerAddress address;
    std::unique_ptr<PGconn, decltype(&PQfinish)> link{nullptr, &PQfinish};

    Status connect();
};

Status PostgresSession::Private::connect()
{
    if (link && PQstatus(link.get()) == CONNECTION_OK)
        return Done{};
    const QByteArray host = address.host.toUtf8();
    const QByteArray port = QByteArray::number(address.port);
    const QByteArray user = address.user.toUtf8();
    const QByteArray database = address.database.toUtf8();
    const std::array<const char*, 8> names{"host",    "port", "user", "dbname", "password", "connect_timeout",
                                           "options", nullptr};
    const std::array<const char*, 8> values{host.constData(),
                                            port.constData(),
                                            user.constData(),
                                            database.constData(),
                                            address.password.reveal().constData(),
                                            "10",
                                            "-c statement_timeout=10s -c client_min_messages=error -c "
                                            "application_name=simulated-platform",
                                            nullptr};
    link.reset(PQconnectdbParams(names.data(), values.data(), 0));
    if (PQstatus(link.get()) == CONNECTION_OK)
        return Done{};
    return fail(ErrorKind::Unreachable, QString::fromUtf8(PQerrorMessage(link.get())).trimmed());
}

PostgresSession::PostgresSession(ServerAddress address)
    : d(std::make_unique<Private>(std::move(address)))
{
}

PostgresSession::~PostgresSession() = default;

Result<QList<QStringList>> PostgresSession::run(const QByteArray& sql)
{
    if (const Status connected = d->connect(); !connected)
        return connected.error();
    const std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(d->link.get(), sql.constData()), &PQclear);
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        return fail(ErrorKind::Refused, QString::fromUtf8(PQerrorMessage(d->link.get())).trimmed());
    QList<QStringList> rows;
    for (int row = 0; row < PQntuples(answer.get()); ++row) {
        QStringList values;
        for (int column = 0; column < PQnfields(answer.get()); ++column)
            values << QString::fromUtf8(PQgetvalue(answer.get(), row, column));
        rows << values;
    }
    return rows;
}

qint64 PostgresSession::number(const QByteArray& sql)
{
    const auto rows = run(sql);
    return rows && !rows->isEmpty() ? rows->first().value(0).toLongLong() : 0;
}

Status PostgresSession::begin(const QByteArray& sql)
{
    if (const Status connected = d->connect(); !connected)
        return connected.error();
    if (PQsendQuery(d->link.get(), sql.constData()) == 1)
        return Done{};
    return fail(ErrorKind::Refused, QString::fromUtf8(PQerrorMessage(d->link.get())).trimmed());
}

int PostgresSession::processId() const
{
    return d->link ? PQbackendPID(d->link.get()) : 0;
}

void PostgresSession::close()
{
    d->link.reset();
}

}  // namespace cockpit
