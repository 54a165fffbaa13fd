// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/sqlite/ChainCheck.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace cockpit::adapters::sqlite {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ChainCheck)
};

/// Why the event in `row` does not continue the good chain in `report`; empty when it does.
QString flawOf(const Event& event, const QString& storedData, const ChainReport& report)
{
    const qint64 expected = report.events + 1;
    if (event.sequence != expected)
        return Say::tr("Event %1 is missing: it was taken out of the log").arg(expected);
    if (event.previousHash != report.head)
        return Say::tr("Event %1 does not follow event %2: it was changed, moved or put in later")
            .arg(expected)
            .arg(expected - 1);
    const bool sameText = QString::fromUtf8(QJsonDocument(event.data).toJson(QJsonDocument::Compact)) == storedData;
    if (!sameText || eventHash(event) != event.hash)
        return Say::tr("Event %1 is not as it was recorded: it was changed").arg(expected);
    return {};
}

void report(ChainReport& chain, qint64 sequence, const QString& reason)
{
    chain.intact = false;
    chain.firstBad = sequence;
    chain.reason = reason;
}

/// Compares the end with the highest number ever given.
void checkEnd(ChainReport& chain, qint64 highestGiven)
{
    if (highestGiven > chain.events) {
        report(chain, chain.events + 1,
               Say::tr("Event %1 is missing: the log was cut off before it, it went on to event %2")
                   .arg(chain.events + 1)
                   .arg(highestGiven));
    } else if (highestGiven < chain.events) {
        report(chain, chain.events,
               Say::tr("The log's own count of events says %1, but event %2 is there: the count was changed")
                   .arg(highestGiven)
                   .arg(chain.events));
    }
}

Result<ChainReport> checkSnapshot(const SqliteConnection& connection)
{
    const Result<QVariant> highestGiven =
        connection.value(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'event'"));
    if (!highestGiven)
        return highestGiven.error();
    QSqlQuery query = connection.query();
    if (!query.exec(QStringLiteral("SELECT %1 FROM event ORDER BY sequence").arg(eventColumns())))
        return connection.errorOf(query.lastError());
    ChainReport chain;
    chain.head = QByteArray(32, '\0');
    while (query.next()) {
        const Event event = eventOf(query);
        if (const QString flaw = flawOf(event, query.value(7).toString(), chain); !flaw.isEmpty()) {
            report(chain, chain.events + 1, flaw);
            return chain;
        }
        ++chain.events;
        chain.head = event.hash;
    }
    if (query.lastError().isValid())
        return connection.errorOf(query.lastError());
    checkEnd(chain, highestGiven->toLongLong());
    return chain;
}

}  // namespace

QString eventColumns()
{
    return QStringLiteral("sequence, id, at, type, incident, actor, workstation, data, previous_hash, hash");
}

Event eventOf(const QSqlQuery& row)
{
    Event event;
    event.sequence = row.value(0).toLongLong();
    event.id = row.value(1).toString();
    event.at = QDateTime::fromMSecsSinceEpoch(row.value(2).toLongLong(), Qt::UTC);
    event.typeName = row.value(3).toString();
    event.type = eventTypeFromName(event.typeName);
    event.incident = row.value(4).toString();
    event.actor = row.value(5).toString();
    event.workstation = row.value(6).toString();
    const QString data = row.value(7).toString();
    const QJsonDocument document = QJsonDocument::fromJson(data.toUtf8());
    if (document.isObject())
        event.data = document.object();
    else
        event.data.insert(QStringLiteral("unreadable"), data);
    event.previousHash = row.value(8).toByteArray();
    event.hash = row.value(9).toByteArray();
    return event;
}

Result<ChainReport> checkChain(const SqliteConnection& connection)
{
    // One read transaction: what other processes append meanwhile is not part of this look.
    if (const Status begun = connection.run(QStringLiteral("BEGIN")); !begun)
        return begun.error();
    const Result<ChainReport> chain = checkSnapshot(connection);
    (void)connection.run(QStringLiteral("ROLLBACK"));
    return chain;
}

}  // namespace cockpit::adapters::sqlite
