// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Steps against real servers print twelve secrets in six encodings; then everything the cockpit wrote or showed is
// searched for them.
#include "app/EngineAssembly.h"
#include "app/Logging.h"
#include "simulator/servers/ThrowAwayPostgres.h"
#include "simulator/servers/ThrowAwayRedis.h"
#include "tests/masking/Plants.h"
#include "tests/support/HttpReceiver.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>

namespace cockpit::test {

namespace {

const QString actor = QStringLiteral("test");

const char* const playbook = R"(apiVersion: incident-cockpit/v1
kind: Playbook
metadata: {id: planted, title: Planted secrets, environment: demo}
connections:
  host: {kind: shell}
  page: {kind: http}
  sql: {kind: postgres}
  store: {kind: redis}
  receiver: {kind: webhook}
  db: {kind: http}
  cache: {kind: http}
  api: {kind: http}
  hook: {kind: http}
  mail: {kind: http}
  railway: {kind: http}
  bot: {kind: http}
  pager: {kind: http}
  signer: {kind: http}
  certificate: {kind: http}
  broker: {kind: http}
  metrics: {kind: http}
severities:
  - {id: P1, title: Outage, respond_within: 0m}
  - {id: P2, title: Trouble, respond_within: 1h}
runbooks:
  - id: leak
    steps:
      - {id: shell, kind: shell, on: host, danger: read, argv: [sh, print.sh]}
      - {id: secret, kind: shell, on: host, danger: read, argv: [sh, wait.sh], secret_environment: {RAILWAY_TOKEN: railway, DB: db}}
      - {id: http, kind: http, on: page, danger: read, path: /page}
      - {id: failing, kind: http, on: page, danger: read, path: /failing}
      - {id: sql, kind: sql, on: sql, danger: read, run: "SELECT name, form FROM planted"}
      - {id: bad_sql, kind: sql, on: sql, danger: read, run: "SELECT form::integer FROM planted"}
      - {id: redis, kind: redis, on: store, danger: read, run: [LRANGE, planted, "0", "-1"]}
      - id: echo
        kind: shell
        on: host
        danger: read
        inputs: [{id: word}]
        argv: [printf, "%s", "{{word}}"]
)";

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray allForms()
{
    QByteArray all;
    for (const auto& [name, secret] : plants()) {
        for (const QByteArray& form : printedForms(secret))
            all += form + '\n';
    }
    return all;
}

class PlantedSecretsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        write(QStringLiteral("profile/playbooks/planted/playbook.yaml"), playbook);
        startServers();
        writeScripts();
        auto made = EngineAssembly::make({profile(), true, redactor});
        ASSERT_TRUE(made.ok()) << qPrintable(made.error().message);
        assembly = std::move(made.value());
        ASSERT_TRUE(assembly->warnings().isEmpty()) << qPrintable(assembly->warnings().join(QLatin1Char('\n')));
        logging = std::make_unique<Logging>(assembly->logDirectory(), redactor);
        bindAll();
        QObject::connect(
            &engine(), &Engine::stepOutput, &engine(),
            [this](const QString&, const QString&, const QString& text) { screen += text.toUtf8() + '\n'; });
        QObject::connect(&engine(), &Engine::stepFinished, &engine(),
                         [this](const QString&, const QString&, const StepOutcome& outcome) { take(outcome); });
        ASSERT_TRUE(engine().start(QStringLiteral("test")).ok());
    }

    void TearDown() override
    {
        if (assembly)
            engine().stop();
        logging.reset();
        assembly.reset();
        if (postgres)
            static_cast<void>(waitFor(postgres->stop()));
        if (redis)
            static_cast<void>(waitFor(redis->stop()));
    }

    Engine& engine() { return assembly->engine(); }
    QString profile() const { return folder.filePath(QStringLiteral("profile")); }

    void write(const QString& name, const QByteArray& bytes)
    {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void startServers()
    {
        QByteArray script = "CREATE TABLE planted (name text, form text);\n";
        QByteArrayList seed;
        for (const auto& [name, secret] : plants()) {
            for (const QByteArray& form : printedForms(secret)) {
                script += "INSERT INTO planted VALUES ('" + name.toUtf8() + "', '" +
                          QByteArray(form).replace("'", "''") + "');\n";
                if (!form.contains(' ') && !form.contains('\n') && !form.contains('\t'))
                    seed.append("RPUSH planted " + form);
            }
        }
        ThrowAwayPostgresOptions options;
        options.script = script;
        postgres = std::make_unique<ThrowAwayPostgres>(options);
        const auto sql = waitFor(postgres->start(), 60'000);
        ASSERT_TRUE(sql.ok()) << qPrintable(sql.error().message);
        sqlAddress = *sql;
        redis = std::make_unique<ThrowAwayRedis>(seed);
        const auto store = waitFor(redis->start(), 60'000);
        ASSERT_TRUE(store.ok()) << qPrintable(store.error().message);
        redisAddress = *store;
        pages.setHandler([](const SeenRequest& request) {
            ScriptedAnswer answer;
            answer.status = request.target.startsWith("/page") ? 200 : 500;
            answer.body = "{\"x\": 1}\n" + allForms();
            answer.headers = {{"X-Debug", plants().at(2).second}};
            return answer;
        });
    }

    void writeScripts()
    {
        // Each form whole, then each in two pieces with a pause between, so that they come by two reads; with colours.
        const QByteArray forms = allForms();
        write(QStringLiteral("work/forms"), forms);
        QByteArray script = "cat forms\ncat forms >&2\n";
        int number = 0;
        for (const auto& [name, secret] : plants()) {
            write(QStringLiteral("work/a%1").arg(number), secret.left(secret.size() / 2));
            write(QStringLiteral("work/b%1").arg(number), secret.mid(secret.size() / 2) + '\n');
            const QByteArray id = QByteArray::number(number++);
            script += "cat a" + id + "; sleep 0.15; cat b" + id + "\n";
            script += "printf '\\033[31m'; cat a" + id + "; printf '\\033[1m'; cat b" + id + "; printf '\\033[0m'\n";
        }
        write(QStringLiteral("work/print.sh"), script);
        write(QStringLiteral("work/wait.sh"),
              "echo up; while ! test -e go; do sleep 0.05; done; echo \"$RAILWAY_TOKEN\"; echo \"$DB\"; env\n");
    }

    void bind(const QString& slot, const QString& kind, const QJsonObject& settings, const Secret& secret)
    {
        ConnectionSpec spec;
        spec.id = QStringLiteral("planted/") + slot;
        spec.kind = kind;
        spec.environment = Environment::Demo;
        spec.settings = settings;
        spec.secretStorage = secret.isEmpty() ? SecretStorage::None : SecretStorage::Session;
        const auto saved = waitFor(
            engine().saveConnection(spec, secret.isEmpty() ? std::nullopt : std::optional<Secret>(secret), actor));
        ASSERT_TRUE(saved.ok()) << qPrintable(saved.error().message);
    }

    void bindAll()
    {
        bind(QStringLiteral("host"), QStringLiteral("shell"),
             {{QStringLiteral("directory"), folder.filePath(QStringLiteral("work"))}}, Secret());
        const QJsonObject page{{QStringLiteral("url"), pages.urlText()}};
        for (const auto& [name, secret] : plants())
            bind(name, QStringLiteral("http"), page, Secret(secret));
        bind(QStringLiteral("page"), QStringLiteral("http"), page, Secret(plants().at(2).second));
        bind(QStringLiteral("receiver"), QStringLiteral("webhook"), {},
             Secret(pages.urlText(QStringLiteral("/in")).toUtf8()));
        bind(QStringLiteral("sql"), QStringLiteral("postgres"),
             {{QStringLiteral("host"), sqlAddress.host},
              {QStringLiteral("port"), sqlAddress.port},
              {QStringLiteral("database"), sqlAddress.database},
              {QStringLiteral("user"), sqlAddress.user},
              {QStringLiteral("tls"), QStringLiteral("disable")}},
             sqlAddress.password);
        bind(QStringLiteral("store"), QStringLiteral("redis"),
             {{QStringLiteral("host"), redisAddress.host},
              {QStringLiteral("port"), redisAddress.port},
              {QStringLiteral("tls"), false}},
             redisAddress.password);
    }

    void take(const StepOutcome& outcome)
    {
        ++ended;
        screen += outcome.summary.toUtf8() + '\n' + outcome.output + '\n';
        if (outcome.table) {
            screen += QJsonDocument(outcome.table->toJson()).toJson();
            screen += outcome.table->toCsv();
        }
    }

    void run(const char* step, const QMap<QString, QString>& inputs = {}, const std::function<void()>& meanwhile = {})
    {
        const int before = ended;
        const auto prepared = waitFor(engine().prepareStep({incident, QStringLiteral("planted"), QStringLiteral("leak"),
                                                            QString::fromLatin1(step), inputs},
                                                           actor),
                                      30'000);
        ASSERT_TRUE(prepared.ok()) << step << ": " << qPrintable(prepared.error().message);
        const auto started = engine().startStep(prepared->token, QStringLiteral("yes"), actor);
        ASSERT_TRUE(started.ok()) << step << ": " << qPrintable(started.error().message);
        if (meanwhile)
            meanwhile();
        ASSERT_TRUE(waitUntil([&] { return ended > before; }, 60'000)) << step;
    }

    void lookAtProcesses()
    {
        ASSERT_TRUE(waitUntil([&] { return screen.contains("up"); }, 20'000));
        for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            if (name.toLongLong() > 0)
                commandLines += contents(QStringLiteral("/proc/%1/cmdline").arg(name)) + '\n';
        }
        write(QStringLiteral("work/go"), "x");
    }

    void writeEverywhereElse()
    {
        const QString all = QString::fromUtf8(allForms());
        const auto added = engine().note(incident, all, actor);
        EXPECT_TRUE(added.ok());
        EXPECT_TRUE(engine().changeSeverity(incident, QStringLiteral("P2"), all, actor).ok());
        EvidenceRequest evidence;
        evidence.incident = incident;
        evidence.bytes = allForms();
        evidence.name = QStringLiteral("chat.txt");
        evidence.type = QStringLiteral("text/plain");
        EXPECT_TRUE(engine().addEvidence(evidence, actor).ok());
        NotifyRequest message;
        message.incident = incident;
        message.channel = QStringLiteral("planted/receiver");
        message.kind = QStringLiteral("update");
        message.title = QString::fromUtf8(plants().first().second);
        message.body = all;
        const auto queued = engine().notify(message, actor);
        EXPECT_TRUE(queued.ok()) << qPrintable(queued.error().message);
        EXPECT_TRUE(waitUntil([&] { return pages.rawBytes().contains("POST /in"); }, 20'000));
        const auto draft = engine().postmortemDraft(incident);
        ASSERT_TRUE(draft.ok());
        EXPECT_TRUE(engine().savePostmortem(incident, *draft + QLatin1Char('\n') + all, actor).ok());
        qInfo("%s", allForms().constData());
    }

    QByteArray pdfText(const QString& file)
    {
        QProcess tool;
        tool.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file, QStringLiteral("-")});
        EXPECT_TRUE(waitUntil([&] { return tool.state() == QProcess::NotRunning; }, 20'000));
        return tool.readAllStandardOutput();
    }

    void expectNone(const char* place, const QByteArray& bytes, bool mustHoldMask = true)
    {
        const QStringList found = findPlants(bytes);
        std::cout << place << ": " << bytes.size() << " bytes, " << found.size() << " hits" << std::endl;
        for (const QString& one : found) {
            const auto at = bytes.indexOf(one.section(QStringLiteral(": "), 1).toUtf8());
            std::cout << "   …" << bytes.mid(std::max<qsizetype>(0, at - 60), 160).constData() << std::endl;
        }
        EXPECT_TRUE(found.isEmpty()) << place << "\n" << qPrintable(found.join(QLatin1Char('\n')).left(1'500));
        if (mustHoldMask) {
            EXPECT_TRUE(bytes.contains("\u2022\u2022\u2022")) << place << ": was anything printed at all?";
        }
    }

    QTemporaryDir folder;
    HttpReceiver pages;
    std::unique_ptr<ThrowAwayPostgres> postgres;
    std::unique_ptr<ThrowAwayRedis> redis;
    ServerAddress sqlAddress;
    ServerAddress redisAddress;
    std::shared_ptr<Redactor> redactor = std::make_shared<Redactor>();
    std::unique_ptr<EngineAssembly> assembly;
    std::unique_ptr<Logging> logging;
    QString incident;
    QByteArray screen;
    QByteArray commandLines;
    int ended = 0;
};

TEST_F(PlantedSecretsTest, TwelveSecretsInSixEncodingsLeaveNoTrace)
{
    const auto declared =
        engine().declare({QStringLiteral("planted"), QStringLiteral("P1"), QString::fromUtf8(plants().at(1).second),
                          QString::fromUtf8(allForms()), QStringLiteral("leak")},
                         actor);
    ASSERT_TRUE(declared.ok()) << qPrintable(declared.error().message);
    incident = *declared;
    for (const char* step : {"shell", "http", "failing", "sql", "bad_sql", "redis"})
        ASSERT_NO_FATAL_FAILURE(run(step));
    ASSERT_NO_FATAL_FAILURE(run("secret", {}, [&] { lookAtProcesses(); }));
    ASSERT_NO_FATAL_FAILURE(run("echo", {{QStringLiteral("word"), QString::fromUtf8(plants().at(2).second)}}));
    ASSERT_NO_FATAL_FAILURE(writeEverywhereElse());

    for (const char* format : {"md", "html", "pdf"}) {
        const QString name = QString::fromLatin1(format);
        const QString file = folder.filePath(QStringLiteral("postmortem.") + name);
        const auto written = waitFor(engine().exportPostmortem(incident, name, file, actor), 60'000);
        EXPECT_TRUE(written.ok()) << qPrintable(written.error().message);
        expectNone(format, name == QLatin1String("pdf") ? pdfText(file) : contents(file));
    }
    expectNone("what was given to the screen", screen);
    expectNone("command lines of all processes", commandLines, false);
    EXPECT_TRUE(commandLines.contains("wait.sh"));

    QByteArray database;
    QByteArray evidence;
    QByteArray logs;
    QByteArray rest;
    QDirIterator files(profile(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        QByteArray& place = file.contains(QLatin1String("/evidence/"))                                       ? evidence
                            : file.contains(QLatin1String("/logs/"))                                         ? logs
                            : file.contains(QLatin1String(".sqlite")) || file.contains(QLatin1String(".db")) ? database
                                                                                                             : rest;
        place += contents(file) + '\n';
    }
    expectNone("the incident log with its write-ahead log", database);
    expectNone("the evidence", evidence);
    expectNone("the program's log", logs);
    expectNone("everything else in the profile", rest, false);
}

}  // namespace

}  // namespace cockpit::test
