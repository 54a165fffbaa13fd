// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/Deadlines.h"

#include "core/incident/BusinessCalendar.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

/// Time boxes run from the declaration ("triage: the first 5 minutes", "diagnosis: 5 to 30 minutes").
QList<DeadlineState> timeBoxesOf(const Incident& incident, const Playbook& playbook)
{
    QList<DeadlineState> boxes;
    if (!incident.isOpen() || !incident.declaredAt.isValid())
        return boxes;
    for (const LifecyclePhase& phase : playbook.lifecycle) {
        if (phase.timeBox <= Milliseconds{0} || phase.checklist.isEmpty())
            continue;
        DeadlineState box;
        box.kind = DeadlineState::Kind::TimeBox;
        box.incident = incident.id;
        box.what = phase.title;
        box.subject = phase.id;
        box.started = incident.declaredAt;
        box.due = incident.declaredAt.addMSecs(phase.timeBox.count());
        box.met = true;
        for (qsizetype i = 0; i < phase.checklist.size(); ++i)
            box.met = box.met && incident.ticked.contains(phase.id + QLatin1Char('/') + QString::number(i));
        boxes.append(box);
    }
    return boxes;
}

/// The promise of the last message that made one ("next update in 30 minutes").
std::optional<DeadlineState> nextUpdateOf(const Incident& incident, const Playbook& playbook)
{
    const NotificationState* last = nullptr;
    for (const NotificationState& sent : incident.notifications) {
        const MessageTemplate* message = playbook.message(sent.kind);
        const bool promises = message && message->nextUpdate > Milliseconds{0};
        const bool said =
            sent.phase != NotificationState::Phase::Cancelled && sent.phase != NotificationState::Phase::Failed;
        if (promises && said && (!last || sent.queuedAt > last->queuedAt))
            last = &sent;
    }
    if (!last || !incident.isOpen())
        return std::nullopt;
    DeadlineState promise;
    promise.kind = DeadlineState::Kind::NextUpdate;
    promise.incident = incident.id;
    promise.what = QCoreApplication::translate("Deadlines", "next update");
    promise.subject = last->id;
    promise.started = last->queuedAt;
    promise.due = last->queuedAt.addMSecs(playbook.message(last->kind)->nextUpdate.count());
    return promise;
}

/// While it runs, resolving would be early; it is over by itself.
std::optional<DeadlineState> regressionWatchOf(const Incident& incident, const Playbook& playbook)
{
    if (!incident.isOpen() || !incident.quietSince.isValid() || playbook.quietFor <= Milliseconds{0})
        return std::nullopt;
    DeadlineState watch;
    watch.kind = DeadlineState::Kind::RegressionWatch;
    watch.incident = incident.id;
    watch.what = QCoreApplication::translate("Deadlines", "watch for regression");
    watch.started = incident.quietSince;
    watch.due = incident.quietSince.addMSecs(playbook.quietFor.count());
    return watch;
}

}  // namespace

QDateTime responseDue(const ResponseTime& response, const QDateTime& from, const Playbook& playbook)
{
    return response.nextBusinessDay ? BusinessCalendar(playbook).nextOpening(from)
                                    : from.addMSecs(response.within.count());
}

QList<DeadlineState> deadlinesOf(const Incident& incident, const Playbook& playbook)
{
    QList<DeadlineState> deadlines;
    const Severity* severity = playbook.severity(incident.severity);
    const QDateTime began = incident.declaredAt.isValid() ? incident.declaredAt : incident.proposedAt;
    if (severity && began.isValid() && incident.state != IncidentState::Dismissed) {
        DeadlineState acknowledge;
        acknowledge.kind = DeadlineState::Kind::Acknowledge;
        acknowledge.incident = incident.id;
        acknowledge.what = QCoreApplication::translate("Deadlines", "acknowledge");
        acknowledge.started = began;
        acknowledge.due = responseDue(severity->respondWithin, began, playbook);
        acknowledge.met = incident.acknowledgedAt.isValid() || !incident.isOpen();
        deadlines.append(acknowledge);
    }
    deadlines += timeBoxesOf(incident, playbook);
    if (const auto promise = nextUpdateOf(incident, playbook))
        deadlines.append(*promise);
    if (const auto watch = regressionWatchOf(incident, playbook))
        deadlines.append(*watch);
    if (incident.state == IncidentState::Resolved && playbook.postmortem.dueWithin > Milliseconds{0}) {
        DeadlineState postmortem;
        postmortem.kind = DeadlineState::Kind::Postmortem;
        postmortem.incident = incident.id;
        postmortem.what = QCoreApplication::translate("Deadlines", "postmortem");
        postmortem.started = incident.resolvedAt;
        postmortem.due = incident.resolvedAt.addMSecs(playbook.postmortem.dueWithin.count());
        postmortem.met = incident.postmortemExported;
        deadlines.append(postmortem);
    }
    return deadlines;
}

}  // namespace cockpit
