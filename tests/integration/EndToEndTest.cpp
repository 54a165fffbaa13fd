// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The whole story on real parts: PostgreSQL, Redis, Prometheus, Alertmanager, the simulated platform, and a receiver
// standing in for Slack.
#include "core/base/SafeText.h"
#include "simulator/LocalReceiver.h"
#include "tests/integration/Story.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>

#include <limits>

namespace cockpit::test {
namespace {

const QString outage = QStringLiteral("total_outage");
constexpr int pollingIntervalMs = 5'000;

class EndToEndTest : public testing::Test
{
protected:
    void run(const QString& step, StepState wanted = StepState::Succeeded)
    {
        const auto started = story.runStep(outage, step);
        ASSERT_TRUE(started.ok()) << qPrintable(step) << ": "
                                  << (started.ok() ? "" : qPrintable(started.error().message));
        const auto ended = [&] {
            const StepRunState* state = latest(step);
            if (state && state->phase == StepRunState::Phase::Held && state->heldUntil.isValid())
                static_cast<void>(story.engine().settleStep(*started, step, true, QStringLiteral("test")));
            return state && state->phase == StepRunState::Phase::Finished;
        };
        ASSERT_TRUE(waitUntil(ended, 90'000)) << qPrintable(step);
        EXPECT_EQ(latest(step)->state, wanted) << qPrintable(step) << ": " << qPrintable(latest(step)->summary);
        EXPECT_FALSE(latest(step)->target.address.isEmpty()) << qPrintable(step);
    }
    const StepRunState* latest(const QString& step)
    {
        const Incident* incident = story.incident();
        return incident && !incident->runs.isEmpty() ? incident->runs.last().latest(step) : nullptr;
    }

    TileLevel level(const QString& signal)
    {
        const TileState* tile = story.tile(signal);
        return tile ? tile->level : TileLevel::Pending;
    }

    void loseTheWorkers()
    {
        const QString workers = QStringLiteral("broker_workers");
        const auto calm = [&] {
            return level(workers) == TileLevel::Ok && level(QStringLiteral("open_records")) != TileLevel::Pending;
        };
        ASSERT_TRUE(waitUntil(calm, 30'000));
        QElapsedTimer sinceDeath;
        sinceDeath.start();
        ASSERT_TRUE(story.platforms()
                        .platform(QStringLiteral("just-trades"))
                        ->setScenario(QStringLiteral("workers-dead"))
                        .ok());
        ASSERT_TRUE(waitUntil([&] { return level(workers) == TileLevel::Alert; }, 2 * pollingIntervalMs + 1'000));
        EXPECT_LE(sinceDeath.elapsed(), 2 * pollingIntervalMs) << "a red tile within two polling intervals";
        RecordProperty("red_tile_ms", static_cast<int>(sinceDeath.elapsed()));
        const auto declared = [&] {
            return story.incident() && story.incident()->state == IncidentState::Declared &&
                   story.incident()->severity == QStringLiteral("SEV-1");
        };
        ASSERT_TRUE(waitUntil(declared, 30'000));
        EXPECT_EQ(story.incident()->runbook, outage);
        id = story.incident()->id;
    }

    /// Prometheus saw the workers die as well, and Alertmanager says so: of the same incident, not of one more.
    void hearFromMonitoring()
    {
        const auto joined = [&] {
            const auto events = story.engine().events(0, 10'000);
            return events.ok() && std::any_of(events->begin(), events->end(), [&](const Event& event) {
                       return event.type == EventType::AlertFired && event.incident == id &&
                              event.data.value(QStringLiteral("feed")) == QStringLiteral("alertmanager");
                   });
        };
        ASSERT_TRUE(waitUntil(joined, 40'000));
        EXPECT_EQ(story.engine().snapshot().incidents.size(), 1) << "one cause, one incident";
        const auto counted = [&] {
            return !story.engine()
                        .points(QStringLiteral("just-trades"), QStringLiteral("order_rate"), 0,
                                std::numeric_limits<qint64>::max())
                        .isEmpty();
        };
        EXPECT_TRUE(waitUntil(counted, 40'000)) << "PromQL over the server's API";
    }

    void answer()
    {
        ASSERT_TRUE(story.engine().acknowledge(id, QStringLiteral("test")).ok());
        NotifyRequest page;
        page.incident = id;
        page.role = QStringLiteral("on_call");
        page.kind = QStringLiteral("page");
        const auto queued = story.engine().notify(page, QStringLiteral("test"));
        ASSERT_TRUE(queued.ok()) << qPrintable(queued.error().message);
        const auto delivered = [&] {
            return story.incident()->notification(*queued)->phase == NotificationState::Phase::Delivered;
        };
        ASSERT_TRUE(waitUntil(delivered, 15'000));
        ASSERT_EQ(story.platforms().receiver().messages().size(), 1);
        EXPECT_TRUE(story.platforms().receiver().messages().first().body.contains("SEV-1"));
    }

    void workThrough()
    {
        for (const char* step : {"health", "broker_status", "database_probe", "cache_probe", "recent_failures"})
            run(QString::fromLatin1(step));
        const QString restart = QStringLiteral("restart_workers");
        run(restart);
        ASSERT_TRUE(waitUntil([&] { return !latest(restart)->verdict.isEmpty(); }, 120'000));
        EXPECT_EQ(latest(restart)->verdict, QStringLiteral("worked"));
        run(QStringLiteral("close_stale_records"));
        EXPECT_EQ(latest(QStringLiteral("close_stale_records"))->affected, 7);
        ASSERT_TRUE(waitUntil([&] { return story.incident()->alerts.isEmpty(); }, 120'000));
        ASSERT_TRUE(story.engine().resolve(id, QStringLiteral("workers restarted"), QStringLiteral("test")).ok());
    }

    void writeItUp()
    {
        EvidenceRequest evidence;
        evidence.incident = id;
        evidence.bytes = "what the release note said";
        evidence.name = QStringLiteral("note.txt");
        evidence.source = QStringLiteral("text");
        ASSERT_TRUE(story.engine().addEvidence(evidence, QStringLiteral("test")).ok());
        const QString file = story.profileDirectory() + QStringLiteral("/postmortem.html");
        const auto written =
            waitFor(story.engine().exportPostmortem(id, QStringLiteral("html"), file, QStringLiteral("test")), 30'000);
        ASSERT_TRUE(written.ok()) << qPrintable(written.error().message);
        QFile exported(file);
        ASSERT_TRUE(exported.open(QIODevice::ReadOnly));
        EXPECT_TRUE(exported.readAll().contains("All broker workers are dead"));
    }

    void checkOrder()
    {
        const QStringList order{QStringLiteral("incident_declared"),      QStringLiteral("incident_acknowledged"),
                                QStringLiteral("notification_queued"),    QStringLiteral("notification_attempted"),
                                QStringLiteral("notification_delivered"), QStringLiteral("run_started"),
                                QStringLiteral("step_intended"),          QStringLiteral("step_finished"),
                                QStringLiteral("step_verdict"),           QStringLiteral("incident_resolved"),
                                QStringLiteral("evidence_added"),         QStringLiteral("postmortem_exported")};
        const auto events = story.engine().events(0, 10'000);
        ASSERT_TRUE(events.ok());
        qsizetype next = 0;
        qint64 sequence = 0;
        for (const Event& event : *events) {
            EXPECT_EQ(event.sequence, ++sequence);
            if (next < order.size() && event.typeName == order.at(next))
                ++next;
        }
        EXPECT_EQ(next, order.size()) << "missing or out of order: " << qPrintable(order.value(next));
    }

    Story story;
    QString id;
};

TEST_F(EndToEndTest, FromDeadWorkersToAnExportedPostmortem)
{
    story.open();
    loseTheWorkers();
    if (HasFatalFailure())
        return;
    answer();
    if (HasFatalFailure())
        return;
    hearFromMonitoring();
    if (HasFatalFailure())
        return;
    workThrough();
    if (HasFatalFailure())
        return;
    writeItUp();
    const auto report = waitFor(story.engine().verifyLog());
    EXPECT_TRUE(report.intact) << qPrintable(report.reason);
    checkOrder();
}

}  // namespace
}  // namespace cockpit::test
