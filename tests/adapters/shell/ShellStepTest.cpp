// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ShellConnectionKind.h"
#include "adapters/shell/ShellSettings.h"
#include "tests/adapters/shell/ShellBench.h"

#include <QProcess>

#include <csignal>
#include <sys/stat.h>

namespace cockpit::test {

using namespace adapters::shell;

namespace {

TEST_F(ShellTest, RunsInItsFolderWithAMinimalEnvironment)
{
    qputenv("COCKPIT_SECRET_OF_PARENT", "1");
    qputenv("SSH_AUTH_SOCK", "agent");
    const StepOutcome outcome = run(stepSpec(script(QStringLiteral("pwd; env; echo oops >&2"))));
    EXPECT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary);
    EXPECT_EQ(outcome.summary, QStringLiteral("exit code 0"));
    EXPECT_TRUE(outcome.output.startsWith(folder.path().toUtf8()));
    EXPECT_TRUE(outcome.output.contains("oops"));
    EXPECT_TRUE(outcome.output.contains("TERM=dumb"));
    EXPECT_TRUE(outcome.output.contains(mark));
    EXPECT_FALSE(outcome.output.contains("COCKPIT_SECRET_OF_PARENT"));
    EXPECT_FALSE(outcome.output.contains("SSH_AUTH_SOCK"));
    qunsetenv("SSH_AUTH_SOCK");
    // PATH, HOME, LANG, TERM, the mark, and what /bin/sh adds itself: PWD, SHLVL, _ .
    EXPECT_LE(outcome.output.count('='), 9) << outcome.output.constData();
    EXPECT_EQ(streamed, outcome.output);
}

TEST_F(ShellTest, InputsStayInTheirArgument)
{
    for (const QString& value : {QStringLiteral("a b; touch evil $(touch evil) `touch evil`"),
                                 QStringLiteral("'\"\\\n*"), QStringLiteral("{{value}} é"), QStringLiteral("--flag")}) {
        StepSpec spec = stepSpec({QStringLiteral("printf"), QStringLiteral("<%s>"), QStringLiteral("x={{value}}"),
                                  QStringLiteral("{{value}}")});
        spec.inputs = {{QStringLiteral("value"), {}, InputSpec::Type::Text, {}, {}, {}, true}};
        const StepOutcome outcome = run(spec, {{QStringLiteral("value"), value}});
        EXPECT_EQ(outcome.output, QStringLiteral("<x=%1><%1>").arg(value).toUtf8());
    }
    EXPECT_FALSE(QFile::exists(folder.filePath(QStringLiteral("evil"))));
}

TEST_F(ShellTest, ResolvingShowsWhatWillRunAndRefusesWhatCannot)
{
    StepSpec spec = stepSpec({QStringLiteral("git"), QStringLiteral("log"), QStringLiteral("it's {{value}}")});
    spec.inputs = {{QStringLiteral("value"), {}, InputSpec::Type::Text, {}, {}, {}, true}};
    spec.parameters.insert(QStringLiteral("environment"), QJsonObject{{QStringLiteral("A"), QStringLiteral("b c")}});
    const auto step = tryResolve(spec, {{QStringLiteral("value"), QStringLiteral("x y")}});
    ASSERT_TRUE(step.ok());
    EXPECT_EQ(step->text, QStringLiteral("A='b c' git log 'it'\\''s x y'"));
    EXPECT_FALSE(tryResolve(spec).ok()) << "unfilled";
    EXPECT_FALSE(tryResolve(stepSpec({QStringLiteral("echo"), QStringLiteral("{{other}}")})).ok());
    EXPECT_FALSE(tryResolve(stepSpec({QStringLiteral("echo"), QStringLiteral("{{X}}")})).ok());
    EXPECT_FALSE(tryResolve(stepSpec({})).ok());
    spec.parameters.insert(QStringLiteral("argv"), QJsonArray{QStringLiteral("{{value}}")});
    EXPECT_FALSE(tryResolve(spec, {{QStringLiteral("value"), QStringLiteral("rm")}}).ok());
    StepSpec loader = stepSpec({QStringLiteral("true")});
    loader.parameters.insert(QStringLiteral("environment"),
                             QJsonObject{{QStringLiteral("LD_PRELOAD"), QStringLiteral("/x.so")}});
    EXPECT_FALSE(tryResolve(loader).ok());
}

TEST_F(ShellTest, ExitCodesAndSignalsAreReported)
{
    const StepOutcome seven = run(stepSpec(script(QStringLiteral("exit 7"))));
    EXPECT_EQ(seven.state, StepState::Failed);
    EXPECT_EQ(seven.summary, QStringLiteral("exit code 7"));
    const StepOutcome killed = run(stepSpec(script(QStringLiteral("kill -SEGV $$"))));
    EXPECT_EQ(killed.state, StepState::Failed);
    EXPECT_TRUE(killed.summary.contains(QStringLiteral("signal 11"))) << qPrintable(killed.summary);
}

TEST_F(ShellTest, MissingProgramIsSaidClearly)
{
    const StepOutcome outcome = run(stepSpec({QStringLiteral("no-such-program")}));
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("no-such-program is not on this workstation")))
        << qPrintable(outcome.summary);
    QFile broken(folder.filePath(QStringLiteral("broken")));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("#!/no/such/interpreter\n");
    broken.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    broken.close();
    const StepOutcome second = run(stepSpec({QStringLiteral("./broken")}));
    EXPECT_EQ(second.state, StepState::Failed);
    EXPECT_TRUE(second.summary.contains(QStringLiteral("could not be started"))) << qPrintable(second.summary);
}

