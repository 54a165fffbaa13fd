// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Folders, referenced files and limits.
#include "core/playbook/PlaybookLibrary.h"
#include "tests/core/playbook/PlaybookFixture.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>

namespace cockpit::test {

namespace {

const QByteArray runbookFile = "apiVersion: incident-cockpit/v1\nkind: Runbook\nid: restart\n"
                               "steps: [{id: look, kind: manual, text: Look}]\n";

TEST(PlaybookFiles, ARunbookMayHaveAFileOfItsOwn)
{
    PlaybookFolder folder;
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook("runbooks: [runbooks/restart.yaml]\n"));
    folder.write(QStringLiteral("runbooks/restart.yaml"), runbookFile);
    const PlaybookLoad load = folder.load();
    ASSERT_TRUE(load.ok()) << qPrintable(listed(load.problems));
    EXPECT_TRUE(load.playbook->runbook(QStringLiteral("restart")));

    const Vocabulary vocabulary = sampleVocabulary();
    const PlaybookLoad same = PlaybookLoader(vocabulary).load(folder.path() + QStringLiteral("/runbooks/restart.yaml"));
    ASSERT_TRUE(same.ok());
    EXPECT_EQ(same.playbook->digest, load.playbook->digest);
}

TEST(PlaybookFiles, FaultsInARunbookFileNameThatFile)
{
    PlaybookFolder folder;
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook("runbooks: [runbooks/restart.yaml]\n"));
    folder.write(QStringLiteral("runbooks/restart.yaml"), QByteArray(runbookFile).replace("text: Look", "txt: Look"));
    EXPECT_EQ(listed(folder.load().problems),
              QStringLiteral("restart.yaml:4:34: unknown key \"txt\" in step \"look\"; did you mean \"text\"?\n"));
}

TEST(PlaybookFiles, ARunbookFileMustBeListedAndNamedAfterItsId)
{
    PlaybookFolder folder;
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook());
    folder.write(QStringLiteral("runbooks/restart.yaml"), runbookFile);
    EXPECT_EQ(listed(folder.load().problems),
              QStringLiteral("restart.yaml:1:1: this runbook is not listed under \"runbooks\" of the playbook; add "
                             "\"runbooks/restart.yaml\" there\n"));
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook("runbooks: [runbooks/restart.yaml]\n"));
    folder.write(QStringLiteral("runbooks/restart.yaml"), QByteArray(runbookFile).replace("id: restart", "id: start"));
    EXPECT_EQ(
        listed(folder.load().problems),
        QStringLiteral(
            "restart.yaml:3:5: runbook \"start\" must stand in runbooks/start.yaml, not in runbooks/restart.yaml\n"));
}

TEST(PlaybookFiles, ALinkThatLeadsOutIsRefusedAndOneInsideIsNot)
{
    PlaybookFolder folder;
    PlaybookFolder elsewhere;
    elsewhere.write(QStringLiteral("page.md"), "secret");
    folder.write(QStringLiteral("real.md"), "hello");
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook("messages: {page: page.md}\n"));
    ASSERT_TRUE(QFile::link(elsewhere.path() + QStringLiteral("/page.md"), folder.path() + QStringLiteral("/page.md")));
    const PlaybookLoad out = folder.load();
    ASSERT_EQ(out.problems.size(), 1);
    EXPECT_EQ(out.problems.first().line, 5);
    EXPECT_EQ(out.problems.first().column, 18);
    EXPECT_TRUE(out.problems.first().message.contains(QStringLiteral("a link that leads out")));

    ASSERT_TRUE(QFile::remove(folder.path() + QStringLiteral("/page.md")));
    ASSERT_TRUE(QFile::link(QStringLiteral("real.md"), folder.path() + QStringLiteral("/page.md")));
    EXPECT_TRUE(folder.load().ok());
}

TEST(PlaybookFiles, TooLargeAndMissingAreSaid)
{
    PlaybookFolder folder;
    EXPECT_EQ(listed(folder.load().problems),
              QStringLiteral("playbook.yaml:1:1: there is no file \"playbook.yaml\"\n"));
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook() + "#" + QByteArray(1024 * 1024, 'x'));
    EXPECT_EQ(listed(folder.load().problems),
              QStringLiteral("playbook.yaml:1:1: the file \"playbook.yaml\" is larger than 1 MiB\n"));
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook("messages: {page: page.md}\n"));
    folder.write(QStringLiteral("page.md"), QByteArray(1024 * 1024 + 1, 'x'));
    EXPECT_EQ(listed(folder.load().problems),
              QStringLiteral("playbook.yaml:5:18: message \"page\": the file \"page.md\" is larger than 1 MiB\n"));
}

