// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/sqlite/SqliteEventStore.h"

#include "adapters/sqlite/ChainCheck.h"
#include "adapters/sqlite/SqliteConnection.h"
#include "adapters/sqlite/SqliteSchema.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLockFile>

#include <array>
#include <utility>

namespace cockpit::adapters::sqlite {

namespace {

constexpr qsizetype maximumData = 16 * 1024 * 1024;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqliteEventStore)
};

/// What will be read back: unpaired surrogates, byte-order marks, NUL and the two non-characters do not survive the way
/// through UTF-8 and SQLite, and a null string is NULL.
QString storable(const QString& text)
{
    QString once = text;
    once.remove(QChar(QChar::Null));
    once.replace(QChar(0xFFFE), QChar(QChar::ReplacementCharacter));
    once.replace(QChar(0xFFFF), QChar(QChar::ReplacementCharacter));
    for (;;) {
        if (once.isEmpty())
            return QStringLiteral("");
        QString again = QString::fromUtf8(once.toUtf8());
        if (again == once)
            return once;
        once = std::move(again);
    }
}

/// Brings `data` into the form in which it reads back (-0 becomes 0, NaN becomes null …), so that the hash made now is
/// the hash found later. Returns its text.
Result<QString> makeCanonical(QJsonObject& data)
{
    const auto textOf = [&] { return QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact)); };
    QString text = textOf();
    for (int round = 0; round < 4 && text.size() <= maximumData; ++round) {
        const QJsonDocument back = QJsonDocument::fromJson(storable(text).toUtf8());
        if (!back.isObject())
            return fail(ErrorKind::InvalidInput, Say::tr("This entry is nested too deeply to be recorded"));
        data = back.object();
        QString again = textOf();
        if (again == text)
            return text;
        text = std::move(again);
    }
    return fail(ErrorKind::InvalidInput,
                Say::tr("This entry is too large to be recorded; attach it as evidence instead"));
}

}  // namespace

/// The connection with its prepared statements; the statements go first.
struct Session {
    explicit Session(std::unique_ptr<SqliteConnection> opened)
        : connection(std::move(opened))
        , begin(connection->query())
        , commit(connection->query())
        , head(connection->query())
        , insert(connection->query())
        , select(connection->query())
    {
    }

    Status prepare()
    {
        const std::array<std::pair<QSqlQuery*, QString>, 5> statements{{
            {&begin, QStringLiteral("BEGIN IMMEDIATE")},
            {&commit, QStringLiteral("COMMIT")},
            {&head, QStringLiteral("SELECT sequence, hash, (SELECT seq FROM sqlite_sequence WHERE name = 'event') "
                                   "FROM event ORDER BY sequence DESC LIMIT 1")},
            {&insert, QStringLiteral("INSERT INTO event (sequence, id, at, type, incident, actor, workstation, data, "
                                     "previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")},
            {&select,
             QStringLiteral("SELECT %1 FROM event WHERE sequence > ? ORDER BY sequence LIMIT ?").arg(eventColumns())},
        }};
        for (const auto& [query, text] : statements) {
            if (!query->prepare(text))
                return connection->errorOf(query->lastError());
        }
        return Done{};
    }

    std::unique_ptr<SqliteConnection> connection;
    QSqlQuery begin;
    QSqlQuery commit;
    QSqlQuery head;
    QSqlQuery insert;
    QSqlQuery select;
};

struct SqliteEventStore::Private {
    Private(QString path, const Clock& source)
        : file(std::move(path))
        , clock(source)
    {
    }

