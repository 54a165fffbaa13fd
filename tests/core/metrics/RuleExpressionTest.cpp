// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/RuleExpression.h"

#include <gtest/gtest.h>

#include <QMap>
#include <QRandomGenerator>

#include <cmath>
#include <limits>

namespace cockpit {

namespace {

using Readings = QMap<QString, Reading>;

Reading reading(ReadingState state, double value = 0)
{
    Reading r;
    r.state = state;
    r.value = value;
    return r;
}

Readings sampleReadings()
{
    return {{QStringLiteral("queue"), reading(ReadingState::Value, 61)},
            {QStringLiteral("workers"), reading(ReadingState::Value, 0)},
            {QStringLiteral("nan"), reading(ReadingState::Value, std::numeric_limits<double>::quiet_NaN())},
            {QStringLiteral("pending"), reading(ReadingState::Pending)},
            {QStringLiteral("gone"), reading(ReadingState::Unreachable)},
            {QStringLiteral("denied"), reading(ReadingState::Unauthorized)},
            {QStringLiteral("missing"), reading(ReadingState::MissingField)},
            {QStringLiteral("old"), reading(ReadingState::Stale, 7)}};
}

RuleExpression::Lookup lookupIn(const Readings& readings)
{
    return [readings](const QString& signal) { return readings.value(signal); };
}

Truth evaluate(const QString& text, const Readings& readings = sampleReadings())
{
    ExpressionProblem problem;
    const auto expression = RuleExpression::parse(text, &problem);
    if (!expression) {
        ADD_FAILURE() << qPrintable(text) << " at " << problem.offset << ": " << qPrintable(problem.message);
        return Truth::Unknown;
    }
    return expression->evaluate(lookupIn(readings));
}

struct TruthCase {
    const char* text;
    Truth expected;
};

class RuleTruth : public testing::TestWithParam<TruthCase>
{
};

TEST_P(RuleTruth, IsAsStated)
{
    EXPECT_EQ(evaluate(QString::fromUtf8(GetParam().text)), GetParam().expected) << GetParam().text;
}

constexpr Truth yes = Truth::Yes;
constexpr Truth no = Truth::No;
constexpr Truth unknown = Truth::Unknown;

INSTANTIATE_TEST_SUITE_P(
    Table, RuleTruth,
    testing::Values(TruthCase{"queue > 50", yes}, TruthCase{"queue < 50", no}, TruthCase{"queue >= 61", yes},
                    TruthCase{"queue <= 60.9", no}, TruthCase{"queue == 61", yes}, TruthCase{"queue != 61", no},
                    TruthCase{"workers==0", yes}, TruthCase{"  queue>50  ", yes}, TruthCase{"queue > 5e1", yes},
                    TruthCase{"queue > -1", yes}, TruthCase{"-queue < -60", yes}, TruthCase{"queue > .5", yes},
                    // Arithmetic: precedence, left to right, parentheses of numbers and of conditions.
                    TruthCase{"2 + 3 * 4 == 14", yes}, TruthCase{"(2 + 3) * 4 == 20", yes},
                    TruthCase{"10 - 3 - 2 == 5", yes}, TruthCase{"24 / 4 / 2 == 3", yes},
                    TruthCase{"((queue) > (50))", yes}, TruthCase{"queue / 61 * 100 == 100", yes},
                    TruthCase{"queue - 1 > workers + 50", yes},
                    // Anything that is not a finite number is unknown.
                    TruthCase{"queue / workers > 1", unknown}, TruthCase{"workers / workers == 0", unknown},
                    TruthCase{"nan > 0", unknown}, TruthCase{"nan != nan", unknown},
                    TruthCase{"1e308 * 10 > 1", unknown}, TruthCase{"gone > 0", unknown},
                    TruthCase{"gone == 0", unknown}, TruthCase{"denied < 5", unknown},
                    TruthCase{"missing == 0", unknown}, TruthCase{"pending == 0", unknown},
                    TruthCase{"old == 7", unknown}, TruthCase{"never_heard_of == 0", unknown},
                    // Kleene logic.
                    TruthCase{"gone > 0 and queue > 50", unknown}, TruthCase{"gone > 0 and queue < 50", no},
                    TruthCase{"gone > 0 or queue > 50", yes}, TruthCase{"gone > 0 or queue < 50", unknown},
                    TruthCase{"not gone > 0", unknown}, TruthCase{"not queue > 50", no},
                    TruthCase{"not (queue < 50)", yes}, TruthCase{"not not_a_signal == 1", unknown},
                    // "and" binds tighter than "or".
                    TruthCase{"queue > 50 or queue > 50 and queue < 50", yes},
                    TruthCase{"(queue > 50 or queue > 50) and queue < 50", no},
                    // States.
                    TruthCase{"absent(gone)", yes}, TruthCase{"absent(denied)", yes}, TruthCase{"absent(missing)", yes},
                    TruthCase{"absent(queue)", no}, TruthCase{"absent(old)", no}, TruthCase{"absent(pending)", unknown},
                    TruthCase{"stale(old)", yes}, TruthCase{"stale(queue)", no}, TruthCase{"stale(gone)", unknown},
                    TruthCase{"stale(pending)", unknown}, TruthCase{"not stale( workers ) and queue > 50", yes},
                    TruthCase{"absent(gone) or stale(gone)", yes}));

struct ProblemCase {
    const char* text;
    int offset;
    const char* fragment;
};

class RuleProblem : public testing::TestWithParam<ProblemCase>
{
};

TEST_P(RuleProblem, IsRefusedWhereItIsWrong)
{
    ExpressionProblem problem;
    const QString text = QString::fromUtf8(GetParam().text);
    EXPECT_EQ(RuleExpression::parse(text, &problem), nullptr) << GetParam().text;
    EXPECT_EQ(problem.offset, GetParam().offset) << GetParam().text << ": " << qPrintable(problem.message);
    EXPECT_TRUE(problem.message.contains(QString::fromUtf8(GetParam().fragment)))
        << GetParam().text << ": " << qPrintable(problem.message);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RuleProblem,
    testing::Values(ProblemCase{"", 0, "the end"}, ProblemCase{"queue", 0, "not a condition"},
                    ProblemCase{"queue >", 7, "the end"}, ProblemCase{"queue > 50 60", 11, "found \"6\""},
                    ProblemCase{"queue > 50 and", 14, "the end"}, ProblemCase{"(queue > 50", 11, "expected \")\""},
                    ProblemCase{"queue > 50)", 10, "found \")\""}, ProblemCase{"queue = 50", 6, "found \"=\""},
                    ProblemCase{"queue > 50%", 10, "found \"%\""}, ProblemCase{"queue > 50ms", 8, "not a number"},
                    ProblemCase{"queue > 1.2.3", 11, "found \".\""}, ProblemCase{"queue > 1e", 8, "not a number"},
                    ProblemCase{"queue > 1e999", 8, "not a number"}, ProblemCase{"1 < queue < 5", 10, "chained"},
                    ProblemCase{"queue and workers", 6, "conditions"}, ProblemCase{"not queue", 0, "condition"},
                    ProblemCase{"(queue > 1) + 1 > 1", 12, "numbers"}, ProblemCase{"absent(5)", 7, "name of a signal"},
                    ProblemCase{"absent queue", 7, "expected \"(\""}, ProblemCase{"stale(queue", 11, "expected \")\""},
                    ProblemCase{"and > 5", 0, "found \"and\""},
                    ProblemCase{"queue > 5 && workers < 2", 10, "found \"&\""},
                    ProblemCase{"queue > --5", 9, "found \"-\""}, ProblemCase{"-(queue > 5)", 0, "needs a number"}));

TEST(RuleExpression, NamesEachSignalOnceInOrder)
{
    ExpressionProblem problem;
    const auto expression =
        RuleExpression::parse(QStringLiteral("b > 1 and (absent(a) or b < c + b) and stale(d)"), &problem);
    ASSERT_NE(expression, nullptr);
    EXPECT_EQ(expression->signalNames(),
              QStringList({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("d")}));
}

TEST(RuleExpression, ExplainsWhatIsBehindTheAnswer)
{
    ExpressionProblem problem;
    const auto expression = RuleExpression::parse(QStringLiteral("queue > 50 and workers == 0 or gone > 1"), &problem);
    ASSERT_NE(expression, nullptr);
    Readings readings = sampleReadings();
    readings[QStringLiteral("gone")].detail = QStringLiteral("connection refused");
    EXPECT_EQ(expression->explain(lookupIn(readings)),
              QStringLiteral("queue = 61, workers = 0, gone unreachable (connection refused)"));
}

TEST(RuleExpression, BoundsLengthAndDepth)
{
    ExpressionProblem problem;
    const QString deepest = QString(64, u'(') + QStringLiteral("a > 1") + QString(64, u')');
    EXPECT_NE(RuleExpression::parse(deepest, &problem), nullptr) << qPrintable(problem.message);
    EXPECT_EQ(RuleExpression::parse(u'(' + deepest + u')', &problem), nullptr);
    EXPECT_TRUE(problem.message.contains(QStringLiteral("64"))) << qPrintable(problem.message);

    const QString longest = QStringLiteral("a > 1") + QString(4096 - 5, u' ');
    EXPECT_NE(RuleExpression::parse(longest, &problem), nullptr);
    EXPECT_EQ(RuleExpression::parse(longest + u' ', &problem), nullptr);
    EXPECT_TRUE(problem.message.contains(QStringLiteral("4096")));
}

/// A second, independent reading of the grammar: it builds random conditions as text together with their truth, by the
/// truth tables of Kleene's strong logic written out.
class Oracle
{
public:
    explicit Oracle(quint32 seed)
        : m_random(seed)
    {
    }

