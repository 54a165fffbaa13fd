// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlText.h"

#include <gtest/gtest.h>

namespace cockpit {

using namespace adapters::postgres;

namespace {

StepSpec withInputs(const QList<InputSpec>& inputs)
{
    StepSpec spec;
    spec.inputs = inputs;
    return spec;
}

InputSpec input(const char* id, InputSpec::Type type)
{
    return {QLatin1String(id), {}, type, {}, {}, {}, true};
}

TEST(SqlText, PlaceholdersBecomeTypedParameters)
{
    const auto spec = withInputs({input("pid", InputSpec::Type::Integer), input("big", InputSpec::Type::Integer),
                                  input("limit", InputSpec::Type::Number), input("name", InputSpec::Type::Text)});
    const QMap<QString, QString> values{{QStringLiteral("pid"), QStringLiteral("42")},
                                        {QStringLiteral("big"), QStringLiteral("9007199254740993")},
                                        {QStringLiteral("limit"), QStringLiteral("1.5")},
                                        {QStringLiteral("name"), QStringLiteral("'; DROP TABLE x; -- {{pid}}")}};
    const auto statement =
        bindSql(QStringLiteral("SELECT {{pid}}, {{ name }}, {{big}}, {{limit}}, {{pid}} -- 'done'"), spec, values);
    ASSERT_TRUE(statement.ok()) << qPrintable(statement.error().message);
    EXPECT_EQ(statement->sql, "SELECT $1, $2, $3, $4, $1 -- 'done'");
    ASSERT_EQ(statement->parameters.size(), 4);
    EXPECT_EQ(statement->parameters.at(0).type, 23U);
    EXPECT_EQ(statement->parameters.at(1).type, 25U);
    EXPECT_EQ(*statement->parameters.at(1).value, "'; DROP TABLE x; -- {{pid}}");
    EXPECT_EQ(statement->parameters.at(2).type, 20U);
    EXPECT_EQ(statement->parameters.at(3).type, 1700U);
}

TEST(SqlText, PlaceholdersWhereNothingCanBeBoundAreRefused)
{
    const auto spec = withInputs({input("id", InputSpec::Type::Text)});
    const QMap<QString, QString> values{{QStringLiteral("id"), QStringLiteral("7")}};
    for (const char* sql :
         {"SELECT '{{id}}'", "SELECT \"{{id}}\"", "SELECT 1 -- {{id}}", "SELECT /* {{id}} */ 1",
          "SELECT $x$ {{id}} $x$", "SELECT E'\\' {{id}}'", "SELECT {{other}}", "SELECT $1", "SELECT {{ID}}"}) {
        const auto statement = bindSql(QLatin1String(sql), spec, values);
        ASSERT_FALSE(statement.ok()) << sql;
        EXPECT_EQ(statement.error().kind, ErrorKind::InvalidInput);
    }
}

}  // namespace

}  // namespace cockpit