    Status ensureOpen()
    {
        if (session)
            return Done{};
        // One at a time: SQLite does not wait its turn when several processes turn a new file into a WAL file. Where no
        // lock file can be made the log cannot be written either, and opening it says why.
        QLockFile opening(file + QStringLiteral(".opening"));
        opening.tryLock(10'000);
        Result<std::unique_ptr<SqliteConnection>> connection = SqliteConnection::open(file);
        if (!connection)
            return connection.error();
        if (const Status prepared = prepareSchema(**connection, clock); !prepared)
            return prepared;
        auto made = std::make_unique<Session>(std::move(connection).value());
        if (const Status prepared = made->prepare(); !prepared)
            return prepared;
        session = std::move(made);
        return Done{};
    }

    Error failed(QSqlQuery& query)
    {
        const Error error = session->connection->errorOf(query.lastError());
        query.finish();
        return error;
    }

    Status takeHead(Event& event);
    Status insertAndCommit(const Event& event, const QString& data);

    QString file;
    const Clock& clock;
    std::unique_ptr<Session> session;
};

Status SqliteEventStore::Private::takeHead(Event& event)
{
    QSqlQuery& head = session->head;
    if (!head.exec())
        return failed(head);
    event.sequence = 1;
    event.previousHash = QByteArray(32, '\0');
    if (head.next()) {
        // When events were cut off the end, the numbers go on behind the gap, so that it stays visible.
        event.sequence = qMax(head.value(0).toLongLong(), head.value(2).toLongLong()) + 1;
        event.previousHash = head.value(1).toByteArray();
    } else if (head.lastError().isValid()) {
        return failed(head);
    }
    head.finish();
    return Done{};
}

Status SqliteEventStore::Private::insertAndCommit(const Event& event, const QString& data)
{
    QSqlQuery& insert = session->insert;
    insert.bindValue(0, event.sequence);
    insert.bindValue(1, event.id);
    insert.bindValue(2, event.at.toMSecsSinceEpoch());
    insert.bindValue(3, event.typeName);
    insert.bindValue(4, event.incident);
    insert.bindValue(5, event.actor);
    insert.bindValue(6, event.workstation);
    insert.bindValue(7, data);
    insert.bindValue(8, event.previousHash);
    insert.bindValue(9, event.hash);
    if (!insert.exec())
        return failed(insert);
    insert.finish();
    if (!session->commit.exec())
        return failed(session->commit);
    return Done{};
}

SqliteEventStore::SqliteEventStore(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

SqliteEventStore::~SqliteEventStore() = default;

Result<std::unique_ptr<SqliteEventStore>> SqliteEventStore::open(const QString& file, const Clock& clock)
{
    auto parts = std::make_unique<Private>(file, clock);
    if (const Status opened = parts->ensureOpen(); !opened)
        return opened.error();
    return std::unique_ptr<SqliteEventStore>(new SqliteEventStore(std::move(parts)));
}

Result<Event> SqliteEventStore::append(Event event)
{
    if (event.typeName.isEmpty())
        event.typeName = eventTypeName(event.type);
    for (QString* text : {&event.id, &event.typeName, &event.incident, &event.actor, &event.workstation})
        *text = storable(*text);
    event.at = QDateTime::fromMSecsSinceEpoch(event.at.toMSecsSinceEpoch(), Qt::UTC);
    const Result<QString> data = makeCanonical(event.data);
    if (!data)
        return data.error();
    if (const Status open = d->ensureOpen(); !open)
        return open.error();

    if (!d->session->begin.exec())
        return d->failed(d->session->begin);
    Status done = d->takeHead(event);
    if (done) {
        event.hash = eventHash(event);
        done = d->insertAndCommit(event, *data);
    }
    if (done)
        return event;
    // A failed statement or COMMIT may leave the transaction open.
    (void)d->session->connection->run(QStringLiteral("ROLLBACK"));
    // After a failed sync the kernel may hold pages it never wrote: nothing this connection remembers is trusted.
    if (isInputOutputError(done.error()))
        d->session.reset();
    return done.error();
}

Result<QList<Event>> SqliteEventStore::read(qint64 after, int limit) const
{
    if (const Status open = d->ensureOpen(); !open)
        return open.error();
    QSqlQuery& select = d->session->select;
    select.bindValue(0, after);
    select.bindValue(1, limit);
    if (!select.exec())
        return d->failed(select);
    QList<Event> events;
    while (select.next())
        events.append(eventOf(select));
    if (select.lastError().isValid())
        return d->failed(select);
    select.finish();
    return events;
}

Result<ChainReport> SqliteEventStore::verify() const
{
    if (const Status open = d->ensureOpen(); !open)
        return open.error();
    return checkChain(*d->session->connection);
}

}  // namespace cockpit::adapters::sqlite
