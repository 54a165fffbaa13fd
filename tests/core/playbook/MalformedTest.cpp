// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Each file below malformed/ has one fault and says in its first line where it must be reported and with which words.
#include "tests/core/playbook/PlaybookFixture.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace cockpit::test {

namespace {

const QString folder = QStringLiteral(TEST_DATA_DIR "/malformed");

std::vector<std::string> fileNames()
{
    std::vector<std::string> names;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.yaml")}, QDir::Files))
        names.push_back(name.chopped(5).toStdString());
    return names;
}

class Malformed : public testing::TestWithParam<std::string>
{
};

TEST_P(Malformed, IsReportedOnceWithItsPlace)
{
    const QString path = folder + QLatin1Char('/') + QString::fromStdString(GetParam()) + QStringLiteral(".yaml");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    static const QRegularExpression header(QStringLiteral("\\A# (\\d+):(\\d+) \\| schema \\w+ \\| (.*)\\n\\z"));
    const auto expected = header.match(QString::fromUtf8(file.readLine()));
    ASSERT_TRUE(expected.hasMatch());

    const Vocabulary vocabulary = sampleVocabulary();
    const PlaybookLoad load = PlaybookLoader(vocabulary).load(path);
    EXPECT_FALSE(load.ok());
    ASSERT_EQ(load.problems.size(), 1) << qPrintable(listed(load.problems));
    const PlaybookProblem& problem = load.problems.first();
    EXPECT_EQ(problem.file, path);
    EXPECT_EQ(QStringLiteral("%1:%2").arg(problem.line).arg(problem.column),
              expected.captured(1) + QLatin1Char(':') + expected.captured(2))
        << qPrintable(listed(load.problems));
    EXPECT_TRUE(problem.message.contains(expected.captured(3))) << qPrintable(problem.message);
}

INSTANTIATE_TEST_SUITE_P(Files, Malformed, testing::ValuesIn(fileNames()), [](const auto& file) { return file.param; });

TEST(MalformedFiles, AreManyEnough)
{
    EXPECT_GE(fileNames().size(), 90U);
}

}  // namespace

}  // namespace cockpit::test
