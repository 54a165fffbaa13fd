// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Thousands of destructive steps under lost connections, restarted and swapped servers and kill -9 of the cockpit: each
// is executed at most once, only after its intent, on the approved target, and what the log says of it is true.
#include "adapters/sqlite/SqliteEventStore.h"
#include "tests/faults/FaultServers.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QProcess>
#include <QTimer>

#include <csignal>
#include <iostream>
#include <numeric>

namespace cockpit::test {
namespace {

using Place = FaultServers::Place;

constexpr int players = 4;
constexpr int shortestLifeMs = 2'000;
constexpr int longestLifeMs = 9'000;
constexpr int upsetEveryMs = 2'500;
constexpr int longestPlayMs = 1'400'000;

int operationCount()
{
    const int wanted = qEnvironmentVariableIntValue("COCKPIT_FAULT_STEPS");
    return wanted > 0 ? wanted : 10'000;
}

const QByteArray playbook = R"(apiVersion: incident-cockpit/v1
kind: Playbook
metadata: {id: fault, title: Fault}
connections: {db: {kind: postgres}, cache: {kind: redis}, api: {kind: http}}
severities: [{id: SEV-1, title: Outage, respond_within: 0m}]
runbooks:
  - id: act
    steps:
      - id: sql
        kind: sql
        on: db
        danger: destructive
        inputs: [{id: op, type: integer}]
        preview: SELECT id, note FROM ops WHERE id = {{op}}
        run: UPDATE ops SET runs = runs + 1 WHERE id = {{op}}
      - id: redis
        kind: redis
        on: cache
        danger: destructive
        inputs: [{id: op, type: integer}]
        run: [HINCRBY, ops, "{{op}}", "1"]
      - id: http
        kind: http
        on: api
        danger: destructive
        inputs: [{id: op, type: integer}]
        method: POST
        path: /act
        body: {op: "{{op}}"}
)";

/// What the log of one profile says of one operation.
struct Account {
    int intents = 0;
    QString kind;
    QString text;
    QString run;
    QString serverId;
    QString state;  ///< of the end; empty: none was recorded
};

class StepFaultTest : public testing::Test
{
protected:
    QString profile(int player) const { return folder.filePath(QStringLiteral("profile%1").arg(player)); }

