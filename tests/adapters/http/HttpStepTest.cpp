// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpStep.h"
#include "core/connections/HttpConnection.h"
#include "tests/support/Certificates.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HttpBench.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit::test {

namespace {

class HttpStepTest : public testing::Test
{
protected:
    static StepSpec spec(const QString& method, const QString& path, Danger danger, const QJsonObject& more = {})
    {
        StepSpec step;
        step.id = QStringLiteral("step");
        step.kind = QStringLiteral("http");
        step.connection = QStringLiteral("api");
        step.danger = danger;
        step.deadline = Milliseconds{1'500};
        step.parameters = more;
        step.parameters.insert(QStringLiteral("method"), method);
        step.parameters.insert(QStringLiteral("path"), path);
        return step;
    }
    static InputSpec input(const QString& id, InputSpec::Type type = InputSpec::Type::Text)
    {
        InputSpec input;
        input.id = id;
        input.type = type;
        return input;
    }
    Result<ResolvedStep> resolve(const StepSpec& step, const QMap<QString, QString>& inputs = {})
    {
        return executor.resolve(QStringLiteral("p"), QStringLiteral("r"), step, inputs);
    }
    StepOutcome run(const StepSpec& step, const QMap<QString, QString>& inputs = {})
    {
        const auto resolved = resolve(step, inputs);
        EXPECT_TRUE(resolved.ok()) << (resolved.ok() ? "" : qPrintable(resolved.error().message));
        return runResolved(*resolved);
    }
    StepOutcome runResolved(const ResolvedStep& resolved)
    {
        const auto execution = executor.start(resolved);
        std::optional<StepOutcome> outcome;
        QObject::connect(execution.get(), &StepExecution::finished, execution.get(),
                         [&](const StepOutcome& given) { outcome = given; });
        EXPECT_TRUE(waitUntil([&] { return outcome.has_value(); }));
        return outcome.value_or(StepOutcome{});
    }

    HttpBench bench;
    adapters::http::HttpStep executor{*bench.http, bench.connections};
};

TEST_F(HttpStepTest, ReportsWhatTheServerSaid)
{
    bench.server.setAnswer({200, R"({"queue":3})", {{"Content-Type", "application/json; charset=utf-8"}}, 0, false});
    const StepOutcome outcome = run(spec(QStringLiteral("GET"), QStringLiteral("/api/stats"), Danger::Read));
    EXPECT_EQ(outcome.state, StepState::Succeeded);
    EXPECT_TRUE(outcome.summary.startsWith(QStringLiteral("200 OK in "))) << qPrintable(outcome.summary);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("application/json"))) << qPrintable(outcome.summary);
    EXPECT_EQ(outcome.output, "{\n    \"queue\": 3\n}\n");
    bench.server.setAnswer(404, "no such thing");
    EXPECT_EQ(run(spec(QStringLiteral("GET"), QStringLiteral("/x"), Danger::Read)).state, StepState::Failed);
    EXPECT_EQ(run(spec(QStringLiteral("GET"), QStringLiteral("/x"), Danger::Read,
                       {{QStringLiteral("expect_status"), QJsonArray{404}}}))
                  .state,
              StepState::Succeeded);
    bench.server.setAnswer(403, "");
    EXPECT_TRUE(run(spec(QStringLiteral("GET"), QStringLiteral("/x"), Danger::Read))
                    .summary.contains(QStringLiteral("your key")));
}

TEST_F(HttpStepTest, InputsCannotLeaveTheirPlace)
{
    StepSpec step =
        spec(QStringLiteral("POST"), QStringLiteral("/api/accounts/{{account}}/halt?note={{note}}"), Danger::Write,
             {{QStringLiteral("query"), QJsonObject{{QStringLiteral("by"), QStringLiteral("{{note}}")}}},
              {QStringLiteral("body"), QJsonObject{{QStringLiteral("reason"), QStringLiteral("says: {{note}}")},
                                                   {QStringLiteral("limit"), QStringLiteral("{{limit}}")}}}});
    step.inputs = {input(QStringLiteral("account")), input(QStringLiteral("note")),
                   input(QStringLiteral("limit"), InputSpec::Type::Integer)};
    const QString evil = QStringLiteral("a/b?c=1&d#e \"}{{account}}");
    run(step, {{QStringLiteral("account"), QStringLiteral("a/b?x")},
               {QStringLiteral("note"), evil},
               {QStringLiteral("limit"), QStringLiteral("5")}});
    ASSERT_EQ(bench.server.requests().size(), 1);
    const SeenRequest& seen = bench.server.last();
    EXPECT_TRUE(seen.target.startsWith("/api/accounts/a%2Fb%3Fx/halt?note=")) << seen.target.constData();
    EXPECT_EQ(seen.target.count('&'), 1);
    const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
    EXPECT_EQ(body.value(QStringLiteral("reason")).toString(), QStringLiteral("says: ") + evil);
    EXPECT_EQ(body.value(QStringLiteral("limit")).toDouble(), 5);
    EXPECT_EQ(body.size(), 2);
}

