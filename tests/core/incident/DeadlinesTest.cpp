// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/Deadlines.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

using Kind = DeadlineState::Kind;

const QDateTime began(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);

class DeadlinesTest : public testing::Test
{
protected:
    DeadlinesTest()
    {
        Severity severity;
        severity.id = QStringLiteral("P1");
        severity.respondWithin.within = Milliseconds{900'000};
        playbook.severities = {severity};
        playbook.lifecycle = {{QStringLiteral("triage"),
                               QStringLiteral("Triage"),
                               Milliseconds{300'000},
                               {QStringLiteral("one"), QStringLiteral("two")}}};
        playbook.quietFor = Milliseconds{1'800'000};
        playbook.postmortem.dueWithin = Milliseconds{48 * 3'600'000};
        MessageTemplate update;
        update.id = QStringLiteral("update");
        update.nextUpdate = Milliseconds{1'200'000};
        playbook.messages = {update};
        incident.id = QStringLiteral("i");
        incident.severity = severity.id;
        incident.state = IncidentState::Declared;
        incident.declaredAt = began;
    }

    std::optional<DeadlineState> clock(Kind kind) const
    {
        for (const DeadlineState& deadline : deadlinesOf(incident, playbook)) {
            if (deadline.kind == kind)
                return deadline;
        }
        return std::nullopt;
    }

    void send(const char* kind, int secondsAfter, NotificationState::Phase phase)
    {
        NotificationState sent;
        sent.id = QString::number(incident.notifications.size());
        sent.kind = QString::fromLatin1(kind);
        sent.queuedAt = began.addSecs(secondsAfter);
        sent.phase = phase;
        incident.notifications.append(sent);
    }

    Playbook playbook;
    Incident incident;
};

TEST_F(DeadlinesTest, AnsweringIsDueByTheSeverity)
{
    EXPECT_EQ(clock(Kind::Acknowledge)->due, began.addSecs(900));
    EXPECT_FALSE(clock(Kind::Acknowledge)->met);
    incident.acknowledgedAt = began.addSecs(16);
    EXPECT_TRUE(clock(Kind::Acknowledge)->met);
}

TEST_F(DeadlinesTest, APhaseIsMetWhenItsChecklistIsTicked)
{
    EXPECT_EQ(clock(Kind::TimeBox)->due, began.addSecs(300));
    EXPECT_EQ(clock(Kind::TimeBox)->what, QStringLiteral("Triage"));
    incident.ticked = {QStringLiteral("triage/0")};
    EXPECT_FALSE(clock(Kind::TimeBox)->met);
    incident.ticked.insert(QStringLiteral("triage/1"));
    EXPECT_TRUE(clock(Kind::TimeBox)->met);
}

TEST_F(DeadlinesTest, AProposalHasNoPhases)
{
    incident.state = IncidentState::Proposed;
    incident.declaredAt = {};
    incident.proposedAt = began;
    EXPECT_FALSE(clock(Kind::TimeBox));
    EXPECT_TRUE(clock(Kind::Acknowledge));
}

TEST_F(DeadlinesTest, TheLastMessageThatWentPromisesTheNext)
{
    EXPECT_FALSE(clock(Kind::NextUpdate));
    send("page", 5, NotificationState::Phase::Delivered);
    EXPECT_FALSE(clock(Kind::NextUpdate)) << "a page promises nothing";
    send("update", 60, NotificationState::Phase::Delivered);
    EXPECT_EQ(clock(Kind::NextUpdate)->due, began.addSecs(60 + 1'200));
    send("update", 600, NotificationState::Phase::Cancelled);
    EXPECT_EQ(clock(Kind::NextUpdate)->due, began.addSecs(60 + 1'200)) << "nobody read the cancelled one";
    send("update", 700, NotificationState::Phase::Pending);
    EXPECT_EQ(clock(Kind::NextUpdate)->due, began.addSecs(700 + 1'200));
    incident.state = IncidentState::Resolved;
    incident.resolvedAt = began.addSecs(800);
    EXPECT_FALSE(clock(Kind::NextUpdate));
}

TEST_F(DeadlinesTest, QuietIsWatchedFromTheLastAlertOn)
{
    EXPECT_FALSE(clock(Kind::RegressionWatch));
    incident.quietSince = began.addSecs(120);
    EXPECT_EQ(clock(Kind::RegressionWatch)->started, began.addSecs(120));
    EXPECT_EQ(clock(Kind::RegressionWatch)->due, began.addSecs(120 + 1'800));
    incident.quietSince = {};
    EXPECT_FALSE(clock(Kind::RegressionWatch)) << "an alert came back";
}

TEST_F(DeadlinesTest, ThePostmortemIsDueAfterTheEnd)
{
    incident.state = IncidentState::Resolved;
    incident.resolvedAt = began.addSecs(3'600);
    EXPECT_EQ(clock(Kind::Postmortem)->due, began.addSecs(3'600 + 48 * 3'600));
    EXPECT_FALSE(clock(Kind::Postmortem)->met);
    incident.postmortemExported = true;
    EXPECT_TRUE(clock(Kind::Postmortem)->met);
}

}  // namespace
}  // namespace cockpit::test
