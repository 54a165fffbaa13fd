// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/Incident.h"

#include <algorithm>

namespace cockpit {

QString incidentStateName(IncidentState state)
{
    switch (state) {
    case IncidentState::Proposed: return QStringLiteral("proposed");
    case IncidentState::Declared: return QStringLiteral("declared");
    case IncidentState::Acknowledged: return QStringLiteral("acknowledged");
    case IncidentState::Resolved: return QStringLiteral("resolved");
    case IncidentState::Dismissed: return QStringLiteral("dismissed");
    }
    return QStringLiteral("unknown");
}

QString notificationPhaseName(NotificationState::Phase phase)
{
    switch (phase) {
    case NotificationState::Phase::Pending: return QStringLiteral("pending");
    case NotificationState::Phase::InFlight: return QStringLiteral("in_flight");
    case NotificationState::Phase::Delivered: return QStringLiteral("delivered");
    case NotificationState::Phase::Waiting: return QStringLiteral("waiting");
    case NotificationState::Phase::Failed: return QStringLiteral("failed");
    case NotificationState::Phase::Uncertain: return QStringLiteral("uncertain");
    case NotificationState::Phase::Cancelled: return QStringLiteral("cancelled");
    }
    return QStringLiteral("unknown");
}

const StepRunState* RunState::latest(const QString& step) const
{
    const auto found =
        std::find_if(steps.rbegin(), steps.rend(), [&](const StepRunState& state) { return state.step == step; });
    return found == steps.rend() ? nullptr : &*found;
}

QMap<QString, QString> RunState::outputs() const
{
    QMap<QString, QString> all;
    for (const StepRunState& step : steps)
        all.insert(step.outputs);
    return all;
}

const NotificationState* Incident::notification(const QString& notificationId) const
{
    const auto found = std::find_if(notifications.begin(), notifications.end(),
                                    [&](const NotificationState& candidate) { return candidate.id == notificationId; });
    return found == notifications.end() ? nullptr : &*found;
}

const RunState* Incident::run(const QString& runId) const
{
    const auto found =
        std::find_if(runs.begin(), runs.end(), [&](const RunState& candidate) { return candidate.id == runId; });
    return found == runs.end() ? nullptr : &*found;
}

const RunState* Incident::runOf(const QString& runPlatform, const QString& runRunbook) const
{
    const auto found = std::find_if(runs.rbegin(), runs.rend(), [&](const RunState& candidate) {
        return candidate.platform == runPlatform && candidate.runbook == runRunbook;
    });
    return found == runs.rend() ? nullptr : &*found;
}

QString Incident::channelName() const
{
    return declaredAt.isValid() ? declaredAt.toUTC().toString(QStringLiteral("'#incident-'yyyyMMdd'-'HHmm"))
                                : QString();
}

}  // namespace cockpit
