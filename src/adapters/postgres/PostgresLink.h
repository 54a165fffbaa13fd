// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/Interrupt.h"
#include "adapters/postgres/PostgresSettings.h"
#include "core/base/Result.h"

#include <QDeadlineTimer>
#include <QStringList>

#include <memory>
#include <optional>

struct pg_conn;
struct pg_result;

namespace cockpit::adapters::postgres {

/// When a blocking call must come back.
struct Bounds {
    QDeadlineTimer until;
    std::shared_ptr<Interrupt> interrupt;  ///< raised: come back as soon as the server has been asked to stop
};

struct Parameter {
    unsigned type = 0;  ///< type OID
    std::optional<QByteArray> value;
};

struct Statement {
    QByteArray sql;
    QList<Parameter> parameters;
};

/// What is kept of a result. Rows beyond it are counted and dropped.
struct ResultCap {
    qint64 rows = 500;
    qint64 bytes = 8 * 1024 * 1024;
};

using Row = QList<std::optional<QString>>;  ///< nullopt is SQL NULL

struct Table {
    QStringList columns;
    QList<unsigned> types;  ///< type OIDs
    QList<Row> rows;
    qint64 rowCount = 0;   ///< of the result, kept or not
    qint64 affected = -1;  ///< as the server's command tag says
    bool cut = false;      ///< there were more rows than kept
};

/// One connection through libpq, never blocking longer than its bounds (name resolution excepted). Statements go
/// through the extended protocol, so one call can never run two statements. Thread: a worker's; not shared.
class PostgresLink
{
public:
    PostgresLink();
    ~PostgresLink();
    Q_DISABLE_COPY_MOVE(PostgresLink)

    Status open(const PostgresSettings& settings, const Bounds& bounds);
    void close();
    bool isOpen() const;
    /// Is a transaction block open (also a failed one)?
    bool inTransaction() const;

    /// Errors: TimedOut and Cancelled (the server was asked to stop; when it did not, the connection is closed and
    /// isOpen() is false), Unreachable (the connection was lost), Unsupported (COPY), else what the server said.
    Result<Table> run(const Statement& statement, const ResultCap& cap, const Bounds& bounds);
    /// The same for a fixed text without parameters.
    Status run(const char* sql, const Bounds& bounds);

    enum class Pause { Decided, Interrupted, Expired, Lost };
    /// Sits in an open transaction until `decided` is raised, the bounds end it, or the server gives the session up.
    Pause pauseFor(const Interrupt& decided, const Bounds& bounds);

    /// Messages of the server (NOTICE, WARNING) since the last call.
    QString takeNotices();

private:
    enum class Wake { Ready, Interrupted, Expired };
    Wake await(int events, const Bounds& bounds) const;
    Result<Table> collect(const ResultCap& cap, const Bounds& bounds);
    std::optional<Error> keep(pg_result* result, const ResultCap& cap, Table& table, qint64& bytes);
    Error lost();

    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit::adapters::postgres
