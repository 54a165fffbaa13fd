// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/Template.h"

#include <gtest/gtest.h>

#include <QJsonArray>

namespace cockpit::test {

namespace {

QString rendered(const char* text, const QJsonObject& values)
{
    const Result<RenderedTemplate> result = renderTemplate(QString::fromUtf8(text), values);
    return result ? result->text : QStringLiteral("! ") + result.error().message;
}

TEST(Template, FillsAndEscapesNothing)
{
    EXPECT_EQ(rendered("{{a}} {{{a}}} {{&a}} {{ n }} {{! gone }}{{s.x}}",
                       {{QStringLiteral("a"), QStringLiteral("<b> & \"q\" é")},
                        {QStringLiteral("n"), 12.5},
                        {QStringLiteral("s"), QJsonObject{{QStringLiteral("x"), 3}}}}),
              QStringLiteral("<b> & \"q\" é <b> & \"q\" é <b> & \"q\" é 12.5 3"));
}

TEST(Template, LeavesUnknownAndEmptyNamesStanding)
{
    const auto result =
        renderTemplate(QStringLiteral("{{known}} {{unknown}} {{{empty}}} {{s.deep}} {{unknown}} {{nothing}}"),
                       {{QStringLiteral("known"), QStringLiteral("yes")},
                        {QStringLiteral("empty"), QStringLiteral(" ")},
                        {QStringLiteral("nothing"), QJsonValue::Null}});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, QStringLiteral("yes {{unknown}} {{empty}} {{s.deep}} {{unknown}} {{nothing}}"));
    EXPECT_EQ(result->unfilled, (QStringList{QStringLiteral("unknown"), QStringLiteral("empty"),
                                             QStringLiteral("s.deep"), QStringLiteral("nothing")}));
}

TEST(Template, NeverExpandsAValue)
{
    const auto result =
        renderTemplate(QStringLiteral("{{a}}|{{b}}"), {{QStringLiteral("a"), QStringLiteral("{{b}}{{#x}}")},
                                                       {QStringLiteral("b"), QStringLiteral("B")}});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, QStringLiteral("{{b}}{{#x}}|B"));
    EXPECT_TRUE(result->unfilled.isEmpty());
    // Nor can a value forge the mark of an unfilled name.
    const QString forged = QChar(0xFDD0) + QStringLiteral("b") + QChar(0xFDD1);
    const auto again = renderTemplate(QStringLiteral("{{a}}"), {{QStringLiteral("a"), forged}});
    EXPECT_EQ(again->text, QStringLiteral("b"));
    EXPECT_TRUE(again->unfilled.isEmpty());
}

TEST(Template, SectionsAreFalseWhenUnknownOrEmpty)
{
    EXPECT_EQ(rendered("{{#why}}Why: {{why}}{{/why}}{{^why}}none{{/why}}", {}), QStringLiteral("none"));
    EXPECT_EQ(rendered("{{#why}}Why: {{why}}{{/why}}{{^why}}none{{/why}}", {{QStringLiteral("why"), QString()}}),
              QStringLiteral("none"));
    EXPECT_EQ(
        rendered("{{#why}}Why: {{why}}{{/why}}{{^why}}none{{/why}}", {{QStringLiteral("why"), QStringLiteral("x")}}),
        QStringLiteral("Why: x"));
}

TEST(Template, RepeatsLists)
{
    const QJsonObject values{
        {QStringLiteral("steps"), QJsonArray{QJsonObject{{QStringLiteral("t"), QStringLiteral("one")}},
                                             QJsonObject{{QStringLiteral("t"), QString()}}}},
        {QStringLiteral("words"), QJsonArray{QStringLiteral("a"), QStringLiteral("b")}}};
    EXPECT_EQ(rendered("{{#steps}}- {{t}}\n{{/steps}}{{#words}}{{.}};{{/words}}", values),
              QStringLiteral("- one\n- {{t}}\na;b;"));
}

TEST(Template, ListsItsFields)
{
    EXPECT_EQ(templateFields(QStringLiteral("{{a}} {{#b}}{{c.d}}{{.}}{{/b}}{{! e }}{{{a}}}{{^f}}{{/f}}")),
              (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c.d"), QStringLiteral("f")}));
}

TEST(Template, RefusesWhatIsNotWellFormed)
{
    struct Case {
        const char* text;
        int offset;
    };
    for (const Case& wrong :
         {Case{"a {{b", 2}, Case{"{{#a}}x", 0}, Case{"x{{/a}}", 1}, Case{"{{#a}}{{#b}}{{/a}}{{/b}}", 12},
          Case{"{{> file}}", 0}, Case{"{{=<% %>=}}", 0}, Case{"{{a b}}", 0}, Case{"{{}}", 0}, Case{"{{{a}}", 0}}) {
        const QString text = QString::fromLatin1(wrong.text);
        const auto problems = checkTemplate(text);
        ASSERT_EQ(problems.size(), 1) << wrong.text;
        EXPECT_EQ(problems.first().offset, wrong.offset) << wrong.text;
        EXPECT_FALSE(renderTemplate(text, {}).ok()) << wrong.text;
    }
    EXPECT_EQ(checkTemplate(QStringLiteral("{{#a}}").repeated(100'000)).size(), 1);
}

}  // namespace

}  // namespace cockpit::test
