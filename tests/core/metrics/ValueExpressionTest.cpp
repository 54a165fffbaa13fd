// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ValueExpression.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace cockpit::test {

namespace {

const QDateTime now(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);

QJsonValue json(const QByteArray& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// NaN stands for a missing field.
double evaluate(const char* text, const QByteArray& document, ValueMemory* memory = nullptr)
{
    ValueMemory own;
    const auto expression = ValueExpression::parse(QString::fromUtf8(text));
    if (!expression) {
        ADD_FAILURE() << text << ": " << qPrintable(expression.error().message);
        return 0;
    }
    const auto value = expression->evaluate(json(document), now, memory ? *memory : own);
    if (value)
        return *value;
    EXPECT_EQ(value.error().kind, ErrorKind::MissingField);
    EXPECT_FALSE(value.error().message.isEmpty());
    return std::nan("");
}

bool isMissing(const char* text, const QByteArray& document)
{
    return std::isnan(evaluate(text, document));
}

TEST(ValueExpressionTest, ComputesAsTaughtAtSchool)
{
    EXPECT_EQ(evaluate("1", "{}"), 1);
    EXPECT_EQ(evaluate("2 + 3 * 4", "{}"), 14);
    EXPECT_EQ(evaluate("(2 + 3) * -4", "{}"), -20);
    EXPECT_EQ(evaluate("10 - 4 - 3", "{}"), 3);
    EXPECT_EQ(evaluate("24 / 4 / 2", "{}"), 3);
    EXPECT_EQ(evaluate("1.5e2 + .5", "{}"), 150.5);
    EXPECT_EQ(evaluate("--2", "{}"), 2);
    EXPECT_TRUE(isMissing("1 / 0", "{}"));
    EXPECT_TRUE(isMissing("1e308 * 10", "{}"));
}

TEST(ValueExpressionTest, ReadsNumbersFlagsAndNumericTexts)
{
    const QByteArray document =
        R"({"a":{"b":[1,{"c":"2.5"}]},"t":true,"f":false,"x/y":7,"m~n":8,"n":null,"s":"many","inf":"inf","0":3,"":9})";
    EXPECT_EQ(evaluate("{/a/b/0}", document), 1);
    EXPECT_EQ(evaluate("{/a/b/1/c}", document), 2.5);
    EXPECT_EQ(evaluate("{/t} + {/f}", document), 1);
    EXPECT_EQ(evaluate("{/x~1y} + {/m~0n}", document), 15);
    EXPECT_EQ(evaluate("{/0}", document), 3);
    EXPECT_EQ(evaluate("{/}", document), 9);
    for (const char* absent :
         {"{/none}", "{/n}", "{/s}", "{/inf}", "{/a}", "{/a/b/2}", "{/a/b/00}", "{/a/b/-1}", "{/t/x}", "{}"})
        EXPECT_TRUE(isMissing(absent, document)) << absent;
    EXPECT_EQ(evaluate("{/0}", "[5]"), 5);
}

TEST(ValueExpressionTest, CountsAndRatios)
{
    const QByteArray document = R"({"list":[1,2,3],"map":{"a":1},"none":[],"zero":0,"two":2})";
    EXPECT_EQ(evaluate("count({/list}) + count({/map}) + count({/none})", document), 4);
    EXPECT_TRUE(isMissing("count({/two})", document));
    EXPECT_EQ(evaluate("100 * ratio({/two}, count({/list}) + 1)", document), 50);
    EXPECT_EQ(evaluate("ratio({/zero}, {/zero})", document), 0);
    EXPECT_TRUE(isMissing("ratio({/two}, {/zero})", document));
}

TEST(ValueExpressionTest, DeltasRememberAndTakeAFallForAReset)
{
    ValueMemory memory;
    const char* rate = "100 * ratio(delta({/bad}), delta({/all}))";
    EXPECT_TRUE(std::isnan(evaluate(rate, R"({"bad":5,"all":100})", &memory)));
    EXPECT_EQ(evaluate(rate, R"({"bad":7,"all":140})", &memory), 5);
    EXPECT_EQ(evaluate(rate, R"({"bad":7,"all":140})", &memory), 0);
    EXPECT_EQ(evaluate(rate, R"({"bad":1,"all":10})", &memory), 10);
    EXPECT_TRUE(std::isnan(evaluate(rate, R"({"all":20})", &memory)));
    EXPECT_EQ(evaluate(rate, R"({"bad":3,"all":40})", &memory), 10);
}

TEST(ValueExpressionTest, AgesOfEveryUsualNotation)
{
    EXPECT_EQ(evaluate("age({/t})", R"({"t":"2026-11-21T02:59:00Z"})"), 60);
    EXPECT_EQ(evaluate("age({/t})", R"({"t":"2026-11-21T03:59:00.500+01:00"})"), 59.5);
    EXPECT_EQ(evaluate("age({/t})", R"({"t":"2026-11-21T02:59:00"})"), 60);
    EXPECT_EQ(evaluate("age({/t})", QStringLiteral("{\"t\":%1}").arg(now.toSecsSinceEpoch() - 5).toUtf8()), 5);
    EXPECT_EQ(evaluate("age({/t})", QStringLiteral("{\"t\":\"%1\"}").arg(now.toMSecsSinceEpoch() - 250).toUtf8()),
              0.25);
    EXPECT_TRUE(isMissing("age({/t})", R"({"t":"yesterday"})"));
    EXPECT_TRUE(isMissing("age({/t})", R"({"t":true})"));
    const QByteArray prices =
        R"({"p":{"ES":{"updated":"2026-11-21T02:59:58Z"},"NQ":{"updated":"2026-11-21T02:45:00Z"}},"e":{},"b":[{"updated":1},{"x":2}]})";
    EXPECT_EQ(evaluate("maxage({/p}, \"updated\")", prices), 900);
    EXPECT_TRUE(isMissing("maxage({/e}, \"updated\")", prices));
    EXPECT_TRUE(isMissing("maxage({/b}, \"updated\")", prices));
}

TEST(ValueExpressionTest, ComparesTexts)
{
    const QByteArray page = R"({"status": {"indicator": "none"},
        "orders": [{"state": "pending_new"}, {"state": "filled"}, {"state": "pending_new"}, 7]})";
    EXPECT_EQ(evaluate("equal({/status/indicator}, \"none\")", page), 1);
    EXPECT_EQ(evaluate("equal({/status/indicator}, \"None\")", page), 0);
    EXPECT_EQ(evaluate("1 - equal({/status/indicator}, \"major\")", page), 1);
    EXPECT_TRUE(isMissing("equal({/status}, \"none\")", page)) << "not a text: unknown, not bad";
    EXPECT_TRUE(isMissing("equal({/gone}, \"none\")", page));
    EXPECT_EQ(evaluate("matching({/orders}, \"state\", \"pending_new\")", page), 2);
    EXPECT_EQ(evaluate("matching({/orders}, \"state\", \"lost\")", page), 0);
    EXPECT_TRUE(isMissing("matching({/status/indicator}, \"state\", \"lost\")", page));
}

