// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/connections/ConnectionBook.h"
#include "core/connections/ConnectionFile.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace cockpit::test {

namespace {

/// Keeps secrets in memory and can be told to fail as a desktop's keychain does.
class FakeKeychain final : public CredentialStore
{
public:
    QFuture<Result<Secret>> read(const QString& key) override
    {
        ++reads;
        if (failure)
            return QtFuture::makeReadyFuture(Result<Secret>(*failure));
        if (!secrets.contains(key))
            return QtFuture::makeReadyFuture(Result<Secret>(error(ErrorKind::NotFound, CredentialState::Missing)));
        return QtFuture::makeReadyFuture(Result<Secret>(Secret(secrets.value(key))));
    }
    QFuture<Status> write(const QString& key, const Secret& secret) override
    {
        if (failure)
            return QtFuture::makeReadyFuture(Status(*failure));
        secrets.insert(key, secret.reveal());
        return QtFuture::makeReadyFuture(Status(Done{}));
    }
    QFuture<Status> remove(const QString& key) override
    {
        if (failure)
            return QtFuture::makeReadyFuture(Status(*failure));
        secrets.remove(key);
        return QtFuture::makeReadyFuture(Status(Done{}));
    }
    QFuture<CredentialState> probe() override { return QtFuture::makeReadyFuture(CredentialState::Ready); }

    static Error error(ErrorKind kind, CredentialState state)
    {
        return fail(kind, QStringLiteral("raw"), credentialStateName(state));
    }

    QHash<QString, QByteArray> secrets;
    std::optional<Error> failure;
    int reads = 0;
};

class ConnectionBookTest : public testing::Test
{
protected:
    static ConnectionSpec spec(const char* id, SecretStorage storage = SecretStorage::None)
    {
        return {QLatin1String(id),
                QStringLiteral("http"),
                QStringLiteral("Title"),
                Environment::Staging,
                {{QStringLiteral("url"), QStringLiteral("https://h")}},
                storage};
    }
    void writeFile(const QByteArray& bytes)
    {
        QFile target(file);
        ASSERT_TRUE(target.open(QIODevice::WriteOnly | QIODevice::Truncate));
        target.write(bytes);
    }
    QByteArray fileContent()
    {
        QFile source(file);
        EXPECT_TRUE(source.open(QIODevice::ReadOnly));
        return source.readAll();
    }

    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("connections.json"));
    FakeKeychain keychain;
    ConnectionBook book{file, keychain};
};

TEST_F(ConnectionBookTest, WhatIsSavedIsThereAgain)
{
    EXPECT_TRUE(book.specs()->isEmpty());
    EXPECT_FALSE(QFile::exists(file)) << "looking writes nothing";
    ASSERT_TRUE(waitFor(book.save(spec("demo/b"), {})).ok());
    ASSERT_TRUE(waitFor(book.save(spec("demo/a"), {})).ok());
    const ConnectionBook again(file, keychain);
    ASSERT_EQ(again.specs()->size(), 2);
    EXPECT_EQ(again.specs()->first().id, QStringLiteral("demo/a"));
    const auto found = again.find(QStringLiteral("demo/b"));
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->environment, Environment::Staging);
    EXPECT_EQ(found->settings.value(QStringLiteral("url")).toString(), QStringLiteral("https://h"));
    EXPECT_EQ(QFile::permissions(file) &
                  (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther),
              QFileDevice::Permissions());
}

