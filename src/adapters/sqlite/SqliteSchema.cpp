// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/sqlite/SqliteSchema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cockpit::adapters::sqlite {

namespace {

/// "ICLG" in the file's header: tells the log from any other SQLite file.
constexpr int namesTried = 9;
constexpr int applicationId = 0x49434C47;

struct Migration {
    int from;
    QStringList statements;
};

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqliteEventStore)
};

QStringList createStatements()
{
    return {
        // AUTOINCREMENT remembers the highest number ever given, so that events cut off the end are missed.
        QStringLiteral("CREATE TABLE event ("
                       "sequence INTEGER PRIMARY KEY AUTOINCREMENT CHECK (sequence > 0), "
                       "id TEXT NOT NULL, "
                       "at INTEGER NOT NULL, "
                       "type TEXT NOT NULL, "
                       "incident TEXT NOT NULL, "
                       "actor TEXT NOT NULL, "
                       "workstation TEXT NOT NULL DEFAULT '', "
                       "data TEXT NOT NULL, "
                       "previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32), "
                       "hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT"),
        QStringLiteral("CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event "
                       "BEGIN SELECT RAISE(ABORT, 'the incident log is append-only'); END"),
        QStringLiteral("CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event "
                       "BEGIN SELECT RAISE(ABORT, 'the incident log is append-only'); END"),
        QStringLiteral("CREATE TRIGGER event_is_appended BEFORE INSERT ON event "
                       "WHEN NEW.sequence <= (SELECT max(sequence) FROM event) "
                       "BEGIN SELECT RAISE(ABORT, 'the incident log is append-only'); END"),
        QStringLiteral("PRAGMA application_id=%1").arg(applicationId),
    };
}

/// In order; each leads from one version to the next.
QList<Migration> migrations()
{
    return {
        // Events of version 1 carry no workstation; their hashes were made with an empty one.
        {1, {QStringLiteral("ALTER TABLE event ADD COLUMN workstation TEXT NOT NULL DEFAULT ''")}},
    };
}

Result<int> readInteger(const SqliteConnection& connection, const QString& statement)
{
    const Result<QVariant> value = connection.value(statement);
    if (!value)
        return value.error();
    return value->toInt();
}

Result<int> readVersion(const SqliteConnection& connection)
{
    return readInteger(connection, QStringLiteral("PRAGMA user_version"));
}

Status runAll(const SqliteConnection& connection, const QStringList& statements)
{
    for (const QString& statement : statements) {
        if (const Status done = connection.run(statement); !done)
            return done;
    }
    return Done{};
}

Status syncPath(const QString& path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    const bool good = descriptor >= 0 && fsync(descriptor) == 0;
    const int problem = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!good)
        return fail(ErrorKind::Storage,
                    Say::tr("%1 could not be written to disk: %2").arg(path, qt_error_string(problem)));
    return Done{};
}

/// The name of the file has to survive a power cut as well as its content.
Status syncFolder(const SqliteConnection& connection)
{
    return syncPath(QFileInfo(connection.file()).absolutePath(), O_RDONLY | O_DIRECTORY);
}

Status backUp(const SqliteConnection& connection, int version, const Clock& clock)
{
    const QString wanted = QStringLiteral("%1.backup-%2-%3")
                               .arg(connection.file())
                               .arg(version)
                               .arg(clock.utcNow().toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'")));
    // VACUUM INTO accepts an empty file; made beforehand, the copy is private from its first byte. A start that was
    // killed may have left one of the same name, which is kept.
    QString copy = wanted;
    int made = mknod(QFile::encodeName(copy).constData(), S_IFREG | 0600, 0);
    for (int number = 2; made != 0 && errno == EEXIST && number <= namesTried; ++number) {
        copy = QStringLiteral("%1-%2").arg(wanted).arg(number);
        made = mknod(QFile::encodeName(copy).constData(), S_IFREG | 0600, 0);
    }
    if (made != 0)
        return fail(ErrorKind::Storage,
                    Say::tr("The incident log has to be brought up to date, but its backup copy %1 cannot be made: %2")
                        .arg(copy, qt_error_string(errno)));
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(copy);
    if (!query.exec()) {
        const Error error = connection.errorOf(query.lastError());
        QFile::remove(copy);
        return error;
    }
    if (const Status synced = syncPath(copy, O_RDONLY); !synced)
        return synced;
    return syncFolder(connection);
}

Status create(const SqliteConnection& connection)
{
    Transaction transaction(connection);
    if (const Status begun = transaction.begin(); !begun)
        return begun;
    const Result<int> version = readVersion(connection);
    if (!version)
        return version.error();
    if (*version != 0)
        return Done{};  // another process was faster
    if (const Status done = runAll(connection, createStatements()); !done)
        return done;
    if (const Status done = connection.run(QStringLiteral("PRAGMA user_version=%1").arg(currentSchema)); !done)
        return done;
    if (const Status done = transaction.commit(); !done)
        return done;
    return syncFolder(connection);
}

Status migrate(const SqliteConnection& connection, int found, const Clock& clock)
{
    if (const Status done = backUp(connection, found, clock); !done)
        return done;
    Transaction transaction(connection);
    if (const Status begun = transaction.begin(); !begun)
        return begun;
    const Result<int> version = readVersion(connection);
    if (!version)
        return version.error();
    for (const Migration& migration : migrations()) {
        if (migration.from < *version)
            continue;
        if (const Status done = runAll(connection, migration.statements); !done)
            return done;
    }
    if (const Status done = connection.run(QStringLiteral("PRAGMA user_version=%1").arg(currentSchema)); !done)
        return done;
    return transaction.commit();
}

Status refuseForeign(const SqliteConnection& connection, int version)
{
    const Result<int> id = readInteger(connection, QStringLiteral("PRAGMA application_id"));
    if (!id)
        return id.error();
    const Result<int> tables = readInteger(connection, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables)
        return tables.error();
    if ((*tables == 0 && version == 0) || *id == applicationId)
        return Done{};
    return fail(ErrorKind::Storage,
                Say::tr("%1 is a database, but not an incident log; move it aside so that the log can be kept there")
                    .arg(connection.file()));
}

}  // namespace

Status prepareSchema(const SqliteConnection& connection, const Clock& clock)
{
    const Result<int> version = readVersion(connection);
    if (!version)
        return version.error();
    if (const Status foreign = refuseForeign(connection, *version); !foreign) {
        // Another process may have been making it between the two looks.
        const Result<int> again = readVersion(connection);
        if (!again || *again == *version)
            return foreign;
        return prepareSchema(connection, clock);
    }
    if (*version > currentSchema)
        return fail(
            ErrorKind::Unsupported,
            Say::tr("The incident log %1 was written by a newer Incident Cockpit (layout %2, this one knows up to "
                    "%3); install that version or newer to use it. Nothing was changed")
                .arg(connection.file())
                .arg(*version)
                .arg(currentSchema));
    if (*version == 0)
        return create(connection);
    if (*version < currentSchema)
        return migrate(connection, *version, clock);
    return Done{};
}

}  // namespace cockpit::adapters::sqlite
