// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Runs one destructive step for each operation of a range, several at a time, skipping those whose intent is on the log
// already. Whoever started it may kill it at any moment and start it again. Arguments: profile folder, first operation,
// one past the last; the platform's addresses and the password come by environment.
#include "app/EngineAssembly.h"
#include "app/commands/CommandLoop.h"

#include <QCoreApplication>
#include <QSet>
#include <QTimer>

namespace {

using namespace cockpit;

const QString actor = QStringLiteral("player");
constexpr int atOnce = 6;
constexpr int retryMs = 20;

class Player
{
public:
    Player(Engine& engine, int first, int end)
        : m_engine(engine)
    {
        const QSet<int> begun = intended();
        for (int operation = first; operation < end; ++operation) {
            if (!begun.contains(operation))
                m_left.append(operation);
        }
        QObject::connect(&engine, &Engine::stepFinished, &engine, [this] {
            --m_running;
            next();
        });
    }

    void next()
    {
        while (m_running < atOnce && !m_left.isEmpty()) {
            ++m_running;
            begin(m_left.takeFirst());
        }
        if (m_running == 0 && m_left.isEmpty())
            QTimer::singleShot(0, &m_engine, [] { QCoreApplication::exit(0); });
    }

private:
    QSet<int> intended() const
    {
        QSet<int> begun;
        qint64 after = 0;
        for (;;) {
            const auto events = m_engine.events(after, 5'000);
            if (!events || events->isEmpty())
                return begun;
            for (const Event& event : *events) {
                if (event.type == EventType::StepIntended)
                    begun.insert(event.data.value(QStringLiteral("inputs"))
                                     .toObject()
                                     .value(QStringLiteral("op"))
                                     .toString()
                                     .toInt());
            }
            after = events->last().sequence;
        }
    }

    void begin(int operation)
    {
        static const QStringList kinds{QStringLiteral("sql"), QStringLiteral("redis"), QStringLiteral("http")};
        StepRequest request;
        request.platform = QStringLiteral("fault");
        request.runbook = QStringLiteral("act");
        request.step = kinds.at(operation % 3);
        request.inputs = {{QStringLiteral("op"), QString::number(operation)}};
        m_engine.prepareStep(request, actor).then(&m_engine, [this, operation](const Result<PreparedStep>& prepared) {
            start(operation, prepared);
        });
    }

    void start(int operation, const Result<PreparedStep>& prepared)
    {
        const auto run = prepared ? m_engine.startStep(prepared->token, prepared->expectedText, actor)
                                  : Result<QString>(prepared.error());
        if (run)
            return;
        // Nothing was intended: it may be tried again.
        m_left.append(operation);
        QTimer::singleShot(retryMs, &m_engine, [this] {
            --m_running;
            next();
        });
    }

    Engine& m_engine;
    QList<int> m_left;
    int m_running = 0;
};

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    auto made = EngineAssembly::make({QString::fromLocal8Bit(argv[1]), true, {}});
    if (!made)
        return 2;
    Engine& engine = made.value()->engine();
    const auto bind = [&](const char* slot, const char* kind, const QJsonObject& settings, bool secret) {
        ConnectionSpec spec;
        spec.id = QStringLiteral("fault/") + QLatin1String(slot);
        spec.kind = QString::fromLatin1(kind);
        spec.settings = settings;
        spec.secretStorage = secret ? SecretStorage::Session : SecretStorage::None;
        return runUntilFinished(
                   engine.saveConnection(
                       spec, secret ? std::optional<Secret>(Secret(qgetenv("FAULT_PASSWORD"))) : std::nullopt, actor),
                   Milliseconds{10'000})
            .ok();
    };
    const QString host = QStringLiteral("127.0.0.1");
    if (!bind("db", "postgres",
              {{QStringLiteral("host"), host},
               {QStringLiteral("port"), qEnvironmentVariableIntValue("FAULT_SQL_PORT")},
               {QStringLiteral("database"), qEnvironmentVariable("FAULT_SQL_DATABASE")},
               {QStringLiteral("user"), qEnvironmentVariable("FAULT_SQL_USER")},
               {QStringLiteral("tls"), QStringLiteral("disable")}},
              true) ||
        !bind("cache", "redis",
              {{QStringLiteral("host"), host},
               {QStringLiteral("port"), qEnvironmentVariableIntValue("FAULT_REDIS_PORT")}},
              true) ||
        !bind("api", "http",
              {{QStringLiteral("url"), qEnvironmentVariable("FAULT_URL")},
               {QStringLiteral("authority_file"), qEnvironmentVariable("FAULT_AUTHORITY")}},
              false))
        return 3;
    if (!engine.start(QStringLiteral("watch")) || !engine.snapshot().platform(QStringLiteral("fault")))
        return 4;
    Player player(engine, QByteArray(argv[2]).toInt(), QByteArray(argv[3]).toInt());
    QTimer::singleShot(0, &engine, [&player] { player.next(); });
    const int code = QCoreApplication::exec();
    engine.stop();
    return code;
}
