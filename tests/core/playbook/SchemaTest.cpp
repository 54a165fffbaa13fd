// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The JSON Schema that editors use must judge like the loader, as far as a schema can see.
#include "core/playbook/YamlScalar.h"
#include "tests/core/playbook/PlaybookFixture.h"
#include "tests/core/playbook/SchemaJudge.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit::test {

namespace {

const QString resources = QStringLiteral(PROJECT_DIR "/resources");

TEST(Schema, AcceptsShippedPlaybooks)
{
    SchemaJudge judge;
    int seen = 0;
    const QDir playbooks(resources + QStringLiteral("/playbooks"));
    for (const QString& name : playbooks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir folder(playbooks.filePath(name));
        EXPECT_EQ(judge.objectionTo(folder.filePath(QStringLiteral("playbook.yaml"))), QString()) << qPrintable(name);
        const QDir runbooks(folder.filePath(QStringLiteral("runbooks")));
        for (const QString& file : runbooks.entryList({QStringLiteral("*.yaml")}, QDir::Files)) {
            EXPECT_EQ(judge.objectionTo(runbooks.filePath(file)), QString()) << qPrintable(file);
            ++seen;
        }
    }
    EXPECT_GE(seen, 6);
}

TEST(Schema, AndLoaderAcceptValidVariants)
{
    SchemaJudge judge;
    const Vocabulary vocabulary = sampleVocabulary();
    const QDir folder(QStringLiteral(TEST_DATA_DIR "/valid"));
    const QStringList names = folder.entryList({QStringLiteral("*.yaml")}, QDir::Files);
    EXPECT_GE(names.size(), 4);
    for (const QString& name : names) {
        const PlaybookLoad load = PlaybookLoader(vocabulary).load(folder.filePath(name));
        EXPECT_TRUE(load.ok()) << qPrintable(listed(load.problems));
        EXPECT_EQ(judge.objectionTo(folder.filePath(name)), QString()) << qPrintable(name);
    }
}

TEST(Schema, JudgesMalformedFilesAsTheySay)
{
    SchemaJudge judge;
    const QDir folder(QStringLiteral(TEST_DATA_DIR "/malformed"));
    int rejected = 0;
    for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files)) {
        const QString path = folder.filePath(name);
        const QString header = QString::fromUtf8(bytesOf(path).split('\n').first());
        const QString said = header.section(QLatin1Char('|'), 1, 1).trimmed().section(QLatin1Char(' '), 1);
        const QString objection = judge.objectionTo(path);
        const QString judged = objection.isEmpty()                        ? QStringLiteral("accepts")
                               : objection == QLatin1String("unreadable") ? objection
                                                                          : QStringLiteral("rejects");
        EXPECT_EQ(judged, said) << qPrintable(name) << qPrintable(objection);
        rejected += judged == QLatin1String("rejects") ? 1 : 0;
    }
    EXPECT_GE(rejected, 40);
}

QStringList keysOf(const QJsonObject& shape)
{
    QStringList keys = shape.value(QStringLiteral("properties")).toObject().keys();
    keys.sort();
    return keys;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

TEST(Schema, KnowsTheKindsOfTheVocabulary)
{
    const Vocabulary vocabulary = sampleVocabulary();
    const QJsonObject definitions = schemaJson().value(QStringLiteral("definitions")).toObject();
    const QJsonObject measures =
        definitions.value(QStringLiteral("signal")).toObject().value(QStringLiteral("properties")).toObject();
    for (auto kind = vocabulary.signalKinds.begin(); kind != vocabulary.signalKinds.end(); ++kind) {
        QStringList keys{QStringLiteral("on")};
        for (const KindKey& key : kind->keys)
            keys.append(key.name);
        EXPECT_EQ(keysOf(measures.value(kind.key()).toObject()), sorted(keys)) << qPrintable(kind.key());
    }
    for (auto kind = vocabulary.stepKinds.begin(); kind != vocabulary.stepKinds.end(); ++kind) {
        QStringList keys{QStringLiteral("id"),     QStringLiteral("title"),    QStringLiteral("kind"),
                         QStringLiteral("danger"), QStringLiteral("deadline"), QStringLiteral("time_box"),
                         QStringLiteral("inputs"), QStringLiteral("expect"),   QStringLiteral("stage"),
                         QStringLiteral("see"),    QStringLiteral("outputs"),  QStringLiteral("only_if"),
                         QStringLiteral("verify"), QStringLiteral("why")};
        if (!kind->connectionKinds.isEmpty())
            keys.append(QStringLiteral("on"));
        for (const KindKey& key : kind->keys)
            keys.append(key.name);
        EXPECT_EQ(keysOf(definitions.value(QStringLiteral("step_") + kind.key()).toObject()), sorted(keys))
            << qPrintable(kind.key());
    }
}

}  // namespace

}  // namespace cockpit::test
