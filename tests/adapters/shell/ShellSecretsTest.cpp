// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Secrets for programs, the target that was approved, and programs that go on until they are stopped.
#include "tests/adapters/shell/ShellBench.h"

namespace cockpit::test {

namespace {

/// Command lines of all processes of this machine, each with blanks for its separators.
QByteArray commandLines()
{
    QByteArray all;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(name));
        if (name.toLongLong() > 0 && file.open(QIODevice::ReadOnly))
            all += file.readAll().replace('\0', ' ') + '\n';
    }
    return all;
}

class ShellSecretsTest : public ShellTest
{
protected:
    ShellSecretsTest()
    {
        ResolvedConnection railway;
        railway.spec.id = QStringLiteral("demo/railway");
        railway.spec.kind = QStringLiteral("http");
        railway.spec.secretStorage = SecretStorage::Session;
        railway.secret = Secret("rw-token-7f3a9c");
        connections.put(railway);
    }

    StepSpec withToken(const QStringList& argv)
    {
        StepSpec spec = stepSpec(argv);
        spec.parameters.insert(QStringLiteral("secret_environment"),
                               QJsonObject{{QStringLiteral("RAILWAY_TOKEN"), QStringLiteral("railway")}});
        return spec;
    }
};

TEST_F(ShellSecretsTest, ASecretReachesTheProgramByItsEnvironmentAndNoCommandLine)
{
    QByteArray seen;
    const StepSpec spec = withToken(script(
        QStringLiteral("echo up; while ! test -e go; do sleep 0.05; done; printf '%s' \"$RAILWAY_TOKEN\" > got")));
    const StepOutcome outcome = run(spec, {}, [&](StepExecution&) {
        EXPECT_TRUE(waitUntil([&] { return streamed.contains("up"); }));
        seen = commandLines();
        QFile go(folder.filePath(QStringLiteral("go")));
        EXPECT_TRUE(go.open(QIODevice::WriteOnly));
    });
    EXPECT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary);
    QFile got(folder.filePath(QStringLiteral("got")));
    ASSERT_TRUE(got.open(QIODevice::ReadOnly));
    EXPECT_EQ(got.readAll(), "rw-token-7f3a9c");
    EXPECT_TRUE(seen.contains("test -e go"));
    EXPECT_FALSE(seen.contains("rw-token"));
}

TEST_F(ShellSecretsTest, WhatIsShownNamesTheVariableOnly)
{
    const auto step = tryResolve(withToken({QStringLiteral("railway"), QStringLiteral("status")}));
    ASSERT_TRUE(step.ok());
    EXPECT_TRUE(step->text.startsWith(QStringLiteral("RAILWAY_TOKEN=\"$RAILWAY_TOKEN\" "))) << qPrintable(step->text);
    EXPECT_EQ(step->commandLine, step->text);
    EXPECT_FALSE(QJsonDocument(step->payload).toJson().contains("rw-token"));
    const auto without = tryResolve(stepSpec({QStringLiteral("railway"), QStringLiteral("status")}));
    EXPECT_NE(step->digest, without->digest) << "which secret it gets is approved with the step";
}

TEST_F(ShellSecretsTest, ASecretThatCannotBeHadIsSaid)
{
    StepSpec spec = stepSpec({QStringLiteral("true")});
    const auto resolved = [&](const char* variable, const char* slot) {
        spec.parameters.insert(QStringLiteral("secret_environment"),
                               QJsonObject{{QString::fromLatin1(variable), QString::fromLatin1(slot)}});
        return tryResolve(spec);
    };
    EXPECT_TRUE(resolved("TOKEN", "railway").ok());
    EXPECT_TRUE(resolved("TOKEN", "nobody").error().message.contains(QStringLiteral("demo/nobody")));
    EXPECT_TRUE(resolved("TOKEN", "here").error().message.contains(QStringLiteral("no secret")));
    EXPECT_FALSE(resolved("LD_PRELOAD", "railway").ok());
    EXPECT_FALSE(resolved("A B", "railway").ok());
    EXPECT_FALSE(resolved("COCKPIT_TEST_MARK", "railway").ok()) << "set twice";
}

TEST_F(ShellSecretsTest, AnotherTargetThanTheOneLookedAtIsRefused)
{
    auto step = tryResolve(stepSpec(script(QStringLiteral("touch ran"))));
    ASSERT_TRUE(step.ok());
    const auto preview = waitFor(executor.preview(*step));
    ASSERT_TRUE(preview.ok());
    const auto runAs = [&](const TargetIdentity& approved) {
        step->approved = approved;
        const auto execution = executor.start(*step);
        std::optional<StepOutcome> outcome;
        QObject::connect(execution.get(), &StepExecution::finished, execution.get(),
                         [&](const StepOutcome& given) { outcome = given; });
        EXPECT_TRUE(waitUntil([&] { return outcome.has_value(); }));
        return *outcome;
    };
    TargetIdentity other = preview->target;
    other.name = QStringLiteral("/another/folder");
    const StepOutcome refused = runAs(other);
    EXPECT_EQ(refused.state, StepState::Failed);
    EXPECT_TRUE(refused.summary.contains(QStringLiteral("nothing was sent"))) << qPrintable(refused.summary);
    EXPECT_FALSE(QFile::exists(folder.filePath(QStringLiteral("ran"))));
    EXPECT_EQ(runAs(preview->target).state, StepState::Succeeded);
    EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("ran"))));
}

