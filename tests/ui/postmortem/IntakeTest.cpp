// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/EvidenceIntake.h"
#include "ui/panels/postmortem/LongLines.h"

#include <gtest/gtest.h>

#include <QMimeData>
#include <QRandomGenerator>
#include <QUrl>

namespace cockpit::test {

namespace {

using namespace panels::postmortem;

TEST(LongLines, ComeBackWholeWhateverIsEditedAround)
{
    LongLines lines;
    const QString text = QStringLiteral("head\n") + QString(1'000'000, QLatin1Char('a')) +
                         QStringLiteral("\nmiddle\n") + QString(5'000, QLatin1Char('b')) + QStringLiteral("\ntail");
    QString shown = lines.shortened(text);
    EXPECT_LT(shown.size(), 10'000);
    EXPECT_FALSE(LongLines::hasLongLine(shown.left(4'096)));
    for (const QString& line : shown.split(QLatin1Char('\n')))
        EXPECT_LT(line.size(), LongLines::longest + 60);
    EXPECT_EQ(lines.restored(shown), text);
    shown.replace(QStringLiteral("middle"), QStringLiteral("changed"));
    QString expected = text;
    EXPECT_EQ(lines.restored(shown), expected.replace(QStringLiteral("middle"), QStringLiteral("changed")));
}

TEST(LongLines, ATokenInTheTextIsNotMistaken)
{
    LongLines first;
    const QString token = first.shortened(QString(5'000, QLatin1Char('x'))).mid(LongLines::longest);
    LongLines lines;
    const QString text = token + QLatin1Char('\n') + QString(5'000, QLatin1Char('y'));
    EXPECT_EQ(lines.restored(lines.shortened(text)), text);
}

TEST(LongLines, RandomTextsSurvive)
{
    QRandomGenerator random(3);
    for (int round = 0; round < 200; ++round) {
        QString text;
        for (int i = 0; i < 5; ++i)
            text += QString(random.bounded(9'000), QChar('a' + random.bounded(20))) + QLatin1Char('\n');
        LongLines lines;
        ASSERT_EQ(lines.restored(lines.shortened(text)), text);
    }
}

TEST(EvidenceIntake, ReadsEachKind)
{
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/var/log/a b.log")),
                   QUrl(QStringLiteral("https://user:pw@example.org/x")), QUrl(QStringLiteral("smb://host/share")),
                   QUrl(QStringLiteral("javascript:alert(1)"))});
    const auto urls = evidenceFrom(files, false);
    ASSERT_EQ(urls.size(), 2);
    EXPECT_EQ(urls.at(0).file, QStringLiteral("/var/log/a b.log"));
    EXPECT_EQ(urls.at(0).name, QStringLiteral("a b.log"));
    EXPECT_EQ(urls.at(1).source, QStringLiteral("url"));
    EXPECT_EQ(urls.at(1).bytes, QByteArray("https://example.org/x")) << "credentials in an address are not kept";

    QMimeData rows;
    rows.setData(QStringLiteral("application/x-incident-cockpit-timeline"), "[]");
    rows.setText(QStringLiteral("03:00 note"));
    ASSERT_EQ(evidenceFrom(rows, false).size(), 1);
    EXPECT_EQ(evidenceFrom(rows, false).first().source, QStringLiteral("timeline"));
    EXPECT_EQ(evidenceFrom(rows, false).first().bytes, QByteArray("03:00 note"));

    QMimeData step;
    step.setData(QStringLiteral("application/x-incident-cockpit-step"), "{\"a\":1}");
    EXPECT_EQ(evidenceFrom(step, false).first().source, QStringLiteral("step"));
    EXPECT_EQ(evidenceFrom(step, false).first().bytes, QByteArray("{\"a\":1}"));

    QMimeData chart;
    chart.setData(QStringLiteral("application/x-incident-cockpit-chart"), "{}");
    chart.setData(QStringLiteral("image/png"), "\x89PNG");
    const auto pair = evidenceFrom(chart, false);
    ASSERT_EQ(pair.size(), 2);
    EXPECT_EQ(pair.at(0).name, QStringLiteral("chart.png"));
    EXPECT_EQ(pair.at(1).name, QStringLiteral("chart.json"));

    QMimeData text;
    text.setText(QStringLiteral("plain"));
    EXPECT_TRUE(evidenceFrom(text, false).isEmpty());
    EXPECT_FALSE(isEvidence(text));
    ASSERT_EQ(evidenceFrom(text, true).size(), 1);
    EXPECT_EQ(evidenceFrom(text, true).first().source, QStringLiteral("text"));

    QMimeData picture;
    picture.setImageData(QImage(4, 4, QImage::Format_RGB32));
    EXPECT_EQ(evidenceFrom(picture, false).first().source, QStringLiteral("image"));
    EXPECT_TRUE(evidenceFrom(QMimeData(), true).isEmpty());
}

TEST(EvidenceIntake, ReferencesAreMarkdownAndHostileNamesStayText)
{
    EvidenceItem item;
    item.sha256 = QString(64, QLatin1Char('a'));
    item.name = QStringLiteral("](http://x) <b>.png");
    item.type = QStringLiteral("image/png");
    EXPECT_EQ(evidenceReference(item), QStringLiteral("![\\](http\\://x) \\<b\\>.png](evidence:%1)").arg(item.sha256));
    item.type = QStringLiteral("text/plain");
    item.size = 2'048;
    item.name = QStringLiteral("out.txt");
    EXPECT_EQ(evidenceReference(item),
              QStringLiteral("- **out.txt** (text/plain, 2.00 KiB), SHA-256 `%1`").arg(item.sha256));
}

}  // namespace

}  // namespace cockpit::test
