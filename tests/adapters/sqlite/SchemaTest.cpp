// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/sqlite/LogFixture.h"
#include "tests/adapters/sqlite/RawLog.h"
#include "tests/adapters/sqlite/lab/Version1Log.h"

#include <QDir>
#include <QFile>

#include <random>

namespace cockpit::test {

namespace {

class Schema : public LogFixture
{
protected:
    Error refusal()
    {
        const auto store = Store::open(file(), m_clock);
        if (!store)
            return store.error();
        ADD_FAILURE() << "the log was opened";
        return {};
    }

    QStringList backups() const
    {
        return QDir(folder()).entryList({QStringLiteral("log.sqlite.backup-*")}, QDir::Files);
    }

    QByteArray content(const QString& path) const
    {
        QFile opened(path);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
};

}  // namespace

TEST_F(Schema, EachConnectionIsMadeToSurviveAPowerCut)
{
    const auto store = openStore();
    for (const QString& name : QSqlDatabase::connectionNames()) {
        QSqlQuery query(QSqlDatabase::database(name, false));
        ASSERT_TRUE(query.exec(QStringLiteral("PRAGMA synchronous")) && query.next());
        EXPECT_EQ(query.value(0).toInt(), 2);
        ASSERT_TRUE(query.exec(QStringLiteral("PRAGMA journal_mode")) && query.next());
        EXPECT_EQ(query.value(0).toString(), QStringLiteral("wal"));
        ASSERT_TRUE(query.exec(QStringLiteral("PRAGMA foreign_keys")) && query.next());
        EXPECT_EQ(query.value(0).toInt(), 1);
    }
}

TEST_F(Schema, Version1IsMigratedAfterABackup)
{
    ASSERT_TRUE(writeVersion1Log(file(), 9));
    {
        const auto store = openStore();
        ASSERT_TRUE(store);
        const auto events = store->read(0);
        ASSERT_EQ(events->size(), 9);
        EXPECT_EQ(events->at(4).workstation, QString());
        EXPECT_EQ(events->at(4).id, QStringLiteral("old-5"));
        const auto appended = store->append(note(QStringLiteral("new")));
        ASSERT_TRUE(appended.ok());
        EXPECT_EQ(appended->sequence, 10);
        EXPECT_EQ(appended->previousHash, events->last().hash);
    }
    EXPECT_TRUE(verified().intact);
    EXPECT_EQ(RawLog(file()).value(QStringLiteral("PRAGMA user_version")).toInt(), 2);

    ASSERT_EQ(backups(), QStringList{QStringLiteral("log.sqlite.backup-1-20261121T030000000Z")});
    const QString backup = folder() + QLatin1Char('/') + backups().first();
    EXPECT_EQ(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    {
        RawLog old(backup);
        EXPECT_EQ(old.value(QStringLiteral("PRAGMA user_version")).toInt(), 1);
        EXPECT_EQ(old.value(QStringLiteral("SELECT count(*) FROM event")).toInt(), 9);
        EXPECT_EQ(old.value(QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
    }

    // The backup is a log that this version can take up again.
    ASSERT_TRUE(QFile::rename(backup, folder() + QStringLiteral("/restored.sqlite")));
    const auto restored = Store::open(folder() + QStringLiteral("/restored.sqlite"), m_clock);
    ASSERT_TRUE(restored.ok());
    EXPECT_EQ((*restored)->verify()->events, 9);
    EXPECT_TRUE((*restored)->verify()->intact);
}

TEST_F(Schema, ABackupLeftByAStartThatWasKilledIsKept)
{
    ASSERT_TRUE(writeVersion1Log(file(), 3));
    const QString left = folder() + QStringLiteral("/log.sqlite.backup-1-20261121T030000000Z");
    {
        QFile half(left);
        ASSERT_TRUE(half.open(QIODevice::WriteOnly));
        half.write("half a copy");
    }
    ASSERT_TRUE(openStore());
    EXPECT_EQ(content(left), "half a copy");
    EXPECT_EQ(RawLog(left + QStringLiteral("-2")).value(QStringLiteral("SELECT count(*) FROM event")).toInt(), 3);
}

TEST_F(Schema, ACurrentLogIsNotBackedUpAgain)
{
    writeNotes(2);
    writeNotes(2);
    EXPECT_EQ(backups(), QStringList());
    EXPECT_EQ(verified().events, 4);
}

TEST_F(Schema, AMigrationThatCannotBackUpChangesNothing)
{
    ASSERT_TRUE(writeVersion1Log(file(), 2));
    // Every name the backup would take is occupied.
    const QString name = QStringLiteral("log.sqlite.backup-1-20261121T030000000Z");
    ASSERT_TRUE(QDir(folder()).mkdir(name));
    for (int number = 2; number <= 9; ++number)
        ASSERT_TRUE(QDir(folder()).mkdir(QStringLiteral("%1-%2").arg(name).arg(number)));
    const Error error = refusal();
    EXPECT_EQ(error.kind, ErrorKind::Storage);
    EXPECT_TRUE(error.message.contains(QStringLiteral("backup")));
    EXPECT_EQ(RawLog(file()).value(QStringLiteral("PRAGMA user_version")).toInt(), 1);
}

TEST_F(Schema, ANewerLogIsRefusedAndLeftAlone)
{
    writeNotes(3);
    RawLog(file()).run(QStringLiteral("PRAGMA user_version=3"));
    const QByteArray before = content(file());
    const Error error = refusal();
    EXPECT_EQ(error.kind, ErrorKind::Unsupported);
    EXPECT_TRUE(error.message.contains(file()));
    EXPECT_TRUE(error.message.contains(QStringLiteral("newer")));
    EXPECT_EQ(content(file()), before);
}

TEST_F(Schema, ForeignDatabasesAndOtherFilesAreRefusedAndLeftAlone)
{
    RawLog(file()).run(QStringLiteral("CREATE TABLE bookmarks (url TEXT)"));
    EXPECT_EQ(refusal().kind, ErrorKind::Storage);
    EXPECT_EQ(RawLog(file()).value(QStringLiteral("SELECT count(*) FROM bookmarks")).toInt(), 0);

    QFile::remove(file());
    QFile text(file());
    ASSERT_TRUE(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(5'000, 'n'));
    text.close();
    const Error error = refusal();
    EXPECT_EQ(error.kind, ErrorKind::Storage);
    EXPECT_TRUE(error.message.contains(file()));
    EXPECT_TRUE(error.message.contains(QStringLiteral("aside")));
    EXPECT_EQ(content(file()), QByteArray(5'000, 'n'));

    QFile::remove(file());
    ASSERT_TRUE(QFile::link(folder() + QStringLiteral("/elsewhere"), file()));
    EXPECT_EQ(refusal().kind, ErrorKind::Storage);
}

TEST_F(Schema, AFolderThatIsNotThereIsNamed)
{
    const auto store = Store::open(folder() + QStringLiteral("/no/log.sqlite"), m_clock);
    ASSERT_FALSE(store.ok());
    EXPECT_EQ(store.error().kind, ErrorKind::Storage);
    EXPECT_TRUE(store.error().message.contains(QStringLiteral("/no/log.sqlite")));
}

TEST_F(Schema, DamagedPagesAreNeverReportedAsIntact)
{
    writeNotes(120);
    const QByteArray good = content(file());
    std::mt19937 random(11);
    int refused = 0;
    for (int round = 0; round < 60; ++round) {
        QByteArray bad = good;
        const qsizetype page = static_cast<qsizetype>(random() % static_cast<unsigned>(good.size() / 4096)) * 4096;
        for (qsizetype at = page; at < page + 4096; ++at)
            bad[at] = static_cast<char>(random());
        QFile damaged(file());
        ASSERT_TRUE(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
        damaged.write(bad);
        damaged.close();
        const auto store = Store::open(file(), m_clock);
        const auto report = store ? (*store)->verify() : Result<ChainReport>(store.error());
        if (report) {
            EXPECT_FALSE(report->intact) << "page at " << page;
        } else {
            ++refused;
            EXPECT_EQ(report.error().kind, ErrorKind::Storage);
            EXPECT_TRUE(report.error().message.contains(file())) << report.error().message.toStdString();
        }
    }
    EXPECT_GT(refused, 0);
}

}  // namespace cockpit::test