TEST(ValueExpressionTest, WrongTextsAreRefusedWithTheirPlace)
{
    for (const char* text : {"",
                             "1 +",
                             "1 2",
                             "{/a",
                             "{a}",
                             "{/a~2}",
                             "max({/a})",
                             "count(1)",
                             "delta({/a}",
                             "ratio(1)",
                             "maxage({/a})",
                             "maxage({/a}, \"\")",
                             "(1",
                             "1)",
                             "1..2",
                             "$",
                             "{/a} {/b}",
                             "count({/a}, 1)",
                             "equal({/a})",
                             "equal({/a}, 1)",
                             "matching({/a}, \"b\")"}) {
        const auto expression = ValueExpression::parse(QString::fromUtf8(text));
        ASSERT_FALSE(expression.ok()) << text;
        EXPECT_EQ(expression.error().kind, ErrorKind::InvalidInput);
        EXPECT_TRUE(expression.error().message.startsWith(QStringLiteral("character "))) << text;
    }
    EXPECT_TRUE(ValueExpression::parse(QStringLiteral("2") + QString(7, QLatin1Char('x')))
                    .error()
                    .message.startsWith(QStringLiteral("character 2")));
    EXPECT_FALSE(ValueExpression::parse(QString(2'001, QLatin1Char('1'))).ok());
    EXPECT_FALSE(
        ValueExpression::parse(QString(40, QLatin1Char('(')) + QLatin1Char('1') + QString(40, QLatin1Char(')'))).ok());
    EXPECT_FALSE(ValueExpression::parse(QString(1'999, QLatin1Char('-')) + QLatin1Char('1')).ok());
}

}  // namespace

}  // namespace cockpit::test
