// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What a server that is there but cannot or will not is said to be; see RedisFaultTest for the commoner states.
#include "tests/adapters/redis/RedisServer.h"

#include "tests/support/Wait.h"

#include <QDir>
#include <QTimer>

namespace cockpit::test {

using namespace adapters::redis;

namespace {

class RedisStatesTest : public RedisTest
{
protected:
    static void expectError(const Result<RedisReply>& reply, ErrorKind kind, const char* words)
    {
        ASSERT_FALSE(reply.ok()) << words;
        EXPECT_EQ(reply.error().kind, kind) << qPrintable(reply.error().message);
        EXPECT_TRUE(reply.error().message.contains(QLatin1String(words))) << qPrintable(reply.error().message);
    }
};

TEST_F(RedisStatesTest, TooFewReplicas)
{
    const OwnRedis alone({QStringLiteral("--min-replicas-to-write"), QStringLiteral("1")});
    expectError(tell(alone.connection(), {"SET", "a", "1"}), ErrorKind::Conflict, "too few replicas");
}

TEST_F(RedisStatesTest, DiskThatCannotBeWritten)
{
    const OwnRedis own({QStringLiteral("--save"), QStringLiteral("3600 1")});
    ASSERT_TRUE(tell(own.connection(), {"SET", "a", "1"}).ok());
    ASSERT_TRUE(QDir(own.folder()).removeRecursively());
    (void)tell(own.connection(), {"BGSAVE"});
    EXPECT_TRUE(waitUntil([&] {
        const auto reply = tell(own.connection(), {"SET", "a", "2"});
        return !reply.ok() && reply.error().message.contains(QStringLiteral("cannot save to its disk"));
    }));
    EXPECT_TRUE(tell(own.connection(), {"GET", "a"}).ok());
}

TEST_F(RedisStatesTest, ClusterWithoutItsSlots)
{
    const OwnRedis node({QStringLiteral("--cluster-enabled"), QStringLiteral("yes")});
    expectError(tell(node.connection(), {"GET", "a"}), ErrorKind::Unreachable, "cluster");
}

TEST_F(RedisStatesTest, TransactionThatWasRefusedAndScriptThatDoesNotRun)
{
    RedisClient client(*RedisSettings::from(connection()));
    QList<RedisClient::Answer> answers;
    client.batch({{"MULTI"}, {"NOSUCH"}, {"EXEC"}}, Milliseconds(3'000), [&](const auto& given) { answers = given; });
    ASSERT_TRUE(waitUntil([&] { return answers.size() == 3; }));
    expectError(answers.last().reply, ErrorKind::Conflict, "none of it was carried out");
    expectError(tell(connection(), {"SCRIPT", "KILL"}), ErrorKind::Conflict, "No script runs");
    expectError(tell(connection(), {"EVALSHA", QByteArray(40, 'a'), "0"}), ErrorKind::NotFound, "SCRIPT LOAD");
}

TEST_F(RedisStatesTest, WaitThatSomebodyEnded)
{
    RedisClient waiting(*RedisSettings::from(connection()));
    std::optional<Result<RedisReply>> reply;
    QByteArray id;
    waiting.command({"CLIENT", "ID"}, Milliseconds(3'000),
                    [&](const RedisClient::Answer& answer) { id = QByteArray::number(answer.reply->integer); });
    waiting.command({"BLPOP", "none", "0"}, Milliseconds(8'000),
                    [&](const RedisClient::Answer& answer) { reply = answer.reply; });
    EXPECT_TRUE(waitUntil([&] { return !id.isEmpty() && ask({"CLIENT", "UNBLOCK", id, "ERROR"}).integer == 1; }));
    ASSERT_TRUE(waitUntil([&] { return reply.has_value(); }));
    expectError(*reply, ErrorKind::Cancelled, "nothing was taken");
}

TEST_F(RedisStatesTest, PassingStatesAreWaitedOutForReadsOnly)
{
    struct State {
        QByteArray answer;
        const char* words;
        int reads;
    };
    for (const State& state : {State{"-LOADING Redis is loading the dataset in memory\r\n", "still loading", 3},
                               State{"-BUSY Redis is busy running a script\r\n", "busy with a long script", 3},
                               State{"-MASTERDOWN Link with MASTER is down\r\n", "lost its master", 3},
                               State{"-MOVED 3999 127.0.0.1:6381\r\n", "lies on another node", 1},
                               State{"-ASK 3999 127.0.0.1:6381\r\n", "moving this key", 1},
                               State{"-BUSYKEY Target key name already exists.\r\n", "BUSYKEY", 1}}) {
        LyingRedis liar(state.answer);
        connections.put(connectionTo(liar.serverPort()));
        const StepOutcome read = run(resolved(stepSpec(Danger::Read, {QStringLiteral("LLEN"), QStringLiteral("x")})));
        EXPECT_EQ(read.state, StepState::Failed);
        EXPECT_TRUE(read.summary.contains(QLatin1String(state.words))) << qPrintable(read.summary);
        EXPECT_EQ(liar.asked(), state.reads) << state.words;
        const StepOutcome wipe = run(resolved(stepSpec(Danger::Destructive, {QStringLiteral("FLUSHDB")})));
        EXPECT_EQ(wipe.state, StepState::Failed);
        EXPECT_EQ(liar.asked(), state.reads + 1) << "never a second time";
    }
}

TEST_F(RedisStatesTest, AReadComesThroughOnceTheScriptEnds)
{
    ask({"CONFIG", "SET", "busy-reply-threshold", "50"});
    RedisClient looping(*RedisSettings::from(connection()));
    looping.command({"EVAL", "while true do end", "0"}, Milliseconds(20'000), [](const RedisClient::Answer&) {});
    ASSERT_TRUE(waitUntil([] { return !tell(connection(), {"GET", "x"}).ok(); }));
    RedisClient killer(*RedisSettings::from(connection()));
    const StepOutcome outcome =
        run(resolved(stepSpec(Danger::Read, {QStringLiteral("LLEN"), QStringLiteral("queue")})), [&](StepExecution&) {
            QTimer::singleShot(150, &killer, [&] {
                killer.command({"SCRIPT", "KILL"}, Milliseconds(3'000), [](const RedisClient::Answer&) {});
            });
        });
    EXPECT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary);
    EXPECT_EQ(outcome.affected, 5);
}

}  // namespace

}  // namespace cockpit::test
