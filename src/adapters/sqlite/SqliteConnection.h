// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>

namespace cockpit::adapters::sqlite {

/// One QSqlDatabase of its own, with the settings that make a commit survive a power cut: WAL and synchronous=FULL,
/// set and read back. Thread: the one that opened it. Destroy every query made on it first.
class SqliteConnection
{
public:
    /// Errors: Storage (cannot be opened, damaged, settings not accepted).
    static Result<std::unique_ptr<SqliteConnection>> open(const QString& file);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    const QString& file() const { return m_file; }

    QSqlQuery query() const;
    /// Runs one statement that returns nothing of interest.
    Status run(const QString& statement) const;
    /// The first column of the first row; an invalid QVariant when there is no row.
    Result<QVariant> value(const QString& statement) const;
    /// In words for a person: what is wrong with the log file and what to do.
    Error errorOf(const QSqlError& error) const;

private:
    SqliteConnection(QString file, QString name);
    Status configure();

    QString m_file;
    QString m_name;
};

/// The primary SQLite result code of an error (SQLITE_FULL is 13 …); 0 when it has none.
int sqliteCode(const QSqlError& error);
constexpr int codeBusy = 5;
constexpr int codeReadOnly = 8;
constexpr int codeIo = 10;
constexpr int codeCorrupt = 11;
constexpr int codeFull = 13;
constexpr int codeCannotOpen = 14;
constexpr int codeNotADatabase = 26;

/// `Error::detail` of an I/O error: after one of these the connection has to be made anew.
bool isInputOutputError(const Error& error);

/// One BEGIN IMMEDIATE … COMMIT; rolls back explicitly when it goes out of scope uncommitted, because a failed
/// COMMIT may leave the transaction open.
class Transaction
{
public:
    explicit Transaction(const SqliteConnection& connection)
        : m_connection(connection)
    {
    }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Status begin();
    Status commit();

private:
    const SqliteConnection& m_connection;
    bool m_active = false;
};

}  // namespace cockpit::adapters::sqlite
