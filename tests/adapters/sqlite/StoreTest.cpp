// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/IncidentLog.h"
#include "tests/adapters/sqlite/LogFixture.h"
#include "tests/adapters/sqlite/RawLog.h"

#include <QFileInfo>
#include <QJsonArray>

#include <limits>
#include <random>

namespace cockpit::test {

namespace {

class LogStore : public LogFixture
{
};

QString randomText(std::mt19937& random)
{
    QString text;
    const auto length = random() % 40;
    for (unsigned i = 0; i < length; ++i) {
        // Any UTF-16 unit, with unpaired surrogates, NUL and byte-order marks more often than chance.
        constexpr std::array<char16_t, 6> nasty{0x0000, 0xFEFF, 0xD800, 0xDC00, 0xFFFE, 0x202E};
        text += QChar(random() % 3 == 0 ? nasty[random() % nasty.size()] : static_cast<char16_t>(random() & 0xFFFF));
    }
    return text;
}

QJsonValue randomValue(std::mt19937& random, int depth)
{
    switch (random() % (depth > 3 ? 5U : 7U)) {
    case 0: return randomText(random);
    case 1: return static_cast<qint64>((static_cast<quint64>(random()) << 32U) | random());
    case 2: return std::ldexp(static_cast<double>(random()) - 2e9, static_cast<int>(random() % 2000) - 1000);
    case 3: return random() % 2 == 0 ? -0.0 : std::numeric_limits<double>::quiet_NaN();
    case 4: return random() % 2 == 0 ? QJsonValue() : QJsonValue(random() % 2 == 0);
    case 5: return QJsonArray{randomValue(random, depth + 1), randomValue(random, depth + 1)};
    default: return QJsonObject{{randomText(random), randomValue(random, depth + 1)}};
    }
}

}  // namespace

TEST_F(LogStore, AnEventReadsBackAsItWasReturned)
{
    const auto store = openStore();
    const auto first = store->append(note(QStringLiteral("first")));
    const auto second = store->append(note(QStringLiteral("second")));
    ASSERT_TRUE(first.ok() && second.ok());
    EXPECT_EQ(first->sequence, 1);
    EXPECT_EQ(first->previousHash, QByteArray(32, '\0'));
    EXPECT_EQ(second->sequence, 2);
    EXPECT_EQ(second->previousHash, first->hash);
    const auto read = store->read(0);
    ASSERT_TRUE(read.ok());
    ASSERT_EQ(read->size(), 2);
    const Event& back = read->at(1);
    EXPECT_EQ(back.id, second->id);
    EXPECT_EQ(back.at, second->at);
    EXPECT_EQ(back.at.timeSpec(), Qt::UTC);
    EXPECT_EQ(back.type, EventType::NoteAdded);
    EXPECT_EQ(back.typeName, QStringLiteral("note_added"));
    EXPECT_EQ(back.incident, second->incident);
    EXPECT_EQ(back.actor, second->actor);
    EXPECT_EQ(back.workstation, second->workstation);
    EXPECT_EQ(back.data, second->data);
    EXPECT_EQ(back.hash, second->hash);
}

TEST_F(LogStore, ReadsBehindANumberAndInBatches)
{
    writeNotes(25);
    const auto store = openStore();
    EXPECT_EQ(store->read(20)->size(), 5);
    EXPECT_EQ(store->read(20)->first().sequence, 21);
    EXPECT_EQ(store->read(3, 7)->last().sequence, 10);
    EXPECT_TRUE(store->read(25)->isEmpty());
}

TEST_F(LogStore, AnyTextAndAnyDataLeaveTheChainIntact)
{
    std::mt19937 random(7);
    const auto store = openStore();
    for (int i = 0; i < 400; ++i) {
        Event event = note({});
        event.incident = randomText(random);
        event.actor = randomText(random);
        event.workstation = randomText(random);
        event.data = {{randomText(random), randomValue(random, 0)}, {randomText(random), randomValue(random, 0)}};
        const auto stored = store->append(event);
        ASSERT_TRUE(stored.ok()) << stored.error().message.toStdString() << stored.error().detail.toStdString();
        EXPECT_EQ(store->read(i)->first().data, stored->data);
    }
    const auto report = store->verify();
    ASSERT_TRUE(report.ok());
    EXPECT_TRUE(report->intact) << report->reason.toStdString();
    EXPECT_EQ(report->events, 400);
}

TEST_F(LogStore, AnEventOfANewerVersionKeepsItsName)
{
    Event event = note({});
    event.type = EventType::Unknown;
    event.typeName = QStringLiteral("tea_made");
    const auto store = openStore();
    ASSERT_TRUE(store->append(event).ok());
    EXPECT_EQ(store->read(0)->first().typeName, QStringLiteral("tea_made"));
    EXPECT_EQ(store->read(0)->first().type, EventType::Unknown);
}

TEST_F(LogStore, RefusesWhatIsTooLargeOrTooDeepAndRecordsNothing)
{
    const auto store = openStore();
    const auto large = store->append(note(QString(17 * 1024 * 1024, QLatin1Char('x'))));
    ASSERT_FALSE(large.ok());
    EXPECT_EQ(large.error().kind, ErrorKind::InvalidInput);
    Event deep = note({});
    QJsonObject nested;
    for (int i = 0; i < 1'200; ++i)
        nested = {{QStringLiteral("d"), nested}};
    deep.data = nested;
    EXPECT_FALSE(store->append(deep).ok());
    EXPECT_EQ(verified().events, 0);
}

TEST_F(LogStore, TheTableIsAppendOnly)
{
    writeNotes(3);
    RawLog raw(file());
    for (const char* statement :
         {"UPDATE event SET actor = 'x'", "UPDATE event SET sequence = 9 WHERE sequence = 3", "DELETE FROM event",
          "DELETE FROM event WHERE sequence = 3", "REPLACE INTO event SELECT * FROM event WHERE sequence = 2"}) {
        EXPECT_TRUE(raw.run(QString::fromLatin1(statement)).contains(QStringLiteral("append-only"))) << statement;
    }
    EXPECT_TRUE(verified().intact);
}

TEST_F(LogStore, TheFilesArePrivate)
{
    writeNotes(1);
    ASSERT_TRUE(
        QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther | QFile::ReadGroup));
    const auto store = openStore();
    ASSERT_TRUE(store->append(note({})).ok());
    const auto privately = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    for (const char* suffix : {"", "-wal", "-shm"})
        EXPECT_EQ(QFile::permissions(file() + QLatin1String(suffix)), privately) << suffix;
}

TEST_F(LogStore, TwoLogsOnOneFileSeeEachOther)
{
    const auto storeA = openStore();
    const auto storeB = openStore();
    IncidentLog a(*storeA, m_clock, QStringLiteral("ops-1"));
    IncidentLog b(*storeB, m_clock, QStringLiteral("ops-2"));
    QList<qint64> seenByB;
    QObject::connect(&b, &IncidentLog::appended, &b, [&](const Event& event) { seenByB.append(event.sequence); });
    const QJsonObject facts{{QStringLiteral("platform"), QStringLiteral("flowrex")}};
    ASSERT_TRUE(a.append({EventType::IncidentDeclared, QStringLiteral("i1"), QStringLiteral("maria"), facts}).ok());
    // b has not looked yet; its own event must not be folded before a's.
    const auto acknowledged =
        b.append({EventType::IncidentAcknowledged, QStringLiteral("i1"), QStringLiteral("joe"), {}});
    ASSERT_TRUE(acknowledged.ok());
    EXPECT_EQ(acknowledged->sequence, 2);
    EXPECT_EQ(acknowledged->workstation, QStringLiteral("ops-2"));
    EXPECT_EQ(seenByB, (QList<qint64>{1, 2}));
    ASSERT_NE(b.book().find(QStringLiteral("i1")), nullptr);
    EXPECT_EQ(b.book().find(QStringLiteral("i1"))->state, IncidentState::Acknowledged);
    ASSERT_TRUE(a.catchUp().ok());
    EXPECT_EQ(a.book().find(QStringLiteral("i1"))->acknowledgedBy, QStringLiteral("joe"));
}

TEST_F(LogStore, AHeldWriteLockIsAStorageErrorAndLeavesNothingHalfDone)
{
    writeNotes(1);
    const auto store = openStore();
    RawLog other(file());
    ASSERT_EQ(other.run(QStringLiteral("BEGIN IMMEDIATE")), QString());
    const auto refused = store->append(note({}));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::Storage);
    EXPECT_TRUE(refused.error().message.contains(file()));
    EXPECT_EQ(other.run(QStringLiteral("ROLLBACK")), QString());
    EXPECT_EQ(store->append(note({}))->sequence, 2);
}

}  // namespace cockpit::test
