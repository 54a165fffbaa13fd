// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/sqlite/SqliteConnection.h"

#include "core/base/Ids.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cerrno>

#include <sys/stat.h>

namespace cockpit::adapters::sqlite {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqliteEventStore)
};

/// Makes an empty file of mode 0600 and tightens a looser one. Never opens it: closing a descriptor of our own would
/// drop the locks another connection of this process holds on the file.
Status preparePrivateFile(const QString& file)
{
    const QByteArray path = QFile::encodeName(file);
    if (mknod(path.constData(), S_IFREG | 0600, 0) != 0 && errno != EEXIST) {
        return fail(
            ErrorKind::Storage,
            Say::tr("The incident log %1 cannot be created: %2. Check that its folder exists and can be written")
                .arg(file, qt_error_string(errno)));
    }
    struct stat information {
    };
    if (lstat(path.constData(), &information) != 0)
        return fail(ErrorKind::Storage,
                    Say::tr("The incident log %1 cannot be looked at: %2").arg(file, qt_error_string(errno)));
    if (!S_ISREG(information.st_mode))
        return fail(
            ErrorKind::Storage,
            Say::tr("%1 is not a regular file; move it aside so that the incident log can be kept there").arg(file));
    if ((information.st_mode & 0077) != 0 && chmod(path.constData(), 0600) != 0)
        return fail(ErrorKind::Storage,
                    Say::tr("The incident log %1 is readable by others and that cannot be changed: %2")
                        .arg(file, qt_error_string(errno)));
    return Done{};
}

}  // namespace

int sqliteCode(const QSqlError& error)
{
    return error.nativeErrorCode().toInt() & 0xFF;
}

bool isInputOutputError(const Error& error)
{
    return error.detail.startsWith(QLatin1String("sqlite 10:"));
}

SqliteConnection::SqliteConnection(QString file, QString name)
    : m_file(std::move(file))
    , m_name(std::move(name))
{
}

SqliteConnection::~SqliteConnection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString& file)
{
    if (const Status prepared = preparePrivateFile(file); !prepared)
        return prepared.error();
    const QString name = QStringLiteral("event-log-") + newId();
    QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(file, name));
    if (const Status configured = connection->configure(); !configured)
        return configured.error();
    return connection;
}

Status SqliteConnection::configure()
{
    QSqlDatabase database = QSqlDatabase::database(m_name, false);
    database.setDatabaseName(m_file);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database.open())
        return errorOf(database.lastError());

    struct Setting {
        const char* set;
        const char* get;
        const char* wanted;
    };
    // Each connection has its own; what the file or the library's build says is not relied upon.
    constexpr std::array<Setting, 4> settings{{
        {"PRAGMA journal_mode=WAL", "PRAGMA journal_mode", "wal"},
        {"PRAGMA synchronous=FULL", "PRAGMA synchronous", "2"},
        {"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1"},
        {"PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", "0"},
    }};
    for (const Setting& setting : settings) {
        if (const Status done = run(QString::fromLatin1(setting.set)); !done)
            return done;
        const Result<QVariant> got = value(QString::fromLatin1(setting.get));
        if (!got)
            return got.error();
        if (got->toString() != QLatin1String(setting.wanted))
            return fail(ErrorKind::Storage,
                        Say::tr("The incident log %1 cannot be kept safely here (%2 is not accepted); use a local disk")
                            .arg(m_file, QString::fromLatin1(setting.set)));
    }
    return Done{};
}

QSqlQuery SqliteConnection::query() const
{
    QSqlQuery made(QSqlDatabase::database(m_name, false));
    made.setForwardOnly(true);
    return made;
}

Status SqliteConnection::run(const QString& statement) const
{
    QSqlQuery made = query();
    if (!made.exec(statement))
        return errorOf(made.lastError());
    return Done{};
}

Result<QVariant> SqliteConnection::value(const QString& statement) const
{
    QSqlQuery made = query();
    if (!made.exec(statement))
        return errorOf(made.lastError());
    if (made.next())
        return made.value(0);
    if (made.lastError().isValid())
        return errorOf(made.lastError());
    return QVariant();
}

Error SqliteConnection::errorOf(const QSqlError& error) const
{
    const int code = sqliteCode(error);
    const QString detail = QStringLiteral("sqlite %1: %2").arg(code).arg(error.databaseText());
    switch (code) {
    case codeBusy:
        return fail(ErrorKind::Storage,
                    Say::tr("Another program keeps the incident log %1 locked; close it and try again").arg(m_file),
                    detail);
    case codeReadOnly:
    case codeCannotOpen:
        return fail(
            ErrorKind::Storage,
            Say::tr("The incident log %1 cannot be written; check the rights of the file and its folder").arg(m_file),
            detail);
    case codeFull:
        return fail(
            ErrorKind::Storage,
            Say::tr("The disk that holds the incident log %1 is full; free some space and try again").arg(m_file),
            detail);
    case codeCorrupt:
    case codeNotADatabase:
        return fail(
            ErrorKind::Storage,
            Say::tr("The incident log %1 is damaged. Move it and the files beside it that begin with its name "
                    "aside, keep them, and put the newest good copy (%1.backup-…) in its place; without one the "
                    "cockpit starts an empty log")
                .arg(m_file),
            detail);
    case codeIo:
        return fail(
            ErrorKind::Storage,
            Say::tr("The disk failed while the incident log %1 was in use; check the disk and try again").arg(m_file),
            detail);
    default:
        return fail(ErrorKind::Storage,
                    Say::tr("The incident log %1 could not be used: %2").arg(m_file, error.databaseText()), detail);
    }
}

Transaction::~Transaction()
{
    if (m_active)
        (void)m_connection.run(QStringLiteral("ROLLBACK"));
}

Status Transaction::begin()
{
    const Status done = m_connection.run(QStringLiteral("BEGIN IMMEDIATE"));
    m_active = done.ok();
    return done;
}

Status Transaction::commit()
{
    const Status done = m_connection.run(QStringLiteral("COMMIT"));
    if (done)
        m_active = false;
    return done;
}

}  // namespace cockpit::adapters::sqlite
