// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ExpositionParser.h"
#include "core/metrics/ExpositionSelector.h"

#include <gtest/gtest.h>

#include <QRandomGenerator>

#include <cmath>

namespace cockpit {

namespace {

Exposition parsed(const QByteArray& page)
{
    ExpositionProblem problem;
    std::optional<Exposition> exposition = parseExposition(page, &problem);
    EXPECT_TRUE(exposition.has_value()) << page.constData() << "\n" << qPrintable(problem.text());
    return exposition.value_or(Exposition{});
}

const ExpositionSample& only(const Exposition& exposition)
{
    static const ExpositionSample nothing;
    EXPECT_EQ(exposition.sampleCount, 1);
    return exposition.sampleCount == 1 ? exposition.families.last().samples.first() : nothing;
}

struct ValueCase {
    const char* written;
    double expected;
};

class ExpositionValue : public testing::TestWithParam<ValueCase>
{
};

TEST_P(ExpositionValue, IsRead)
{
    const ExpositionSample sample = only(parsed(QByteArray("a ") + GetParam().written + "\n"));
    if (std::isnan(GetParam().expected))
        EXPECT_TRUE(std::isnan(sample.value));
    else
        EXPECT_EQ(sample.value, GetParam().expected) << GetParam().written;
}

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

INSTANTIATE_TEST_SUITE_P(
    Table, ExpositionValue,
    testing::Values(ValueCase{"0", 0}, ValueCase{"-0", 0}, ValueCase{"1", 1}, ValueCase{"+1", 1}, ValueCase{"-1", -1},
                    ValueCase{"1.", 1}, ValueCase{".5", .5}, ValueCase{"-.5", -.5}, ValueCase{"+.5e1", 5},
                    ValueCase{"1e3", 1000}, ValueCase{"1E+03", 1000}, ValueCase{"1.7560473e+07", 17560473},
                    ValueCase{"999999999999999", 999999999999999.0}, ValueCase{"9007199254740993", 9007199254740992.0},
                    ValueCase{"123456789012345678901234567890", 1.2345678901234568e29}, ValueCase{"0.1", 0.1},
                    ValueCase{"4.9406564584124654e-324", 5e-324}, ValueCase{"1e-400", 0}, ValueCase{"-1e-400", 0},
                    ValueCase{"1.7976931348623157e308", 1.7976931348623157e308}, ValueCase{"NaN", notANumber},
                    ValueCase{"nan", notANumber}, ValueCase{"+Inf", infinity}, ValueCase{"-Inf", -infinity},
                    ValueCase{"Inf", infinity}, ValueCase{"inf", infinity}, ValueCase{"-infinity", -infinity},
                    ValueCase{"000000000000000000001", 1}));

struct RefusalCase {
    const char* page;
    int line;
    int column;
    const char* fragment;
};

class ExpositionRefusal : public testing::TestWithParam<RefusalCase>
{
};

TEST_P(ExpositionRefusal, NamesThePlace)
{
    ExpositionProblem problem;
    EXPECT_FALSE(parseExposition(GetParam().page, &problem).has_value()) << GetParam().page;
    EXPECT_EQ(problem.line, GetParam().line) << GetParam().page << qPrintable(problem.text());
    EXPECT_EQ(problem.column, GetParam().column) << GetParam().page << qPrintable(problem.text());
    EXPECT_TRUE(problem.message.contains(QString::fromUtf8(GetParam().fragment)))
        << GetParam().page << qPrintable(problem.text());
}

INSTANTIATE_TEST_SUITE_P(
    Table, ExpositionRefusal,
    testing::Values(
        RefusalCase{"<html>", 1, 1, "name of a metric"}, RefusalCase{"a 1\n9b 2\n", 2, 1, "name of a metric"},
        RefusalCase{"{a=\"b\"} 1\n", 1, 1, "name of a metric"}, RefusalCase{"a\n", 1, 2, "expected a number"},
        RefusalCase{"a \n", 1, 3, "expected a number"}, RefusalCase{"a-b 1\n", 1, 2, "found \"-b\""},
        RefusalCase{"a one\n", 1, 3, "found \"one\""}, RefusalCase{"a 1 2 3\n", 1, 7, "end of the line"},
        RefusalCase{"a 1 soon\n", 1, 5, "timestamp"}, RefusalCase{"a 1 1.5\n", 1, 5, "timestamp"},
        RefusalCase{"a 1 99999999999999999999\n", 1, 5, "timestamp"}, RefusalCase{"a 1e999\n", 1, 3, "too large"},
        RefusalCase{"a -1e999\n", 1, 3, "too large"}, RefusalCase{"a 0x10\n", 1, 3, "number"},
        RefusalCase{"a 1_000\n", 1, 3, "number"}, RefusalCase{"a +-1\n", 1, 3, "number"},
        RefusalCase{"a -nan\n", 1, 3, "number"}, RefusalCase{"a nan(1)\n", 1, 3, "number"},
        RefusalCase{"a 1,5\n", 1, 3, "number"}, RefusalCase{"a 1\r\n", 1, 4, "carriage return"},
        RefusalCase{"a 1 5\r\n", 1, 6, "carriage return"},
        RefusalCase{"# TYPE a counter\r\n", 1, 10, "expected counter"},
        RefusalCase{"# TYPE a total\n", 1, 10, "expected counter"}, RefusalCase{"# TYPE a\n", 1, 9, "expected counter"},
        RefusalCase{"# TYPE 1a counter\n", 1, 8, "name of a metric"},
        RefusalCase{"# HELP a{ b\n", 1, 9, "expected a space"},
        RefusalCase{"a{b=\"c\" 1\n", 1, 9, "expected \",\" or \"}\""}, RefusalCase{"a{b=\"c} 1\n", 1, 10, "not closed"},
        RefusalCase{"a{b=\"c\\", 1, 8, "not closed"}, RefusalCase{"a{b=\"c\nd\"} 1\n", 1, 7, "not closed"},
        RefusalCase{"a{b=c} 1\n", 1, 5, "double quotes"}, RefusalCase{"a{b} 1\n", 1, 4, "expected \"=\""},
        RefusalCase{"a{,} 1\n", 1, 3, "name of a label"}, RefusalCase{"a{b:c=\"d\"} 1\n", 1, 4, "expected \"=\""},
        RefusalCase{"a{b=\"c\",,} 1\n", 1, 9, "name of a label"}, RefusalCase{"a{", 1, 3, "end of the page"},
        RefusalCase{"a{b=\"1\",b=\"2\"} 1\n", 1, 9, "twice"}, RefusalCase{"a{b=\"\xc3\x28\"} 1\n", 1, 6, "UTF-8"},
        RefusalCase{"a{b=\"\xc3\xa9\"} x\n", 1, 10, "number"},
        RefusalCase{"a 1 # {trace_id=\"x\"} 0.5\n", 1, 5, "OpenMetrics"}, RefusalCase{"a{}b 1\n", 1, 4, "number"}));

TEST(ExpositionParser, ReadsHelpTypeAndComments)
{
    const Exposition page = parsed("# a remark\n"
                                   "#HELP not_help this is a remark too\n"
                                   "#\n"
                                   "# HELPless\n"
                                   "# HELP http_requests_total  Requests, \\\\ by \\n status \\x.\n"
                                   "# TYPE http_requests_total counter\n"
                                   "http_requests_total{status=\"200\"} 5 1700000000000\n"
                                   "\n"
                                   "   \t\n"
                                   "# HELP empty\n"
                                   "# TYPE \t empty \t gauge \n"
                                   "  http_requests_total {status = \"500\" , } \t 1   -1700000000000  \n"
                                   "bare 7");
    ASSERT_EQ(page.families.size(), 3);
    const ExpositionFamily& requests = page.families.at(0);
    EXPECT_EQ(requests.name, QStringLiteral("http_requests_total"));
    EXPECT_EQ(requests.type, QStringLiteral("counter"));
    EXPECT_EQ(requests.help, QStringLiteral("Requests, \\ by \n status \\x."));
    ASSERT_EQ(requests.samples.size(), 2);
    EXPECT_EQ(requests.samples.at(0).timestampMs, 1'700'000'000'000);
    EXPECT_EQ(requests.samples.at(1).timestampMs, -1'700'000'000'000);
    EXPECT_EQ(requests.samples.at(1).series(), QStringLiteral("http_requests_total{status=\"500\"}"));
    EXPECT_EQ(page.families.at(1).type, QStringLiteral("gauge"));
    EXPECT_TRUE(page.families.at(1).help.isEmpty());
    EXPECT_EQ(page.families.at(2).name, QStringLiteral("bare"));
    EXPECT_EQ(page.families.at(2).type, QStringLiteral("untyped"));
    EXPECT_EQ(page.sampleCount, 3);
}

TEST(ExpositionParser, UndoesEscapesInLabels)
{
    const ExpositionSample sample = only(
        parsed("a{path=\"C:\\\\DIR\\\\FILE.TXT\",error=\"Cannot find:\\n\\\"FILE\\\"\",odd=\"\\d{2}\",e=\"}\"} 1\n"));
    ASSERT_EQ(sample.labels.size(), 4);
    EXPECT_EQ(sample.labels.at(0).value, QStringLiteral("C:\\DIR\\FILE.TXT"));
    EXPECT_EQ(sample.labels.at(1).value, QStringLiteral("Cannot find:\n\"FILE\""));
    EXPECT_EQ(sample.labels.at(2).value, QStringLiteral("\\d{2}"));
    EXPECT_EQ(sample.labels.at(3).value, QStringLiteral("}"));
}

TEST(ExpositionParser, TakesEmptyLabelSetsAndTrailingCommas)
{
    for (const char* page : {"a{} 1", "a{ } 1", "a {} 1", "a{}1", "a{b=\"\"} 1", "a{b=\"\",} 1", "a{b=\"\" , } 1\n"})
        EXPECT_EQ(only(parsed(page)).value, 1) << page;
}

TEST(ExpositionParser, KeepsHistogramsAndSummariesTogether)
{
    const Exposition page = parsed("# TYPE h histogram\n"
                                   "h_bucket{le=\"0.1\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_sum 3\nh_count 2\n"
                                   "# TYPE s summary\n"
                                   "s{quantile=\"0.5\"} NaN\ns_sum 1\ns_count 1\ns_bucket 9\n"
                                   "# TYPE c counter\nc_sum 1\n");
    ASSERT_EQ(page.families.size(), 5);
    EXPECT_EQ(page.families.at(0).samples.size(), 4);
    EXPECT_EQ(page.families.at(1).samples.size(), 3);
    EXPECT_EQ(page.families.at(2).name, QStringLiteral("s_bucket"));
    EXPECT_TRUE(page.families.at(3).samples.isEmpty());
    EXPECT_EQ(page.families.at(4).name, QStringLiteral("c_sum"));
}

TEST(ExpositionParser, KeepsItsLimits)
{
    ExpositionLimits limits;
    limits.bytes = 20;
    limits.samples = 2;
    limits.labels = 2;
    limits.labelValue = 3;
    ExpositionProblem problem;
    EXPECT_TRUE(parseExposition("a 1\nb 2\n", &problem, limits).has_value());
    EXPECT_FALSE(parseExposition("a 1\nb 2\nc 3\n", &problem, limits).has_value());
    EXPECT_EQ(problem.line, 3);
    EXPECT_TRUE(parseExposition("a{b=\"\",c=\"123\"} 1", &problem, limits).has_value());
    EXPECT_FALSE(parseExposition("a{b=\"1234\"} 1", &problem, limits).has_value());
    EXPECT_EQ(problem.column, 6);
    EXPECT_FALSE(parseExposition("a{b=\"\",c=\"\",d=\"\"} ", &problem, limits).has_value());
    EXPECT_EQ(problem.column, 13);
    EXPECT_FALSE(parseExposition(QByteArray(21, '\n'), &problem, limits).has_value());
    EXPECT_EQ(problem.line, 0);
    EXPECT_FALSE(problem.text().isEmpty());
}

TEST(ExpositionParser, WritesNumbersThatReadBackTheSame)
{
    QRandomGenerator random(1);
    for (int i = 0; i < 2'000; ++i) {
        const double value = (random.generateDouble() - 0.5) * std::pow(10, random.bounded(-300, 300));
        EXPECT_EQ(only(parsed("a " + expositionNumber(value).toLatin1() + "\n")).value, value);
    }
    EXPECT_EQ(expositionNumber(-infinity), QStringLiteral("-Inf"));
    EXPECT_EQ(expositionNumber(infinity), QStringLiteral("+Inf"));
    EXPECT_EQ(expositionNumber(notANumber), QStringLiteral("NaN"));
}

struct SelectorCase {
    const char* selector;
    const char* series;
    bool expected;
};

class SelectorMatch : public testing::TestWithParam<SelectorCase>
{
};

TEST_P(SelectorMatch, IsAsStated)
{
    const Result<ExpositionSelector> selector = ExpositionSelector::parse(QString::fromUtf8(GetParam().selector));
    ASSERT_TRUE(selector.ok()) << qPrintable(selector.error().message);
    const QByteArray line = QByteArray(GetParam().series) + " 1\n";
    ExpositionScanner scanner(line, {});
    ASSERT_EQ(scanner.next(), ExpositionScanner::Line::Sample);
    ASSERT_TRUE(scanner.scanSeries());
    EXPECT_EQ(selector->matches(scanner.name(), scanner.labels()), GetParam().expected)
        << GetParam().selector << " " << GetParam().series;
}

INSTANTIATE_TEST_SUITE_P(
    Table, SelectorMatch,
    testing::Values(
        SelectorCase{"a", "a", true}, SelectorCase{"a", "a{b=\"c\"}", true}, SelectorCase{"a", "ab", false},
        SelectorCase{" a { } ", "a", true}, SelectorCase{"a{b=\"c\"}", "a{b=\"c\"}", true},
        SelectorCase{"a{b=\"c\"}", "a{b=\"d\"}", false}, SelectorCase{"a{b=\"c\"}", "a", false},
        SelectorCase{"a{b!=\"c\"}", "a", true}, SelectorCase{"a{b=\"\"}", "a", true},
        SelectorCase{"a{b=\"\"}", "a{b=\"x\"}", false}, SelectorCase{"a{s=~\"5..\"}", "a{s=\"503\"}", true},
        SelectorCase{"a{s=~\"5..\"}", "a{s=\"1503\"}", false}, SelectorCase{"a{s=~\"5..\"}", "a{s=\"5033\"}", false},
        SelectorCase{"a{s=~\"4..|5..\"}", "a{s=\"5033\"}", false},
        SelectorCase{"a{s=~\"4..|5..\"}", "a{s=\"404\"}", true}, SelectorCase{"a{s!~\"5..\"}", "a{s=\"503\"}", false},
        SelectorCase{"a{s!~\"5..\"}", "a{s=\"200\"}", true}, SelectorCase{"a{s=~\".+\"}", "a", false},
        SelectorCase{"a{s=~\".*\"}", "a", true}, SelectorCase{"a{s=~\"x.y\"}", "a{s=\"x\\ny\"}", true},
        SelectorCase{"a{x=\"1\",s=~\"5..\",o!=\"y\",z!~\"p|q\",}", "a{s=\"500\",x=\"1\",z=\"r\"}", true},
        SelectorCase{"a{x=\"1\",s=~\"5..\",o!=\"y\",z!~\"p|q\"}", "a{s=\"500\",x=\"1\",z=\"q\"}", false},
        SelectorCase{"{__name__=~\"http_.*\"}", "http_x", true}, SelectorCase{"{b=\"c\"}", "z{b=\"c\"}", true},
        SelectorCase{"a{p='C:\\\\x'}", "a{p=\"C:\\\\x\"}", true}, SelectorCase{"a{p=~`\\d+`}", "a{p=\"42\"}", true},
        SelectorCase{"a{p=~\"\\\\d+\"}", "a{p=\"42\"}", true}, SelectorCase{"job:a:sum{}", "job:a:sum", true}));

class SelectorRefusal : public testing::TestWithParam<std::pair<const char*, const char*>>
{
};

TEST_P(SelectorRefusal, NamesTheCharacter)
{
    const Result<ExpositionSelector> selector = ExpositionSelector::parse(QString::fromUtf8(GetParam().first));
    ASSERT_FALSE(selector.ok()) << GetParam().first;
    EXPECT_TRUE(selector.error().message.contains(QString::fromUtf8(GetParam().second)))
        << GetParam().first << ": " << qPrintable(selector.error().message);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SelectorRefusal,
    testing::Values(std::pair{"", "character 1"}, std::pair{"{}", "character 3"}, std::pair{"5a", "character 1"},
                    std::pair{"a b", "character 3"}, std::pair{"a{b}", "character 4"},
                    std::pair{"a{b==\"c\"}", "character 5"}, std::pair{"a{b=c}", "in quotes"},
                    std::pair{"a{b=\"c}", "not closed"}, std::pair{"a{b=\"c\"", "found the end"},
                    std::pair{"a{b=\"c\" d=\"e\"}", "character 9"}, std::pair{"a{b=~\"(\"}", "regular expression"},
                    std::pair{"a{b=~\"a)(b\"}", "regular expression"}, std::pair{"a{b=\"\\d\"}", "backslash"},
                    std::pair{"sum(a)", "character 4"}, std::pair{"a[5m]", "character 2"}));

}  // namespace

}  // namespace cockpit
