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
    for (const char* command : {"DEL", "FLUSHDB", "SET", "EVAL", "CONFIG", "GETDEL", "SORT", "NOSUCH"})
        EXPECT_FALSE(tryResolve(stepSpec(Danger::Read, {QLatin1String(command), QStringLiteral("SET")})).ok())
            << command;
    EXPECT_FALSE(tryResolve(stepSpec(Danger::Write, {QStringLiteral("FLUSHALL")})).ok());
    EXPECT_FALSE(tryResolve(stepSpec(Danger::Write, {QStringLiteral("DEL"), QStringLiteral("x")},
                                     {QStringLiteral("GETDEL"), QStringLiteral("x")}))
                     .ok());
    EXPECT_TRUE(tryResolve(stepSpec(Danger::Read,
                                    {QStringLiteral("config"), QStringLiteral("get"), QStringLiteral("maxmemory")}))
                    .ok());
}

TEST_F(RedisStepTest, WipingShowsTheKeysAndTheTarget)
{
    const auto step = resolved(stepSpec(Danger::Destructive, {QStringLiteral("FLUSHDB")}));
    const StepPreview preview = previewOf(step);
    EXPECT_EQ(preview.affected, 2);
    EXPECT_EQ(preview.confirmation, QStringLiteral("127.0.0.1/db0"));
    EXPECT_EQ(preview.target.name, QStringLiteral("db0"));
    EXPECT_EQ(preview.target.serverId.size(), 40);
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

TEST_F(RedisStepTest, AnotherServerThanTheOneShownIsRefused)
{
    const auto step = resolved(stepSpec(Danger::Destructive, {QStringLiteral("FLUSHDB")}));
    previewOf(step);
    ThrowAwayRedis other;
    const auto started = waitFor(other.start(), 30'000);
    ASSERT_TRUE(started.ok());
    connections.put(connectionTo(started->port, started->password.reveal(), started->user));
    const StepOutcome outcome = run(step);
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("nothing was sent"))) << qPrintable(outcome.summary);
    EXPECT_TRUE(waitFor(other.stop(), 10'000).ok());
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
