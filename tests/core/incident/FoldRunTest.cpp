// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/core/incident/EventBuilder.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

class FoldSteps : public testing::Test
{
protected:
    FoldSteps() { m_book.apply(m_events.make(EventType::IncidentDeclared, m_incident)); }

    const Incident& apply(EventType type, QJsonObject data)
    {
        m_book.apply(m_events.make(type, m_incident, data));
        return *m_book.find(m_incident);
    }
    const StepRunState& step(EventType type, QJsonObject data = {})
    {
        data.insert(QStringLiteral("run"), QStringLiteral("r1"));
        data.insert(QStringLiteral("step"), QStringLiteral("kill_long"));
        return *apply(type, data).run(QStringLiteral("r1"))->latest(QStringLiteral("kill_long"));
    }
    const NotificationState& message(EventType type, QJsonObject data = {})
    {
        data.insert(QStringLiteral("notification"), QStringLiteral("n1"));
        return *apply(type, data).notification(QStringLiteral("n1"));
    }

    QString m_incident = QStringLiteral("i1");
    EventBuilder m_events;
    IncidentBook m_book;
};

const QJsonObject intent{
    {QStringLiteral("platform"), QStringLiteral("flowrex")},
    {QStringLiteral("runbook"), QStringLiteral("pool")},
    {QStringLiteral("title"), QStringLiteral("End long queries")},
    {QStringLiteral("kind"), QStringLiteral("sql")},
    {QStringLiteral("danger"), QStringLiteral("destructive")},
    {QStringLiteral("text"), QStringLiteral("select 1")},
    {QStringLiteral("session"), QStringLiteral("s1")},
    {QStringLiteral("target"), QJsonObject{{QStringLiteral("address"), QStringLiteral("db:5432")}}}};

QJsonObject attempt(int number)
{
    return {{QStringLiteral("attempt"), number}, {QStringLiteral("session"), QStringLiteral("s1")}};
}

QJsonObject answer(int number, const char* words)
{
    return {{QStringLiteral("attempt"), number},
            {QStringLiteral("words"), QString::fromLatin1(words)},
            {QStringLiteral("status"), 503},
            {QStringLiteral("until"), QStringLiteral("2026-11-21T03:05:00.250Z")}};
}

using Phase = NotificationState::Phase;

}  // namespace

TEST_F(FoldSteps, AStepRunsFinishesAndIsJudged)
{
    apply(EventType::RunStarted,
          {{QStringLiteral("run"), QStringLiteral("r1")}, {QStringLiteral("runbook"), QStringLiteral("pool")}});
    const StepRunState& running = step(EventType::StepIntended, intent);
    EXPECT_EQ(running.phase, StepRunState::Phase::Running);
    EXPECT_EQ(running.danger, Danger::Destructive);
    EXPECT_EQ(running.session, QStringLiteral("s1"));
    EXPECT_EQ(running.target.address, QStringLiteral("db:5432"));
    EXPECT_EQ(running.startedAt, EventBuilder::at(3));
    const StepRunState& finished = step(EventType::StepFinished, {{QStringLiteral("state"), QStringLiteral("failed")},
                                                                  {QStringLiteral("summary"), QStringLiteral("0 rows")},
                                                                  {QStringLiteral("affected"), 0},
                                                                  {QStringLiteral("evidence"), QStringLiteral("ab")}});
    EXPECT_EQ(finished.phase, StepRunState::Phase::Finished);
    EXPECT_EQ(finished.state, StepState::Failed);
    EXPECT_EQ(finished.affected, 0);
    EXPECT_EQ(finished.evidence, QStringLiteral("ab"));
    EXPECT_EQ(step(EventType::StepVerdict, {{QStringLiteral("verdict"), QStringLiteral("worked")}}).verdict,
              QStringLiteral("worked"));
    EXPECT_EQ(m_book.find(m_incident)->misfitEvents, 0);
}

TEST_F(FoldSteps, AnIntentWithoutARunMakesTheRunAndASecondExecutionStandsBesideTheFirst)
{
    step(EventType::StepIntended, intent);
    step(EventType::StepFinished, {{QStringLiteral("state"), QStringLiteral("succeeded")}});
    const StepRunState& second = step(EventType::StepIntended, intent);
    EXPECT_EQ(second.phase, StepRunState::Phase::Running);
    const RunState* run = m_book.find(m_incident)->run(QStringLiteral("r1"));
    EXPECT_EQ(run->runbook, QStringLiteral("pool"));
    ASSERT_EQ(run->steps.size(), 2);
    EXPECT_EQ(run->steps.first().state, StepState::Succeeded);
    EXPECT_EQ(run->latest(QStringLiteral("other")), nullptr);
}

