// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/EscalationMatrix.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

const QDateTime declared(QDate(2026, 11, 20), QTime(16, 30), Qt::UTC);  // a Friday

class EscalationMatrixTest : public testing::Test
{
protected:
    EscalationMatrixTest()
    {
        playbook.timeZone = QStringLiteral("UTC");
        playbook.businessHours = QStringLiteral("Mon-Fri 09:00-17:00");
        playbook.escalation[QStringLiteral("P1")] = {
            {QStringLiteral("on_call"), {Milliseconds{0}, {}, false}},
            {QStringLiteral("lead"), {Milliseconds{900'000}, {}, false}},
            {QStringLiteral("boss"), {Milliseconds{14'400'000}, QStringLiteral("resolved"), false}}};
        playbook.escalation[QStringLiteral("P3")] = {
            {QStringLiteral("on_call"), {Milliseconds{0}, {}, true}},
            {QStringLiteral("lead"), {Milliseconds{600'000}, QStringLiteral("acknowledged"), false}}};
        incident.severity = QStringLiteral("P1");
        incident.state = IncidentState::Declared;
        incident.declaredAt = declared;
    }
    EscalationStanding standing(const char* role, int minutes) const
    {
        return escalationStanding(incident, playbook, QString::fromLatin1(role), declared.addSecs(60 * minutes));
    }

    Playbook playbook;
    Incident incident;
};

using Phase = EscalationStanding::Phase;

TEST_F(EscalationMatrixTest, CountsFromTheDeclarationAndWarnsAtFourFifths)
{
    EXPECT_EQ(standing("on_call", 0).phase, Phase::Overdue) << "at once means now";
    EXPECT_EQ(standing("lead", 0).phase, Phase::Waiting);
    EXPECT_EQ(standing("lead", 11).phase, Phase::Waiting);
    EXPECT_EQ(standing("lead", 12).phase, Phase::AtRisk);
    EXPECT_EQ(standing("lead", 15).phase, Phase::Overdue);
    EXPECT_EQ(standing("lead", 0).due, declared.addSecs(900));
    EXPECT_EQ(standing("nobody", 0).phase, Phase::NotAsked);
}

TEST_F(EscalationMatrixTest, WhoWasToldIsTold)
{
    NotificationState message;
    message.role = QStringLiteral("lead");
    message.phase = NotificationState::Phase::Failed;
    message.changedAt = declared.addSecs(30);
    incident.notifications = {message};
    EXPECT_EQ(standing("lead", 20).phase, Phase::Overdue) << "a failed message tells nobody";
    message.phase = NotificationState::Phase::Delivered;
    incident.notifications = {message};
    EXPECT_EQ(standing("lead", 20).phase, Phase::Told);
    EXPECT_EQ(standing("lead", 20).toldAt, declared.addSecs(30));
    EXPECT_EQ(standing("boss", 20).phase, Phase::Waiting);
}

TEST_F(EscalationMatrixTest, ConditionsExcuse)
{
    incident.resolvedAt = declared.addSecs(60);
    incident.state = IncidentState::Resolved;
    EXPECT_EQ(standing("boss", 300).phase, Phase::Excused);
    incident.state = IncidentState::Acknowledged;
    EXPECT_EQ(standing("boss", 300).phase, Phase::Overdue);
    incident.severity = QStringLiteral("P3");
    EXPECT_EQ(standing("lead", 20).phase, Phase::Overdue);
    incident.acknowledgedAt = declared.addSecs(60);
    EXPECT_EQ(standing("lead", 20).phase, Phase::Excused);
}

TEST_F(EscalationMatrixTest, TheNextBusinessDayIsMonday)
{
    incident.severity = QStringLiteral("P3");
    EXPECT_EQ(standing("on_call", 1).due, QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC));
    EXPECT_EQ(standing("on_call", 1).phase, Phase::Waiting);
}

TEST_F(EscalationMatrixTest, AProposalAsksForNothing)
{
    incident.declaredAt = {};
    EXPECT_EQ(standing("on_call", 10).phase, Phase::NotAsked);
}

TEST_F(EscalationMatrixTest, SaysWhatTheCellAsks)
{
    const auto text = [this](const char* severity, const char* role) {
        return escalationText(*escalationCell(playbook, QString::fromLatin1(severity), QString::fromLatin1(role)));
    };
    EXPECT_EQ(text("P1", "on_call"), QStringLiteral("at once"));
    EXPECT_EQ(text("P1", "lead"), QStringLiteral("within 15m"));
    EXPECT_EQ(text("P1", "boss"), QStringLiteral("after 4h, unless resolved"));
    EXPECT_EQ(text("P3", "on_call"), QStringLiteral("next business day"));
    EXPECT_EQ(text("P3", "lead"), QStringLiteral("after 10m, unless acknowledged"));
    EXPECT_EQ(escalationCell(playbook, QStringLiteral("P9"), QStringLiteral("lead")), nullptr);
}

}  // namespace
}  // namespace cockpit::test
