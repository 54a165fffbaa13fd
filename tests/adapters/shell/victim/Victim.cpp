// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// A cockpit that does nothing but run one program: its tests kill it and look for what is left.
#include "adapters/shell/ShellStep.h"
#include "tests/support/FixedConnections.h"

#include <QCoreApplication>
#include <QJsonArray>

int main(int argc, char** argv)
{
    using namespace cockpit;
    QCoreApplication application(argc, argv);
    test::FixedConnections connections;
    ResolvedConnection here;
    here.spec.id = QStringLiteral("demo/here");
    here.spec.settings = {{QStringLiteral("directory"), QStringLiteral("/")}};
    connections.put(here);
    adapters::shell::ShellStep executor(connections);
    StepSpec spec;
    spec.connection = QStringLiteral("here");
    spec.deadline = Milliseconds(600'000);
    spec.parameters = {{QStringLiteral("argv"), QJsonArray::fromStringList(application.arguments().mid(1))}};
    const auto step = executor.resolve(QStringLiteral("demo"), QStringLiteral("r"), spec, {});
    if (!step)
        return 1;
    const auto execution = executor.start(*step);
    return QCoreApplication::exec();
}