TEST_F(FoldSteps, AnUnknownOutcomeYieldsOnlyToTheTrueEnd)
{
    step(EventType::StepIntended, intent);
    const StepRunState& lost =
        step(EventType::StepOutcomeUnknown, {{QStringLiteral("reason"), QStringLiteral("the cockpit ended")}});
    EXPECT_EQ(lost.phase, StepRunState::Phase::OutcomeUnknown);
    EXPECT_EQ(lost.summary, QStringLiteral("the cockpit ended"));
    EXPECT_EQ(step(EventType::StepFinished, {{QStringLiteral("state"), QStringLiteral("succeeded")}}).phase,
              StepRunState::Phase::Finished);
    EXPECT_EQ(step(EventType::StepOutcomeUnknown).phase, StepRunState::Phase::Finished);
    EXPECT_EQ(step(EventType::StepFinished, {{QStringLiteral("state"), QStringLiteral("failed")}}).state,
              StepState::Succeeded);
    EXPECT_EQ(m_book.find(m_incident)->misfitEvents, 2);
}

TEST_F(FoldSteps, ADangerThisVersionDoesNotKnowCountsAsTheWorst)
{
    QJsonObject odd = intent;
    odd.insert(QStringLiteral("danger"), QStringLiteral("apocalyptic"));
    EXPECT_EQ(step(EventType::StepIntended, odd).danger, Danger::Destructive);
}

TEST_F(FoldSteps, AMessageGoesThroughItsPhases)
{
    const NotificationState& queued =
        message(EventType::NotificationQueued, {{QStringLiteral("key"), QStringLiteral("k")},
                                                {QStringLiteral("channel"), QStringLiteral("slack/ops")}});
    EXPECT_EQ(queued.phase, Phase::Pending);
    EXPECT_EQ(queued.incident, m_incident);
    EXPECT_EQ(queued.reference.size(), 4);
    const NotificationState& flying = message(EventType::NotificationAttempted, attempt(1));
    EXPECT_EQ(flying.phase, Phase::InFlight);
    EXPECT_EQ(flying.attempts, 1);
    EXPECT_EQ(flying.session, QStringLiteral("s1"));
    const NotificationState& waiting = message(EventType::NotificationWaiting, answer(1, "busy"));
    EXPECT_EQ(waiting.phase, Phase::Waiting);
    EXPECT_EQ(waiting.waitUntil, QDateTime(QDate(2026, 11, 21), QTime(3, 5, 0, 250), Qt::UTC));
    EXPECT_EQ(waiting.words, QStringLiteral("busy"));
    EXPECT_EQ(waiting.status, 503);
    message(EventType::NotificationAttempted, attempt(2));
    EXPECT_EQ(message(EventType::NotificationFailed, answer(1, "late news of the first")).phase, Phase::InFlight);
    EXPECT_EQ(message(EventType::NotificationUncertain, answer(2, "cut off")).phase, Phase::Uncertain);
    EXPECT_EQ(message(EventType::NotificationDelivered, answer(2, "ok")).phase, Phase::Delivered);
    EXPECT_EQ(message(EventType::NotificationCancelled).phase, Phase::Delivered);
    EXPECT_EQ(message(EventType::NotificationAttempted, attempt(3)).attempts, 2);
    EXPECT_EQ(m_book.find(m_incident)->misfitEvents, 3);
}

TEST_F(FoldSteps, ACancelledMessageIsNotSentButADeliveryIsAFact)
{
    message(EventType::NotificationQueued);
    message(EventType::NotificationAttempted, attempt(1));
    EXPECT_EQ(
        message(EventType::NotificationCancelled, {{QStringLiteral("reason"), QStringLiteral("acknowledged")}}).words,
        QStringLiteral("acknowledged"));
    EXPECT_EQ(message(EventType::NotificationFailed, answer(1, "no")).phase, Phase::Cancelled);
    EXPECT_EQ(message(EventType::NotificationAttempted, attempt(2)).phase, Phase::Cancelled);
    EXPECT_EQ(message(EventType::NotificationDelivered, answer(1, "ok")).phase, Phase::Delivered);
}

}  // namespace cockpit::test
