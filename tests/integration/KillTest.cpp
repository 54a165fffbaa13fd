// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// kill -9 of the cockpit at any moment of the story, then a restart: nothing shown as done is missing, a step that was
// running is of unknown outcome, and nothing is sent twice without its key.
#include "simulator/JustTradesSimulator.h"
#include "simulator/StandInTools.h"
#include "tests/integration/Story.h"
#include "tests/support/HttpReceiver.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTimer>

#include <csignal>

namespace cockpit::test {
namespace {

constexpr int kills = 24;
constexpr int firstKillMs = 120;
constexpr int betweenKillsMs = 55;

class KillTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(simulator.listen().ok());
        const StandInTarget target{QStringLiteral(BUILD_DIR "/bin/incident-cockpit"), simulator.url(),
                                   folder.filePath(QStringLiteral("key"))};
        ASSERT_TRUE(writeToolsWithKey(folder.filePath(QStringLiteral("bin")), {QStringLiteral("railway")}, target,
                                      simulator.key())
                        .ok());
    }

    /// Plays on a fresh profile, kills after `afterMs`, and returns what was said to be done.
    QStringList playAndKill(const QString& profile, int afterMs)
    {
        QProcess player;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("STORY_URL"), simulator.url().toString());
        environment.insert(QStringLiteral("STORY_KEY"), simulator.key());
        environment.insert(QStringLiteral("STORY_HOOK"), receiver.urlText(QStringLiteral("/hook")));
        environment.insert(QStringLiteral("STORY_PATH"), folder.filePath(QStringLiteral("bin")));
        player.setProcessEnvironment(environment);
        player.start(QStringLiteral(STORY_PLAYER), {profile});
        QTimer::singleShot(afterMs, &player, [&player] {
            if (player.processId() > 0)
                ::kill(static_cast<pid_t>(player.processId()), SIGKILL);
        });
        EXPECT_TRUE(waitUntil([&] { return player.state() == QProcess::NotRunning; }, 30'000));
        QByteArray said = player.readAllStandardOutput();
        // A line that was cut off was not shown.
        said.truncate(said.lastIndexOf('\n') + 1);
        return QString::fromUtf8(said).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

    void checkShown(const QStringList& said, const Snapshot& snapshot)
    {
        for (const QString& line : said) {
            const QStringList words = line.split(QLatin1Char(' '));
            if (words.first() == QLatin1String("refused"))
                continue;
            ASSERT_EQ(snapshot.incidents.size(), 1) << qPrintable(line);
            const Incident& incident = snapshot.incidents.first();
            const QString& what = words.first();
            if (what == QLatin1String("acknowledged")) {
                EXPECT_TRUE(incident.acknowledgedAt.isValid());
            } else if (what == QLatin1String("resolved")) {
                EXPECT_EQ(incident.state, IncidentState::Resolved);
            } else if (what == QLatin1String("saved")) {
                EXPECT_EQ(incident.postmortem, QStringLiteral("# played"));
            } else if (what == QLatin1String("queued")) {
                EXPECT_NE(incident.notification(words.at(1)), nullptr);
            } else if (what == QLatin1String("intended") || what == QLatin1String("step")) {
                const RunState* run = incident.run(words.at(1));
                const StepRunState* step = run ? run->latest(words.at(2)) : nullptr;
                ASSERT_NE(step, nullptr) << qPrintable(line);
                if (what == QLatin1String("step")) {
                    EXPECT_EQ(step->phase, StepRunState::Phase::Finished) << qPrintable(line);
                }
            }
        }
    }

    SystemClock clock;
    QTemporaryDir folder;
    JustTradesSimulator simulator{clock, {{}, {}, {}, 0, Milliseconds{200}, false}};
    HttpReceiver receiver;
};

TEST_F(KillTest, NothingShownIsLostAndNothingRunsOrIsSentTwiceUnmarked)
{
    int unknown = 0;
    int finished = 0;
    for (int i = 0; i < kills; ++i) {
        const QString profile = folder.filePath(QStringLiteral("profile%1").arg(i));
        const qsizetype before = receiver.requests().size();
        const QStringList said = playAndKill(profile, firstKillMs + i * betweenKillsMs);
        auto made = EngineAssembly::make({profile, true, {}});
        ASSERT_TRUE(made.ok()) << qPrintable(made.error().message);
        Engine& engine = made.value()->engine();
        ConnectionSpec hook;
        hook.id = QStringLiteral("just-trades/hook");
        hook.kind = QStringLiteral("webhook");
        hook.secretStorage = SecretStorage::Session;
        ASSERT_TRUE(waitFor(engine.saveConnection(hook, Secret(receiver.urlText(QStringLiteral("/hook")).toUtf8()),
                                                  QStringLiteral("test")))
                        .ok());
        ASSERT_TRUE(engine.start(QStringLiteral("watch")).ok());
        const auto settled = [&] {
            for (const Incident& incident : engine.snapshot().incidents) {
                for (const NotificationState& state : incident.notifications) {
                    if (state.phase != NotificationState::Phase::Delivered &&
                        state.phase != NotificationState::Phase::Cancelled)
                        return false;
                }
            }
            return true;
        };
        EXPECT_TRUE(waitUntil(settled, 15'000)) << "a queued message is delivered after the restart";
        const Snapshot snapshot = engine.snapshot();
        checkShown(said, snapshot);
        for (const Incident& incident : snapshot.incidents) {
            for (const RunState& run : incident.runs) {
                QSet<QString> seen;
                for (const StepRunState& step : run.steps) {
                    EXPECT_NE(step.phase, StepRunState::Phase::Running) << "nobody runs it any more";
                    EXPECT_FALSE(seen.contains(step.step)) << "run again by itself: " << qPrintable(step.step);
                    seen.insert(step.step);
                    unknown += step.phase == StepRunState::Phase::OutcomeUnknown ? 1 : 0;
                    finished += step.phase == StepRunState::Phase::Finished ? 1 : 0;
                }
            }
        }
        QSet<QByteArray> keys;
        for (const SeenRequest& request : receiver.requests().mid(before)) {
            EXPECT_FALSE(request.header("Idempotency-Key").isEmpty());
            keys.insert(request.header("Idempotency-Key"));
        }
        EXPECT_LE(keys.size(), 1) << "one message, one key, however often it was sent";
        const ChainReport report = waitFor(engine.verifyLog());
        EXPECT_TRUE(report.intact) << qPrintable(report.reason);
        engine.stop();
    }
    RecordProperty("kills", kills);
    RecordProperty("steps_of_unknown_outcome", unknown);
    EXPECT_GT(finished, 0) << "the kills came too early to mean anything";
}

}  // namespace
}  // namespace cockpit::test
