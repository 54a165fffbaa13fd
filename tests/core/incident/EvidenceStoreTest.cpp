// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/EvidenceStore.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

namespace cockpit::test {

namespace {

class Evidence : public testing::Test
{
protected:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString writeFile(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    QStringList kept() const
    {
        return QDir(path(QStringLiteral("evidence"))).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    static QString hashOf(const QByteArray& bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    void expectRefused(const QString& file, ErrorKind kind = ErrorKind::InvalidInput)
    {
        const auto added = m_store.addFile(file);
        ASSERT_FALSE(added.ok()) << file.toStdString();
        EXPECT_EQ(added.error().kind, kind) << added.error().message.toStdString();
    }

    QTemporaryDir m_folder;
    EvidenceStore m_store{m_folder.filePath(QStringLiteral("evidence"))};
};

}  // namespace

TEST_F(Evidence, BytesAreKeptUnderTheirHashAndPrivate)
{
    const auto added = m_store.addBytes("hello", QStringLiteral("notes.txt"));
    ASSERT_TRUE(added.ok()) << added.error().message.toStdString();
    EXPECT_EQ(added->sha256, hashOf("hello"));
    EXPECT_EQ(added->name, QStringLiteral("notes.txt"));
    EXPECT_EQ(added->type, QStringLiteral("text/plain"));
    EXPECT_EQ(added->size, 5);
    EXPECT_EQ(kept(), QStringList{added->sha256});
    struct stat information {
    };
    ASSERT_EQ(stat(QFile::encodeName(m_store.pathOf(added->sha256)).constData(), &information), 0);
    EXPECT_EQ(information.st_mode & 0777, 0600U);
    ASSERT_EQ(stat(QFile::encodeName(path(QStringLiteral("evidence"))).constData(), &information), 0);
    EXPECT_EQ(information.st_mode & 0777, 0700U);
    EXPECT_EQ(*m_store.read(added->sha256), QByteArray("hello"));
    EXPECT_EQ(*m_store.read(added->sha256, 2), QByteArray("he"));
}

TEST_F(Evidence, AFileIsCopiedWholeAndItsTypeFound)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n", 8);
    bytes += QByteArray(700'000, 'p');
    const auto added = m_store.addFile(writeFile(QStringLiteral("chart"), bytes));
    ASSERT_TRUE(added.ok());
    EXPECT_EQ(added->sha256, hashOf(bytes));
    EXPECT_EQ(added->type, QStringLiteral("image/png"));
    EXPECT_EQ(added->size, bytes.size());
    EXPECT_EQ(*m_store.read(added->sha256), bytes);
    ASSERT_TRUE(m_store.addFile(path(QStringLiteral("chart"))).ok());
    EXPECT_EQ(kept().size(), 1);
}

TEST_F(Evidence, NamesAreMetadataAndNeverPaths)
{
    const auto nameOf = [&](const QString& name) { return m_store.addBytes("x", name)->name; };
    EXPECT_EQ(nameOf(QStringLiteral("../../.ssh/authorized_keys")), QStringLiteral("authorized_keys"));
    EXPECT_EQ(nameOf(QStringLiteral("C:\\temp\\a.txt")), QStringLiteral("a.txt"));
    EXPECT_EQ(nameOf(QStringLiteral("a/..")), QStringLiteral("evidence"));
    EXPECT_EQ(nameOf({}), QStringLiteral("evidence"));
    EXPECT_FALSE(nameOf(QStringLiteral("a\nb\u202Egnp.exe")).contains(QLatin1Char('\n')));
    EXPECT_FALSE(nameOf(QStringLiteral("b\u202Egnp.exe")).contains(QChar(0x202E)));
    EXPECT_LE(nameOf(QString(5'000, QLatin1Char('n'))).size(), 200);
    EXPECT_EQ(kept(), QStringList{hashOf("x")});
}

TEST_F(Evidence, OnlyOrdinaryFilesAreTaken)
{
    const QString file = writeFile(QStringLiteral("real"), "x");
    ASSERT_TRUE(QFile::link(file, path(QStringLiteral("link"))));
    expectRefused(path(QStringLiteral("link")));
    ASSERT_EQ(mkfifo(QFile::encodeName(path(QStringLiteral("pipe"))).constData(), 0600), 0);
    expectRefused(path(QStringLiteral("pipe")));
    expectRefused(QStringLiteral("/dev/zero"));
    expectRefused(QStringLiteral("/proc/self/environ"));
    expectRefused(QStringLiteral("/sys/kernel/uevent_seqnum"));
    expectRefused(m_folder.path());
    expectRefused(path(QStringLiteral("nothing")));
    EXPECT_TRUE(kept().isEmpty());
}

TEST_F(Evidence, WhatIsTooLargeLeavesNothingBehind)
{
    const QString file = writeFile(QStringLiteral("sparse"), "x");
    ASSERT_EQ(truncate(QFile::encodeName(file).constData(), 512LL * 1024 * 1024 + 1), 0);
    expectRefused(file, ErrorKind::TooLarge);
    EXPECT_TRUE(kept().isEmpty());
}

TEST_F(Evidence, AFolderThatCannotBeMadeIsAStorageError)
{
    EvidenceStore nowhere(path(QStringLiteral("no/such/evidence")));
    const auto added = nowhere.addBytes("x", QStringLiteral("x"));
    ASSERT_FALSE(added.ok());
    EXPECT_EQ(added.error().kind, ErrorKind::Storage);
}

TEST_F(Evidence, ReadingNoticesAChangeAndRefusesPaths)
{
    const auto added = m_store.addBytes("the truth", QStringLiteral("t"));
    QFile file(m_store.pathOf(added->sha256));
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.write("The");
    file.close();
    EXPECT_EQ(m_store.read(added->sha256).error().kind, ErrorKind::Storage);
    EXPECT_EQ(m_store.read(QString(64, QLatin1Char('0'))).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(m_store.read(QStringLiteral("../log.sqlite")).error().kind, ErrorKind::NotFound);
    // Adding it again heals it.
    ASSERT_TRUE(m_store.addBytes("the truth", QStringLiteral("t")).ok());
    EXPECT_EQ(*m_store.read(added->sha256), QByteArray("the truth"));
}

TEST_F(Evidence, WhatADeadProgramLeftIsRemovedAndNothingElse)
{
    ASSERT_TRUE(m_store.addBytes("kept", QStringLiteral("kept")).ok());
    const QDir directory = QFileInfo(m_store.pathOf(QString(64, QLatin1Char('0')))).dir();
    const QDateTime now(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);
    const auto leave = [&](const QString& name, const QDateTime& at) {
        QFile file(directory.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("half");
        EXPECT_TRUE(file.flush());
        EXPECT_TRUE(file.setFileTime(at, QFileDevice::FileModificationTime));
    };
    leave(QStringLiteral(".incoming-old"), now.addDays(-2));
    leave(QStringLiteral(".incoming-young"), now.addSecs(-60));
    leave(QStringLiteral("other"), now.addDays(-2));
    m_store.removeAbandoned(now.addDays(-1));
    const auto left = [&](const QString& name) { return QFile::exists(directory.filePath(name)); };
    EXPECT_FALSE(left(QStringLiteral(".incoming-old")));
    EXPECT_TRUE(left(QStringLiteral(".incoming-young")));
    EXPECT_TRUE(left(QStringLiteral("other")));
    EXPECT_EQ(directory.entryList(QDir::Files | QDir::Hidden).size(), 3);
}

}  // namespace cockpit::test