    QString condition(int depth, Truth* truth)
    {
        const int choice = depth == 0 ? 0 : static_cast<int>(m_random.bounded(4));
        if (choice == 0)
            return leaf(truth);
        if (choice == 1) {
            Truth inner{};
            const QString text = condition(depth - 1, &inner);
            static constexpr Truth inverted[] = {yes, no, unknown};  // of No, Yes, Unknown
            *truth = inverted[static_cast<int>(inner)];
            return QStringLiteral("not (%1)").arg(text);
        }
        Truth left{};
        Truth right{};
        const QString leftText = condition(depth - 1, &left);
        const QString rightText = condition(depth - 1, &right);
        static constexpr Truth conjunction[3][3] = {{no, no, no}, {no, yes, unknown}, {no, unknown, unknown}};
        static constexpr Truth disjunction[3][3] = {{no, yes, unknown}, {yes, yes, yes}, {unknown, yes, unknown}};
        const auto l = static_cast<std::size_t>(left);
        const auto r = static_cast<std::size_t>(right);
        *truth = choice == 2 ? conjunction[l][r] : disjunction[l][r];
        return QStringLiteral("(%1) %2 (%3)")
            .arg(leftText, choice == 2 ? QStringLiteral("and") : QStringLiteral("or"), rightText);
    }

private:
    QString leaf(Truth* truth)
    {
        static const std::pair<const char*, Truth> leaves[] = {{"queue > 50", yes},   {"workers > 0", no},
                                                               {"gone > 0", unknown}, {"absent(denied)", yes},
                                                               {"stale(queue)", no},  {"queue / workers > 1", unknown}};
        const auto& [text, value] = leaves[m_random.bounded(6)];
        *truth = value;
        return QString::fromUtf8(text);
    }

