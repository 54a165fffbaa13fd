// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/postmortem/EventText.h"

#include "tests/core/postmortem/SampleFacts.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

Event make(EventType type, const QJsonObject& data = {})
{
    Event event;
    event.type = type;
    event.typeName = eventTypeName(type);
    event.data = data;
    return event;
}

constexpr int lastType = static_cast<int>(EventType::SessionEnded);

TEST(EventText, EveryTypeHasASentenceAndAnIcon)
{
    QSet<QString> sentences;
    for (int type = 0; type <= lastType; ++type) {
        const QJsonObject data{{QStringLiteral("text"), QStringLiteral("note text")}};
        const EventLine line = describeEvent(make(static_cast<EventType>(type), data));
        EXPECT_FALSE(line.icon.isEmpty()) << type;
        EXPECT_FALSE(line.text.trimmed().isEmpty()) << type;
        EXPECT_FALSE(line.text.contains(QLatin1Char('%'))) << qPrintable(line.text);
        sentences.insert(line.text);
    }
    EXPECT_EQ(sentences.size(), lastType + 1) << "two types share a sentence";
}

TEST(EventText, NamesStepsAndMessagesByTitleWhenTheIncidentIsKnown)
{
    const PostmortemFacts facts = sampleFacts();
    const Event finished = facts.events.at(3);
    EXPECT_EQ(describeEvent(finished, &facts.incident).text,
              QStringLiteral("Step Close stale open records succeeded: 137 rows (41ms)"));
    EXPECT_EQ(describeEvent(finished).text, QStringLiteral("Step close_stale succeeded: 137 rows (41ms)"));
    EXPECT_EQ(describeEvent(facts.events.at(1), &facts.incident).text,
              QStringLiteral("Page to team_lead by just-trades/chat [7F3A] delivered (212ms)"));
}

TEST(EventText, HostileTextStaysLiteralAndOnOneLine)
{
    for (const QString& text : hostileTexts()) {
        const EventLine line =
            describeEvent(make(EventType::IncidentDeclared,
                               {{QStringLiteral("title"), text}, {QStringLiteral("severity"), QStringLiteral("P0")}}));
        EXPECT_FALSE(line.text.contains(QLatin1Char('\n')));
        EXPECT_FALSE(line.text.contains(QChar(0x202E)));
        EXPECT_FALSE(line.detail.contains(QChar(0x202E)));
        EXPECT_EQ(line.text.contains(QLatin1Char('<')), text.contains(QLatin1Char('<'))) << qPrintable(line.text);
    }
}

TEST(EventText, PercentSignsInValuesAreNotPlaceholders)
{
    const EventLine line =
        describeEvent(make(EventType::SeverityChanged, {{QStringLiteral("from"), QStringLiteral("%2")},
                                                        {QStringLiteral("to"), QStringLiteral("%1")},
                                                        {QStringLiteral("reason"), QStringLiteral("%3 100 %")}}));
    EXPECT_EQ(line.text, QStringLiteral("Severity changed from %2 to %1: %3 100 %"));
}

TEST(EventText, LongTextsAreCut)
{
    const QString longText(1'000'000, QLatin1Char('x'));
    const EventLine line = describeEvent(make(EventType::NoteAdded, {{QStringLiteral("text"), longText}}));
    EXPECT_LE(line.text.size(), 300);
    EXPECT_LE(line.detail.size(), 64 * 1024 + 100);
    EXPECT_TRUE(line.text.endsWith(QChar(0x2026)));
}

TEST(EventText, DetailHoldsEveryFieldButNotTheWholePostmortem)
{
    const EventLine step =
        describeEvent(make(EventType::StepIntended, {{QStringLiteral("text"), QStringLiteral("select 1;\nselect 2;")},
                                                     {QStringLiteral("step"), QStringLiteral("active")}}));
    EXPECT_EQ(step.detail, QStringLiteral("step: active\ntext:\nselect 1;\nselect 2;"));
    const EventLine edited =
        describeEvent(make(EventType::PostmortemEdited, {{QStringLiteral("text"), QStringLiteral("secret plan")}}));
    EXPECT_EQ(edited.detail, QStringLiteral("text: 11 characters"));
}

}  // namespace

}  // namespace cockpit::test
