// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/Deadlines.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

namespace cockpit {

namespace {

constexpr int fridayNumber = 5;
const QTime defaultOpening(9, 0);

/// "Mon-Fri 09:00-17:00" -> 09:00
QTime openingTime(const QString& businessHours)
{
    static const QRegularExpression hours(QStringLiteral("(\\d{1,2}):(\\d{2})\\s*-"));
    const auto match = hours.match(businessHours);
    const QTime opening = match.hasMatch() ? QTime(match.captured(1).toInt(), match.captured(2).toInt()) : QTime();
    return opening.isValid() ? opening : defaultOpening;
}

QDateTime nextBusinessDay(const QDateTime& from, const Playbook& playbook)
{
    QTimeZone zone(playbook.timeZone.toUtf8());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    QDate day = from.toTimeZone(zone).date().addDays(1);
    while (day.dayOfWeek() > fridayNumber)
        day = day.addDays(1);
    return QDateTime(day, openingTime(playbook.businessHours), zone).toUTC();
}

}  // namespace

QDateTime responseDue(const ResponseTime& response, const QDateTime& from, const Playbook& playbook)
{
    return response.nextBusinessDay ? nextBusinessDay(from, playbook) : from.addMSecs(response.within.count());
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
