// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// log_fault_lab kill|power|disk|together FOLDER [none|normal|early [ROUNDS]]: works in FOLDER/lab, prints one JSON
// object.
#include "tests/adapters/sqlite/lab/Experiments.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

int main(int argc, char** argv)
{
    using namespace cockpit::test;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream out(stdout);
    if (arguments.size() < 3)
        return 2;
    const QString& experiment = arguments.at(1);
    const QString folder = arguments.at(2) + QStringLiteral("/lab");
    const QString sabotage = arguments.value(3).remove(QStringLiteral("none"));
    const int rounds = qMax(1, arguments.value(4).toInt());
    QJsonObject report;
    if (experiment == QLatin1String("kill"))
        report = killEverywhere(folder, sabotage);
    else if (experiment == QLatin1String("power"))
        report = cutPowerEverywhere(folder, sabotage, rounds);
    else if (experiment == QLatin1String("disk"))
        report = failEverywhere(folder);
    else if (experiment == QLatin1String("together"))
        report = writeTogether(folder, 5, 120);
    else
        return 2;
    out << QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact)) << Qt::endl;
    return 0;
}