TEST(PlaybookFiles, NotUtf8IsSaidWithItsPlace)
{
    PlaybookFolder folder;
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook("roles: [\xC3\xA9, \xEF\xBF\xBD, \xE9]\n"));
    EXPECT_EQ(listed(folder.load().problems),
              QStringLiteral("playbook.yaml:5:15: this is not UTF-8; save the file as UTF-8\n"));
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook("messages: {page: page.md}\n"));
    folder.write(QStringLiteral("page.md"), "one\ntwo \xff\n");
    EXPECT_EQ(listed(folder.load().problems),
              QStringLiteral("page.md:2:5: this is not UTF-8; save the file as UTF-8\n"));
}

TEST(PlaybookFiles, FaultsInATemplateNameItsLine)
{
    PlaybookFolder folder;
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook("messages: {page: page.md}\n"));
    folder.write(QStringLiteral("page.md"), "one\n a {{#b}} c\n");
    EXPECT_EQ(listed(folder.load().problems),
              QStringLiteral("page.md:2:4: the section {{#b}} is not closed with {{/b}}\n"));
}

TEST(PlaybookFiles, TheDigestChangesWithEveryFile)
{
    PlaybookFolder folder;
    folder.write(QStringLiteral("playbook.yaml"), smallestPlaybook("messages: {page: page.md}\n"));
    folder.write(QStringLiteral("page.md"), "one");
    const QString first = folder.load().playbook->digest;
    folder.write(QStringLiteral("page.md"), "two");
    EXPECT_NE(folder.load().playbook->digest, first);
}

TEST(PlaybookLimits, FiveHundredSteps)
{
    const auto steps = [](int count) {
        QByteArray text = "runbooks:\n  - id: long\n    steps:\n";
        for (int index = 0; index < count; ++index)
            text += "      - {id: s" + QByteArray::number(index) + ", kind: manual, text: Look}\n";
        return smallestPlaybook(text);
    };
    PlaybookFolder folder;
    folder.write(QStringLiteral("playbook.yaml"), steps(500));
    EXPECT_TRUE(folder.load().ok());
    folder.write(QStringLiteral("playbook.yaml"), steps(503));
    EXPECT_EQ(listed(folder.load().problems),
              QStringLiteral("playbook.yaml:508:9: a playbook has at most 500 steps\n"));
}

TEST(PlaybookLimits, HostileNestingEndsInOneProblem)
{
    PlaybookFolder folder;
    for (const char* bracket : {"[", "{a: ", "- "}) {
        folder.write(QStringLiteral("playbook.yaml"), "roles: " + QByteArray(bracket).repeated(20'000));
        EXPECT_EQ(folder.load().problems.size(), 1) << bracket;
    }
}

TEST(PlaybookLibrary, ATeamsPlaybookReplacesTheShippedOneUnlessItHasFaults)
{
    const Vocabulary vocabulary = sampleVocabulary();
    PlaybookFolder shipped;
    PlaybookFolder team;
    shipped.write(QStringLiteral("a/playbook.yaml"), smallestPlaybook().replace("id: sample", "id: a"));
    shipped.write(QStringLiteral("b/playbook.yaml"), smallestPlaybook().replace("id: sample", "id: b"));
    team.write(QStringLiteral("mine/playbook.yaml"),
               smallestPlaybook().replace("id: sample, title: Sample", "id: b, title: Ours"));
    PlaybookLibrary library(vocabulary, team.path(), shipped.path());
    ASSERT_EQ(library.playbooks().size(), 2);
    EXPECT_EQ(library.find(QStringLiteral("b"))->title, QStringLiteral("Ours"));
    EXPECT_TRUE(library.problems().isEmpty());

    team.write(QStringLiteral("mine/playbook.yaml"), smallestPlaybook("rools: []\n").replace("id: sample", "id: b"));
    library.reload();
    EXPECT_EQ(library.find(QStringLiteral("b"))->title, QStringLiteral("Sample"));
    ASSERT_EQ(library.problems().size(), 1);
    EXPECT_EQ(library.find(QStringLiteral("c")), nullptr);
}

TEST(PlaybookLibrary, TwoOfOneIdAreAProblem)
{
    const Vocabulary vocabulary = sampleVocabulary();
    PlaybookFolder team;
    team.write(QStringLiteral("x/playbook.yaml"), smallestPlaybook());
    team.write(QStringLiteral("y/playbook.yaml"), smallestPlaybook());
    const PlaybookLibrary library(vocabulary, team.path(), QString());
    EXPECT_EQ(library.playbooks().size(), 1);
    ASSERT_EQ(library.problems().size(), 1);
    EXPECT_TRUE(library.problems().first().message.contains(QStringLiteral("belongs to")));
}

}  // namespace

}  // namespace cockpit::test
