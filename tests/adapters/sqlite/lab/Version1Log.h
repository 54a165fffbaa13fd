// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Event.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace cockpit::test {

/// Writes a log as layout 1 had it: without a workstation, hashed with an empty one. Returns whether it could.
inline bool writeVersion1Log(const QString& file, int events)
{
    const QString name = QStringLiteral("version-1");
    bool good = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        good = database.open();
        QSqlQuery query(database);
        for (const char* statement :
             {"PRAGMA journal_mode=WAL",
              "CREATE TABLE event (sequence INTEGER PRIMARY KEY AUTOINCREMENT CHECK (sequence > 0), id TEXT NOT NULL, "
              "at INTEGER NOT NULL, type TEXT NOT NULL, incident TEXT NOT NULL, actor TEXT NOT NULL, data TEXT NOT "
              "NULL, "
              "previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32), "
              "hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT",
              "CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event "
              "BEGIN SELECT RAISE(ABORT, 'the incident log is append-only'); END",
              "CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event "
              "BEGIN SELECT RAISE(ABORT, 'the incident log is append-only'); END",
              "CREATE TRIGGER event_is_appended BEFORE INSERT ON event "
              "WHEN NEW.sequence <= (SELECT max(sequence) FROM event) "
              "BEGIN SELECT RAISE(ABORT, 'the incident log is append-only'); END",
              "PRAGMA application_id=1229147207", "PRAGMA user_version=1"}) {
            good = good && query.exec(QString::fromLatin1(statement));
            query.finish();
        }
        Event event;
        event.hash = QByteArray(32, '\0');
        for (int i = 1; i <= events; ++i) {
            event.previousHash = event.hash;
            event.sequence = i;
            event.id = QStringLiteral("old-%1").arg(i);
            event.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + i, Qt::UTC);
            event.type = EventType::NoteAdded;
            event.actor = QStringLiteral("maria");
            event.data = {{QStringLiteral("text"), QStringLiteral("note %1").arg(i)}};
            event.hash = eventHash(event);
            query.prepare(QStringLiteral("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
            query.addBindValue(event.sequence);
            query.addBindValue(event.id);
            query.addBindValue(event.at.toMSecsSinceEpoch());
            query.addBindValue(eventTypeName(event.type));
            query.addBindValue(QStringLiteral(""));
            query.addBindValue(event.actor);
            query.addBindValue(QString::fromUtf8(QJsonDocument(event.data).toJson(QJsonDocument::Compact)));
            query.addBindValue(event.previousHash);
            query.addBindValue(event.hash);
            good = good && query.exec();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return good;
}

}  // namespace cockpit::test
