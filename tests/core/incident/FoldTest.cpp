// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/core/incident/EventBuilder.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

const QString one = QStringLiteral("20261121-0301-0001");

QJsonObject facts(const QString& group = QStringLiteral("g"))
{
    return {{QStringLiteral("platform"), QStringLiteral("flowrex")},
            {QStringLiteral("title"), QStringLiteral("Error rate")},
            {QStringLiteral("severity"), QStringLiteral("P1")},
            {QStringLiteral("rule"), QStringLiteral("high_error_rate")},
            {QStringLiteral("group"), group},
            {QStringLiteral("reason"), QStringLiteral("error rate 7.1 %")},
            {QStringLiteral("runbook"), QStringLiteral("high_error_rate")}};
}

class Fold : public testing::Test
{
protected:
    const Incident& apply(EventType type, const QJsonObject& data = {}, const QString& actor = QStringLiteral("maria"))
    {
        m_book.apply(m_events.make(type, one, data, actor));
        static const Incident none;
        const Incident* found = m_book.find(one);
        return found ? *found : none;
    }

    EventBuilder m_events;
    IncidentBook m_book;
};

}  // namespace

TEST_F(Fold, AProposalBecomesAnIncidentAndEnds)
{
    const Incident& proposed = apply(EventType::IncidentProposed, facts(), QStringLiteral("rule:high_error_rate"));
    EXPECT_EQ(proposed.state, IncidentState::Proposed);
    EXPECT_EQ(proposed.platform, QStringLiteral("flowrex"));
    EXPECT_EQ(proposed.severity, QStringLiteral("P1"));
    EXPECT_EQ(proposed.alerts, QStringList{QStringLiteral("high_error_rate")});
    EXPECT_EQ(proposed.proposedAt, EventBuilder::at(1));
    EXPECT_FALSE(proposed.declaredAt.isValid());
    EXPECT_EQ(m_book.openFor(QStringLiteral("flowrex"), QStringLiteral("g")), m_book.find(one));

    const Incident& declared =
        apply(EventType::IncidentDeclared, {{QStringLiteral("title"), QStringLiteral("Orders fail")}});
    EXPECT_EQ(declared.state, IncidentState::Declared);
    EXPECT_EQ(declared.title, QStringLiteral("Orders fail"));
    EXPECT_EQ(declared.platform, QStringLiteral("flowrex"));
    EXPECT_EQ(declared.declaredBy, QStringLiteral("maria"));
    EXPECT_EQ(declared.proposedAt, EventBuilder::at(1));
    EXPECT_EQ(declared.declaredAt, EventBuilder::at(2));

    const Incident& acknowledged = apply(EventType::IncidentAcknowledged, {}, QStringLiteral("joe"));
    EXPECT_EQ(acknowledged.state, IncidentState::Acknowledged);
    EXPECT_EQ(acknowledged.acknowledgedBy, QStringLiteral("joe"));
    EXPECT_EQ(acknowledged.acknowledgedAt, EventBuilder::at(3));

    const Incident& resolved =
        apply(EventType::IncidentResolved, {{QStringLiteral("reason"), QStringLiteral("rolled back")}});
    EXPECT_EQ(resolved.state, IncidentState::Resolved);
    EXPECT_EQ(resolved.resolvedAt, EventBuilder::at(4));
    EXPECT_EQ(resolved.resolveReason, QStringLiteral("rolled back"));
    EXPECT_EQ(m_book.openFor(QStringLiteral("flowrex"), QStringLiteral("g")), nullptr);
    EXPECT_EQ(resolved.events, 4);
    EXPECT_EQ(resolved.misfitEvents, 0);
    EXPECT_EQ(resolved.firstSequence, 1);
    EXPECT_EQ(resolved.lastSequence, 4);
}

TEST_F(Fold, ADismissedProposalIsClosedAndCannotBeDeclared)
{
    apply(EventType::IncidentProposed, facts());
    EXPECT_EQ(apply(EventType::IncidentDismissed, {{QStringLiteral("reason"), QStringLiteral("a test")}}).state,
              IncidentState::Dismissed);
    EXPECT_EQ(m_book.openFor(QStringLiteral("flowrex"), QStringLiteral("g")), nullptr);
    const Incident& still = apply(EventType::IncidentDeclared, facts());
    EXPECT_EQ(still.state, IncidentState::Dismissed);
    EXPECT_EQ(still.misfitEvents, 1);
}

TEST_F(Fold, EventsThatDoNotFitTheStateChangeNothingAndAreCounted)
{
    apply(EventType::IncidentDeclared, facts());
    apply(EventType::IncidentAcknowledged, {}, QStringLiteral("joe"));
    EXPECT_EQ(apply(EventType::IncidentAcknowledged, {}, QStringLiteral("late")).acknowledgedBy, QStringLiteral("joe"));
    EXPECT_EQ(apply(EventType::IncidentDismissed).state, IncidentState::Acknowledged);
    apply(EventType::IncidentResolved);
    EXPECT_EQ(apply(EventType::IncidentAcknowledged, {}, QStringLiteral("late")).state, IncidentState::Resolved);
    EXPECT_EQ(apply(EventType::SeverityChanged, {{QStringLiteral("to"), QStringLiteral("P0")}}).severity,
              QStringLiteral("P1"));
    EXPECT_EQ(apply(EventType::StepFinished, {{QStringLiteral("run"), QStringLiteral("r")}}).runs.size(), 0);
    EXPECT_EQ(
        apply(EventType::NotificationDelivered, {{QStringLiteral("notification"), QStringLiteral("n")}}).misfitEvents,
        6);
}

