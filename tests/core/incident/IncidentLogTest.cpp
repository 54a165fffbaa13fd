// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/IncidentLog.h"
#include "tests/core/incident/EventBuilder.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

class Log : public testing::Test
{
protected:
    Log()
    {
        QObject::connect(&m_log, &IncidentLog::appended, &m_log,
                         [this](const Event& event) { m_announced.append(event.sequence); });
    }

    EventDraft note(const QString& incident = {})
    {
        return {
            EventType::NoteAdded, incident, QStringLiteral("maria"), {{QStringLiteral("text"), QStringLiteral("x")}}};
    }

    ManualClock m_clock;
    MemoryStore m_store;
    IncidentLog m_log{m_store, m_clock, QStringLiteral("ops-3")};
    QList<qint64> m_announced;
};

}  // namespace

TEST_F(Log, AnEventIsStampedStoredFoldedAndAnnounced)
{
    const auto stored = m_log.append({EventType::IncidentDeclared, QStringLiteral("i1"), QStringLiteral("maria"), {}});
    ASSERT_TRUE(stored.ok());
    EXPECT_EQ(stored->sequence, 1);
    EXPECT_EQ(stored->at, m_clock.utcNow());
    EXPECT_EQ(stored->workstation, QStringLiteral("ops-3"));
    EXPECT_EQ(stored->typeName, QStringLiteral("incident_declared"));
    EXPECT_EQ(stored->id.size(), 36);
    EXPECT_EQ(m_announced, QList<qint64>{1});
    ASSERT_NE(m_log.book().find(QStringLiteral("i1")), nullptr);
}

TEST_F(Log, WhatIsNotDurableDoesNotHappen)
{
    m_store.failing = true;
    const auto stored = m_log.append(note());
    ASSERT_FALSE(stored.ok());
    EXPECT_EQ(stored.error().kind, ErrorKind::Storage);
    EXPECT_TRUE(m_announced.isEmpty());
    EXPECT_EQ(m_log.book().lastSequence(), 0);
}

TEST_F(Log, AnUnknownKindIsRefused)
{
    EXPECT_EQ(m_log.append({}).error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(m_store.events.isEmpty());
}

TEST_F(Log, CatchesUpInBatchesWithEverythingThatIsStored)
{
    EventBuilder events;
    for (int i = 0; i < 5'001; ++i)
        ASSERT_TRUE(m_store.append(events.make(EventType::NoteAdded, {})).ok());
    ASSERT_TRUE(m_log.catchUp().ok());
    EXPECT_EQ(m_log.book().lastSequence(), 5'001);
    EXPECT_EQ(m_announced.size(), 5'001);
    ASSERT_TRUE(m_log.catchUp().ok());
    EXPECT_EQ(m_announced.size(), 5'001);
}

TEST_F(Log, WhatOthersAppendedIsFoldedBeforeOnesOwn)
{
    EventBuilder others;
    ASSERT_TRUE(m_store.append(others.make(EventType::IncidentDeclared, QStringLiteral("i1"))).ok());
    ASSERT_TRUE(
        m_store.append(others.make(EventType::IncidentAcknowledged, QStringLiteral("i1"), {}, QStringLiteral("joe")))
            .ok());
    const auto own = m_log.append({EventType::IncidentAcknowledged, QStringLiteral("i1"), QStringLiteral("maria"), {}});
    ASSERT_TRUE(own.ok());
    EXPECT_EQ(own->sequence, 3);
    EXPECT_EQ(m_announced, (QList<qint64>{1, 2, 3}));
    EXPECT_EQ(m_log.book().find(QStringLiteral("i1"))->acknowledgedBy, QStringLiteral("joe"));
}

TEST_F(Log, AListenerMayRecordSomethingOfItsOwn)
{
    EventBuilder others;
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(m_store.append(others.make(EventType::NoteAdded, {})).ok());
    QObject::connect(&m_log, &IncidentLog::appended, &m_log, [this](const Event& event) {
        if (event.sequence == 2) {
            EXPECT_TRUE(m_log.append(note()).ok());
        }
    });
    ASSERT_TRUE(m_log.catchUp().ok());
    EXPECT_EQ(m_announced, (QList<qint64>{1, 2, 3, 4}));
    EXPECT_EQ(m_log.book().find({})->events, 4);
}

}  // namespace cockpit::test
