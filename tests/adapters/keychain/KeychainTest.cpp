// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/SecretService.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>

namespace cockpit::test {

namespace {

using Keyring = SecretService::Keyring;

class KeychainTest : public testing::Test
{
protected:
    /// What one call answers in a process of its own.
    QString call(const QStringList& arguments, int deadlineMs = 5'000)
    {
        QProcess client;
        client.setProcessEnvironment(service.environment());
        client.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        client.start(QStringLiteral(KEYCHAIN_CLIENT), QStringList{QString::number(deadlineMs)} + arguments);
        if (!waitUntil([&] { return client.state() == QProcess::NotRunning; }, deadlineMs + 10'000)) {
            client.kill();
            waitUntil([&] { return client.state() == QProcess::NotRunning; });
            return QStringLiteral("the client hangs");
        }
        return QString::fromUtf8(client.readAllStandardOutput()).trimmed();
    }

    void startUnlocked()
    {
        ASSERT_TRUE(service.startBus());
        ASSERT_TRUE(service.startKeyring(Keyring::Unlocked));
        ASSERT_TRUE(waitUntil([this] { return call(probe) == QLatin1String("ready"); }, 10'000));
    }

    SecretService service;
    const QStringList probe{QStringLiteral("probe")};
    const QStringList read{QStringLiteral("read"), QStringLiteral("connection/demo/db")};
    const QStringList readOther{QStringLiteral("read"), QStringLiteral("connection/demo/other")};
    const QStringList write{QStringLiteral("write"), QStringLiteral("connection/demo/db"),
                            QStringLiteral("70006173c3a9")};
    const QStringList remove{QStringLiteral("remove"), QStringLiteral("connection/demo/db")};
    const QString secret = QStringLiteral("secret 70006173c3a9");
};

TEST_F(KeychainTest, UnlockedKeepsReadsAndForgets)
{
    startUnlocked();
    EXPECT_EQ(call(read), QStringLiteral("missing"));
    EXPECT_EQ(call(write), QStringLiteral("done"));
    EXPECT_EQ(call(read), secret);
    EXPECT_EQ(call(readOther), QStringLiteral("missing"));
    EXPECT_EQ(call(remove), QStringLiteral("done"));
    EXPECT_EQ(call(read), QStringLiteral("missing"));
}

TEST_F(KeychainTest, LockedIsNotMissing)
{
    startUnlocked();
    ASSERT_EQ(call(write), QStringLiteral("done"));
    ASSERT_TRUE(service.startKeyring(Keyring::Locked));
    EXPECT_TRUE(waitUntil([this] { return call(probe) == QLatin1String("locked"); }, 10'000));
    EXPECT_EQ(call(read), QStringLiteral("locked"));
    EXPECT_EQ(call(readOther), QStringLiteral("missing"));
    EXPECT_EQ(call(write), QStringLiteral("locked"));
    EXPECT_EQ(call(remove), QStringLiteral("locked"));
    ASSERT_TRUE(service.startKeyring(Keyring::Unlocked));
    EXPECT_TRUE(waitUntil([this] { return call(read) == secret; }, 10'000)) << "still there";
}

TEST_F(KeychainTest, NoBusAndNoProviderAreNoService)
{
    for (const QStringList& arguments : {probe, read, write, remove})
        EXPECT_EQ(call(arguments), QStringLiteral("no_service")) << "no bus: " << qPrintable(arguments.first());
    ASSERT_TRUE(service.startBus());
    for (const QStringList& arguments : {probe, read, write, remove})
        EXPECT_EQ(call(arguments), QStringLiteral("no_service")) << "no provider: " << qPrintable(arguments.first());
}

TEST_F(KeychainTest, FrozenDaemonTimesOut)
{
    startUnlocked();
    ASSERT_EQ(call(write), QStringLiteral("done"));
    service.freezeKeyring();
    for (const QStringList& arguments : {probe, read, write, remove}) {
        QElapsedTimer timer;
        timer.start();
        EXPECT_EQ(call(arguments, 700), QStringLiteral("timed_out")) << qPrintable(arguments.first());
        EXPECT_LT(timer.elapsed(), 4'000);
    }
    service.thawKeyring();
    EXPECT_EQ(call(read), secret);
}

TEST_F(KeychainTest, NothingIsWrittenToDiskWithoutAService)
{
    EXPECT_EQ(call(write), QStringLiteral("no_service"));
    QProcess search;
    search.start(QStringLiteral("grep"),
                 {QStringLiteral("-rlE"), QStringLiteral("connection/demo|incident-cockpit"), service.folder()});
    ASSERT_TRUE(waitUntil([&] { return search.state() == QProcess::NotRunning; }));
    EXPECT_EQ(search.readAllStandardOutput(), QByteArray());
}

}  // namespace

}  // namespace cockpit::test