TEST_F(ShellTest, ExtraFolderComesFirst)
{
    QFile fake(folder.filePath(QStringLiteral("uname")));
    ASSERT_TRUE(fake.open(QIODevice::WriteOnly));
    fake.write("#!/bin/sh\necho stand-in\n");
    fake.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    fake.close();
    ResolvedConnection here;
    here.spec.id = QStringLiteral("demo/here");
    here.spec.settings = {{QStringLiteral("path"), folder.path()}};
    connections.put(here);
    EXPECT_EQ(run(stepSpec({QStringLiteral("uname")})).output, "stand-in\n");
}

TEST_F(ShellTest, StandardInputIsAtItsEnd)
{
    const StepOutcome outcome = run(stepSpec({QStringLiteral("cat")}, 3'000));
    EXPECT_EQ(outcome.state, StepState::Succeeded);
}

TEST_F(ShellTest, AProgramThatAsksIsAnswered)
{
    StepSpec spec =
        stepSpec(script(QStringLiteral("read -r answer; echo \"said $answer\"; read -r more || echo over")));
    spec.parameters.insert(QStringLiteral("stdin"), QStringLiteral("{{word}}"));
    InputSpec word;
    word.id = QStringLiteral("word");
    spec.inputs = {word};
    const QMap<QString, QString> inputs{{QStringLiteral("word"), QStringLiteral("YES; rm -rf /")}};
    EXPECT_EQ(run(spec, inputs).output, "said YES; rm -rf /\nover\n");
    EXPECT_TRUE(tryResolve(spec, inputs)->text.endsWith(QStringLiteral("<<< 'YES; rm -rf /'")))
        << qPrintable(tryResolve(spec, inputs)->text);
    const QMap<QString, QString> other{{QStringLiteral("word"), QStringLiteral("NO")}};
    EXPECT_NE(tryResolve(spec, inputs)->digest, tryResolve(spec, other)->digest) << "approved with the answer";
}

TEST_F(ShellTest, WhatAProgramWritesCanBeReadByOthersThoughTheCockpitsOwnFilesCannot)
{
    const mode_t before = ::umask(077);
    const StepOutcome outcome = run(stepSpec({QStringLiteral("touch"), QStringLiteral("page.html")}));
    ::umask(before);
    EXPECT_EQ(outcome.state, StepState::Succeeded);
    EXPECT_TRUE(QFile::permissions(folder.filePath(QStringLiteral("page.html"))).testFlag(QFile::ReadOther));
}

TEST_F(ShellTest, CancelEndsAProgramThatIgnoresTermAndItsChildren)
{
    QElapsedTimer timer;
    const auto stubborn =
        script(QStringLiteral("trap '' TERM; sleep 300 & sleep 300 & echo up; while true; do sleep 1; done"));
    const StepOutcome outcome = run(stepSpec(stubborn), {}, [&](StepExecution& execution) {
        EXPECT_TRUE(waitUntil([&] { return streamed.contains("up"); }));
        timer.start();
        execution.cancel();
        execution.cancel();
    });
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_GE(timer.elapsed(), 2'500);
    EXPECT_LT(timer.elapsed(), 5'000);
    EXPECT_TRUE(marked(mark).isEmpty());
}

TEST_F(ShellTest, CancelIsPoliteFirst)
{
    QElapsedTimer timer;
    const auto polite = script(QStringLiteral("trap 'echo bye; exit 3' TERM; echo up; while true; do sleep 0.1; done"));
    const StepOutcome outcome = run(stepSpec(polite), {}, [&](StepExecution& execution) {
        EXPECT_TRUE(waitUntil([&] { return streamed.contains("up"); }));
        timer.start();
        execution.cancel();
    });
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_TRUE(outcome.output.contains("bye"));
    EXPECT_LT(timer.elapsed(), 2'000);
}

TEST_F(ShellTest, CancelBeforeTheStartRunsNothing)
{
    const auto touching = script(QStringLiteral("touch ran"));
    const StepOutcome outcome = run(stepSpec(touching), {}, [](StepExecution& execution) { execution.cancel(); });
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_FALSE(QFile::exists(folder.filePath(QStringLiteral("ran"))));
}

TEST_F(ShellTest, DeadlineEndsAnEndlessProgram)
{
    QElapsedTimer timer;
    timer.start();
    const StepOutcome outcome = run(stepSpec({QStringLiteral("sleep"), QStringLiteral("300")}, 300));
    EXPECT_EQ(outcome.state, StepState::TimedOut);
    EXPECT_LT(timer.elapsed(), 2'000);
}

TEST_F(ShellTest, DaemonsThatHideInTheirOwnSessionAreFound)
{
    const auto daemon = script(
        QStringLiteral("setsid setsid sh -c 'trap \"\" TERM HUP; touch up; sleep 300; sleep 300' >/dev/null 2>&1 &"
                       " while ! test -e up; do sleep 0.05; done; echo started"));
    const StepOutcome outcome = run(stepSpec(daemon));
    EXPECT_EQ(outcome.state, StepState::Succeeded);
    EXPECT_EQ(outcome.output, "started\n");
    EXPECT_TRUE(marked(mark).isEmpty());
}

TEST_F(ShellTest, FloodIsCutAndTheProgramStillEnds)
{
    const StepOutcome outcome = run(stepSpec(
        {QStringLiteral("head"), QStringLiteral("-c"), QStringLiteral("100000000"), QStringLiteral("/dev/zero")}));
    EXPECT_EQ(outcome.state, StepState::Succeeded);
    EXPECT_EQ(outcome.output.size(), 8 * 1024 * 1024 + 3) << "and dots";
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("cut at 8 MiB")));
}

TEST_F(ShellTest, DestroyingTheExecutionEndsTheProgram)
{
    const auto step = tryResolve(stepSpec(script(QStringLiteral("trap '' TERM; sleep 300 & sleep 300"))));
    auto execution = executor.start(*step);
    EXPECT_TRUE(waitUntil([&] { return marked(mark).size() >= 2; }));
    execution.reset();
    EXPECT_TRUE(waitUntil([&] { return marked(mark).isEmpty(); }, 1'000));
}

TEST_F(ShellTest, NothingOutlivesAKilledCockpit)
{
    QProcess cockpit;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), QString::fromLatin1(mark));
    cockpit.setProcessEnvironment(environment);
    const auto tree = QStringLiteral("trap '' TERM HUP; setsid sh -c 'sleep 300; sleep 300' & sleep 300 & sleep 300");
    cockpit.start(QStringLiteral(VICTIM), script(tree));
    // HOME is what a step's program inherits, so it marks the whole family; only the cockpit itself is not counted.
    ASSERT_TRUE(waitUntil([&] { return marked(mark).size() >= 6; }, 8'000));
    cockpit.kill();
    ASSERT_TRUE(waitUntil([&] { return cockpit.state() == QProcess::NotRunning; }));
    EXPECT_TRUE(waitUntil([&] { return marked(mark).isEmpty(); }, 2'000));
    for (const qint64 left : marked(mark))
        ::kill(static_cast<pid_t>(left), SIGKILL);
}

TEST_F(ShellTest, ConnectionTestLooksForTheFolder)
{
    ShellConnectionKind kind;
    ResolvedConnection here;
    here.spec.id = QStringLiteral("demo/here");
    EXPECT_TRUE(waitFor(kind.test(here, Milliseconds(1'000))).ok);
    here.spec.settings = {{QStringLiteral("directory"), QStringLiteral("/no/such/folder")}};
    const auto check = waitFor(kind.test(here, Milliseconds(1'000)));
    EXPECT_FALSE(check.ok);
    EXPECT_TRUE(check.sentence.contains(QStringLiteral("/no/such/folder")));
}

}  // namespace

}  // namespace cockpit::test
