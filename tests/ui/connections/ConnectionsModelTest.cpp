// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/connections/ConnectionsModel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSet>

namespace cockpit::panels::connections {
namespace {

TEST(ConnectionsModelTest, IsAProperModelAndKeepsItsRows)
{
    Theme theme;
    ConnectionsModel model(theme);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ConnectionState one;
    one.spec.id = QStringLiteral("a/api");
    ConnectionState two = one;
    two.spec.id = QStringLiteral("a/db");
    two.bound = true;
    model.update({one, two});
    int resets = 0;
    QObject::connect(&model, &ConnectionsModel::modelReset, &model, [&] { ++resets; });
    two.tested = true;
    two.check.ok = true;
    two.check.sentence = QStringLiteral("<b>fine</b>");
    model.update({one, two});
    EXPECT_EQ(resets, 0);
    EXPECT_EQ(model.rowOf(QStringLiteral("a/db")), 1);
    EXPECT_EQ(model.index(1, ConnectionsModel::SentenceColumn).data().toString(), QStringLiteral("<b>fine</b>"));
    EXPECT_TRUE(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    model.update({two});
    EXPECT_EQ(resets, 1);
    EXPECT_EQ(model.rowCount(), 1);
}

TEST(ConnectionsModelTest, EveryStateHasItsOwnSignAndWord)
{
    ConnectionState unbound;
    ConnectionState waiting;
    waiting.bound = true;
    ConnectionState good = waiting;
    good.tested = true;
    good.check.ok = true;
    ConnectionState bad = good;
    bad.check.ok = false;
    QSet<QString> signsSeen;
    QSet<QString> words;
    for (const ConnectionState& state : {unbound, waiting, good, bad}) {
        signsSeen.insert(connectionSign(state));
        words.insert(connectionWord(state));
    }
    EXPECT_EQ(signsSeen.size(), 4);
    EXPECT_EQ(words.size(), 4);
}

}  // namespace
}  // namespace cockpit::panels::connections
