// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/sqlite/lab/Experiments.h"
#include "tests/adapters/sqlite/lab/FaultShim.h"
#include "tests/adapters/sqlite/lab/Scenario.h"

#include <QDir>

#include <sys/wait.h>
#include <unistd.h>

namespace cockpit::test {

namespace {

struct Death {
    bool killed = false;
    bool finished = false;  ///< ran to its end without a fault being due
    int acknowledged = 0;
};

/// Runs the scenario in a process of its own that dies at operation `point`.
Death runAndKill(const Scenario& scenario, const QString& folder, long point, bool torn)
{
    int channel[2];
    Death death;
    if (pipe(channel) != 0)
        return death;
    const pid_t child = fork();
    if (child == 0) {
        ::close(channel[0]);
        fault::watch(folder.toStdString());
        fault::killAt(point, torn);
        const bool good = scenario.run(folder, [&] {
            if (::write(channel[1], "A", 1) != 1)
                _exit(3);
        });
        _exit(good ? 0 : 2);
    }
    ::close(channel[1]);
    char buffer[64];
    for (ssize_t got = 0; (got = ::read(channel[0], buffer, sizeof buffer)) > 0;)
        death.acknowledged += static_cast<int>(got);
    ::close(channel[0]);
    int status = 0;
    waitpid(child, &status, 0);
    death.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    death.finished = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return death;
}

}  // namespace

QJsonObject killEverywhere(const QString& folder, const QString& sabotage)
{
    int kills = 0;
    int bad = 0;
    int unfinished = 0;
    QString first;
    QJsonObject perScenario;
    fault::skipSyncs(true);  // what a process had handed to the kernel survives the process
    for (const Scenario& scenario : scenarios(sabotage)) {
        const QString base = folder + QStringLiteral("/base");
        const QString work = folder + QStringLiteral("/work");
        refill(base, {});
        if (!scenario.prepare(base))
            ++unfinished;
        const int before = kills;
        for (const bool torn : {false, true}) {
            for (long point = 1;; ++point) {
                refill(work, base);
                const Death death = runAndKill(scenario, work, point, torn);
                const QString flaw = flawIn(work, scenario.existing, death.acknowledged);
                if (!flaw.isEmpty()) {
                    ++bad;
                    if (first.isEmpty())
                        first = QStringLiteral("%1, operation %2: %3").arg(scenario.name).arg(point).arg(flaw);
                }
                if (!death.killed) {
                    unfinished += death.finished ? 0 : 1;
                    break;
                }
                ++kills;
            }
        }
        perScenario.insert(scenario.name, kills - before);
    }
    return {{QStringLiteral("faults"), kills},
            {QStringLiteral("bad"), bad},
            {QStringLiteral("unfinished"), unfinished},
            {QStringLiteral("first"), first},
            {QStringLiteral("scenarios"), perScenario}};
}

}  // namespace cockpit::test
