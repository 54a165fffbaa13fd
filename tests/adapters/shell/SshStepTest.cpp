// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/SshConnectionKind.h"
#include "tests/adapters/shell/ShellBench.h"
#include "tests/adapters/shell/SshServer.h"

namespace cockpit::test {

using namespace adapters::shell;

namespace {

class SshTest : public ShellTest
{
protected:
    void SetUp() override
    {
        ShellTest::SetUp();
        ASSERT_TRUE(server.start()) << server.log().constData();
        bind(server.connection(QStringLiteral("demo/here"), folder.path()));
    }

    void bind(const ConnectionSpec& spec) { connections.put({spec, Secret()}); }

    bool ran() const { return QFile::exists(folder.filePath(QStringLiteral("ran"))); }

    ConnectionCheck check()
    {
        return waitFor(
            SshConnectionKind().test({*connections.find(QStringLiteral("demo/here")), Secret()}, Milliseconds(10'000)),
            15'000);
    }

    SshServer server;
};

TEST_F(SshTest, RunsInItsFolderAndReportsCodeAndOutput)
{
    const StepOutcome outcome = run(stepSpec(script(QStringLiteral("pwd; echo oops >&2; env; exit 7"))));
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_EQ(outcome.summary, QStringLiteral("exit code 7"));
    EXPECT_TRUE(outcome.output.startsWith(folder.path().toUtf8() + "\n")) << outcome.output.constData();
    EXPECT_TRUE(outcome.output.contains("oops"));
    EXPECT_TRUE(outcome.output.contains(mark));
    EXPECT_FALSE(outcome.output.contains("debug1")) << "ssh's own messages are not the program's";
    EXPECT_EQ(streamed, outcome.output);
}

TEST_F(SshTest, EveryArgumentArrivesAsItWas)
{
    QString all;
    for (ushort c = 1; c < 0x100; ++c)
        all += QChar(c);
    for (const QString& value :
         {all, QStringLiteral("a b; touch ran $(touch ran) `touch ran` & | > x"), QStringLiteral("'\"\\\n*?[!]{}~#"),
          QString(), QStringLiteral("--"), QStringLiteral("\u20ac \U0001F6A8")}) {
        StepSpec spec = stepSpec({QStringLiteral("printf"), QStringLiteral("<%s>"), QStringLiteral("x={{value}}"),
                                  QStringLiteral("{{value}}")});
        InputSpec input;
        input.id = QStringLiteral("value");
        input.required = false;
        spec.inputs = {input};
        EXPECT_EQ(run(spec, {{QStringLiteral("value"), value}}).output.toStdString(),
                  QStringLiteral("<x=%1><%1>").arg(value).toStdString());
    }
    EXPECT_FALSE(ran());
}

TEST_F(SshTest, StandardInputIsPassedOnAndEnds)
{
    StepSpec spec = stepSpec({QStringLiteral("cat")});
    EXPECT_EQ(run(spec).output, "");
    spec.parameters.insert(QStringLiteral("stdin"), QStringLiteral("\n  one \\n $HOME\n\ntwo\u20ac"));
    EXPECT_EQ(run(spec).output, QStringLiteral("\n  one \\n $HOME\n\ntwo\u20ac\n").toUtf8());
}

TEST_F(SshTest, WhoAnswersIsReadFromTheConnection)
{
    const auto step = tryResolve(stepSpec(script(QStringLiteral("touch ran"))));
    const auto preview = waitFor(executor.preview(*step), 20'000);
    ASSERT_TRUE(preview.ok()) << qPrintable(preview.error().message);
    EXPECT_EQ(preview->target.address, QStringLiteral("127.0.0.1:%1").arg(server.port()));
    EXPECT_EQ(preview->target.name, folder.path());
    EXPECT_FALSE(preview->target.role.isEmpty());
    EXPECT_TRUE(preview->target.serverId.startsWith(QStringLiteral("SHA256:"))) << qPrintable(preview->target.serverId);
    EXPECT_FALSE(ran()) << "a preview runs nothing";
    EXPECT_TRUE(step->commandLine.startsWith(QStringLiteral("ssh -p %1 -i ").arg(server.port())));
    EXPECT_TRUE(check().ok) << qPrintable(check().sentence);
}

TEST_F(SshTest, AChangedOrUnknownHostKeyIsRefusedBeforeAnythingRuns)
{
    server.trust(false);
    const StepOutcome changed = run(stepSpec(script(QStringLiteral("touch ran"))));
    EXPECT_EQ(changed.state, StepState::Failed);
    EXPECT_TRUE(changed.summary.contains(QStringLiteral("shows another host key"))) << qPrintable(changed.summary);
    EXPECT_TRUE(changed.summary.contains(QStringLiteral("nothing was sent")));
    QFile::resize(server.path("known_hosts"), 0);
    const StepOutcome unknown = run(stepSpec(script(QStringLiteral("touch ran"))));
    EXPECT_EQ(unknown.state, StepState::Failed);
    EXPECT_TRUE(unknown.summary.contains(QStringLiteral("is not in"))) << qPrintable(unknown.summary);
    EXPECT_EQ(check().errorKind, ErrorKind::Refused);
    EXPECT_FALSE(ran());
}

TEST_F(SshTest, AnotherTargetThanTheOneLookedAtIsRefused)
{
    auto step = tryResolve(stepSpec(script(QStringLiteral("touch ran"))));
    step->approved = waitFor(executor.preview(*step), 20'000)->target;
    step->approved->serverId = QStringLiteral("SHA256:another");
    const auto execution = executor.start(*step);
    StepOutcome outcome;
    bool ended = false;
    QObject::connect(execution.get(), &StepExecution::finished, execution.get(), [&](const StepOutcome& given) {
        outcome = given;
        ended = true;
    });
    ASSERT_TRUE(waitUntil([&] { return ended; }, 20'000));
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("nothing was sent"))) << qPrintable(outcome.summary);
    EXPECT_FALSE(ran());
}

TEST_F(SshTest, WhoIsNotLetInAndWhoDoesNotListenIsSaid)
{
    ConnectionSpec spec = server.connection(QStringLiteral("demo/here"), {});
    spec.settings.insert(QStringLiteral("key_file"), server.path("other"));
    bind(spec);
    const ConnectionCheck denied = check();
    EXPECT_EQ(denied.errorKind, ErrorKind::Unauthorized);
    EXPECT_TRUE(denied.sentence.contains(QStringLiteral("passwords are not supported"))) << qPrintable(denied.sentence);
    spec.settings.insert(QStringLiteral("port"), 1);
    bind(spec);
    EXPECT_TRUE(check().sentence.contains(QStringLiteral("refuses the connection"))) << qPrintable(check().sentence);
    for (const char* host : {"-oProxyCommand=touch", "a b", "", "$(x)"}) {
        spec.settings.insert(QStringLiteral("host"), QString::fromLatin1(host));
        bind(spec);
        EXPECT_EQ(check().errorKind, ErrorKind::InvalidInput) << host;
    }
}

TEST_F(SshTest, ASecretGoesThereByStandardInputAndNoCommandLineOnEitherSide)
{
    ResolvedConnection railway;
    railway.spec.id = QStringLiteral("demo/railway");
    railway.spec.secretStorage = SecretStorage::Session;
    railway.secret = Secret("rw $(x) 'token' \\n 7f3a9c");
    connections.put(railway);
    StepSpec spec = stepSpec(script(
        QStringLiteral("echo up; while ! test -e go; do sleep 0.05; done; printf '%s' \"$TOKEN\" > got; cat > in")));
    spec.parameters.insert(QStringLiteral("secret_environment"),
                           QJsonObject{{QStringLiteral("TOKEN"), QStringLiteral("railway")}});
    spec.parameters.insert(QStringLiteral("stdin"), QStringLiteral("YES"));
    EXPECT_TRUE(tryResolve(spec)->commandLine.isEmpty());
    QByteArray seen;
    const StepOutcome outcome = run(spec, {}, [&](StepExecution&) {
        EXPECT_TRUE(waitUntil([&] { return streamed.contains("up"); }, 15'000));
        for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            QFile file(QStringLiteral("/proc/%1/cmdline").arg(name));
            if (file.open(QIODevice::ReadOnly))
                seen += file.readAll();
        }
        QFile go(folder.filePath(QStringLiteral("go")));
        EXPECT_TRUE(go.open(QIODevice::WriteOnly));
    });
    EXPECT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary) << outcome.output.constData();
    QFile got(folder.filePath(QStringLiteral("got")));
    ASSERT_TRUE(got.open(QIODevice::ReadOnly));
    EXPECT_EQ(got.readAll(), railway.secret.reveal());
    QFile in(folder.filePath(QStringLiteral("in")));
    ASSERT_TRUE(in.open(QIODevice::ReadOnly));
    EXPECT_EQ(in.readAll(), "YES\n");
    EXPECT_TRUE(seen.contains("COCKPIT_RUN"));
    EXPECT_FALSE(seen.contains("7f3a9c"));
}

const char* const stubbornTree =
    "trap '' TERM HUP; sleep 300 & setsid sh -c 'trap \"\" TERM HUP; sleep 300; sleep 300' & "
    "sleep 0.2; echo up; while true; do sleep 1; done";

TEST_F(SshTest, StopLeavesNothingOnTheServer)
{
    qsizetype alive = 0;
    const StepOutcome outcome =
        run(stepSpec(script(QString::fromLatin1(stubbornTree))), {}, [&](StepExecution& execution) {
            EXPECT_TRUE(waitUntil([&] { return streamed.contains("up"); }, 15'000));
            alive = marked(mark).size();
            execution.cancel();
        });
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_GE(alive, 4);
    EXPECT_TRUE(waitUntil([&] { return marked(mark).isEmpty(); }, 5'000));
    std::cout << alive << " remote processes before Stop, " << marked(mark).size() << " after" << std::endl;
}

TEST_F(SshTest, StopIsPoliteFirst)
{
    const auto polite =
        script(QStringLiteral("trap 'echo bye > said; exit 0' TERM; echo up; while true; do sleep 0.1; done"));
    QElapsedTimer timer;
    const StepOutcome outcome = run(stepSpec(polite), {}, [&](StepExecution& execution) {
        EXPECT_TRUE(waitUntil([&] { return streamed.contains("up"); }, 15'000));
        timer.start();
        execution.cancel();
    });
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_LT(timer.elapsed(), 2'500);
    EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("said"))));
}

TEST_F(SshTest, NothingIsLeftWhenTheConnectionIsCut)
{
    const auto step = tryResolve(stepSpec(script(QString::fromLatin1(stubbornTree))));
    auto execution = executor.start(*step);
    QObject::connect(execution.get(), &StepExecution::output, [&](const QByteArray& chunk) { streamed += chunk; });
    EXPECT_TRUE(waitUntil([&] { return streamed.contains("up"); }, 15'000));
    EXPECT_GE(marked(mark).size(), 4);
    execution.reset();
    EXPECT_TRUE(waitUntil([&] { return marked(mark).isEmpty(); }, 10'000)) << marked(mark).size();
}

TEST_F(SshTest, AStreamEndsAtItsTime)
{
    StepSpec spec = stepSpec(script(QStringLiteral("while true; do echo line; sleep 0.05; done")), 2'000);
    spec.parameters.insert(QStringLiteral("stream"), true);
    const StepOutcome outcome = run(spec);
    EXPECT_EQ(outcome.state, StepState::Succeeded);
    EXPECT_EQ(outcome.summary, QStringLiteral("stopped after 2s"));
    EXPECT_TRUE(outcome.output.contains("line\nline\n"));
}

}  // namespace

}  // namespace cockpit::test