class StreamTest : public ShellTest
{
protected:
    StepSpec stream(const QStringList& argv, int deadlineMs)
    {
        StepSpec spec = stepSpec(argv, deadlineMs);
        spec.parameters.insert(QStringLiteral("stream"), true);
        return spec;
    }
};

TEST_F(StreamTest, ItsTimeBeingOverIsHowItShouldEnd)
{
    const auto follow = script(QStringLiteral("while true; do echo line; sleep 0.05; done"));
    const StepOutcome outcome = run(stream(follow, 500));
    EXPECT_EQ(outcome.state, StepState::Succeeded);
    EXPECT_EQ(outcome.summary, QStringLiteral("stopped after 500ms"));
    EXPECT_TRUE(outcome.output.startsWith("line\nline\n"));
    const StepOutcome stubborn = run(stream(script(QStringLiteral("trap '' TERM; while true; do sleep 1; done")), 300));
    EXPECT_EQ(stubborn.state, StepState::Succeeded);
}

TEST_F(StreamTest, StopEndsItAndAProgramThatEndsByItselfIsJudgedByItsCode)
{
    const auto follow = script(QStringLiteral("echo up; while true; do sleep 0.1; done"));
    const StepOutcome stopped = run(stream(follow, 20'000), {}, [&](StepExecution& execution) {
        EXPECT_TRUE(waitUntil([&] { return streamed.contains("up"); }));
        execution.cancel();
    });
    EXPECT_EQ(stopped.state, StepState::Cancelled);
    EXPECT_EQ(stopped.summary, QStringLiteral("stopped by you"));
    EXPECT_EQ(run(stream(script(QStringLiteral("exit 3")), 20'000)).state, StepState::Failed);
}

TEST_F(StreamTest, OnlyAStepThatReadsMayBeOne)
{
    StepSpec spec = stream({QStringLiteral("true")}, 1'000);
    EXPECT_TRUE(tryResolve(spec).ok());
    spec.danger = Danger::Write;
    EXPECT_FALSE(tryResolve(spec).ok());
}

/// Programs that do what they can to stay.
const std::array<const char*, 10> runaways{
    "trap '' TERM HUP INT; sleep 300 & sleep 300; sleep 300",
    "(setsid sh -c 'trap \"\" TERM HUP; sleep 300; sleep 300' &) ; sleep 300",
    "setsid setsid sh -c '(setsid sleep 300 &) ; sleep 300' & sleep 300",
    "exec >/dev/null 2>&1 <&-; trap '' TERM; sleep 300; sleep 300",
    "nohup sleep 300 & nohup sleep 300 & wait",
    "yes | head -c 30000000; trap '' TERM; yes",
    "while true; do sleep 300 & sleep 0.02; done",
    "i=0; while [ $i -lt 20 ]; do (trap '' TERM; sleep 300) & i=$((i+1)); done; wait",
    "read -r answer; sleep 300 & read -r more; sleep 300",
    "sh -c 'trap \"exec sleep 300\" TERM; sh -c \"(setsid sleep 300 &) ; sleep 300\" & while true; do sleep 1; done'",
};

TEST_F(ShellTest, OfAHundredRunawayTreesNothingIsLeft)
{
    std::vector<std::unique_ptr<StepExecution>> executions;
    int ended = 0;
    for (int i = 0; i < 100; ++i) {
        const char* tree = runaways.at(static_cast<size_t>(i) % runaways.size());
        // Half of them are stopped, the others run into their deadline.
        const auto step = tryResolve(stepSpec(script(QString::fromLatin1(tree)), i % 2 == 0 ? 60'000 : 1'500));
        ASSERT_TRUE(step.ok());
        executions.push_back(executor.start(*step));
        QObject::connect(executions.back().get(), &StepExecution::finished, [&ended] { ++ended; });
    }
    ASSERT_TRUE(waitUntil([&] { return marked(mark).size() >= 250; }, 30'000)) << marked(mark).size();
    const qsizetype alive = marked(mark).size();
    for (size_t i = 0; i < executions.size(); i += 2)
        executions[i]->cancel();
    EXPECT_TRUE(waitUntil([&] { return ended == 100; }, 40'000)) << ended;
    EXPECT_TRUE(waitUntil([&] { return marked(mark).isEmpty(); }, 2'000));
    std::cout << "100 runaway trees, " << alive << " processes at their height, " << ended << " steps ended, "
              << marked(mark).size() << " processes left" << std::endl;
}

}  // namespace

}  // namespace cockpit::test
