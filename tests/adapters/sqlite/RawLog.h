// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace cockpit::test {

/// The log's file as somebody with a SQLite shell sees it. Thread: the test's.
class RawLog
{
public:
    explicit RawLog(const QString& file)
        : m_name(QStringLiteral("raw-") + file)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(file);
        database.open();
    }
    ~RawLog()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    RawLog(const RawLog&) = delete;
    RawLog& operator=(const RawLog&) = delete;

    /// Runs one statement; returns the database's complaint, empty when it has none.
    QString run(const QString& statement)
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        return query.exec(statement) ? QString() : query.lastError().databaseText();
    }
    QVariant value(const QString& statement)
    {
        QSqlQuery query(QSqlDatabase::database(m_name, false));
        return query.exec(statement) && query.next() ? query.value(0) : QVariant();
    }
    /// Takes away what keeps the table append-only.
    void dropTriggers()
    {
        for (const char* trigger : {"event_is_never_changed", "event_is_never_deleted", "event_is_appended"})
            run(QStringLiteral("DROP TRIGGER ") + QLatin1String(trigger));
    }

private:
    QString m_name;
};

}  // namespace cockpit::test
