// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/ResultTable.h"

#include <QJsonArray>

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

using CellType = ResultTable::CellType;

ResultTable sample()
{
    ResultTable table;
    table.columns = {QStringLiteral("id"), QStringLiteral("note")};
    table.types = {CellType::Number, CellType::Text};
    table.rows = {{QStringLiteral("-7"), std::nullopt},
                  {QStringLiteral("8"), QString()},
                  {QStringLiteral("9"), QStringLiteral("a \"b\",\r\nc")}};
    table.rowCount = 12;
    table.more = true;
    return table;
}

TEST(ResultTable, SurvivesBeingKept)
{
    const auto back = ResultTable::fromJson(sample().toJson());
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(back->columns, sample().columns);
    EXPECT_EQ(back->types, sample().types);
    EXPECT_EQ(back->rows, sample().rows);
    EXPECT_EQ(back->rowCount, 12);
    EXPECT_TRUE(back->more);
}

TEST(ResultTable, RefusesWhatIsNoTable)
{
    EXPECT_FALSE(ResultTable::fromJson({}).ok());
    QJsonObject short1 = sample().toJson();
    short1.insert(QStringLiteral("columns"), QJsonArray{QStringLiteral("id")});
    EXPECT_FALSE(ResultTable::fromJson(short1).ok());
}

TEST(ResultTable, CsvKeepsNullApartFromTheEmptyText)
{
    EXPECT_EQ(sample().toCsv(),
              QByteArray("\"id\",\"note\"\r\n\"-7\",\r\n\"8\",\"\"\r\n\"9\",\"a \"\"b\"\",\r\nc\"\r\n"));
}

TEST(ResultTable, CsvDisarmsFormulasAndLeavesNumbersAlone)
{
    ResultTable table;
    table.columns = {QStringLiteral("=column")};
    table.types = {CellType::Text};
    const QStringList armed{QStringLiteral("=cmd|' /C calc'!A0"),
                            QStringLiteral("+1+cmd"),
                            QStringLiteral("-2+3"),
                            QStringLiteral("@SUM(1)"),
                            QStringLiteral("\t=1"),
                            QStringLiteral("\r=1"),
                            QStringLiteral("\n=1")};
    for (const QString& cell : armed)
        table.rows.append({cell});
    for (const char* harmless : {"-1.5", "+3e5", "plain", "'quoted"})
        table.rows.append({QString::fromLatin1(harmless)});
    const QByteArray csv = table.toCsv();
    EXPECT_TRUE(csv.startsWith("\"'=column\"\r\n"));
    for (const QString& cell : armed)
        EXPECT_TRUE(csv.contains("\"'" + cell.toUtf8())) << qPrintable(cell);
    EXPECT_TRUE(csv.contains("\"-1.5\"\r\n\"+3e5\"\r\n\"plain\"\r\n\"'quoted\"\r\n"));
}

}  // namespace
}  // namespace cockpit::test
