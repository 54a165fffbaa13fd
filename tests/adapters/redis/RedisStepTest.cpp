// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/redis/RedisServer.h"

#include "tests/support/Wait.h"

#include <QElapsedTimer>

namespace cockpit::test {

using namespace adapters::redis;

namespace {

class RedisStepTest : public RedisTest
{
protected:
    StepSpec withKey(Danger danger, const QJsonArray& command)
    {
        StepSpec spec = stepSpec(danger, command);
        spec.inputs = {{QStringLiteral("key"), {}, InputSpec::Type::Text, {}, {}, {}, true}};
        return spec;
    }
};

TEST_F(RedisStepTest, ReadsAndShowsTheAnswer)
{
    const StepOutcome outcome =
        run(resolved(stepSpec(Danger::Read, {QStringLiteral("LRANGE"), QStringLiteral("queue"), 0, 1})));
    EXPECT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary);
    EXPECT_EQ(outcome.output, "1) 0\n2) 1\n");
    EXPECT_EQ(outcome.affected, 2);
}

TEST_F(RedisStepTest, InputsStayInTheirArgument)
{
    const QStringList values{QStringLiteral("a b\r\nFLUSHALL\r\n"), QStringLiteral("\" '\\ {{key}}"),
                             QStringLiteral("é€")};
    for (const QString& value : values) {
        const auto step = resolved(
            withKey(Danger::Write, {QStringLiteral("SET"), QStringLiteral("k:{{key}}"), QStringLiteral("{{key}}")}),
            {{QStringLiteral("key"), value}});
        EXPECT_EQ(run(step).state, StepState::Succeeded);
        EXPECT_EQ(ask({"GET", "k:" + value.toUtf8()}).text, value.toUtf8());
    }
    EXPECT_EQ(ask({"LLEN", "queue"}).integer, 5);
    EXPECT_FALSE(tryResolve(withKey(Danger::Write, {QStringLiteral("{{key}}")}),
                            {{QStringLiteral("key"), QStringLiteral("GET")}})
                     .ok());
    EXPECT_FALSE(tryResolve(stepSpec(Danger::Read, {QStringLiteral("GET"), QStringLiteral("{{other}}")})).ok());
    EXPECT_FALSE(tryResolve(stepSpec(Danger::Read, {QStringLiteral("GET"), QStringLiteral("{{Other}}")})).ok());
}

TEST_F(RedisStepTest, DangerousCommandsAreRefusedWithTheReason)
{
    for (const char* command :
         {"KEYS", "monitor", "SUBSCRIBE", "SHUTDOWN", "DEBUG", "SELECT", "AUTH", "HELLO", "MULTI"}) {
        for (const Danger danger : {Danger::Read, Danger::Write, Danger::Destructive}) {
            const auto step = tryResolve(stepSpec(danger, {QLatin1String(command), QStringLiteral("x")}));
            ASSERT_FALSE(step.ok()) << command;
            EXPECT_EQ(step.error().kind, ErrorKind::Refused);
            EXPECT_TRUE(step.error().message.contains(QLatin1Char(':')));
        }
    }
    for (const QJsonArray& words :
         {QJsonArray{QStringLiteral("BLPOP"), QStringLiteral("queue"), 0},
          QJsonArray{QStringLiteral("XREAD"), QStringLiteral("block"), 0, QStringLiteral("STREAMS")},
          QJsonArray{QStringLiteral("client"), QStringLiteral("reply"), QStringLiteral("OFF")}})
        EXPECT_EQ(tryResolve(stepSpec(Danger::Destructive, words)).error().kind, ErrorKind::Refused);
    EXPECT_TRUE(tryResolve(stepSpec(Danger::Read, {QStringLiteral("keys"), QStringLiteral("*")}))
                    .error()
                    .message.contains(QStringLiteral("scan:")));
    EXPECT_FALSE(tryResolve(stepSpec(Danger::Write, {QStringLiteral("DEL"), QStringLiteral("x")},
                                     {QStringLiteral("GETDEL"), QStringLiteral("x")}))
                     .ok());
    EXPECT_TRUE(tryResolve(stepSpec(Danger::Read,
                                    {QStringLiteral("config"), QStringLiteral("get"), QStringLiteral("maxmemory")}))
                    .ok());
}

TEST_F(RedisStepTest, TheDangerIsRaisedByWhatTheCommandDoes)
{
    struct Raise {
        const char* command;
        Danger declared;
        Danger found;
    };
    for (const Raise& one : {Raise{"DEL a", Danger::Read, Danger::Write},
                             Raise{"SET a b", Danger::Read, Danger::Write},
                             Raise{"DEL a", Danger::Write, Danger::Write},
                             Raise{"FLUSHDB", Danger::Read, Danger::Destructive},
                             Raise{"flushall async", Danger::Write, Danger::Destructive},
                             Raise{"SWAPDB 0 1", Danger::Write, Danger::Destructive},
                             Raise{"EVAL x 0", Danger::Write, Danger::Destructive},
                             Raise{"FCALL f 0", Danger::Read, Danger::Destructive},
                             Raise{"script flush", Danger::Write, Danger::Destructive},
                             Raise{"SCRIPT KILL", Danger::Read, Danger::Write},
                             Raise{"CONFIG SET maxmemory 1", Danger::Write, Danger::Destructive},
                             Raise{"CONFIG GET maxmemory", Danger::Read, Danger::Read},
                             Raise{"CLIENT KILL ID 1", Danger::Write, Danger::Destructive},
                             Raise{"CLIENT LIST", Danger::Read, Danger::Read},
                             Raise{"INFO", Danger::Read, Danger::Read},
                             Raise{"RESTORE a 0 x", Danger::Write, Danger::Write},
                             Raise{"RESTORE a 0 x replace", Danger::Write, Danger::Destructive},
                             Raise{"RENAME a b", Danger::Write, Danger::Destructive},
                             Raise{"RENAMENX a b", Danger::Write, Danger::Write},
                             Raise{"LLEN a", Danger::Destructive, Danger::Destructive},
                             Raise{"FT.SEARCH i q", Danger::Read, Danger::Read}}) {
        QJsonArray words;
        for (const QByteArray& word : QByteArray(one.command).split(' '))
            words.append(QString::fromLatin1(word));
        const ResolvedStep step = resolved(stepSpec(one.declared, words));
        EXPECT_EQ(step.spec.danger, one.found) << one.command;
        EXPECT_EQ(step.raised.isEmpty(), one.found == one.declared) << one.command << " " << qPrintable(step.raised);
    }
}

TEST_F(RedisStepTest, TheServerHasTheLastWordOnWhatACommandIs)
{
    OwnRedis renamed({QStringLiteral("--rename-command"), QStringLiteral("FLUSHDB"), QStringLiteral("WIPE"),
                      QStringLiteral("--rename-command"), QStringLiteral("RPUSH"), QStringLiteral("ADD")});
    connections.put(renamed.connection());
    ASSERT_TRUE(tell(renamed.connection(), {"SET", "a", "1"}).ok());
    const auto refusal = [this](Danger danger, const QJsonArray& words) {
        const ResolvedStep step = resolved(stepSpec(danger, words));
        const auto preview = waitFor(executor.preview(step), 8'000);
        EXPECT_FALSE(preview.ok());
        const StepOutcome outcome = run(step);
        EXPECT_EQ(outcome.state, StepState::Failed);
        EXPECT_EQ(outcome.summary, preview.ok() ? QString() : preview.error().message);
        return outcome.summary;
    };
    EXPECT_TRUE(refusal(Danger::Write, {QStringLiteral("wipe")}).contains(QStringLiteral("FLUSHDB empties")));
    EXPECT_TRUE(refusal(Danger::Read, {QStringLiteral("ADD"), QStringLiteral("l"), 1})
                    .contains(QStringLiteral("RPUSH changes something")));
    EXPECT_TRUE(refusal(Danger::Read, {QStringLiteral("PFSELFTEST")}).contains(QStringLiteral("does not say that")));
    EXPECT_TRUE(refusal(Danger::Read, {QStringLiteral("PFDEBUG"), QStringLiteral("GETREG"), QStringLiteral("a")})
                    .contains(QStringLiteral("says that PFDEBUG writes")));
    EXPECT_TRUE(refusal(Danger::Write, {QStringLiteral("PFDEBUG"), QStringLiteral("GETREG"), QStringLiteral("a")})
                    .contains(QStringLiteral("dangerous")));
    EXPECT_TRUE(refusal(Danger::Destructive, {QStringLiteral("NOSUCH")}).contains(QStringLiteral("no command NOSUCH")));
    EXPECT_EQ(tell(renamed.connection(), {"DBSIZE"})->integer, 1);
}

TEST_F(RedisStepTest, TheLineForATerminalHoldsNoPassword)
{
    ResolvedConnection secured = connection();
    secured.spec.secretStorage = SecretStorage::Session;
    secured.spec.settings.insert(QStringLiteral("database"), 3);
    connections.put(secured);
    const ResolvedStep step = resolved(stepSpec(Danger::Read, {QStringLiteral("GET"), QStringLiteral("it's $HOME")}));
    const QString user = address.user.isEmpty() ? QString() : QStringLiteral(" --user ") + address.user;
    EXPECT_EQ(
        step.commandLine,
        QStringLiteral("REDISCLI_AUTH=\"$REDISCLI_AUTH\" redis-cli -h 127.0.0.1 -p %1 -n 3%2 GET 'it'\\''s $HOME'")
            .arg(address.port)
            .arg(user));
}

TEST_F(RedisStepTest, ScanListsKeysWithTypeAndTimeToLive)
{
    ask({"EVAL", "for i = 1, 3000 do redis.call('SET', 'orders:' .. i, i) end", "0"});
    ask({"EXPIRE", "orders:7", "100"});
    ask({"SET", QByteArray("orders:\xff\x00", 9), "x"});
    const auto scan = [this](int atMost) {
        StepSpec spec = stepSpec(Danger::Read, {});
        spec.parameters = {{QStringLiteral("scan"), QJsonObject{{QStringLiteral("match"), QStringLiteral("{{what}}:*")},
                                                                {QStringLiteral("at_most"), atMost}}}};
        spec.inputs = {{QStringLiteral("what"), {}, InputSpec::Type::Text, {}, {}, {}, true}};
        return resolved(spec, {{QStringLiteral("what"), QStringLiteral("orders")}});
    };
    const StepOutcome all = run(scan(10'000));
    ASSERT_EQ(all.state, StepState::Succeeded) << qPrintable(all.summary);
    ASSERT_TRUE(all.table.has_value());
    EXPECT_EQ(all.table->rowCount, 3'001);
    EXPECT_FALSE(all.table->more);
    QSet<QString> names;
    for (const ResultTable::Row& row : all.table->rows) {
        names.insert(*row.at(0));
        EXPECT_EQ(*row.at(1), QStringLiteral("string"));
        EXPECT_EQ(row.at(2).has_value(), row.at(0) == QStringLiteral("orders:7"));
    }
    EXPECT_EQ(names.size(), 3'001);
    EXPECT_TRUE(names.contains(QStringLiteral("orders:\\xff\\x00")));
    const StepOutcome some = run(scan(50));
    EXPECT_EQ(some.table->rows.size(), 50);
    EXPECT_TRUE(some.table->more);
    EXPECT_TRUE(some.summary.contains(QStringLiteral("stopped at 50"))) << qPrintable(some.summary);
    StepSpec both = stepSpec(Danger::Read, {QStringLiteral("PING")});
    both.parameters.insert(QStringLiteral("scan"), QJsonObject{{QStringLiteral("match"), QStringLiteral("*")}});
    EXPECT_FALSE(tryResolve(both).ok());
}

TEST_F(RedisStepTest, WipingShowsTheKeysAndTheTarget)
{
    const auto step = resolved(stepSpec(Danger::Destructive, {QStringLiteral("FLUSHDB")}));
    const StepPreview preview = previewOf(step);
    EXPECT_EQ(preview.affected, 2);
    EXPECT_EQ(preview.confirmation, QStringLiteral("127.0.0.1/db0"));
    EXPECT_EQ(preview.target.name, QStringLiteral("db0"));
    EXPECT_EQ(preview.target.serverId.size(), 40);
    EXPECT_EQ(preview.samples.size(), 2);
    EXPECT_TRUE(preview.samples.contains(QStringList({QStringLiteral("queue"), QStringLiteral("list"), QString()})));
    ASSERT_FALSE(preview.notes.isEmpty());
    EXPECT_TRUE(preview.notes.first().contains(QStringLiteral("memory")));
    EXPECT_EQ(previewOf(resolved(stepSpec(Danger::Destructive, {QStringLiteral("FLUSHALL")}))).affected, 2);
    EXPECT_EQ(run(step).state, StepState::Succeeded);
    EXPECT_EQ(ask({"DBSIZE"}).integer, 0);
}

TEST_F(RedisStepTest, PreviewCommandIsCounted)
{
    const StepPreview preview =
        previewOf(resolved(stepSpec(Danger::Destructive, {QStringLiteral("DEL"), QStringLiteral("queue")},
                                    {QStringLiteral("LRANGE"), QStringLiteral("queue"), 0, -1})));
    EXPECT_EQ(preview.affected, 5);
    EXPECT_EQ(preview.samples.size(), 5);
}

TEST_F(RedisStepTest, AnotherServerAtTheSameAddressIsRefused)
{
    auto first = std::make_unique<OwnRedis>();
    auto second = std::make_unique<OwnRedis>();
    const quint16 port = first->port();
    const quint16 other = second->port();
    connections.put(first->connection());
    ResolvedStep wipe = resolved(stepSpec(Danger::Destructive, {QStringLiteral("FLUSHDB")}));
    ResolvedStep read = resolved(stepSpec(Danger::Read, {QStringLiteral("DBSIZE")}));
    wipe.approved = previewOf(wipe).target;
    read.approved = previewOf(read).target;
    first->stop();
    second->stop();
    first = std::make_unique<OwnRedis>(QStringList(), other);
    second = std::make_unique<OwnRedis>(QStringList(), port);
    ASSERT_TRUE(tell(second->connection(), {"SET", "kept", "1"}).ok());
    for (const ResolvedStep& step : {wipe, read}) {
        const StepOutcome outcome = run(step);
        EXPECT_EQ(outcome.state, StepState::Failed);
        EXPECT_TRUE(outcome.summary.contains(QStringLiteral("another server"))) << qPrintable(outcome.summary);
    }
    EXPECT_EQ(tell(second->connection(), {"DBSIZE"})->integer, 1);
}

TEST_F(RedisStepTest, LostAnswerOfAChangeIsUnknownAndOfAReadIsNot)
{
    LyingRedis silent((QByteArray()));
    connections.put(connectionTo(silent.serverPort()));
    StepSpec change = stepSpec(Danger::Destructive, {QStringLiteral("FLUSHDB")});
    change.deadline = Milliseconds(400);
    EXPECT_EQ(run(resolved(change)).state, StepState::OutcomeUnknown);
    StepSpec read = stepSpec(Danger::Read, {QStringLiteral("LLEN"), QStringLiteral("x")});
    read.deadline = Milliseconds(400);
    EXPECT_EQ(run(resolved(read)).state, StepState::TimedOut);
    EXPECT_EQ(silent.asked(), 2) << "never sent twice";
}

TEST_F(RedisStepTest, ReadsShareAConnectionAndChangesDoNot)
{
    const auto connectionUsed = [this](Danger danger) {
        const StepOutcome outcome = run(resolved(stepSpec(danger, {QStringLiteral("CLIENT"), QStringLiteral("ID")})));
        EXPECT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary);
        return outcome.affected;
    };
    const qint64 first = connectionUsed(Danger::Read);
    EXPECT_EQ(connectionUsed(Danger::Read), first);
    EXPECT_EQ(connectionUsed(Danger::Read), first) << "asked in one round trip";
    EXPECT_NE(connectionUsed(Danger::Write), first);
    EXPECT_NE(connectionUsed(Danger::Destructive), first);
    EXPECT_EQ(connectionUsed(Danger::Read), first) << "the others were never kept";
    EXPECT_EQ(run(resolved(stepSpec(Danger::Read, {QStringLiteral("LLEN"), QStringLiteral("dedup:1")}))).state,
              StepState::Failed);
    const qint64 second = connectionUsed(Danger::Read);
    EXPECT_NE(second, first) << "dropped after an error";
    ask({"CLIENT", "KILL", "ID", QByteArray::number(second)});
    EXPECT_NE(connectionUsed(Danger::Read), second);
    ResolvedStep elsewhere = resolved(stepSpec(Danger::Read, {QStringLiteral("CLIENT"), QStringLiteral("ID")}));
    elsewhere.approved = previewOf(elsewhere).target;
    elsewhere.approved->serverId = QStringLiteral("another");
    EXPECT_EQ(run(elsewhere).state, StepState::Failed);
}

TEST_F(RedisStepTest, CancelEndsAtOnce)
{
    LyingRedis silent((QByteArray()));
    connections.put(connectionTo(silent.serverPort()));
    StepSpec spec = stepSpec(Danger::Read, {QStringLiteral("LLEN"), QStringLiteral("x")});
    spec.deadline = Milliseconds(60'000);
    QElapsedTimer timer;
    const StepOutcome outcome = run(resolved(spec), [&](StepExecution& execution) {
        EXPECT_TRUE(waitUntil([&] { return silent.asked() == 1; }));
        timer.start();
        execution.cancel();
    });
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_LT(timer.elapsed(), 500);
    const StepOutcome early = run(resolved(spec), [](StepExecution& execution) { execution.cancel(); });
    EXPECT_EQ(early.state, StepState::Cancelled);
}

}  // namespace

}  // namespace cockpit::test
