// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// From alerts to incidents: grouping, raising, declaring, and what another system reports.
#include "core/engine/AlertDesk.h"
#include "tests/support/ManualClock.h"
#include "tests/support/MemoryEventStore.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

const QString platform = QStringLiteral("bot");

RuleSpec rule(const char* id, const char* when, const char* severity, const char* group)
{
    RuleSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.title = QStringLiteral("Title of %1").arg(spec.id);
    spec.when = QString::fromLatin1(when);
    spec.severity = QString::fromLatin1(severity);
    spec.group = QString::fromLatin1(group);
    spec.runbook = QStringLiteral("book_of_") + spec.id;
    return spec;
}

std::shared_ptr<Playbook> playbook()
{
    auto book = std::make_shared<Playbook>();
    book->id = platform;
    for (int rank = 0; rank < 3; ++rank) {
        Severity severity;
        severity.id = QStringLiteral("SEV-%1").arg(rank + 1);
        severity.rank = rank;
        book->severities.append(severity);
    }
    for (const char* id : {"queue", "errors"}) {
        SignalSpec signal;
        signal.id = QString::fromLatin1(id);
        book->signalSpecs.append(signal);
    }
    book->rules = {rule("queue_grows", "queue > 50", "SEV-2", "execution"),
                   rule("errors_rise", "errors > 5", "SEV-1", "execution")};
    book->rules[1].action = AlertAction::Declare;
    book->rules[0].alertName = QStringLiteral("QueueGrowing");
    book->severityLabels = {{QStringLiteral("critical"), QStringLiteral("SEV-2")},
                            {QStringLiteral("warning"), QStringLiteral("SEV-3")}};
    return book;
}

ExternalAlert outside(const char* fingerprint, const char* name, const char* severity,
                      ExternalAlert::State state = ExternalAlert::State::Active)
{
    ExternalAlert alert;
    alert.fingerprint = QString::fromLatin1(fingerprint);
    alert.labels = {{QStringLiteral("alertname"), QString::fromLatin1(name)},
                    {QStringLiteral("severity"), QString::fromLatin1(severity)}};
    alert.state = state;
    return alert;
}

class AlertDeskTest : public testing::Test
{
protected:
    AlertDeskTest()
    {
        board.add(*book);
        desk.add(book);
    }

    void read(const char* signal, double value)
    {
        Reading reading;
        reading.platform = platform;
        reading.signal = QString::fromLatin1(signal);
        reading.state = ReadingState::Value;
        reading.value = value;
        reading.at = clock.utcNow();
        board.record(reading);
        ASSERT_TRUE(desk.tick().ok());
    }

    void report(const QList<ExternalAlert>& alerts) { ASSERT_TRUE(desk.takeExternal(platform, alerts).ok()); }
    QList<Incident> incidents()
    {
        QList<Incident> all;
        for (const Incident& incident : log.book().incidents()) {
            if (!incident.id.isEmpty())
                all.append(incident);
        }
        return all;
    }

    ManualClock clock;
    MemoryEventStore store;
    IncidentLog log{store, clock, QStringLiteral("ops-3")};
    SignalBoard board{clock};
    std::shared_ptr<Playbook> book = playbook();
    AlertDesk desk{clock, log, board};
};

TEST_F(AlertDeskTest, OneCauseMakesOneIncidentThatAWorseRuleRaisesAndDeclares)
{
    read("queue", 60);
    ASSERT_EQ(incidents().size(), 1);
    EXPECT_EQ(incidents().first().state, IncidentState::Proposed);
    EXPECT_EQ(incidents().first().severity, QStringLiteral("SEV-2"));
    read("errors", 9);
    ASSERT_EQ(incidents().size(), 1);
    const Incident incident = incidents().first();
    EXPECT_EQ(incident.state, IncidentState::Declared);
    EXPECT_EQ(incident.severity, QStringLiteral("SEV-1"));
    EXPECT_EQ(incident.runbook, QStringLiteral("book_of_errors_rise"));
    EXPECT_EQ(incident.alerts.size(), 2);
    EXPECT_FALSE(incident.quietSince.isValid());
    read("errors", 0);
    EXPECT_FALSE(incidents().first().quietSince.isValid()) << "the queue still grows";
    clock.advance(Milliseconds{60'000});
    read("queue", 0);
    EXPECT_EQ(incidents().first().quietSince, clock.utcNow());
    EXPECT_TRUE(incidents().first().isOpen()) << "a person resolves it";
}

TEST_F(AlertDeskTest, AnOutsideAlertThatARuleNamesJoinsItsIncidentAndRunbook)
{
    report({outside("f1", "QueueGrowing", "critical")});
    ASSERT_EQ(incidents().size(), 1);
    EXPECT_EQ(incidents().first().group, QStringLiteral("execution"));
    EXPECT_EQ(incidents().first().runbook, QStringLiteral("book_of_queue_grows"));
    EXPECT_EQ(incidents().first().severity, QStringLiteral("SEV-2")) << "by the playbook's own labels";
    read("queue", 60);
    EXPECT_EQ(incidents().size(), 1);
    report({outside("f1", "QueueGrowing", "critical"), outside("f2", "Disk", "warning")});
    ASSERT_EQ(incidents().size(), 2) << "another cause";
    QStringList severities;
    for (const Incident& incident : incidents())
        severities.append(incident.severity);
    EXPECT_TRUE(severities.contains(QStringLiteral("SEV-3")));
}

TEST_F(AlertDeskTest, SilencedAndInhibitedAlertsProposeNothing)
{
    report({outside("f1", "QueueGrowing", "critical", ExternalAlert::State::Silenced),
            outside("f2", "Disk", "warning", ExternalAlert::State::Inhibited)});
    EXPECT_TRUE(incidents().isEmpty());
}

TEST_F(AlertDeskTest, AnAlertThatEndedWhileTheCockpitWasAwayIsCleared)
{
    report({outside("f1", "Disk", "warning")});
    ASSERT_EQ(incidents().first().alerts, QStringList{QStringLiteral("f1")});
    AlertDesk next(clock, log, board);
    next.add(book);
    ASSERT_TRUE(next.takeExternal(platform, {}).ok());
    EXPECT_TRUE(incidents().first().alerts.isEmpty());
    EXPECT_EQ(store.events.last().actor, QStringLiteral("alertmanager"));
}

TEST_F(AlertDeskTest, ALogThatCannotBeWrittenIsAnErrorAndIsTriedAgain)
{
    store.failing = true;
    EXPECT_FALSE(desk.takeExternal(platform, {outside("f1", "Disk", "warning")}).ok());
    EXPECT_TRUE(incidents().isEmpty());
    store.failing = false;
    report({outside("f1", "Disk", "warning")});
    EXPECT_EQ(incidents().size(), 1);
}

}  // namespace
}  // namespace cockpit::test
