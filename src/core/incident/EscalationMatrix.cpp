// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/EscalationMatrix.h"

#include "core/base/Duration.h"
#include "core/incident/Deadlines.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(EscalationMatrix)
};

constexpr double atRiskShare = 0.8;

bool isExcused(const EscalationCell& cell, const Incident& incident)
{
    if (!incident.isOpen())
        return true;
    return cell.unless == QLatin1String("acknowledged") && incident.acknowledgedAt.isValid();
}

}  // namespace

const EscalationCell* escalationCell(const Playbook& playbook, const QString& severity, const QString& role)
{
    const auto row = playbook.escalation.constFind(severity);
    if (row == playbook.escalation.constEnd())
        return nullptr;
    const auto cell = row->constFind(role);
    return cell == row->constEnd() ? nullptr : &*cell;
}

QString escalationText(const EscalationCell& cell)
{
    if (cell.nextBusinessDay)
        return Say::tr("next business day");
    if (cell.unless == QLatin1String("resolved"))
        return Say::tr("after %1, unless resolved").arg(formatDuration(cell.after));
    if (cell.unless == QLatin1String("acknowledged"))
        return Say::tr("after %1, unless acknowledged").arg(formatDuration(cell.after));
    return cell.after == Milliseconds{0} ? Say::tr("at once") : Say::tr("within %1").arg(formatDuration(cell.after));
}

EscalationStanding escalationStanding(const Incident& incident, const Playbook& playbook, const QString& role,
                                      const QDateTime& now)
{
    EscalationStanding standing;
    const EscalationCell* cell = escalationCell(playbook, incident.severity, role);
    if (!cell || !incident.declaredAt.isValid())
        return standing;
    standing.started = incident.declaredAt;
    standing.due = responseDue({cell->nextBusinessDay, cell->after}, incident.declaredAt, playbook);
    for (const NotificationState& message : incident.notifications) {
        if (message.role == role && message.phase == NotificationState::Phase::Delivered)
            standing.toldAt =
                standing.toldAt.isValid() ? std::min(standing.toldAt, message.changedAt) : message.changedAt;
    }
    using Phase = EscalationStanding::Phase;
    const auto whole = static_cast<double>(standing.started.msecsTo(standing.due));
    if (standing.toldAt.isValid())
        standing.phase = Phase::Told;
    else if (isExcused(*cell, incident))
        standing.phase = Phase::Excused;
    else if (now >= standing.due)
        standing.phase = Phase::Overdue;
    else
        standing.phase =
            static_cast<double>(standing.started.msecsTo(now)) >= atRiskShare * whole ? Phase::AtRisk : Phase::Waiting;
    return standing;
}

}  // namespace cockpit
