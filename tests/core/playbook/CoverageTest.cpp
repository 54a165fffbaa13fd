// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Each fact of the documents that responders used before has its place in a playbook: coverage/<playbook>.tsv names it.
// Columns: line of the document, kind, fact, place (JSON pointer into the playbook, or file:heading), what is there.
#include "tests/core/playbook/PlaybookFixture.h"
#include "tests/core/playbook/SchemaJudge.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit::test {

namespace {

QJsonValue at(const QJsonValue& root, const QString& pointer)
{
    QJsonValue value = root;
    const QStringList parts = pointer.split(QLatin1Char('/')).mid(1);
    for (QString part : parts) {
        part.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        value = value.isArray() ? value.toArray().at(part.toInt()) : value.toObject().value(part);
    }
    return value;
}

QString asText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

class CoverageTest : public testing::TestWithParam<const char*>
{
};

TEST_P(CoverageTest, EachFactHasItsPlace)
{
    const QString id = QLatin1String(GetParam());
    const QString folder = QStringLiteral(PROJECT_DIR "/resources/playbooks/") + id;
    const PlaybookLoad load = PlaybookLoader(sampleVocabulary()).load(folder);
    ASSERT_TRUE(load.ok()) << qPrintable(listed(load.problems));
    const QJsonValue json = load.playbook->toJson();
    const QStringList rows =
        QString::fromUtf8(bytesOf(QStringLiteral(TEST_DATA_DIR "/coverage/%1.tsv").arg(id))).split(QLatin1Char('\n'));
    int facts = 0;
    for (const QString& row : rows) {
        if (row.isEmpty() || row.startsWith(QLatin1Char('#')))
            continue;
        const QStringList columns = row.split(QLatin1Char('\t'));
        ASSERT_EQ(columns.size(), 5) << qPrintable(row);
        ++facts;
        const QString& place = columns.at(3);
        const QString text =
            place.startsWith(QLatin1Char('/'))
                ? asText(at(json, place))
                : QString::fromUtf8(bytesOf(folder + QLatin1Char('/') + place.section(QLatin1Char(':'), 0, 0)));
        ASSERT_FALSE(columns.at(4).isEmpty()) << qPrintable(row);
        EXPECT_TRUE(text.contains(columns.at(4))) << qPrintable(row) << "\nfound: " << qPrintable(text.left(300));
        const QString heading = place.startsWith(QLatin1Char('/')) ? QString() : place.section(QLatin1Char(':'), 1);
        EXPECT_TRUE(heading.isEmpty() || text.contains(heading)) << qPrintable(row);
    }
    EXPECT_GT(facts, 30);
    RecordProperty("facts", facts);
}

INSTANTIATE_TEST_SUITE_P(Shipped, CoverageTest, testing::Values("just-trades", "flowrex", "tradingbot", "bytelyst"),
                         [](const auto& each) { return std::string(each.param).substr(0, 4); });

}  // namespace

}  // namespace cockpit::test