TEST_F(HttpStepTest, ABodyWrittenAsTextKeepsItsShape)
{
    StepSpec step = spec(QStringLiteral("POST"), QStringLiteral("/x"), Danger::Write,
                         {{QStringLiteral("body"), QStringLiteral(R"({"name": "{{name}}", "n": {{n}}})")}});
    step.inputs = {input(QStringLiteral("name")), input(QStringLiteral("n"), InputSpec::Type::Integer)};
    run(step, {{QStringLiteral("name"), QStringLiteral("x\", \"admin\": true, \"y\": \"")},
               {QStringLiteral("n"), QStringLiteral("7")}});
    const QJsonObject body = QJsonDocument::fromJson(bench.server.last().body).object();
    EXPECT_EQ(body.size(), 2);
    EXPECT_EQ(body.value(QStringLiteral("n")).toInt(), 7);
    step.parameters.insert(QStringLiteral("body"), QStringLiteral("{\"name\": {{name}}}"));
    EXPECT_EQ(resolve(step, {{QStringLiteral("name"), QStringLiteral("1")}, {QStringLiteral("n"), QStringLiteral("7")}})
                  .error()
                  .kind,
              ErrorKind::InvalidInput);
}

TEST_F(HttpStepTest, UnfilledAndDangerousPathsAreRefused)
{
    EXPECT_EQ(resolve(spec(QStringLiteral("GET"), QStringLiteral("/x/{{nobody}}"), Danger::Read)).error().kind,
              ErrorKind::InvalidInput);
    for (const char* path : {"/a/../b", "/a/%2e%2E/b", "/a b", "/a\\b", "/a#b", "/a%0d%0aX: 1", "/%"})
        EXPECT_EQ(resolve(spec(QStringLiteral("GET"), QString::fromLatin1(path), Danger::Read)).error().kind,
                  ErrorKind::InvalidInput)
            << path;
    StepSpec step = spec(QStringLiteral("GET"), QStringLiteral("/x/{{a}}"), Danger::Read);
    step.inputs = {input(QStringLiteral("a"))};
    for (const char* value : {"..", ".", "../admin", "..\\admin", "a/../b"})
        EXPECT_EQ(resolve(step, {{QStringLiteral("a"), QString::fromLatin1(value)}}).error().kind,
                  ErrorKind::InvalidInput)
            << value;
}

TEST_F(HttpStepTest, APathNeverChangesTheHost)
{
    const ResolvedConnection api =
        HttpBench::connection(QStringLiteral("https://api.example.test/base"), QStringLiteral("http"));
    for (const char* path : {"//evil.test/x", "https://evil.test/x", "@evil.test", ":1/x", "/x?u=https://evil.test/"}) {
        const auto request = httpRequestFor(api, QString::fromLatin1(path));
        ASSERT_TRUE(request.ok()) << path;
        EXPECT_EQ(request->url.host(), QStringLiteral("api.example.test")) << path;
        EXPECT_EQ(request->url.scheme(), QStringLiteral("https")) << path;
        EXPECT_EQ(request->url.port(), -1) << path;
        EXPECT_TRUE(request->url.path().startsWith(QStringLiteral("/base/"))) << path;
    }
}

