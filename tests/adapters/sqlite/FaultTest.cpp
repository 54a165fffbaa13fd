// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What the log promises, under every fault the laboratory can make at every point where something becomes durable.
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace cockpit::test {

namespace {

struct Report {
    int faults = 0;
    int bad = -1;
    int failures = 0;
    int unfinished = -1;
    std::string first;
};

Report experiment(const QStringList& arguments)
{
    // Memory, where there is some: thousands of small files are made, and what a disk would lose is simulated.
    const bool inMemory = QFileInfo(QStringLiteral("/dev/shm")).isWritable();
    const QTemporaryDir folder((inMemory ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
                               QStringLiteral("/log-fault-lab-XXXXXX"));
    QStringList all = arguments;
    all.insert(1, folder.path());
    QProcess lab;
    lab.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    lab.start(QStringLiteral(FAULT_LAB), all);
    if (!waitUntil([&] { return lab.state() == QProcess::NotRunning; }, 100'000)) {
        lab.kill();
        waitUntil([&] { return lab.state() == QProcess::NotRunning; });
        ADD_FAILURE() << "the laboratory did not finish in time";
        return {};
    }
    EXPECT_EQ(lab.exitCode(), 0);
    const QJsonObject json = QJsonDocument::fromJson(lab.readAllStandardOutput()).object();
    return {json.value(QLatin1String("faults")).toInt(), json.value(QLatin1String("bad")).toInt(-1),
            json.value(QLatin1String("failures")).toInt(), json.value(QLatin1String("unfinished")).toInt(-1),
            json.value(QLatin1String("first")).toString().toStdString()};
}

}  // namespace

TEST(LogFaults, KilledAtEveryDurableOperationKeepsWhatWasAcknowledged)
{
    const Report report = experiment({QStringLiteral("kill")});
    EXPECT_GT(report.faults, 700);
    EXPECT_EQ(report.bad, 0) << report.first;
    EXPECT_EQ(report.unfinished, 0);
}

TEST(LogFaults, TheKillExperimentNoticesAnEarlyAcknowledgement)
{
    EXPECT_GT(experiment({QStringLiteral("kill"), QStringLiteral("early")}).bad, 20);
}

TEST(LogFaults, PowerCutAfterEveryDurableOperationKeepsWhatWasAcknowledged)
{
    const Report report = experiment({QStringLiteral("power")});
    EXPECT_GT(report.faults, 1'500);
    EXPECT_EQ(report.bad, 0) << report.first;
    EXPECT_EQ(report.unfinished, 0);
}

TEST(LogFaults, ThePowerExperimentNoticesSynchronousNormal)
{
    EXPECT_GT(experiment({QStringLiteral("power"), QStringLiteral("normal")}).bad, 100);
}

TEST(LogFaults, FullAndFailingDisksAreReportedAndSurvivedWithoutRestart)
{
    const Report report = experiment({QStringLiteral("disk")});
    EXPECT_GT(report.faults, 300);
    EXPECT_GT(report.failures, 300);
    EXPECT_EQ(report.bad, 0) << report.first;
}

TEST(LogFaults, SeveralProcessesWriteOneChain)
{
    const Report report = experiment({QStringLiteral("together")});
    EXPECT_EQ(report.faults, 600);
    EXPECT_EQ(report.bad, 0) << report.first;
}

}  // namespace cockpit::test
