// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/OpenItems.h"

#include "core/base/Duration.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(OpenItems)
};

}  // namespace

QStringList openItems(const Incident& incident, const Playbook* playbook, const QDateTime& now)
{
    QStringList open;
    for (const QString& alert : incident.alerts) {
        const RuleSpec* rule = playbook ? playbook->rule(alert) : nullptr;
        open.append(Say::tr("Alert still firing: %1").arg(rule && !rule->title.isEmpty() ? rule->title : alert));
    }
    for (const RunState& run : incident.runs) {
        for (const StepRunState& step : run.steps) {
            if (step.phase == StepRunState::Phase::Running)
                open.append(Say::tr("Step still running: %1").arg(step.title));
            else if (step.phase == StepRunState::Phase::OutcomeUnknown)
                open.append(Say::tr("Step of unknown outcome: %1").arg(step.title));
            else if (step.lost && run.latest(step.step) == &step)
                open.append(Say::tr("Stage that no longer held: %1").arg(step.title));
        }
    }
    if (!playbook)
        return open;
    const qint64 quiet = incident.quietSince.isValid() ? incident.quietSince.msecsTo(now) : 0;
    if (incident.alerts.isEmpty() && incident.quietSince.isValid() && quiet < playbook->quietFor.count())
        open.append(Say::tr("Watch for regression: quiet for %1 of %2")
                        .arg(formatCountdown(Milliseconds{quiet}), formatCountdown(playbook->quietFor)));
    for (const LifecyclePhase& phase : playbook->lifecycle) {
        for (qsizetype i = 0; i < phase.checklist.size(); ++i) {
            if (!incident.ticked.contains(phase.id + QLatin1Char('/') + QString::number(i)))
                open.append(QStringLiteral("%1: %2").arg(phase.title, phase.checklist.at(i)));
        }
    }
    return open;
}

}  // namespace cockpit
