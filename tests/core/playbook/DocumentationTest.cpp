// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// A new platform is a folder alone: the examples of docs/writing-a-playbook.md, put together, are one.
#include "core/playbook/PlaybookLibrary.h"
#include "tests/core/playbook/PlaybookFixture.h"
#include "tests/core/playbook/SchemaJudge.h"

#include <gtest/gtest.h>

#include <QDir>

namespace cockpit::test {

namespace {

QList<QByteArray> yamlExamples()
{
    QList<QByteArray> examples;
    const QList<QByteArray> parts = bytesOf(QStringLiteral(PROJECT_DIR "/docs/writing-a-playbook.md")).split('\n');
    bool inside = false;
    for (const QByteArray& line : parts) {
        if (line == "```yaml") {
            inside = true;
            examples.append(QByteArray());
        } else if (line == "```") {
            inside = false;
        } else if (inside) {
            examples.last() += line + '\n';
        }
    }
    return examples;
}

TEST(Documentation, TheSmallestPlaybookIsOne)
{
    PlaybookFolder folder;
    folder.write(QStringLiteral("playbook.yaml"), yamlExamples().at(0));
    const PlaybookLoad load = folder.load();
    EXPECT_TRUE(load.ok()) << qPrintable(listed(load.problems));
}

TEST(Documentation, ANewPlatformIsAFolderAlone)
{
    const QList<QByteArray> examples = yamlExamples();
    ASSERT_EQ(examples.size(), 5);
    QTemporaryDir profile;
    ASSERT_TRUE(QDir(profile.path()).mkpath(QStringLiteral("my-platform/runbooks")));
    const auto write = [&](const char* name, const QByteArray& bytes) {
        QFile file(profile.filePath(QStringLiteral("my-platform/") + QLatin1String(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write("playbook.yaml",
          examples.at(0) + "connections: {api: {kind: http}, db: {kind: postgres}, host: {kind: shell}}\n" +
              examples.at(1) +
              "runbooks: [runbooks/queue_grows.yaml, runbooks/stuck_session.yaml, runbooks/resume.yaml]\n");
    write("runbooks/queue_grows.yaml", examples.at(2));
    write("runbooks/stuck_session.yaml", examples.at(3));
    write("runbooks/resume.yaml", examples.at(4));
    const Vocabulary vocabulary = sampleVocabulary();
    const PlaybookLibrary library(vocabulary, profile.path());
    EXPECT_TRUE(library.problems().isEmpty()) << qPrintable(listed(library.problems()));
    const PlaybookPointer book = library.find(QStringLiteral("my-platform"));
    ASSERT_TRUE(book);
    ASSERT_EQ(book->runbooks.size(), 3);
    EXPECT_EQ(book->runbooks.first().steps.size(), 2);
    const StepSpec* end = book->step(QStringLiteral("stuck_session"), QStringLiteral("end_blocker"));
    ASSERT_TRUE(end);
    EXPECT_EQ(end->inputs.first().from, QStringLiteral("blocker"));
    EXPECT_EQ(Runbook::fromJson(book->runbook(QStringLiteral("stuck_session"))->toJson()).toJson(),
              book->runbook(QStringLiteral("stuck_session"))->toJson());
    const StepSpec* half = book->step(QStringLiteral("resume"), QStringLiteral("half"));
    ASSERT_TRUE(half && half->stage);
    EXPECT_EQ(half->stage->fallBack, QStringLiteral("stop"));
    EXPECT_EQ(book->rules.first().runbook, QStringLiteral("queue_grows"));
}

}  // namespace

}  // namespace cockpit::test
