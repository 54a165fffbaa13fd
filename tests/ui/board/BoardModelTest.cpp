// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/board/BoardModel.h"
#include "tests/support/ManualClock.h"
#include "tests/ui/shell/SampleSnapshot.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

namespace cockpit::panels::board {

namespace {

const QDateTime now(QDate(2026, 11, 21), QTime(3, 12), Qt::UTC);

BoardRow row(const char* id, IncidentState state, int rank, int ageSeconds)
{
    BoardRow made;
    made.id = QLatin1String(id);
    made.title = made.id;
    made.state = state;
    made.rank = rank;
    made.since = now.addSecs(-ageSeconds);
    return made;
}

QStringList ids(const BoardModel& model)
{
    QStringList out;
    for (int i = 0; i < model.rowCount(); ++i)
        out.append(model.row(i).id);
    return out;
}

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

}  // namespace

TEST(BoardOrder, UnansweredThenSeverityThenAge)
{
    BoardModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_FALSE(model.update(
        {row("acked1", IncidentState::Acknowledged, 0, 900), row("closed", IncidentState::Resolved, 0, 5000),
         row("young3", IncidentState::Declared, 2, 10), row("old3", IncidentState::Proposed, 2, 500),
         row("new1", IncidentState::Declared, 0, 1), row("unknown", IncidentState::Declared, -1, 99)},
        false));
    EXPECT_EQ(ids(model), words("unknown new1 old3 young3 acked1 closed"));
}

TEST(BoardModel, NothingMovesWhileHeldAndNewOnesWaitAtTheEnd)
{
    BoardModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const BoardRow a = row("a", IncidentState::Declared, 1, 100);
    const BoardRow b = row("b", IncidentState::Declared, 2, 100);
    model.update({a, b}, false);
    const BoardRow worse = row("worse", IncidentState::Declared, 0, 1);
    BoardRow acked = a;
    acked.state = IncidentState::Acknowledged;
    EXPECT_TRUE(model.update({acked, b, worse}, true));
    EXPECT_EQ(ids(model), words("a b worse"));
    EXPECT_EQ(model.row(0).state, IncidentState::Acknowledged);
    EXPECT_FALSE(model.update({acked, b, worse}, false));
    EXPECT_EQ(ids(model), words("worse b a"));
}

TEST(BoardModel, PersistentIndexesFollowTheirIncident)
{
    BoardModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.update({row("a", IncidentState::Declared, 1, 1), row("b", IncidentState::Declared, 2, 1),
                  row("c", IncidentState::Declared, 3, 1)},
                 false);
    const QPersistentModelIndex b(model.index(1));
    model.update({row("b", IncidentState::Declared, 0, 1), row("c", IncidentState::Declared, 3, 1),
                  row("d", IncidentState::Declared, 1, 1)},
                 false);
    ASSERT_TRUE(b.isValid());
    EXPECT_EQ(model.row(b.row()).id, QStringLiteral("b"));
    EXPECT_EQ(ids(model), words("b d c"));
}

TEST(BoardModel, NothingIsAnnouncedWhenNothingChanged)
{
    BoardModel model;
    const Snapshot snapshot = test::sampleSnapshot(now);
    model.update(boardRows(snapshot, false), false);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
    model.update(boardRows(snapshot, false), false);
    EXPECT_EQ(changed.count() + moved.count(), 0);
}

TEST(BoardRows, SayWhoAndWhereAndWhen)
{
    const Snapshot snapshot = test::sampleSnapshot(now);
    BoardModel model;
    model.update(boardRows(snapshot, false), false);
    EXPECT_EQ(ids(model), words("i2 i3 i1 i4"));
    EXPECT_EQ(model.row(0).subtitle, QStringLiteral("Flowrex · proposed by rule workers_dead"));
    EXPECT_TRUE(model.row(0).isProposal());
    EXPECT_EQ(model.row(2).subtitle, QStringLiteral("Just Trades · On-call: maria · Investigating"));
    EXPECT_EQ(model.row(2).dueWhat, QStringLiteral("lead"));
    EXPECT_EQ(
        model.data(model.index(2), Qt::AccessibleTextRole).toString(),
        QStringLiteral(
            "SEV-1, Broker workers dead: no trades executing, Just Trades · On-call: maria · Investigating, acked"));
}

TEST(BoardRows, TheNextUnmetDeadlineCounts)
{
    Snapshot snapshot = test::sampleSnapshot(now);
    snapshot.deadlines = {test::sampleDeadline("i1", "late one", now.addSecs(500), now),
                          test::sampleDeadline("i1", "met", now.addSecs(10), now, true),
                          test::sampleDeadline("i1", "soon", now.addSecs(100), now)};
    for (const BoardRow& found : boardRows(snapshot, false)) {
        if (found.id == QLatin1String("i1")) {
            EXPECT_EQ(found.dueWhat, QStringLiteral("soon"));
        }
    }
}

TEST(BoardRows, HostileTextStaysTextAndHiddenCharactersShow)
{
    Snapshot snapshot;
    snapshot.incidents = {test::sampleIncident(QStringLiteral("x"), QStringLiteral("p"),
                                               QStringLiteral("<img src=/dev/zero>\u202E\n2nd"),
                                               QStringLiteral("SEV-1"), IncidentState::Declared, now)};
    BoardModel model;
    model.update(boardRows(snapshot, false), false);
    EXPECT_EQ(model.row(0).title, QStringLiteral("<img src=/dev/zero>\u27E8U+202E\u27E9 2nd"));
    EXPECT_TRUE(
        model.data(model.index(0), Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;img src=/dev/zero&gt;")));
}

TEST(BoardModel, FiveThousandRowsUpdateWithinAFrame)
{
    Snapshot snapshot = test::sampleSnapshot(now);
    snapshot.incidents.clear();
    for (int i = 0; i < 5'000; ++i)
        snapshot.incidents.append(test::sampleIncident(
            QStringLiteral("i%1").arg(i), QStringLiteral("just-trades"), QStringLiteral("Incident %1").arg(i),
            QStringLiteral("SEV-%1").arg(i % 4 + 1), IncidentState::Declared, now.addSecs(-i)));
    BoardModel model;
    model.update(boardRows(snapshot, false), false);
    ASSERT_EQ(model.rowCount(), 5'000);
    // The best of several rounds, so that a busy machine does not decide.
    qint64 best = 1'000'000;
    for (int round = 0; round < 5; ++round) {
        for (int i = round; i < 5'000; i += 7)
            snapshot.incidents[i].state = round % 2 ? IncidentState::Declared : IncidentState::Acknowledged;
        QElapsedTimer timer;
        timer.start();
        model.update(boardRows(snapshot, false), false);
        best = qMin(best, timer.elapsed());
    }
    EXPECT_LT(best, 100);
}

}  // namespace cockpit::panels::board
