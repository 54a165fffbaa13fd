// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Plays the responder's part of the story on a profile and prints a line for each thing it was told is done. Whoever
// started it may kill it at any moment. Arguments: profile folder; the platform's address and secrets come by
// environment.
#include "app/EngineAssembly.h"
#include "app/commands/CommandLoop.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

#include <functional>

namespace {

using namespace cockpit;

const QString actor = QStringLiteral("player");

class Player
{
public:
    explicit Player(Engine& engine)
        : m_engine(engine)
    {
        QObject::connect(&engine, &Engine::stepFinished, &engine,
                         [this](const QString& run, const QString& step, const StepOutcome&) {
                             say(QStringLiteral("step %1 %2").arg(run, step));
                             nextStep();
                         });
    }

    void play()
    {
        const auto id =
            m_engine.declare({QStringLiteral("just-trades"), QStringLiteral("SEV-1"), QStringLiteral("kill story"),
                              QStringLiteral("test"), QStringLiteral("total_outage")},
                             actor);
        m_incident = id ? *id : QString();
        say(QStringLiteral("declared %1").arg(m_incident));
        if (m_engine.acknowledge(m_incident, actor))
            say(QStringLiteral("acknowledged %1").arg(m_incident));
        NotifyRequest page;
        page.incident = m_incident;
        page.role = QStringLiteral("on_call");
        page.kind = QStringLiteral("page");
        if (const auto sent = m_engine.notify(page, actor))
            say(QStringLiteral("queued %1").arg(*sent));
        nextStep();
    }

private:
    void nextStep()
    {
        const QStringList steps{QStringLiteral("health"), QStringLiteral("broker_status"),
                                QStringLiteral("recent_failures"), QStringLiteral("restart_workers"),
                                QStringLiteral("missed_signals")};
        if (m_next >= steps.size()) {
            finish();
            return;
        }
        const QString step = steps.at(m_next++);
        m_engine
            .prepareStep({m_incident, QStringLiteral("just-trades"), QStringLiteral("total_outage"), step, {}}, actor)
            .then(&m_engine, [this, step](const Result<PreparedStep>& prepared) {
                if (!prepared) {
                    say(QStringLiteral("refused %1 %2").arg(step, prepared.error().message));
                    nextStep();
                    return;
                }
                if (const auto run = m_engine.startStep(prepared->token, QStringLiteral("yes"), actor))
                    say(QStringLiteral("intended %1 %2").arg(*run, step));
            });
    }

    void finish()
    {
        if (m_engine.resolve(m_incident, QStringLiteral("played"), actor))
            say(QStringLiteral("resolved %1").arg(m_incident));
        if (m_engine.savePostmortem(m_incident, QStringLiteral("# played"), actor))
            say(QStringLiteral("saved %1").arg(m_incident));
        QTimer::singleShot(300, &m_engine, [] { QCoreApplication::quit(); });
    }

    void say(const QString& line)
    {
        m_out << line << '\n';
        m_out.flush();
    }

    Engine& m_engine;
    QTextStream m_out{stdout};
    QString m_incident;
    int m_next = 0;
};

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    auto made = EngineAssembly::make({QString::fromLocal8Bit(argv[1]), true, {}});
    if (!made)
        return 2;
    Engine& engine = made.value()->engine();
    const auto bind = [&](const char* slot, const char* kind, const QJsonObject& settings, const char* secretVariable) {
        ConnectionSpec spec;
        spec.id = QStringLiteral("just-trades/") + QLatin1String(slot);
        spec.kind = QString::fromLatin1(kind);
        spec.environment = Environment::Demo;
        spec.settings = settings;
        spec.secretStorage = secretVariable ? SecretStorage::Session : SecretStorage::None;
        const std::optional<Secret> secret =
            secretVariable ? std::optional<Secret>(Secret(qgetenv(secretVariable))) : std::nullopt;
        return runUntilFinished(engine.saveConnection(spec, secret, actor), Milliseconds{5'000}).ok();
    };
    const QString url = qEnvironmentVariable("STORY_URL");
    if (!bind("api", "http",
              {{QStringLiteral("url"), url}, {QStringLiteral("auth_header"), QStringLiteral("X-Admin-Key")}},
              "STORY_KEY") ||
        !bind("hook", "webhook", {}, "STORY_HOOK") ||
        !bind("host", "shell", {{QStringLiteral("path"), qEnvironmentVariable("STORY_PATH")}}, nullptr))
        return 3;
    if (!engine.start(QStringLiteral("watch")))
        return 4;
    Player player(engine);
    QTimer::singleShot(0, &engine, [&player] { player.play(); });
    const int code = QCoreApplication::exec();
    engine.stop();
    return code;
}
