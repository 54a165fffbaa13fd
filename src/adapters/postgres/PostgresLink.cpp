// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/PostgresLink.h"

#include "adapters/postgres/PostgresErrors.h"
#include "adapters/postgres/StatementCanceller.h"

#include <QCoreApplication>

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

namespace cockpit::adapters::postgres {

namespace {

/// How long the server has to obey after it was asked to stop, before the connection is dropped.
constexpr int cancelGraceMs = 2'000;
constexpr qsizetype maximumNotices = 16 * 1024;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Postgres)
};

struct ResultDeleter {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ResultDeleter>;

Error stopped(bool byPerson)
{
    return byPerson ? fail(ErrorKind::Cancelled, Say::tr("The statement was cancelled"))
                    : fail(ErrorKind::TimedOut, Say::tr("PostgreSQL did not answer in time"));
}

QString field(const PGresult* result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

}  // namespace

struct PostgresLink::Private {
    PGconn* connection = nullptr;
    PostgresSettings settings;
    QString notices;

    static void notice(void* self, const char* words)
    {
        QString& notices = static_cast<Private*>(self)->notices;
        if (notices.size() < maximumNotices)
            notices += QString::fromUtf8(words);
    }
};

PostgresLink::PostgresLink()
    : d(std::make_unique<Private>())
{
}

PostgresLink::~PostgresLink()
{
    close();
}

void PostgresLink::close()
{
    if (d->connection)
        PQfinish(d->connection);
    d->connection = nullptr;
}

bool PostgresLink::isOpen() const
{
    return d->connection && PQstatus(d->connection) == CONNECTION_OK;
}

bool PostgresLink::inTransaction() const
{
    if (!isOpen())
        return false;
    const auto status = PQtransactionStatus(d->connection);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

PostgresLink::Wake PostgresLink::await(int events, const Bounds& bounds) const
{
    std::array<pollfd, 2> entries{pollfd{PQsocket(d->connection), static_cast<short>(events), 0},
                                  pollfd{bounds.interrupt ? bounds.interrupt->descriptor() : -1, POLLIN, 0}};
    for (;;) {
        const qint64 left = bounds.until.isForever() ? -1 : bounds.until.remainingTime();
        if (left == 0)
            return Wake::Expired;
        const int ready = ::poll(entries.data(), entries.size(), static_cast<int>(std::min<qint64>(left, 3'600'000)));
        if (ready < 0 && errno == EINTR)
            continue;
        if (entries[1].revents != 0)
            return Wake::Interrupted;
        if (ready != 0)
            return Wake::Ready;
    }
}

Status PostgresLink::open(const PostgresSettings& settings, const Bounds& bounds)
{
    close();
    d->settings = settings;
    const auto parameters = settings.parameters();
    std::vector<const char*> keywords;
    std::vector<const char*> values;
    for (const auto& [keyword, value] : parameters) {
        keywords.push_back(keyword.constData());
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    d->connection = PQconnectStartParams(keywords.data(), values.data(), 0);
    if (!d->connection)
        return fail(ErrorKind::Unreachable, Say::tr("There is not enough memory for a connection to PostgreSQL"));
    PQsetNoticeProcessor(d->connection, &Private::notice, d.get());
    PostgresPollingStatusType state =
        PQstatus(d->connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED) {
        const Wake wake = await(state == PGRES_POLLING_READING ? POLLIN : POLLOUT, bounds);
        if (wake != Wake::Ready) {
            close();
            if (wake == Wake::Interrupted)
                return stopped(true);
            return fail(ErrorKind::TimedOut,
                        Say::tr("PostgreSQL at %1 did not answer in time; check the network and the server")
                            .arg(settings.address()));
        }
        state = PQconnectPoll(d->connection);
    }
    if (state == PGRES_POLLING_FAILED) {
        const Error error = connectError(settings, QString::fromUtf8(PQerrorMessage(d->connection)));
        close();
        return error;
    }
    PQsetnonblocking(d->connection, 1);
    return Done{};
}

Error PostgresLink::lost()
{
    const QString words = d->connection ? QString::fromUtf8(PQerrorMessage(d->connection)).simplified() : QString();
    close();
    return fail(ErrorKind::Unreachable,
                Say::tr("The connection to PostgreSQL at %1 was lost").arg(d->settings.address()), words.left(400));
}

Status PostgresLink::run(const char* sql, const Bounds& bounds)
{
    const auto table = run(Statement{sql, {}}, {}, bounds);
    if (!table)
        return table.error();
    return Done{};
}

Result<Table> PostgresLink::run(const Statement& statement, const ResultCap& cap, const Bounds& bounds)
{
    if (!isOpen())
        return lost();
    std::vector<Oid> types;
    std::vector<const char*> values;
    for (const Parameter& parameter : statement.parameters) {
        types.push_back(parameter.type);
        values.push_back(parameter.value ? parameter.value->constData() : nullptr);
    }
    if (PQsendQueryParams(d->connection, statement.sql.constData(), static_cast<int>(types.size()), types.data(),
                          values.data(), nullptr, nullptr, 0) != 1)
        return lost();
    PQsetSingleRowMode(d->connection);
    return collect(cap, bounds);
}

Result<Table> PostgresLink::collect(const ResultCap& cap, const Bounds& given)
{
    Table table;
    qint64 bytes = 0;
    std::optional<Error> problem;
    std::unique_ptr<StatementCanceller> canceller;
    bool byPerson = false;
    Bounds bounds = given;
    for (;;) {
        while (PQisBusy(d->connection) == 0) {
            const ResultPointer result(PQgetResult(d->connection));
            if (!result) {
                if (canceller && problem)
                    return stopped(byPerson);
                if (problem)
                    return *problem;
                return table;
            }
            if (auto error = keep(result.get(), cap, table, bytes))
                problem = std::move(error);
            if (problem && problem->kind == ErrorKind::Unsupported) {
                close();
                return *problem;
            }
        }
        if (PQstatus(d->connection) != CONNECTION_OK)
            return lost();
        const int unsent = PQflush(d->connection);
        if (unsent < 0)
            return lost();
        const Wake wake = await(unsent == 1 ? POLLIN | POLLOUT : POLLIN, bounds);
        if (wake == Wake::Ready) {
            if (PQconsumeInput(d->connection) != 1)
                return lost();
        } else if (canceller) {
            close();
            return stopped(byPerson);
        } else {
            byPerson = wake == Wake::Interrupted;
            canceller = std::make_unique<StatementCanceller>(d->connection, d->settings);
            bounds = Bounds{QDeadlineTimer(cancelGraceMs), nullptr};
        }
    }
}

std::optional<Error> PostgresLink::keep(PGresult* result, const ResultCap& cap, Table& table, qint64& bytes)
{
    switch (PQresultStatus(result)) {
    case PGRES_SINGLE_TUPLE:
    case PGRES_TUPLES_OK: break;
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY: {
        const QByteArray count = PQcmdTuples(result);
        table.affected = count.isEmpty() ? -1 : count.toLongLong();
        return std::nullopt;
    }
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
    case PGRES_COPY_BOTH:
        return fail(ErrorKind::Unsupported, Say::tr("COPY cannot be used in a step; the statement was dropped"));
    default: return statementError(field(result, PG_DIAG_SQLSTATE), field(result, PG_DIAG_MESSAGE_PRIMARY));
    }
    const int columns = PQnfields(result);
    if (table.columns.isEmpty()) {
        for (int column = 0; column < columns; ++column) {
            table.columns.append(QString::fromUtf8(PQfname(result, column)));
            table.types.append(PQftype(result, column));
        }
    }
    for (int index = 0; index < PQntuples(result); ++index) {
        ++table.rowCount;
        if (table.rows.size() >= cap.rows || bytes >= cap.bytes) {
            table.cut = true;
            continue;
        }
        Row row;
        for (int column = 0; column < columns; ++column) {
            const int length = PQgetlength(result, index, column);
            bytes += length;
            row.append(PQgetisnull(result, index, column) == 1
                           ? std::nullopt
                           : std::optional(QString::fromUtf8(PQgetvalue(result, index, column), length)));
        }
        table.rows.append(row);
    }
    if (PQresultStatus(result) == PGRES_TUPLES_OK)
        table.affected = table.rowCount;
    if (const QByteArray count = PQcmdTuples(result); PQresultStatus(result) == PGRES_TUPLES_OK && !count.isEmpty())
        table.affected = count.toLongLong();
    return std::nullopt;
}

PostgresLink::Pause PostgresLink::pauseFor(const Interrupt& decided, const Bounds& bounds)
{
    while (isOpen()) {
        std::array<pollfd, 3> entries{pollfd{PQsocket(d->connection), POLLIN, 0},
                                      pollfd{bounds.interrupt ? bounds.interrupt->descriptor() : -1, POLLIN, 0},
                                      pollfd{decided.descriptor(), POLLIN, 0}};
        const qint64 left = bounds.until.isForever() ? -1 : bounds.until.remainingTime();
        if (left == 0)
            return Pause::Expired;
        const int ready = ::poll(entries.data(), entries.size(), static_cast<int>(std::min<qint64>(left, 3'600'000)));
        if (ready < 0 && errno == EINTR)
            continue;
        if (entries[0].revents != 0 && PQconsumeInput(d->connection) != 1)
            break;
        // Reads what came without being asked for, so that the end of the session is seen.
        static_cast<void>(PQisBusy(d->connection));
        if (entries[1].revents != 0)
            return Pause::Interrupted;
        if (entries[2].revents != 0)
            return Pause::Decided;
    }
    close();
    return Pause::Lost;
}

QString PostgresLink::takeNotices()
{
    return std::exchange(d->notices, QString());
}

}  // namespace cockpit::adapters::postgres
