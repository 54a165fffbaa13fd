// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/DemoPlatforms.h"
#include "simulator/LocalReceiver.h"
#include "simulator/StandInTools.h"
#include "tests/simulator/PlainHttp.h"
#include "tests/support/ManualClock.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QProcess>
#include <QTemporaryDir>

namespace cockpit::test {

TEST(LocalReceiverTest, KeepsWhatCameAndAnswersOk)
{
    ManualClock clock;
    LocalReceiver receiver(clock);
    ASSERT_TRUE(receiver.listen());
    const QUrl chat(QString::fromUtf8(receiver.webhook(QStringLiteral("chat")).reveal()));
    const PlainReply reply = exchange(chat, "POST", {}, "{\"text\":\"SEV-1\"}");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "ok");
    ASSERT_EQ(receiver.messages().size(), 1);
    EXPECT_EQ(receiver.messages().first().inbox, QStringLiteral("chat"));
    EXPECT_EQ(receiver.messages().first().body, "{\"text\":\"SEV-1\"}");
    EXPECT_EQ(receiver.messages().first().at, clock.utcNow());
    receiver.setAnswer(429, "rate_limited");
    EXPECT_EQ(exchange(chat, "POST", {}, "{}").status, 429);
}

TEST(LocalReceiverTest, RefusesAnAddressWithoutItsSecret)
{
    ManualClock clock;
    LocalReceiver receiver(clock);
    ASSERT_TRUE(receiver.listen());
    QUrl wrong(QString::fromUtf8(receiver.webhook(QStringLiteral("chat")).reveal()));
    wrong.setPath(QStringLiteral("/services/0000/chat"));
    EXPECT_EQ(exchange(wrong, "POST", {}, "{}").status, 404);
    EXPECT_TRUE(receiver.messages().isEmpty());
}

TEST(StandInToolsTest, CallTheProgramWithTheKeyInAFile)
{
    QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/it's a folder-XXXXXX"));
    const QString recorder = folder.filePath(QStringLiteral("recorder"));
    QFile file(recorder);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    file.close();
    const QString keyFile = folder.filePath(QStringLiteral("key"));
    const QUrl url(QStringLiteral("http://127.0.0.1:4711"));
    ASSERT_TRUE(writeToolsWithKey(folder.filePath(QStringLiteral("bin")), {QStringLiteral("railway")},
                                  {recorder, url, keyFile}, QStringLiteral("hidden-key")));
    EXPECT_EQ(QFile::permissions(keyFile) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

    QProcess railway;
    bool done = false;
    QObject::connect(&railway, &QProcess::finished, &railway, [&done] { done = true; });
    railway.start(folder.filePath(QStringLiteral("bin/railway")),
                  {QStringLiteral("restart"), QStringLiteral("it's $HOME")});
    ASSERT_TRUE(waitUntil([&done] { return done; }));
    const QByteArray arguments = railway.readAllStandardOutput();
    EXPECT_EQ(arguments, "simulate\ntool\nhttp://127.0.0.1:4711\n--key-file\n" + keyFile.toUtf8() +
                             "\n--\nrailway\nrestart\nit's $HOME\n");
    EXPECT_FALSE(arguments.contains("hidden-key"));
}

TEST(DemoPlatformsTest, BindsEverySlotToSomethingThatAnswers)
{
    ManualClock clock;
    QTemporaryDir folder;
    DemoOptions options{folder.path(), QStringLiteral("/usr/bin/true")};
    options.platforms = QStringList{QStringLiteral("just-trades")};
    DemoPlatforms demo(clock, options);
    const auto bindings = waitFor(demo.start(), 60'000);
    ASSERT_TRUE(bindings) << qPrintable(bindings.error().message);
    EXPECT_TRUE(demo.problems().isEmpty()) << qPrintable(demo.problems().join(QLatin1Char('\n')));
    QStringList ids;
    for (const DemoBinding& binding : *bindings) {
        ids << binding.spec.id;
        EXPECT_EQ(binding.spec.environment, Environment::Demo);
        EXPECT_EQ(binding.spec.secretStorage == SecretStorage::None, binding.secret.isEmpty());
        const QByteArray settings = QJsonDocument(binding.spec.settings).toJson();
        EXPECT_TRUE(binding.secret.isEmpty() || !settings.contains(binding.secret.reveal()))
            << qPrintable(binding.spec.id);
    }
    ids.sort();
    EXPECT_EQ(
        ids.join(QLatin1Char(' ')),
        QStringLiteral(
            "just-trades/alerts just-trades/api just-trades/cache just-trades/chat just-trades/db just-trades/hook "
            "just-trades/host just-trades/metrics"));
    const QUrl url(bindings->first().spec.settings.value(QStringLiteral("url")).toString() +
                   QStringLiteral("/health/detailed"));
    EXPECT_EQ(exchange(url, "GET", bindings->first().secret.reveal()).status, 200);
    EXPECT_TRUE(QFileInfo(folder.filePath(QStringLiteral("just-trades/bin/railway"))).isExecutable());
    EXPECT_TRUE(waitFor(demo.stop()));
}

TEST(DemoPlatformsTest, WorksWithoutServers)
{
    ManualClock clock;
    QTemporaryDir folder;
    DemoOptions options{folder.path(), QStringLiteral("/usr/bin/true")};
    options.servers = false;
    options.platforms = QStringList{QStringLiteral("just-trades")};
    DemoPlatforms demo(clock, options);
    const auto bindings = waitFor(demo.start());
    ASSERT_TRUE(bindings);
    EXPECT_EQ(bindings->size(), 4);
    EXPECT_EQ(demo.platform(QStringLiteral("just-trades"))->scenario(), QStringLiteral("healthy"));
    EXPECT_TRUE(demo.receiver().messages().isEmpty());
    EXPECT_TRUE(waitFor(demo.stop()));
}

}  // namespace cockpit::test
