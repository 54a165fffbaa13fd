// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandContext.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace cockpit {

namespace {

struct Answer {
    int code = -1;
    QString out;
    QString err;
};

class MetricsCommandTest : public testing::Test
{
protected:
    QString file(const QByteArray& page)
    {
        const QString name = directory.filePath(QStringLiteral("page.prom"));
        QFile written(name);
        EXPECT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(page);
        return name;
    }

    static Answer run(const QStringList& arguments, bool json = false)
    {
        Answer answer;
        QTextStream out(&answer.out);
        QTextStream err(&answer.err);
        CommandContext context{arguments, {}, json, out, err};
        answer.code = metricsCommand(context);
        out.flush();
        err.flush();
        return answer;
    }

    Answer parse(const QByteArray& page, bool json = false) { return run({QStringLiteral("parse"), file(page)}, json); }

    QTemporaryDir directory;
};

TEST_F(MetricsCommandTest, PrintsFamiliesAndValues)
{
    const Answer answer = parse("# HELP up Whether it is up.\n# TYPE up gauge\nup{job=\"api\"} 1\nup{job=\"ws\"} NaN\n"
                                "http_requests_total 1.5e3\n");
    EXPECT_EQ(answer.code, ExitDone);
    EXPECT_TRUE(answer.err.isEmpty());
    EXPECT_EQ(answer.out, QStringLiteral("up (gauge, 2 series): Whether it is up.\n"
                                         "  up{job=\"api\"} 1\n"
                                         "  up{job=\"ws\"} NaN\n"
                                         "http_requests_total (untyped, 1 series)\n"
                                         "  http_requests_total 1500\n"
                                         "2 families, 3 series\n"));
}

TEST_F(MetricsCommandTest, PrintsJson)
{
    const Answer answer = parse("# TYPE up gauge\nup{job=\"a\\\"b\"} -Inf 1700000000000\nup 0.1\n", true);
    EXPECT_EQ(answer.code, ExitDone);
    const QJsonObject page = QJsonDocument::fromJson(answer.out.toUtf8()).object();
    EXPECT_EQ(page.value(QLatin1String("series")).toInt(), 2);
    const QJsonObject family = page.value(QLatin1String("families")).toArray().at(0).toObject();
    EXPECT_EQ(family.value(QLatin1String("type")).toString(), QStringLiteral("gauge"));
    const QJsonArray series = family.value(QLatin1String("series")).toArray();
    const QJsonObject first = series.at(0).toObject();
    EXPECT_EQ(first.value(QLatin1String("labels")).toObject().value(QLatin1String("job")).toString(),
              QStringLiteral("a\"b"));
    EXPECT_EQ(first.value(QLatin1String("value")).toString(), QStringLiteral("-Inf"));
    EXPECT_EQ(first.value(QLatin1String("timestamp_ms")).toInteger(), 1'700'000'000'000);
    EXPECT_EQ(series.at(1).toObject().value(QLatin1String("value")).toDouble(), 0.1);
}

TEST_F(MetricsCommandTest, RefusesWithFileLineAndColumn)
{
    const Answer answer = parse("up 1\nup{job=api} 1\n");
    EXPECT_EQ(answer.code, ExitRefused);
    EXPECT_TRUE(answer.out.isEmpty());
    EXPECT_TRUE(answer.err.startsWith(directory.filePath(QStringLiteral("page.prom:2:8: ")))) << qPrintable(answer.err);

    const Answer json = parse("up one\n", true);
    EXPECT_EQ(json.code, ExitRefused);
    const QJsonObject refusal = QJsonDocument::fromJson(json.out.toUtf8()).object();
    EXPECT_EQ(refusal.value(QLatin1String("line")).toInt(), 1);
    EXPECT_EQ(refusal.value(QLatin1String("column")).toInt(), 4);
    EXPECT_EQ(refusal.value(QLatin1String("error")).toString(), QStringLiteral("malformed"));
}

TEST_F(MetricsCommandTest, RefusesWhatIsTooLarge)
{
    const Answer answer = parse(QByteArray(16 * 1024 * 1024 + 1, '\n'));
    EXPECT_EQ(answer.code, ExitRefused);
    EXPECT_TRUE(answer.err.contains(QStringLiteral("16777216"))) << qPrintable(answer.err);
    EXPECT_EQ(parse(QByteArray(16 * 1024 * 1024, '\n')).code, ExitDone);
}

TEST_F(MetricsCommandTest, DoesNotLetAPageWriteToTheTerminal)
{
    const Answer answer = parse("# HELP a \x1b[2Jgone\na{b=\"\x1b]0;title\x07\"} 1\n");
    EXPECT_EQ(answer.code, ExitDone);
    EXPECT_FALSE(answer.out.contains(QChar(0x1b)));
}

TEST_F(MetricsCommandTest, ExplainsItsUse)
{
    EXPECT_EQ(run({}).code, ExitUsage);
    EXPECT_EQ(run({QStringLiteral("parse")}).code, ExitUsage);
    EXPECT_EQ(run({QStringLiteral("print"), QStringLiteral("x")}).code, ExitUsage);
    EXPECT_TRUE(run({}).err.contains(QStringLiteral("metrics parse FILE|-")));
    EXPECT_EQ(run({QStringLiteral("parse"), directory.filePath(QStringLiteral("none"))}).code, ExitUnreachable);
    EXPECT_EQ(run({QStringLiteral("parse"), directory.path()}).code, ExitUnreachable);
}

}  // namespace

}  // namespace cockpit