    void writePlaybook(int player) const
    {
        const QString place = profile(player) + QStringLiteral("/playbooks/fault");
        ASSERT_TRUE(QDir().mkpath(place));
        QFile file(place + QStringLiteral("/playbook.yaml"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(playbook);
    }

    /// Runs one player to its end, killing and restarting it as the dice say.
    struct Life {
        QProcess process;
        QTimer killer;
        int kills = 0;
        bool done = false;
    };
    void live(Life& life, int player, int first, int end)
    {
        life.process.setProcessEnvironment(servers->environment());
        life.process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QStringList arguments{profile(player), QString::number(first), QString::number(end)};
        const auto start = [&life, arguments, this] {
            life.process.start(QStringLiteral(STEP_PLAYER), arguments);
            life.killer.start(dice.bounded(shortestLifeMs, longestLifeMs));
        };
        life.killer.setSingleShot(true);
        QObject::connect(&life.killer, &QTimer::timeout, &life.process, [&life] {
            ++life.kills;
            ::kill(static_cast<pid_t>(life.process.processId()), SIGKILL);
        });
        QObject::connect(&life.process, &QProcess::finished, &life.process,
                         [&life, start](int code, QProcess::ExitStatus status) {
                             life.killer.stop();
                             life.done = status == QProcess::NormalExit;
                             if (life.done) {
                                 EXPECT_EQ(code, 0);
                                 return;
                             }
                             start();
                         });
        start();
    }

    /// All players to their ends; how often they were killed.
    int playAll(int operations)
    {
        std::array<Life, players> lives;
        QTimer upsets;
        upsets.setInterval(upsetEveryMs);
        // One at a time: a restart takes a while, and events go on meanwhile.
        upsets.setSingleShot(true);
        QObject::connect(&upsets, &QTimer::timeout, &upsets, [this, &upsets] {
            servers->upset(dice);
            upsets.start();
        });
        upsets.start();
        for (int player = 0; player < players; ++player) {
            writePlaybook(player);
            live(lives.at(static_cast<size_t>(player)), player, operations * player / players,
                 operations * (player + 1) / players);
        }
        const auto done = [&] {
            return std::all_of(lives.begin(), lives.end(), [](const Life& life) { return life.done; });
        };
        EXPECT_TRUE(waitUntil(done, longestPlayMs));
        return std::accumulate(lives.begin(), lives.end(), 0,
                               [](int sum, const Life& life) { return sum + life.kills; });
    }

    QHash<int, Account> accounts(int player)
    {
        const auto store =
            adapters::sqlite::SqliteEventStore::open(profile(player) + QStringLiteral("/log.sqlite"), clock);
        EXPECT_TRUE(store.ok());
        EXPECT_TRUE((*store)->verify()->intact);
        QHash<int, Account> all;
        QHash<QString, int> operationOf;
        for (qint64 after = 0;;) {
            const auto events = (*store)->read(after);
            if (!events || events->isEmpty())
                return all;
            for (const Event& event : *events)
                account(event, all, operationOf);
            after = events->last().sequence;
        }
    }

    static void account(const Event& event, QHash<int, Account>& all, QHash<QString, int>& operationOf)
    {
        const auto field = [&](const char* key) { return event.data.value(QLatin1String(key)).toString(); };
        if (event.type == EventType::StepIntended) {
            const int operation =
                event.data.value(QStringLiteral("inputs")).toObject().value(QStringLiteral("op")).toString().toInt();
            Account& one = all[operation];
            ++one.intents;
            one.kind = field("kind");
            one.text = field("text");
            one.serverId =
                event.data.value(QStringLiteral("target")).toObject().value(QStringLiteral("server_id")).toString();
            operationOf.insert(field("run"), operation);
        } else if (event.type == EventType::StepFinished) {
            all[operationOf.value(field("run"))].state = field("state");
        } else if (event.type == EventType::StepOutcomeUnknown) {
            all[operationOf.value(field("run"))].state = QStringLiteral("outcome_unknown");
        }
    }

    SystemClock clock;
    QTemporaryDir folder;
    QRandomGenerator dice{20260312};
    std::unique_ptr<FaultServers> servers;
};

/// What the two servers of each kind saw.
struct Deeds {
    std::array<QHash<int, int>, 2> counts;
    std::array<QStringList, 2> ids;
};

QHash<QString, Deeds> deedsOn(const FaultServers& servers)
{
    QHash<QString, Deeds> deeds;
    for (const Place place : {Place::Right, Place::Other}) {
        deeds[QStringLiteral("sql")].counts.at(place) = servers.sqlCounts(place);
        deeds[QStringLiteral("sql")].ids.at(place) = QStringList{servers.postgresId(place)};
        deeds[QStringLiteral("redis")].counts.at(place) = servers.redisCounts(place);
        deeds[QStringLiteral("redis")].ids.at(place) = servers.redisIds(place);
        deeds[QStringLiteral("http")].counts.at(place) = servers.httpCounts(place);
        deeds[QStringLiteral("http")].ids.at(place) = QStringList{servers.certificate(place)};
    }
    return deeds;
}

/// How many operations broke each promise.
struct Judgement {
    int notIntendedOnce = 0;
    int twice = 0;
    int unannounced = 0;
    int elsewhere = 0;
    int otherBytes = 0;
    int falseSuccess = 0;
    int falseFailure = 0;
    QMap<QString, int> states;

    void judge(int operation, const Account& one, const QString& kind, const Deeds& deed)
    {
        const int done = deed.counts.at(Place::Right).value(operation) + deed.counts.at(Place::Other).value(operation);
        const bool saysDone = one.state == QLatin1String("succeeded");
        const bool saysUnknown = one.state == QLatin1String("outcome_unknown");
        notIntendedOnce += one.intents == 1 ? 0 : 1;
        twice += done > 1 ? 1 : 0;
        unannounced += done > 0 && one.intents == 0 ? 1 : 0;
        for (const Place place : {Place::Right, Place::Other}) {
            const bool here = deed.counts.at(place).value(operation) > 0;
            elsewhere += here && !deed.ids.at(place).contains(one.serverId) ? 1 : 0;
        }
        otherBytes += one.kind == kind && one.text.contains(QString::number(operation)) ? 0 : 1;
        falseSuccess += saysDone && done == 0 ? 1 : 0;
        falseFailure += !saysDone && !saysUnknown && done > 0 ? 1 : 0;
        ++states[one.state.isEmpty() ? QStringLiteral("no end recorded") : one.state];
    }

    void print() const
    {
        for (auto state = states.begin(); state != states.end(); ++state)
            std::cout << "  " << qPrintable(state.key()) << ": " << state.value() << '\n';
        std::cout << "executed twice " << twice << ", without intent " << unannounced << ", other bytes " << otherBytes
                  << ", on another target " << elsewhere << ", false success " << falseSuccess << ", false failure "
                  << falseFailure << std::endl;
    }
};

TEST_F(StepFaultTest, NoDestructiveStepRunsTwiceUnannouncedOrElsewhere)
{
    const int operations = operationCount();
    servers = std::make_unique<FaultServers>(operations);
    const int kills = playAll(operations);
    QHash<int, Account> all;
    for (int player = 0; player < players; ++player)
        all.insert(accounts(player));
    const QHash<QString, Deeds> deeds = deedsOn(*servers);
    static const QStringList kinds{QStringLiteral("sql"), QStringLiteral("redis"), QStringLiteral("http")};
    Judgement judgement;
    judgement.otherBytes = servers->strangeRequests();
    for (int operation = 0; operation < operations; ++operation) {
        const QString& kind = kinds.at(operation % 3);
        judgement.judge(operation, all.value(operation), kind, deeds[kind]);
    }
    std::cout << operations << " destructive steps, " << kills << " kills of the cockpit, " << servers->cuts()
              << " lost connections, " << servers->misled() << " led to another server\n";
    judgement.print();
    EXPECT_EQ(judgement.notIntendedOnce, 0);
    EXPECT_EQ(judgement.twice, 0);
    EXPECT_EQ(judgement.unannounced, 0);
    EXPECT_EQ(judgement.otherBytes, 0);
    EXPECT_EQ(judgement.elsewhere, 0);
    EXPECT_EQ(judgement.falseSuccess, 0);
    EXPECT_EQ(judgement.falseFailure, 0);
    EXPECT_EQ(judgement.states.value(QStringLiteral("no end recorded")), 0);
    EXPECT_GT(judgement.states.value(QStringLiteral("succeeded")), operations / 2)
        << "the faults left too little to judge";
    EXPECT_GT(kills, 0);
    EXPECT_GT(servers->cuts(), 0);
}

}  // namespace
}  // namespace cockpit::test
