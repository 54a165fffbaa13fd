// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/postmortem/GeneratedBlocks.h"
#include "core/postmortem/MarkdownHtml.h"
#include "tests/core/postmortem/SampleFacts.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QRandomGenerator>

namespace cockpit::test {

namespace {

/// Compares with a file beside this one; the file to compare by hand is written to the build folder on a difference.
void expectGolden(const QString& name, const QString& text)
{
    QFile golden(QStringLiteral(TEST_DATA_DIR "/golden/") + name);
    ASSERT_TRUE(golden.open(QIODevice::ReadOnly)) << "missing golden file " << qPrintable(name);
    const QString expected = QString::fromUtf8(golden.readAll());
    if (text == expected)
        return;
    QFile actual(QStringLiteral(BUILD_DIR "/actual-") + name);
    ASSERT_TRUE(actual.open(QIODevice::WriteOnly));
    actual.write(text.toUtf8());
    EXPECT_EQ(text.toStdString(), expected.toStdString()) << "see " << qPrintable(actual.fileName());
}

PostmortemFacts withTemplate(const QString& text)
{
    PostmortemFacts facts = sampleFacts();
    auto playbook = std::make_shared<Playbook>(*facts.playbook);
    playbook->postmortem.templateText = text;
    facts.playbook = playbook;
    return facts;
}

TEST(PostmortemDraft, BuiltInTemplateMatchesItsGoldenFile)
{
    expectGolden(QStringLiteral("built-in.md"), buildDraft(sampleFacts()));
}

TEST(PostmortemDraft, OpenIncidentMatchesItsGoldenFile)
{
    PostmortemFacts facts = sampleFacts();
    facts.incident.state = IncidentState::Declared;
    facts.incident.resolvedAt = {};
    facts.incident.acknowledgedAt = {};
    facts.incident.acknowledgedBy.clear();
    facts.incident.roles.clear();
    facts.incident.rule.clear();
    facts.incident.runs.first().steps.first().phase = StepRunState::Phase::OutcomeUnknown;
    facts.incident.notifications.first().phase = NotificationState::Phase::Uncertain;
    facts.events = facts.events.mid(0, 2);
    expectGolden(QStringLiteral("open.md"), buildDraft(facts));
}

TEST(PostmortemDraft, FieldsAndBlocksOfAPlaybookTemplateAreFilled)
{
    const QString text = buildDraft(withTemplate(
        QStringLiteral("# {{title}} ({{id}})\n\nMTTA {{time_to_acknowledge}}, MTTR {{time_to_resolve}}\n\n"
                       "{{{timeline}}}\n\n<!-- cockpit:begin impact -->\nold\n<!-- cockpit:end impact -->\n")));
    EXPECT_TRUE(text.startsWith(
        QLatin1String("# Broker workers dead: no trades executing (20261121-0301-7f3a)\n\nMTTA 16s, MTTR 11m11s\n")));
    EXPECT_TRUE(text.contains(QLatin1String("<!-- cockpit:begin timeline ")));
    EXPECT_FALSE(text.contains(QLatin1String("\nold\n")))
        << "an unfilled block of the template is replaced without a notice";
    EXPECT_FALSE(text.contains(QLatin1String("> **")));
    EXPECT_TRUE(text.contains(QLatin1String("Error rate: peak 41 %")));
}

TEST(PostmortemDraft, RefreshingAnUnchangedDraftChangesNothing)
{
    const PostmortemFacts facts = sampleFacts();
    const QString draft = buildDraft(facts);
    EXPECT_EQ(refreshDraft(draft, facts), draft);
    EXPECT_EQ(findBlocks(draft).size(), 8);
}

TEST(PostmortemDraft, RefreshTakesUpNewFactsAndKeepsTypedText)
{
    PostmortemFacts facts = sampleFacts();
    PostmortemFacts earlier = facts;
    earlier.events = facts.events.mid(0, 2);
    const QString typed = buildDraft(earlier) + QStringLiteral("\nThe cause was a full disk.\n");
    const QString later = refreshDraft(typed, facts);
    EXPECT_TRUE(later.contains(QLatin1String("Resolved: workers restarted")));
    EXPECT_TRUE(later.endsWith(QLatin1String("\nThe cause was a full disk.\n")));
    EXPECT_FALSE(later.contains(QLatin1String("Kept from")));
}

TEST(PostmortemDraft, DeletedBlocksStayDeleted)
{
    const PostmortemFacts facts = sampleFacts();
    const QString draft = buildDraft(facts);
    const QList<BlockSpan> blocks = findBlocks(draft);
    QStringList lines = draft.split(QLatin1Char('\n'));
    lines.remove(blocks.at(2).first, blocks.at(2).last - blocks.at(2).first + 1);
    const QString without = lines.join(QLatin1Char('\n'));
    EXPECT_EQ(refreshDraft(without, facts), without);
}

TEST(PostmortemDraft, TextWrittenIntoABlockIsMovedOutOnceAndNeverLost)
{
    const PostmortemFacts facts = sampleFacts();
    QStringList lines = buildDraft(facts).split(QLatin1Char('\n'));
    const BlockSpan impact = findBlocks(lines.join(QLatin1Char('\n'))).at(1);
    lines.insert(impact.first + 2, QStringLiteral("- Three customers called."));
    const QString edited = lines.join(QLatin1Char('\n'));
    ASSERT_TRUE(findBlocks(edited).at(1).edited);
    const QString once = refreshDraft(edited, facts);
    EXPECT_EQ(once.count(QLatin1String("Three customers called.")), 1);
    EXPECT_EQ(once.count(QLatin1String("Kept from the generated block \"impact\"")), 1);
    EXPECT_FALSE(findBlocks(once).at(1).edited);
    EXPECT_GT(once.indexOf(QLatin1String("Three customers")), once.indexOf(QLatin1String("cockpit:end impact")));
    EXPECT_EQ(refreshDraft(once, facts), once);
}

TEST(PostmortemDraft, FieldsKnownLaterAreFilledOutsideBlocksOnly)
{
    PostmortemFacts facts =
        withTemplate(QStringLiteral("Resolved {{resolved_at}} {{ spaced }} {{nothing}}\n{{{summary}}}\n"));
    PostmortemFacts open = facts;
    open.incident.resolvedAt = {};
    open.incident.reason = QStringLiteral("{{resolved_at}}");
    const QString early = buildDraft(open);
    EXPECT_TRUE(early.startsWith(QLatin1String("Resolved {{resolved_at}}"))) << qPrintable(early);
    open.incident.resolvedAt = facts.incident.resolvedAt;
    const QString late = refreshDraft(early, open);
    EXPECT_TRUE(late.startsWith(QLatin1String("Resolved 2026-11-21 03:12:47 UTC"))) << qPrintable(late);
    EXPECT_TRUE(late.contains(QLatin1String("{{nothing}}")));
    EXPECT_TRUE(late.contains(QLatin1String("| Reason | \\{\\{resolved_at}} |"))) << qPrintable(late);
}

/// Random edits: whatever is typed outside stays byte for byte, every line typed inside a block survives somewhere.
TEST(PostmortemDraft, RandomEditsNeverLoseTypedText)
{
    const PostmortemFacts facts = sampleFacts();
    const QString draft = buildDraft(facts);
    QRandomGenerator random(42);
    const QStringList oddities{QStringLiteral("```"),
                               QStringLiteral("| a | b |"),
                               QStringLiteral("<!-- cockpit:begin timeline -->"),
                               QStringLiteral("<!-- cockpit:end steps -->"),
                               QString(),
                               QStringLiteral("  "),
                               QStringLiteral("text\r")};
    for (int round = 0; round < 500; ++round) {
        QStringList lines = draft.split(QLatin1Char('\n'));
        QStringList typed;
        const int edits = 1 + random.bounded(6);
        for (int i = 0; i < edits; ++i) {
            const int where = random.bounded(static_cast<int>(lines.size()));
            const QString line = QStringLiteral("typed %1 %2").arg(round).arg(i);
            switch (random.bounded(4)) {
            case 0: lines.insert(where, oddities.at(random.bounded(static_cast<int>(oddities.size())))); break;
            case 1:
                if (!lines.at(where).contains(QLatin1String("typed ")))
                    lines.removeAt(where);
                break;
            default: lines.insert(where, line); typed.append(line);
            }
        }
        const QString edited = lines.join(QLatin1Char('\n'));
        const QString refreshed = refreshDraft(edited, facts);
        for (const QString& line : std::as_const(typed))
            ASSERT_EQ(refreshed.count(line), 1) << qPrintable(edited);
        ASSERT_EQ(refreshDraft(refreshed, facts), refreshed) << qPrintable(edited);
        // Outside the blocks nothing moves and nothing changes.
        const auto outside = [](const QString& text) {
            QStringList kept;
            const QStringList all = text.split(QLatin1Char('\n'));
            int next = 0;
            for (const BlockSpan& span : findBlocks(text)) {
                kept += all.mid(next, span.first - next);
                next = span.last + 1;
            }
            return kept + all.mid(next);
        };
        QStringList rest = outside(refreshed);
        for (const QString& line : outside(edited)) {
            const qsizetype at = rest.indexOf(line);
            ASSERT_GE(at, 0) << qPrintable(line);
            rest = rest.mid(at + 1);
        }
    }
}

TEST(PostmortemDraft, HostileTextStaysLiteralInEveryBlock)
{
    for (const QString& text : hostileTexts()) {
        PostmortemFacts facts = sampleFacts();
        facts.incident.title = text;
        facts.incident.reason = text;
        facts.incident.resolveReason = text;
        facts.incident.roles.insert(text, text);
        facts.incident.runs.first().runbook = text;
        facts.incident.runs.first().steps.first().title = text;
        facts.incident.runs.first().steps.first().summary = text;
        facts.incident.notifications.first().words = text;
        facts.incident.notifications.first().channel = text;
        facts.incident.evidence.first().name = text;
        facts.figures.first().title = text;
        for (Event& event : facts.events) {
            event.actor = text;
            event.data.insert(QStringLiteral("reason"), text);
            event.data.insert(QStringLiteral("summary"), text);
        }
        const QString draft = buildDraft(facts);
        ASSERT_EQ(findBlocks(draft).size(), 8) << qPrintable(text);
        ASSERT_EQ(refreshDraft(draft, facts).toStdString(), draft.toStdString()) << qPrintable(text);
        const Result<QString> page = markdownToHtml(draft);
        ASSERT_TRUE(page.ok());
        for (const char* forbidden :
             {"<img", "<script", "<b>", "<style", "<a ", "<input", "<del>", "file:///etc/passwd\""})
            EXPECT_FALSE(page->contains(QLatin1String(forbidden))) << forbidden << " from " << qPrintable(text);
    }
}

TEST(PostmortemDraft, LongTimelinesAreCutWithAWord)
{
    PostmortemFacts facts = sampleFacts();
    Event note = facts.events.first();
    note.type = EventType::NoteAdded;
    note.data = {{QStringLiteral("text"), QStringLiteral("again")}};
    facts.events = QList<Event>(600, note);
    const QString timeline = postmortemBlocks(facts).value(QStringLiteral("timeline"));
    EXPECT_EQ(timeline.count(QLatin1String("again")), 500);
    EXPECT_TRUE(timeline.endsWith(QLatin1String("100 later entries are in the log only.")));
}

TEST(ResponseTimes, CountFromTheProposalAndNeverGoNegative)
{
    Incident incident = sampleFacts().incident;
    const QDateTime now = sampleFacts().now;
    EXPECT_EQ(responseTimes(incident, now).toAcknowledge, Milliseconds{16'000});
    EXPECT_EQ(responseTimes(incident, now).toResolve, Milliseconds{671'000});
    incident.proposedAt = incident.declaredAt.addSecs(-60);
    EXPECT_EQ(responseTimes(incident, now).toAcknowledge, Milliseconds{76'000});
    incident.resolvedAt = {};
    incident.acknowledgedAt = incident.proposedAt.addSecs(-5);
    EXPECT_EQ(responseTimes(incident, now).toAcknowledge, Milliseconds{0});
    EXPECT_FALSE(responseTimes(incident, now).toResolve.has_value());
    EXPECT_EQ(responseTimes(incident, now).open, Milliseconds{incident.proposedAt.msecsTo(now)});
    EXPECT_EQ(responseTimes(Incident{}, now).open, Milliseconds{0});
}

TEST(PercentFilled, CountsSectionsThatSaySomething)
{
    EXPECT_EQ(percentFilled(QString()), 0);
    EXPECT_EQ(percentFilled(QStringLiteral("# T\n\n## A\n\nQuestion for you: why?\n\n## B\n\ntext\n")), 50);
    EXPECT_EQ(percentFilled(QStringLiteral(
                  "## A\n- [ ] \n\n## B\n[what happened]\n## C\n{{resolved_at}}\n## D\n**Owner:** [name]\n")),
              0);
    EXPECT_EQ(percentFilled(QStringLiteral("## A\n<!-- cockpit:begin a abcd -->\n<!-- cockpit:end a -->\n")), 0);
    EXPECT_EQ(percentFilled(QStringLiteral("## A\nyes\n")), 100);
    EXPECT_EQ(percentFilled(buildDraft(sampleFacts())), 80);
}

TEST(GeneratedBlocks, TornMarkersAreOrdinaryText)
{
    const QMap<QString, QString> fresh{{QStringLiteral("a"), QStringLiteral("NEW")}};
    for (const char* text : {"<!-- cockpit:begin a abcd -->\nx\n", "x\n<!-- cockpit:end a -->\n",
                             "<!-- cockpit:begin a abcd -->\nx\n<!-- cockpit:end b -->\n",
                             "<!-- cockpit:begin A abcd -->\nx\n<!-- cockpit:end A -->",
                             "  text <!-- cockpit:begin a -->\nx\n<!-- cockpit:end a --> text"})
        EXPECT_EQ(refreshBlocks(QLatin1String(text), fresh), QLatin1String(text));
    EXPECT_TRUE(
        refreshBlocks(QStringLiteral("<!-- cockpit:begin a -->\n<!-- cockpit:begin a -->\nx\n<!-- cockpit:end a -->"),
                      fresh)
            .startsWith(QLatin1String("<!-- cockpit:begin a -->\n<!-- cockpit:begin a ")));
}

}  // namespace

}  // namespace cockpit::test