    QRandomGenerator m_random;
};

TEST(RuleExpression, AgreesWithTheTruthTables)
{
    Oracle oracle(20261121);
    int seen[3] = {0, 0, 0};
    for (int i = 0; i < 2'000; ++i) {
        Truth expected{};
        const QString text = oracle.condition(4, &expected);
        if (text.size() > 4096)
            continue;
        ASSERT_EQ(evaluate(text), expected) << qPrintable(text);
        ++seen[static_cast<int>(expected)];
    }
    EXPECT_GT(seen[0], 100);
    EXPECT_GT(seen[1], 100);
    EXPECT_GT(seen[2], 100);
}

TEST(RuleExpression, SurvivesNoise)
{
    QRandomGenerator random(7);
    static const QString alphabet = QStringLiteral("ab_0 1.9e+-*/()<>=!andornotstaleabsent\"%\u00e9\t");
    for (int i = 0; i < 5'000; ++i) {
        QString text;
        for (int n = random.bounded(40); n > 0; --n)
            text += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        ExpressionProblem problem;
        const auto expression = RuleExpression::parse(text, &problem);
        if (expression)
            expression->evaluate(lookupIn(sampleReadings()));
        else
            EXPECT_FALSE(problem.message.isEmpty()) << qPrintable(text);
        EXPECT_GE(problem.offset, 0);
        EXPECT_LE(problem.offset, text.size());
    }
}

}  // namespace

}  // namespace cockpit
