// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/sqlite/LogFixture.h"
#include "tests/adapters/sqlite/RawLog.h"

namespace cockpit::test {

namespace {

constexpr int events = 60;

/// Sets the last byte of a column to one that it is not already.
QString otherLastByte(const QString& column)
{
    return QStringLiteral(
               "%1 = CAST(substr(%1, 1, 31) || CASE WHEN substr(%1, 32) = x'78' THEN 'y' ELSE 'x' END AS BLOB)")
        .arg(column);
}

class Chain : public LogFixture
{
protected:
    void SetUp() override
    {
        writeNotes(events);
        m_store = openStore();
        m_raw = std::make_unique<RawLog>(file());
        m_raw->dropTriggers();
        // The hundreds of changes below need not survive a power cut.
        tamper({QStringLiteral("PRAGMA synchronous=OFF"), QStringLiteral("PRAGMA ignore_check_constraints=ON"),
                QStringLiteral("CREATE TABLE original AS SELECT * FROM event")});
    }

    void tamper(const QStringList& statements)
    {
        for (const QString& statement : statements)
            EXPECT_EQ(m_raw->run(statement).toStdString(), "") << statement.toStdString();
    }

    ChainReport check() const
    {
        const auto report = m_store->verify();
        if (report)
            return *report;
        ADD_FAILURE() << report.error().message.toStdString();
        return {};
    }

    /// The report on the log as it was written, after somebody ran these statements on it.
    ChainReport after(const QStringList& statements)
    {
        tamper({QStringLiteral("DELETE FROM event"), QStringLiteral("INSERT INTO event SELECT * FROM original"),
                QStringLiteral("UPDATE sqlite_sequence SET seq = %1").arg(events)});
        EXPECT_TRUE(check().intact);
        tamper(statements);
        return check();
    }

    void expectNamed(const ChainReport& report, qint64 sequence, const QString& what)
    {
        EXPECT_FALSE(report.intact) << what.toStdString();
        EXPECT_EQ(report.firstBad, sequence) << what.toStdString() << ": " << report.reason.toStdString();
        EXPECT_TRUE(report.reason.contains(QString::number(sequence))) << report.reason.toStdString();
        EXPECT_EQ(report.events, sequence - 1) << what.toStdString();
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<RawLog> m_raw;
};

}  // namespace

TEST_F(Chain, AnUntouchedLogIsIntact)
{
    const ChainReport report = check();
    EXPECT_TRUE(report.intact) << report.reason.toStdString();
    EXPECT_EQ(report.events, events);
    EXPECT_EQ(report.firstBad, 0);
    EXPECT_EQ(report.head.size(), 32);
    EXPECT_EQ(m_store->read(events - 1)->first().hash, report.head);
}

TEST_F(Chain, AChangeInAnyColumnOfAnyEventIsNamed)
{
    const QStringList changes{
        QStringLiteral("id = 'X' || substr(id, 2)"),
        QStringLiteral("at = at + 1"),
        QStringLiteral("type = 'note_addeD'"),
        QStringLiteral("type = 'incident_resolved'"),
        QStringLiteral("incident = substr(incident, 2)"),
        QStringLiteral("actor = 'mariA'"),
        QStringLiteral("workstation = 'ops-4'"),
        QStringLiteral("data = replace(data, 'note', 'nOte')"),
        QStringLiteral("data = data || ' '"),
        QStringLiteral("data = '{\"text\":1,' || substr(data, 2)"),
        QStringLiteral("data = 'not JSON'"),
        otherLastByte(QStringLiteral("previous_hash")),
        otherLastByte(QStringLiteral("hash")),
        QStringLiteral("hash = randomblob(32)"),
    };
    for (int event = 1; event <= events; ++event) {
        for (const QString& change : changes)
            expectNamed(after({QStringLiteral("UPDATE event SET %1 WHERE sequence = %2").arg(change).arg(event)}),
                        event, change);
    }
}

TEST_F(Chain, AMissingEventIsNamedAlsoTheLastOne)
{
    for (int event = 1; event <= events; ++event)
        expectNamed(after({QStringLiteral("DELETE FROM event WHERE sequence = %1").arg(event)}), event,
                    QStringLiteral("deleted"));
    expectNamed(after({QStringLiteral("DELETE FROM event WHERE sequence > 41")}), 42, QStringLiteral("cut off"));
    expectNamed(after({QStringLiteral("DELETE FROM event")}), 1, QStringLiteral("emptied"));
}

TEST_F(Chain, ClosingTheGapDoesNotHideIt)
{
    for (int event = 1; event < events; ++event) {
        // By way of negative numbers, so that none is there twice.
        expectNamed(after({QStringLiteral("DELETE FROM event WHERE sequence = %1").arg(event),
                           QStringLiteral("UPDATE event SET sequence = -sequence WHERE sequence > %1").arg(event),
                           QStringLiteral("UPDATE event SET sequence = -sequence - 1 WHERE sequence < 0")}),
                    event, QStringLiteral("deleted and renumbered"));
    }
}

TEST_F(Chain, SwappedNeighboursAreNamed)
{
    for (int event = 1; event < events; ++event) {
        expectNamed(
            after({QStringLiteral("UPDATE event SET sequence = -sequence WHERE sequence IN (%1, %2)")
                       .arg(event)
                       .arg(event + 1),
                   QStringLiteral("UPDATE event SET sequence = %1 WHERE sequence = -%2").arg(event + 1).arg(event),
                   QStringLiteral("UPDATE event SET sequence = %1 WHERE sequence = -%2").arg(event).arg(event + 1)}),
            event, QStringLiteral("swapped"));
    }
}

TEST_F(Chain, AnEventPutInAtTheEndByHandIsNamed)
{
    expectNamed(
        after({QStringLiteral("INSERT INTO event (id, at, type, incident, actor, workstation, data, "
                              "previous_hash, hash) SELECT 'forged', at, type, incident, 'mallory', workstation, "
                              "data, hash, zeroblob(32) FROM event WHERE sequence = %1")
                   .arg(events)}),
        events + 1, QStringLiteral("forged"));
}

TEST_F(Chain, AChangedCountIsNoticed)
{
    const ChainReport report = after({QStringLiteral("UPDATE sqlite_sequence SET seq = 10 WHERE name = 'event'")});
    EXPECT_FALSE(report.intact);
    EXPECT_EQ(report.firstBad, events);
}

TEST_F(Chain, AppendingAfterACutDoesNotHideIt)
{
    ASSERT_FALSE(after({QStringLiteral("DELETE FROM event WHERE sequence > 55")}).intact);
    const auto appended = m_store->append(note(QStringLiteral("later")));
    ASSERT_TRUE(appended.ok()) << appended.error().message.toStdString();
    EXPECT_EQ(appended->sequence, events + 1);
    expectNamed(check(), 56, QStringLiteral("cut, then appended"));
}

TEST_F(Chain, OneSpoiltEventDoesNotHideTheOthers)
{
    after({QStringLiteral("UPDATE event SET data = 'x' WHERE sequence = 7")});
    const auto read = m_store->read(0);
    ASSERT_TRUE(read.ok());
    ASSERT_EQ(read->size(), events);
    EXPECT_EQ(read->at(6).data.value(QLatin1String("unreadable")).toString(), QStringLiteral("x"));
    EXPECT_EQ(read->at(7).data.value(QLatin1String("text")).toString(), QStringLiteral("note 8"));
}

}  // namespace cockpit::test