TEST_F(HttpStepTest, ALostAnswerToAChangeIsAnUnknownOutcomeSentOnce)
{
    using Behaviour = HostileServer::Behaviour;
    for (const auto behaviour : {Behaviour::CloseAfterRequest, Behaviour::ResetAfterRequest, Behaviour::AcceptSilent,
                                 Behaviour::ShortBody, Behaviour::CutChunk, Behaviour::BodyDrip, Behaviour::NotHttp}) {
        HostileServer hostile(behaviour);
        bench.connect(hostile.url(QString()).toString());
        for (const StepSpec& step :
             {spec(QStringLiteral("POST"), QStringLiteral("/halt"), Danger::Write),
              spec(QStringLiteral("GET"), QStringLiteral("/api/run-migrations"), Danger::Destructive)}) {
            const int before = hostile.requests();
            EXPECT_EQ(run(step).state, StepState::OutcomeUnknown) << static_cast<int>(behaviour);
            EXPECT_EQ(hostile.requests(), before + 1);
        }
        const StepState read = run(spec(QStringLiteral("GET"), QStringLiteral("/x"), Danger::Read)).state;
        EXPECT_TRUE(read == StepState::Failed || read == StepState::TimedOut) << static_cast<int>(behaviour);
    }
    bench.connect(bench.server.urlText());
    for (const int status : {408, 425, 502, 503, 504}) {
        bench.server.setAnswer(status, "");
        EXPECT_EQ(run(spec(QStringLiteral("POST"), QStringLiteral("/halt"), Danger::Write)).state,
                  StepState::OutcomeUnknown)
            << status;
        EXPECT_EQ(run(spec(QStringLiteral("GET"), QStringLiteral("/halt"), Danger::Read)).state, StepState::Failed)
            << status;
    }
    bench.server.setAnswer(500, "");
    EXPECT_EQ(run(spec(QStringLiteral("POST"), QStringLiteral("/halt"), Danger::Write)).state, StepState::Failed);
}

TEST_F(HttpStepTest, ARedirectIsShownAndNotFollowed)
{
    HttpReceiver elsewhere;
    bench.connect(bench.server.urlText(), QStringLiteral("http"), "canary-key");
    const QByteArray to = elsewhere.url(QStringLiteral("/login")).toEncoded();
    bench.server.setAnswer({302, "", {{"Location", to + "?token=canary-token#x"}}, 0, false});
    const StepOutcome read = run(spec(QStringLiteral("GET"), QStringLiteral("/x"), Danger::Read));
    EXPECT_EQ(read.state, StepState::Failed);
    EXPECT_TRUE(read.summary.contains(QString::fromLatin1(to) + QStringLiteral(", not followed; the key was not sent")))
        << qPrintable(read.summary);
    EXPECT_FALSE(read.summary.contains(QStringLiteral("canary")));
    const StepOutcome change = run(spec(QStringLiteral("POST"), QStringLiteral("/x"), Danger::Write));
    EXPECT_EQ(change.state, StepState::Failed);
    EXPECT_TRUE(change.summary.contains(QStringLiteral("look whether it took effect"))) << qPrintable(change.summary);
    const QJsonObject expected{{QStringLiteral("expect_status"), 302}};
    EXPECT_EQ(run(spec(QStringLiteral("GET"), QStringLiteral("/x"), Danger::Read, expected)).state,
              StepState::Succeeded);
    bench.server.setAnswer({308, "", {{"Location", "/\x1b[31m<b>\xe2\x80\xae"}}, 0, false});
    const QString hostile = run(spec(QStringLiteral("GET"), QStringLiteral("/x"), Danger::Read)).summary;
    EXPECT_FALSE(hostile.contains(QChar(0x1b)) || hostile.contains(QChar(0x202e))) << qPrintable(hostile);
    EXPECT_EQ(elsewhere.connections(), 0);
}

TEST_F(HttpStepTest, NothingLeavesBeforeTheEventLoopOrAfterACancel)
{
    const auto resolved = resolve(spec(QStringLiteral("POST"), QStringLiteral("/halt"), Danger::Write));
    ASSERT_TRUE(resolved.ok());
    int finished = 0;
    const auto execution = executor.start(*resolved);
    QObject::connect(execution.get(), &StepExecution::finished, execution.get(), [&](const StepOutcome& outcome) {
        ++finished;
        EXPECT_EQ(outcome.state, StepState::Cancelled);
    });
    execution->cancel();
    execution->cancel();
    QTest::qWait(50);
    EXPECT_EQ(finished, 1);
    EXPECT_EQ(bench.server.connections(), 0);
}

TEST_F(HttpStepTest, AnApprovalIsBoundToTheAddress)
{
    const auto resolved = resolve(spec(QStringLiteral("POST"), QStringLiteral("/halt"), Danger::Write));
    HttpReceiver other;
    bench.connect(other.urlText());
    EXPECT_NE(resolve(resolved->spec)->digest, resolved->digest);
    const auto execution = executor.start(*resolved);
    std::optional<StepOutcome> outcome;
    QObject::connect(execution.get(), &StepExecution::finished, execution.get(),
                     [&](const StepOutcome& given) { outcome = given; });
    ASSERT_TRUE(waitUntil([&] { return outcome.has_value(); }));
    EXPECT_EQ(outcome->state, StepState::Failed);
    EXPECT_EQ(other.connections() + bench.server.connections(), 0);
}