TEST_F(Fold, UnknownTypesAndStrayEventsAreCounted)
{
    apply(EventType::IncidentDeclared, facts());
    EXPECT_EQ(apply(EventType::Unknown).unknownEvents, 1);
    m_book.apply(m_events.make(EventType::NoteAdded, QStringLiteral("nobody-declared-this")));
    EXPECT_EQ(m_book.find(QStringLiteral("nobody-declared-this")), nullptr);
    EXPECT_EQ(m_book.strayEvents(), 1);
    EXPECT_EQ(m_book.lastSequence(), 3);
}

TEST_F(Fold, WhatBelongsToNoIncidentIsKeptUnderTheEmptyId)
{
    m_book.apply(m_events.make(EventType::SessionStarted, {}));
    m_book.apply(m_events.make(EventType::RunStarted, {}, {{QStringLiteral("run"), QStringLiteral("r1")}}));
    m_book.apply(m_events.make(EventType::IncidentDeclared, {}, facts()));
    ASSERT_NE(m_book.find({}), nullptr);
    EXPECT_EQ(m_book.find({})->events, 3);
    EXPECT_EQ(m_book.find({})->runs.size(), 1);
    EXPECT_EQ(m_book.find({})->misfitEvents, 1);
    EXPECT_EQ(m_book.openFor({}, {}), nullptr);
    EXPECT_EQ(m_book.openFor(QStringLiteral("flowrex"), QStringLiteral("g")), nullptr);
}

TEST_F(Fold, OneCauseFindsItsOldestOpenIncident)
{
    for (int i = 1; i <= 3; ++i)
        m_book.apply(m_events.make(EventType::IncidentDeclared, QString::number(i), facts()));
    const QString platform = QStringLiteral("flowrex");
    EXPECT_EQ(m_book.openFor(platform, QStringLiteral("g"))->id, QStringLiteral("1"));
    m_book.apply(m_events.make(EventType::IncidentResolved, QStringLiteral("1")));
    EXPECT_EQ(m_book.openFor(platform, QStringLiteral("g"))->id, QStringLiteral("2"));
    EXPECT_EQ(m_book.openFor(platform, QStringLiteral("other")), nullptr);
    EXPECT_EQ(m_book.openFor(QStringLiteral("tradingbot"), QStringLiteral("g")), nullptr);
}

TEST_F(Fold, ADeclarationThatChangesTheGroupMovesTheIncident)
{
    apply(EventType::IncidentProposed, facts());
    apply(EventType::IncidentDeclared, {{QStringLiteral("group"), QStringLiteral("h")}});
    EXPECT_EQ(m_book.openFor(QStringLiteral("flowrex"), QStringLiteral("g")), nullptr);
    EXPECT_EQ(m_book.openFor(QStringLiteral("flowrex"), QStringLiteral("h")), m_book.find(one));
}

TEST_F(Fold, AlertsRolesTicksEvidenceAndPostmortem)
{
    apply(EventType::IncidentDeclared, facts());
    const QJsonObject other{{QStringLiteral("rule"), QStringLiteral("queue")}};
    apply(EventType::AlertFired, other);
    EXPECT_EQ(apply(EventType::AlertFired, other).alerts, QStringList{QStringLiteral("queue")});
    EXPECT_TRUE(apply(EventType::AlertCleared, other).alerts.isEmpty());
    apply(EventType::RoleTaken, {{QStringLiteral("role"), QStringLiteral("commander")}});
    EXPECT_EQ(apply(EventType::RoleTaken, {{QStringLiteral("role"), QStringLiteral("scribe")},
                                           {QStringLiteral("person"), QStringLiteral("joe")}})
                  .roles,
              (QMap<QString, QString>{{QStringLiteral("commander"), QStringLiteral("maria")},
                                      {QStringLiteral("scribe"), QStringLiteral("joe")}}));
    const auto tick = [&](const QJsonValue& item, bool ticked) {
        return apply(EventType::ChecklistTicked, {{QStringLiteral("phase"), QStringLiteral("detect")},
                                                  {QStringLiteral("item"), item},
                                                  {QStringLiteral("ticked"), ticked}})
            .ticked;
    };
    tick(0, true);
    EXPECT_EQ(tick(QStringLiteral("2"), true), (QSet<QString>{QStringLiteral("detect/0"), QStringLiteral("detect/2")}));
    EXPECT_EQ(tick(0, false), QSet<QString>{QStringLiteral("detect/2")});
    const Incident& kept = apply(EventType::EvidenceAdded, {{QStringLiteral("sha256"), QStringLiteral("ab")},
                                                            {QStringLiteral("name"), QStringLiteral("log.txt")},
                                                            {QStringLiteral("size"), qint64{5'000'000'000}}});
    ASSERT_EQ(kept.evidence.size(), 1);
    EXPECT_EQ(kept.evidence.first().size, 5'000'000'000);
    EXPECT_EQ(kept.evidence.first().author, QStringLiteral("maria"));
    EXPECT_EQ(apply(EventType::PostmortemEdited, {{QStringLiteral("text"), QStringLiteral("# P")}}).postmortem,
              QStringLiteral("# P"));
    EXPECT_EQ(apply(EventType::SeverityChanged, {{QStringLiteral("to"), QStringLiteral("P0")}}).severity,
              QStringLiteral("P0"));
    EXPECT_EQ(m_book.find(one)->misfitEvents, 0);
}

TEST_F(Fold, ApplyingAnEventTwiceIsApplyingItOnce)
{
    const Event declared = m_events.make(EventType::IncidentDeclared, one, facts());
    m_book.apply(declared);
    m_book.apply(declared);
    EXPECT_EQ(m_book.find(one)->events, 1);
}

}  // namespace cockpit::test
