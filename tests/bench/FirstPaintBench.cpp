// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// From starting the program to its first painted window, with a profile that is there already, against a program that
// opens one empty Qt window. Both are told apart from outside: by the line each writes once it has painted.
#include "tests/bench/Benches.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace cockpit::bench {

namespace {

constexpr int rounds = 9;
constexpr int lookEveryMs = 1;
constexpr qint64 giveUpMs = 20'000;

/// Milliseconds until `file` names a first paint; negative when it never does.
double untilPainted(const QString& program, const QStringList& arguments, const QString& file)
{
    QFile::remove(file);
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    double painted = -1;
    while (painted < 0 && timer.elapsed() < giveUpMs) {
        QFile log(file);
        if (log.open(QIODevice::ReadOnly) && log.readAll().contains("first paint"))
            painted = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        else
            process.waitForFinished(lookEveryMs);
    }
    process.kill();
    process.waitForFinished();
    return painted;
}

}  // namespace

QList<Outcome> firstPaintBench()
{
    const QTemporaryDir folder(QStringLiteral("first-paint-bench-XXXXXX"));
    const QDir programs(QCoreApplication::applicationDirPath());
    const QString profile = folder.filePath(QStringLiteral("profile"));
    const QString log = profile + QStringLiteral("/logs/cockpit.log");
    const QString mark = folder.filePath(QStringLiteral("minimal"));
    const auto ours = [&] {
        return untilPainted(programs.filePath(QStringLiteral("incident-cockpit")),
                            {QStringLiteral("--profile"), profile}, log);
    };
    const auto minimal = [&] {
        return untilPainted(programs.filePath(QStringLiteral("minimal_window")), {mark}, mark);
    };
    // The first start makes the profile and warms the caches of both.
    bool good = ours() > 0 && minimal() > 0;
    std::vector<double> ourTimes;
    std::vector<double> minimalTimes;
    for (int round = 0; round < rounds && good; ++round) {
        ourTimes.push_back(ours());
        minimalTimes.push_back(minimal());
        good = ourTimes.back() > 0 && minimalTimes.back() > 0;
    }
    Outcome outcome;
    outcome.name = QStringLiteral("start to first paint");
    outcome.baselineName = QStringLiteral("a program with one empty QMainWindow");
    outcome.aim = good ? 2 : 0;
    outcome.upperBound = true;
    outcome.ours = good ? middle(ourTimes) : 0;
    outcome.baseline = good ? middle(minimalTimes) : 1;
    outcome.note = good ? QStringLiteral("%1 starts of each, in turns").arg(rounds)
                        : QStringLiteral("a program did not paint: the figures mean nothing");
    return {outcome};
}

}  // namespace cockpit::bench