TEST_F(ConnectionBookTest, SavingReplacesAndRemovingForgets)
{
    ASSERT_TRUE(waitFor(book.save(spec("demo/a", SecretStorage::Keychain), Secret("s1"))).ok());
    ConnectionSpec changed = spec("demo/a", SecretStorage::Keychain);
    changed.title = QStringLiteral("Other");
    ASSERT_TRUE(waitFor(book.save(changed, {})).ok());
    ASSERT_EQ(book.specs()->size(), 1);
    EXPECT_EQ(book.specs()->first().title, QStringLiteral("Other"));
    EXPECT_EQ(waitFor(book.resolve(QStringLiteral("demo/a")))->secret.reveal(), "s1") << "the kept secret stays";
    ASSERT_TRUE(waitFor(book.remove(QStringLiteral("demo/a"))).ok());
    EXPECT_TRUE(keychain.secrets.isEmpty());
    EXPECT_TRUE(book.specs()->isEmpty());
    EXPECT_EQ(waitFor(book.remove(QStringLiteral("demo/a"))).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(waitFor(book.resolve(QStringLiteral("demo/a"))).error().kind, ErrorKind::NotFound);
}

TEST_F(ConnectionBookTest, SecretsNeverReachTheFile)
{
    ASSERT_TRUE(waitFor(book.save(spec("demo/a", SecretStorage::Keychain), Secret("hunter2"))).ok());
    ASSERT_TRUE(waitFor(book.save(spec("demo/b", SecretStorage::Session), Secret("hunter2"))).ok());
    EXPECT_FALSE(fileContent().contains("hunter2"));
    ConnectionSpec leaking = spec("demo/c");
    leaking.settings.insert(QStringLiteral("password"), QStringLiteral("hunter2"));
    EXPECT_EQ(waitFor(book.save(leaking, {})).error().kind, ErrorKind::InvalidInput);
}

TEST_F(ConnectionBookTest, SessionSecretsEndWithTheProcess)
{
    ASSERT_TRUE(waitFor(book.save(spec("demo/a", SecretStorage::Session), Secret("s1"))).ok());
    EXPECT_EQ(waitFor(book.resolve(QStringLiteral("demo/a")))->secret.reveal(), "s1");
    ConnectionBook later(file, keychain);
    const auto resolved = waitFor(later.resolve(QStringLiteral("demo/a")));
    ASSERT_FALSE(resolved.ok());
    EXPECT_TRUE(resolved.error().message.contains(QStringLiteral("one session only")));
}

TEST_F(ConnectionBookTest, EachStateOfTheKeychainHasItsSentence)
{
    ASSERT_TRUE(waitFor(book.save(spec("demo/a", SecretStorage::Keychain), {})).ok());
    const QList<std::pair<CredentialState, const char*>> states{{CredentialState::NoService, "no keychain"},
                                                                {CredentialState::Locked, "unlock it"},
                                                                {CredentialState::Denied, "refused"},
                                                                {CredentialState::Missing, "No secret is kept"},
                                                                {CredentialState::TimedOut, "does not answer"}};
    for (const auto& [state, words] : states) {
        keychain.failure = FakeKeychain::error(ErrorKind::Unauthorized, state);
        const auto resolved = waitFor(book.resolve(QStringLiteral("demo/a")));
        ASSERT_FALSE(resolved.ok());
        EXPECT_TRUE(resolved.error().message.contains(QLatin1String(words))) << qPrintable(resolved.error().message);
        EXPECT_TRUE(resolved.error().message.contains(QStringLiteral("demo/a")));
        EXPECT_EQ(resolved.error().detail, credentialStateName(state));
    }
}

TEST_F(ConnectionBookTest, AFailedSecretSavesNothing)
{
    keychain.failure = FakeKeychain::error(ErrorKind::Unauthorized, CredentialState::Locked);
    EXPECT_FALSE(waitFor(book.save(spec("demo/a", SecretStorage::Keychain), Secret("s1"))).ok());
    EXPECT_TRUE(book.specs()->isEmpty());
}

TEST_F(ConnectionBookTest, RemovingSaysWhenTheSecretStays)
{
    ASSERT_TRUE(waitFor(book.save(spec("demo/a", SecretStorage::Keychain), Secret("s1"))).ok());
    keychain.failure = FakeKeychain::error(ErrorKind::Unauthorized, CredentialState::Locked);
    const auto removed = waitFor(book.remove(QStringLiteral("demo/a")));
    ASSERT_FALSE(removed.ok());
    EXPECT_TRUE(removed.error().message.contains(QStringLiteral("still in the keychain")));
    EXPECT_TRUE(book.specs()->isEmpty());
}

TEST_F(ConnectionBookTest, TheKeychainIsAskedOnceUntilTheFileChanges)
{
    ASSERT_TRUE(waitFor(book.save(spec("demo/a", SecretStorage::Keychain), Secret("s1"))).ok());
    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(waitFor(book.resolve(QStringLiteral("demo/a"))).ok());
    EXPECT_EQ(keychain.reads, 1);
    ConnectionBook otherProcess(file, keychain);
    ASSERT_TRUE(waitFor(otherProcess.save(spec("demo/longer-name"), {})).ok());
    keychain.secrets.insert(ConnectionBook::keychainKey(QStringLiteral("demo/a")), "s2");
    EXPECT_EQ(waitFor(book.resolve(QStringLiteral("demo/a")))->secret.reveal(), "s2");
    EXPECT_TRUE(book.find(QStringLiteral("demo/longer-name")).ok()) << "follows the other process";
}

TEST_F(ConnectionBookTest, TwoProcessesDoNotOverwriteEachOther)
{
    ConnectionBook other(file, keychain);
    EXPECT_TRUE(other.specs()->isEmpty());
    for (int i = 0; i < 10; ++i) {
        ConnectionBook& writer = i % 2 == 0 ? book : other;
        ASSERT_TRUE(waitFor(writer.save(spec(qPrintable(QStringLiteral("demo/c%1").arg(i))), {})).ok());
    }
    EXPECT_EQ(book.specs()->size(), 10);
}

TEST_F(ConnectionBookTest, SlotsShowWhatTheyAreBoundTo)
{
    Playbook playbook;
    playbook.id = QStringLiteral("demo");
    playbook.connections = {{QStringLiteral("api"), QStringLiteral("http"), {}, {}, {}},
                            {QStringLiteral("db"), QStringLiteral("postgres"), {}, {}, {}}};
    ASSERT_TRUE(waitFor(book.save(spec("demo/api"), {})).ok());
    const auto bindings = book.bindings(playbook);
    ASSERT_EQ(bindings->size(), 2);
    EXPECT_TRUE(bindings->at(0).spec.has_value());
    EXPECT_FALSE(bindings->at(1).spec.has_value());
    EXPECT_EQ(bindings->at(1).connectionId, QStringLiteral("demo/db"));
}

TEST_F(ConnectionBookTest, ABadFileIsNamedAndNeverOverwritten)
{
    const QByteArray good = R"("kind":"http","title":"","environment":"demo","settings":{},"secret":"none")";
    const QList<std::pair<QByteArray, const char*>> files{
        {"", "line 1"},
        {"{\n \"version\": 1,\n oops", "line 3"},
        {"[]", "version"},
        {R"({"version":2,"connections":[]})", "version"},
        {R"({"version":1})", "connections"},
        {R"({"version":1,"connections":[],"more":1})", "connections"},
        {R"({"version":1,"connections":[7]})", "connections[0]"},
        {R"({"version":1,"connections":[{"id":"demo/a"}]})", "connections[0].kind"},
        {R"({"version":1,"connections":[{"id":"demo/a",)" + good + R"(,"password":"x"}]})", "connections[0]"},
        {R"({"version":1,"connections":[{"id":"Demo A",)" + good + "}]}", "connections[0]"},
        {R"({"version":1,"connections":[{"id":"demo/a",)" + good + R"(},{"id":"demo/a",)" + good + "}]}",
         "connections[1].id"},
        {R"({"version":1,"connections":[{"id":"demo/a","kind":"http","title":"","environment":"live","settings":{},"secret":"none"}]})",
         "connections[0].environment"},
        {R"({"version":1,"connections":[{"id":"demo/a","kind":"http","title":"","environment":"demo","settings":{"token":"x"},"secret":"none"}]})",
         "looks like a secret"},
        {QByteArray(2 * 1024 * 1024, ' '), "larger than 1 MiB"}};
    for (const auto& [content, place] : files) {
        writeFile(content);
        ConnectionBook fresh(file, keychain);
        const auto specs = fresh.specs();
        ASSERT_FALSE(specs.ok()) << content.left(80).constData();
        EXPECT_TRUE(specs.error().message.contains(QLatin1String(place))) << qPrintable(specs.error().message);
        EXPECT_TRUE(specs.error().message.contains(file));
        EXPECT_FALSE(waitFor(fresh.save(spec("demo/new", SecretStorage::Keychain), Secret("s"))).ok());
        EXPECT_FALSE(waitFor(fresh.remove(QStringLiteral("demo/a"))).ok());
        EXPECT_FALSE(waitFor(fresh.resolve(QStringLiteral("demo/a"))).ok());
        EXPECT_EQ(fileContent(), content);
        EXPECT_TRUE(keychain.secrets.isEmpty());
    }
}

}  // namespace

}  // namespace cockpit::test
