// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// A shipped playbook with one damaged line is either refused with the place named, or still means something the schema
// allows; it never crashes the loader and never slips past it.
#include "tests/core/playbook/PlaybookFixture.h"
#include "tests/core/playbook/SchemaJudge.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace cockpit::test {

namespace {

constexpr int everyKindEach = 25;  // all kinds of damage on one line in so many, one kind on the others
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int linesEach = 20;  // sanitized code is slow: one line in so many
#else
constexpr int linesEach = 1;
#endif

enum class Damage {
    Deleted,
    Doubled,
    Deeper,
    Shallower,
    Tab,
    CutShort,
    NoColon,
    KeyMisspelt,
    Quote,
    Number,
    Alias,
    Kinds,
};

int indentOf(const QByteArray& line)
{
    int indent = 0;
    while (indent < line.size() && line.at(indent) == ' ')
        ++indent;
    return indent;
}

QByteArray damaged(const QByteArray& line, Damage damage)
{
    const auto colon = line.indexOf(": ");
    switch (damage) {
    case Damage::Doubled: return line + '\n' + line;
    case Damage::Deeper: return ' ' + line;
    case Damage::Shallower: return line.startsWith(' ') ? line.mid(1) : line;
    case Damage::Tab: return '\t' + line.trimmed();
    case Damage::CutShort: return line.left(line.size() / 2);
    case Damage::NoColon: return colon < 0 ? line + ':' : QByteArray(line).remove(colon, 1);
    case Damage::KeyMisspelt: return QByteArray(line).insert(std::min<qsizetype>(indentOf(line) + 3, line.size()), 'x');
    case Damage::Quote: return line + '"';
    case Damage::Number: return colon < 0 ? line : line.left(colon + 2) + "010";
    case Damage::Alias: return colon < 0 ? line : line.left(colon + 2) + "*other";
    case Damage::Deleted:
    case Damage::Kinds: break;
    }
    return {};
}

class DamageTest : public testing::TestWithParam<const char*>
{
protected:
    void SetUp() override
    {
        const QString original = QStringLiteral(PROJECT_DIR "/resources/playbooks/") + QLatin1String(GetParam());
        QDirIterator files(original, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString name = QDir(original).relativeFilePath(path);
            folder.write(name, bytesOf(path));
            if (name.endsWith(QLatin1String(".yaml")))
                yaml.append(name);
        }
        ASSERT_TRUE(folder.load().ok());
    }

    void judge(const QString& name, qsizetype number, Damage damage, const QByteArray& content)
    {
        ++tried;
        folder.write(name, content);
        const PlaybookLoad load = folder.load();
        const std::string where =
            qPrintable(QStringLiteral("%1:%2, damage %3").arg(name).arg(number + 1).arg(static_cast<int>(damage)));
        if (load.ok()) {
            EXPECT_EQ(schema.objectionTo(folder.path() + QLatin1Char('/') + name).toStdString(), "")
                << where << ": the loader lets through what the schema forbids";
            return;
        }
        ++refused;
        ASSERT_FALSE(load.problems.isEmpty()) << where;
        for (const PlaybookProblem& problem : load.problems) {
            EXPECT_GE(problem.line, 1) << where;
            EXPECT_GE(problem.column, 1) << where;
            EXPECT_FALSE(problem.message.isEmpty()) << where;
            EXPECT_TRUE(QFileInfo(problem.file).suffix() == QLatin1String("yaml") ||
                        QFileInfo(problem.file).suffix() == QLatin1String("md"))
                << where << ": " << qPrintable(problem.toString());
        }
    }

    PlaybookFolder folder;
    QStringList yaml;
    SchemaJudge schema;
    int tried = 0;
    int refused = 0;
};

TEST_P(DamageTest, EachDamagedLineIsRefusedOrStillMeansSomething)
{
    constexpr auto kinds = static_cast<int>(Damage::Kinds);
    for (const QString& name : std::as_const(yaml)) {
        const QByteArray whole = bytesOf(folder.path() + QLatin1Char('/') + name);
        const QList<QByteArray> lines = whole.split('\n');
        for (qsizetype number = 0; number < lines.size(); ++number) {
            if (lines.at(number).trimmed().isEmpty() || number % linesEach != 0)
                continue;
            const bool all = number % everyKindEach == 0;
            for (int kind = 0; kind < kinds; ++kind) {
                if (!all && kind != number % kinds)
                    continue;
                QList<QByteArray> changed = lines;
                const auto damage = static_cast<Damage>(kind);
                if (damage == Damage::Deleted)
                    changed.removeAt(number);
                else
                    changed[number] = damaged(lines.at(number), damage);
                judge(name, number, damage, changed.join('\n'));
                if (HasFatalFailure())
                    return;
            }
        }
        folder.write(name, whole);
    }
    EXPECT_TRUE(folder.load().ok());
    EXPECT_GT(tried, 500 / linesEach);
    EXPECT_GT(refused, tried / 4) << "of " << tried;
    RecordProperty("damages", tried);
    RecordProperty("refused", refused);
}

INSTANTIATE_TEST_SUITE_P(Shipped, DamageTest, testing::Values("just-trades", "flowrex", "tradingbot", "bytelyst"),
                         [](const auto& each) { return std::string(each.param).substr(0, 4); });

}  // namespace

}  // namespace cockpit::test
