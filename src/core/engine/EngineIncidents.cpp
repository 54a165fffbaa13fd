// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Commands about incidents, runbook steps and notifications: each is checked, then recorded, then takes effect.
#include "core/base/Ids.h"
#include "core/base/SafeText.h"
#include "core/engine/EnginePrivate.h"
#include "core/incident/OpenItems.h"
#include "core/playbook/Template.h"

#include <QJsonArray>
namespace cockpit {

namespace {

constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestText = 256 * 1024;
constexpr Milliseconds doubleClickGuard{3'000};
const QString pageKind = QStringLiteral("page");
const QString resolvedKind = QStringLiteral("resolved");

Status checkText(const QString& text, const QString& what)
{
    if (text.trimmed().isEmpty())
        return fail(ErrorKind::InvalidInput, Engine::tr("Write %1 first").arg(what));
    if (text.size() > longestText)
        return fail(ErrorKind::TooLarge, Engine::tr("That text is too long: keep %1 below 256 KiB").arg(what));
    return Done{};
}

}  // namespace

Result<QString> Engine::declare(const DeclareRequest& request, const QString& actor)
{
    const PlaybookPointer playbook = d->playbook(request.platform);
    if (!playbook)
        return fail(ErrorKind::NotFound, tr("There is no platform \"%1\"").arg(request.platform.left(60)));
    if (!playbook->severity(request.severity))
        return fail(ErrorKind::InvalidInput,
                    tr("%1 has no severity \"%2\"").arg(playbook->title, request.severity.left(40)));
    const Status title = checkText(request.title, tr("a title"));
    if (!title)
        return title.error();
    const QString id = newIncidentId(d->parts.clock.utcNow());
    const Status recorded = d->record({EventType::IncidentDeclared,
                                       id,
                                       actor,
                                       {{QStringLiteral("platform"), playbook->id},
                                        {QStringLiteral("title"), safeLine(request.title.trimmed(), longestTitle)},
                                        {QStringLiteral("severity"), request.severity},
                                        {QStringLiteral("reason"), safeBlock(request.reason)},
                                        {QStringLiteral("group"), id},
                                        {QStringLiteral("runbook"), request.runbook}}});
    if (!recorded)
        return recorded.error();
    return id;
}

Status Engine::confirmProposal(const QString& id, const QString& actor)
{
    const auto incident = d->incident(id);
    if (!incident)
        return incident.error();
    if ((*incident)->state != IncidentState::Proposed)
        return fail(ErrorKind::Conflict, tr("Incident %1 is not a proposal").arg(id));
    const Incident proposal = **incident;
    return d->record({EventType::IncidentDeclared,
                      id,
                      actor,
                      {{QStringLiteral("platform"), proposal.platform},
                       {QStringLiteral("title"), proposal.title},
                       {QStringLiteral("severity"), proposal.severity},
                       {QStringLiteral("reason"), proposal.reason},
                       {QStringLiteral("rule"), proposal.rule},
                       {QStringLiteral("group"), proposal.group},
                       {QStringLiteral("runbook"), proposal.runbook}}});
}

Status Engine::acknowledge(const QString& id, const QString& actor)
{
    const auto incident = d->openIncident(id);
    if (!incident)
        return incident.error();
    if ((*incident)->state == IncidentState::Proposed)
        return fail(ErrorKind::Conflict, tr("Declare the proposal first, or dismiss it"));
    if ((*incident)->state == IncidentState::Acknowledged)
        return fail(ErrorKind::Conflict, tr("%1 acknowledged it already").arg((*incident)->acknowledgedBy));
    const Status recorded = d->record({EventType::IncidentAcknowledged, id, actor, {}});
    return recorded ? d->tracked(d->outbox.cancelQueued(id, tr("acknowledged"), {}, actor)) : recorded;
}

Status Engine::changeSeverity(const QString& id, const QString& severity, const QString& reason, const QString& actor)
{
    const auto incident = d->openIncident(id);
    if (!incident)
        return incident.error();
    const PlaybookPointer playbook = d->playbook((*incident)->platform);
    if (!playbook || !playbook->severity(severity))
        return fail(ErrorKind::InvalidInput, tr("There is no severity \"%1\" on this platform").arg(severity.left(40)));
    if ((*incident)->severity == severity)
        return fail(ErrorKind::Conflict, tr("It is %1 already").arg(severity));
    return d->record({EventType::SeverityChanged,
                      id,
                      actor,
                      {{QStringLiteral("from"), (*incident)->severity},
                       {QStringLiteral("to"), severity},
                       {QStringLiteral("reason"), safeBlock(reason)}}});
}

Status Engine::takeRole(const QString& id, const QString& role, const QString& actor)
{
    const auto incident = d->openIncident(id);
    if (!incident)
        return incident.error();
    return d->record(
        {EventType::RoleTaken, id, actor, {{QStringLiteral("role"), role}, {QStringLiteral("person"), actor}}});
}

Status Engine::tickChecklist(const QString& id, const QString& phase, const QString& item, bool ticked,
                             const QString& actor)
{
    const auto incident = d->incident(id);
    if (!incident)
        return incident.error();
    return d->record(
        {EventType::ChecklistTicked,
         id,
         actor,
         {{QStringLiteral("phase"), phase}, {QStringLiteral("item"), item}, {QStringLiteral("ticked"), ticked}}});
}

Status Engine::note(const QString& id, const QString& text, const QString& actor)
{
    const auto incident = d->incident(id);
    if (!incident)
        return incident.error();
    const Status good = checkText(text, tr("a note"));
    if (!good)
        return good;
    return d->record({EventType::NoteAdded, id, actor, {{QStringLiteral("text"), text}}});
}

Status Engine::resolve(const QString& id, const QString& reason, const QString& actor)
{
    const auto incident = d->openIncident(id);
    if (!incident)
        return incident.error();
    const Status good = checkText(reason, tr("what resolved it"));
    if (!good)
        return good;
    const PlaybookPointer playbook = d->playbook((*incident)->platform);
    const QStringList open = openItems(**incident, playbook.get(), d->parts.clock.utcNow());
    const Status recorded = d->record({EventType::IncidentResolved,
                                       id,
                                       actor,
                                       {{QStringLiteral("reason"), safeBlock(reason)},
                                        {QStringLiteral("openItems"), QJsonArray::fromStringList(open)}}});
    return recorded ? d->tracked(d->outbox.cancelQueued(id, tr("resolved"), {resolvedKind}, actor)) : recorded;
}

Status Engine::dismiss(const QString& id, const QString& reason, const QString& actor)
{
    const auto incident = d->openIncident(id);
    if (!incident)
        return incident.error();
    if ((*incident)->state != IncidentState::Proposed)
        return fail(ErrorKind::Conflict, tr("Only a proposal can be dismissed; resolve a declared incident"));
    return d->record({EventType::IncidentDismissed, id, actor, {{QStringLiteral("reason"), safeBlock(reason)}}});
}

QStringList Engine::Private::boundChannels(const Playbook& playbook, const QString& role) const
{
    QStringList channels;
    const Role* known = playbook.role(role);
    for (const QString& slot : known ? known->channels : QStringList{}) {
        const QString id = playbook.id + QLatin1Char('/') + slot;
        if (parts.connections.find(id))
            channels.append(id);
    }
    return channels;
}

Result<QString> Engine::notify(const NotifyRequest& request, const QString& actor)
{
    const auto incident = d->incident(request.incident);
    if (!incident)
        return incident.error();
    const PlaybookPointer playbook = d->playbook((*incident)->platform);
    if (!playbook)
        return fail(ErrorKind::NotFound, tr("The incident's platform is not loaded"));
    for (const NotificationState& state : (*incident)->notifications) {
        if (state.kind == request.kind && state.role == request.role &&
            state.queuedAt.msecsTo(d->parts.clock.utcNow()) < doubleClickGuard.count())
            return fail(ErrorKind::Conflict, tr("That was sent a moment ago"));
    }
    OutgoingMessage message;
    message.incident = request.incident;
    message.kind = request.kind;
    message.role = request.role;
    message.channels =
        request.channel.isEmpty() ? d->boundChannels(*playbook, request.role) : QStringList{request.channel};
    const Severity* severity = playbook->severity((*incident)->severity);
    message.topSeverity = request.kind == pageKind && severity && severity->rank == 0;
    message.title = request.title.isEmpty()
                        ? QStringLiteral("[%1] %2 (%3)").arg((*incident)->severity, (*incident)->title, playbook->title)
                        : request.title;
    message.body = request.body;
    if (message.body.isEmpty()) {
        const Result<QString> rendered = renderMessage(request.incident, request.kind);
        if (!rendered)
            return rendered.error();
        message.body = *rendered;
    }
    // A page goes out whatever is missing in it; anything else is read by people who take it at its word.
    if (const QString field = firstUnfilledField(message.body); request.kind != pageKind && !field.isEmpty())
        return fail(ErrorKind::InvalidInput, tr("Fill in \"%1\" before this message is sent").arg(field));
    message.context = {{QStringLiteral("incident"), request.incident},
                       {QStringLiteral("platform"), playbook->id},
                       {QStringLiteral("severity"), (*incident)->severity},
                       {QStringLiteral("status"), incidentStateName((*incident)->state)},
                       {QStringLiteral("started_at"), (*incident)->declaredAt.toString(Qt::ISODate)}};
    if (severity)
        message.context.insert(QStringLiteral("severity_rank"), severity->rank);
    const Result<QString> queued = d->outbox.queue(message, actor);
    if (!queued) {
        const Error error = queued.error();
        d->track(Status(error));
        return error;
    }
    d->track(d->outbox.tick());
    return queued;
}

Status Engine::retryNotification(const QString& notification, const QString& actor)
{
    return d->tracked(d->outbox.retry(notification, actor));
}

Status Engine::cancelNotification(const QString& notification, const QString& reason, const QString& actor)
{
    return d->tracked(d->outbox.cancel(notification, reason, actor));
}

}  // namespace cockpit
