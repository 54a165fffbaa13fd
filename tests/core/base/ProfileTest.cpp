// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Profile.h"
#include "core/base/SessionLock.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cockpit::test {

namespace {

unsigned modeOf(const QString& path)
{
    struct stat information {
    };
    return stat(QFile::encodeName(path).constData(), &information) == 0 ? information.st_mode & 0777U : 0U;
}

class ProfileFolder : public testing::Test
{
protected:
    QString wanted() const { return m_folder.filePath(QStringLiteral("deep/profile")); }

    QTemporaryDir m_folder;
};

/// A process that holds the locks `take` returns until it is killed.
class Holder
{
public:
    template <typename Take>
    explicit Holder(Take take)
    {
        int channel[2];
        if (pipe(channel) != 0)
            return;
        m_process = fork();
        if (m_process == 0) {
            const auto held = take();
            const QByteArray word = held ? held->toLatin1() : QByteArray("failed");
            (void)!::write(channel[1], word.constData(), static_cast<size_t>(word.size()));
            ::close(channel[1]);
            for (;;)
                pause();
        }
        ::close(channel[1]);
        char buffer[64];
        const ssize_t got = ::read(channel[0], buffer, sizeof buffer);
        m_word = QString::fromLatin1(buffer, got > 0 ? got : 0);
        ::close(channel[0]);
    }
    ~Holder() { end(); }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;

    void end()
    {
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            waitpid(m_process, nullptr, 0);
        }
        m_process = 0;
    }
    const QString& word() const { return m_word; }
    pid_t process() const { return m_process; }

private:
    pid_t m_process = 0;
    QString m_word;
};

}  // namespace

TEST_F(ProfileFolder, IsMadePrivateWithItsParts)
{
    const auto profile = Profile::open(wanted());
    ASSERT_TRUE(profile.ok()) << profile.error().message.toStdString();
    EXPECT_EQ(profile->directory(), wanted());
    for (const QString& folder : {wanted(), profile->evidence(), profile->playbooks(), profile->sessions()})
        EXPECT_EQ(modeOf(folder), 0700U) << folder.toStdString();
    EXPECT_EQ(profile->log(), wanted() + QStringLiteral("/log.sqlite"));
    EXPECT_EQ(profile->connections(), wanted() + QStringLiteral("/connections.json"));
    EXPECT_EQ(profile->settings(), wanted() + QStringLiteral("/settings.ini"));
    EXPECT_EQ(profile->engineLock(), wanted() + QStringLiteral("/engine.lock"));
}

TEST_F(ProfileFolder, LooserModesAreTightened)
{
    ASSERT_TRUE(Profile::open(wanted()).ok());
    ASSERT_EQ(chmod(QFile::encodeName(wanted()).constData(), 0755), 0);
    ASSERT_EQ(chmod(QFile::encodeName(wanted() + QStringLiteral("/evidence")).constData(), 0777), 0);
    ASSERT_TRUE(Profile::open(wanted()).ok());
    EXPECT_EQ(modeOf(wanted()), 0700U);
    EXPECT_EQ(modeOf(wanted() + QStringLiteral("/evidence")), 0700U);
}

TEST_F(ProfileFolder, AFolderOfSomebodyElseIsRefusedAndNotTouched)
{
    // Only root can give a folder away; anybody else tries one that root owns.
    QString foreign = QStringLiteral("/usr");
    if (geteuid() == 0) {
        foreign = wanted();
        ASSERT_TRUE(QDir().mkpath(foreign));
        ASSERT_EQ(chown(QFile::encodeName(foreign).constData(), 65'534, 65'534), 0);
    }
    const unsigned before = modeOf(foreign);
    const auto profile = Profile::open(foreign);
    ASSERT_FALSE(profile.ok());
    EXPECT_EQ(profile.error().kind, ErrorKind::Refused);
    EXPECT_TRUE(profile.error().message.contains(foreign));
    EXPECT_EQ(modeOf(foreign), before);
}

TEST_F(ProfileFolder, AFileInItsPlaceIsNamed)
{
    QFile file(m_folder.filePath(QStringLiteral("file")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const auto profile = Profile::open(file.fileName());
    ASSERT_FALSE(profile.ok());
    EXPECT_EQ(profile.error().kind, ErrorKind::Storage);
    EXPECT_TRUE(profile.error().message.contains(file.fileName()));
}

TEST_F(ProfileFolder, TheDesktopsDataFolderIsTheDefault)
{
    EXPECT_EQ(Profile::at().directory(), QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                                             QStringLiteral("/incident-cockpit"));
    EXPECT_FALSE(QDir(wanted()).exists());
    EXPECT_EQ(Profile::at(wanted() + QStringLiteral("/../x/")).directory(),
              m_folder.filePath(QStringLiteral("deep/x")));
    EXPECT_FALSE(QDir(m_folder.filePath(QStringLiteral("deep"))).exists());
}

TEST_F(ProfileFolder, ASessionIsAliveAsLongAsItsProcess)
{
    const auto profile = Profile::open(wanted());
    ASSERT_TRUE(profile.ok());
    Holder holder([&] {
        static auto session = SessionLock::acquire(*profile);
        return session ? std::optional((*session)->sessionId()) : std::nullopt;
    });
    ASSERT_EQ(holder.word().size(), 36) << holder.word().toStdString();
    EXPECT_TRUE(SessionLock::isAlive(*profile, holder.word()));
    EXPECT_TRUE(SessionLock::isAlive(*profile, holder.word()));
    holder.end();
    EXPECT_FALSE(SessionLock::isAlive(*profile, holder.word()));
}

TEST_F(ProfileFolder, OnesOwnSessionIsAliveUntilItIsReleased)
{
    const auto profile = Profile::open(wanted());
    QString id;
    {
        const auto session = SessionLock::acquire(*profile);
        ASSERT_TRUE(session.ok());
        id = (*session)->sessionId();
        EXPECT_TRUE(SessionLock::isAlive(*profile, id));
        const auto second = SessionLock::acquire(*profile);
        ASSERT_TRUE(second.ok());
        EXPECT_NE((*second)->sessionId(), id);
    }
    EXPECT_FALSE(SessionLock::isAlive(*profile, id));
    EXPECT_FALSE(SessionLock::isAlive(*profile, QStringLiteral("../engine")));
    EXPECT_FALSE(SessionLock::isAlive(*profile, {}));
}

TEST_F(ProfileFolder, OnlyOneEngineAtATime)
{
    const auto profile = Profile::open(wanted());
    Holder holder([&] {
        static auto engine = EngineLock::acquire(*profile);
        return engine ? std::optional(QStringLiteral("held")) : std::nullopt;
    });
    ASSERT_EQ(holder.word(), QStringLiteral("held"));
    const auto refused = EngineLock::acquire(*profile);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
    EXPECT_TRUE(refused.error().message.contains(QString::number(holder.process())));
    holder.end();
    EXPECT_TRUE(EngineLock::acquire(*profile).ok());
}

}  // namespace cockpit::test