TEST_F(HttpStepTest, AnotherCertificateThanTheOneShownGetsNothing)
{
    Certificates certificates;
    auto server = std::make_unique<HttpReceiver>(certificates.server(Certificates::Kind::Good));
    const quint16 port = server->port();
    bench.connect(server->urlText(), QStringLiteral("http"), "canary",
                  {{QStringLiteral("authority_file"), certificates.authorityFile()}});
    auto resolved = resolve(spec(QStringLiteral("POST"), QStringLiteral("/halt"), Danger::Write));
    ASSERT_TRUE(resolved.ok());
    resolved->approved = waitFor(executor.preview(*resolved))->target;
    EXPECT_EQ(runResolved(*resolved).state, StepState::Succeeded);
    server.reset();
    server = std::make_unique<HttpReceiver>(certificates.server(Certificates::Kind::Renewed), port);
    const StepOutcome outcome = runResolved(*resolved);
    EXPECT_EQ(outcome.state, StepState::Failed);
    EXPECT_TRUE(outcome.summary.contains(QStringLiteral("another certificate"))) << qPrintable(outcome.summary);
    EXPECT_FALSE(waitUntil([&] { return !server->rawBytes().isEmpty(); }, 100)) << server->rawBytes().constData();
    resolved->approved = waitFor(executor.preview(*resolved))->target;
    EXPECT_EQ(runResolved(*resolved).state, StepState::Succeeded) << "once it was looked at again";
}

TEST_F(HttpStepTest, TheLineForATerminalHoldsNoSecret)
{
    ResolvedConnection api =
        HttpBench::connection(bench.server.urlText(QStringLiteral("/base")), QStringLiteral("http"), "canary-key",
                              {{QStringLiteral("auth_header"), QStringLiteral("X-Admin-Key")},
                               {QStringLiteral("auth_scheme"), QStringLiteral("Bearer")}});
    api.spec.secretStorage = SecretStorage::Session;
    bench.connections.put(api);
    StepSpec step = spec(QStringLiteral("POST"), QStringLiteral("/x"), Danger::Write,
                         {{QStringLiteral("body"), QJsonObject{{QStringLiteral("why"), QStringLiteral("{{why}}")}}}});
    step.inputs = {input(QStringLiteral("why"))};
    const auto resolved = resolve(step, {{QStringLiteral("why"), QStringLiteral("it's $HOME `id`")}});
    ASSERT_TRUE(resolved.ok());
    EXPECT_EQ(
        resolved->commandLine,
        QStringLiteral("curl --request POST --max-time 1 --header 'X-Admin-Key: Bearer '\"$COCKPIT_KEY\" --header "
                       "'Content-Type: application/json' --data-raw '{\"why\":\"it'\\''s $HOME `id`\"}' "
                       "http://127.0.0.1:%1/base/x")
            .arg(bench.server.port()));
}

TEST_F(HttpStepTest, ThePreviewShowsWhoAnswersAndSendsNothing)
{
    Certificates certificates;
    HttpReceiver server(certificates.server(Certificates::Kind::Good));
    bench.connect(server.urlText(QStringLiteral("/base")), QStringLiteral("http"), "canary",
                  {{QStringLiteral("authority_file"), certificates.authorityFile()}});
    const auto resolved = resolve(spec(QStringLiteral("POST"), QStringLiteral("/halt"), Danger::Destructive));
    EXPECT_TRUE(resolved->text.startsWith(QStringLiteral("POST https://127.0.0.1:%1/base/halt").arg(server.port())))
        << qPrintable(resolved->text);
    const auto preview = waitFor(executor.preview(*resolved));
    ASSERT_TRUE(preview.ok()) << qPrintable(preview.error().message);
    EXPECT_EQ(preview->target.address, QStringLiteral("127.0.0.1:%1").arg(server.port()));
    EXPECT_EQ(preview->target.serverId.size(), 64);
    EXPECT_TRUE(server.rawBytes().isEmpty());
    HttpReceiver expired(certificates.server(Certificates::Kind::Expired));
    bench.connect(expired.urlText(), QStringLiteral("http"), "canary",
                  {{QStringLiteral("authority_file"), certificates.authorityFile()}});
    EXPECT_FALSE(waitFor(executor.preview(*resolve(resolved->spec))).ok());
}

}  // namespace

}  // namespace cockpit::test
