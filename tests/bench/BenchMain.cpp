// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Prints how the hot paths compare with the plain way of doing the same: cockpit_bench [--json] [AREA…].
#include "tests/bench/Benches.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace cockpit::bench {

double medianMs(int runs, const std::function<void()>& work)
{
    work();
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return middle(std::move(times));
}

double middle(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

namespace {

QString milliseconds(double value)
{
    return QString::number(value, 'f', value < 10 ? 3 : 1);
}

QJsonObject toJson(const QString& area, const Outcome& outcome)
{
    return {{QStringLiteral("area"), area},
            {QStringLiteral("name"), outcome.name},
            {QStringLiteral("baseline"), outcome.baselineName},
            {QStringLiteral("ours_ms"), outcome.ours},
            {QStringLiteral("baseline_ms"), outcome.baseline},
            {QStringLiteral("ratio"), outcome.ratio()},
            {QStringLiteral("aim"), outcome.aim},
            {QStringLiteral("reached"), outcome.reached()},
            {QStringLiteral("note"), outcome.note}};
}

void printTable(QTextStream& out, const QList<Outcome>& outcomes)
{
    for (const Outcome& outcome : outcomes) {
        out << outcome.name << "  (against: " << outcome.baselineName << ")\n"
            << QStringLiteral("  ours %1 ms   baseline %2 ms   ratio %3   aim %4 %5   %6")
                   .arg(milliseconds(outcome.ours), 10)
                   .arg(milliseconds(outcome.baseline), 10)
                   .arg(outcome.ratio(), 8, 'f', outcome.ratio() < 10 ? 2 : 0)
                   .arg(outcome.upperBound ? QStringLiteral("<=") : QStringLiteral(">="))
                   .arg(outcome.aim)
                   .arg(outcome.reached() ? QStringLiteral("reached") : QStringLiteral("MISSED"))
            << '\n';
        if (!outcome.note.isEmpty())
            out << "  " << outcome.note << '\n';
    }
    out.flush();
}

}  // namespace

int run(const QStringList& arguments)
{
    QTextStream out(stdout);
    const bool json = arguments.contains(QStringLiteral("--json"));
    QStringList areas = arguments.mid(1);
    areas.removeAll(QStringLiteral("--json"));
    QJsonArray all;
    bool reached = true;
    int ran = 0;
    for (const Bench& bench : benches) {
        const QString area = QString::fromLatin1(bench.area);
        if (!areas.isEmpty() && !areas.contains(area))
            continue;
        ++ran;
        const QList<Outcome> outcomes = bench.run();
        for (const Outcome& outcome : outcomes) {
            all.append(toJson(area, outcome));
            reached = reached && outcome.reached();
        }
        if (!json)
            printTable(out, outcomes);
    }
    if (json)
        out << QJsonDocument(all).toJson();
    if (ran == 0) {
        QTextStream(stderr) << "no such area; there are:";
        for (const Bench& bench : benches)
            QTextStream(stderr) << ' ' << bench.area;
        QTextStream(stderr) << '\n';
        return 2;
    }
    return reached ? 0 : 1;
}

}  // namespace cockpit::bench

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    return cockpit::bench::run(QApplication::arguments());
}
