// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Ids.h"
#include "core/incident/Fold.h"

#include <algorithm>

namespace cockpit {

namespace {

using Phase = NotificationState::Phase;

QString text(const Event& event, QLatin1String key)
{
    return event.data.value(key).toString();
}

NotificationState* find(Incident& incident, const QString& id)
{
    // The newest are asked for most.
    const auto found = std::find_if(incident.notifications.rbegin(), incident.notifications.rend(),
                                    [&](const NotificationState& state) { return state.id == id; });
    return found == incident.notifications.rend() ? nullptr : &*found;
}

bool queue(Incident& incident, const Event& event)
{
    NotificationState state;
    state.id = text(event, QLatin1String("notification"));
    if (state.id.isEmpty() || find(incident, state.id))
        return false;
    state.incident = event.incident;
    state.key = text(event, QLatin1String("key"));
    state.reference = shortReference(state.key);
    state.channel = text(event, QLatin1String("channel"));
    state.kind = text(event, QLatin1String("kind"));
    state.role = text(event, QLatin1String("role"));
    state.title = text(event, QLatin1String("title"));
    state.body = text(event, QLatin1String("body"));
    state.context = event.data.value(QLatin1String("context")).toObject();
    state.queuedAt = event.at;
    state.changedAt = event.at;
    incident.notifications.append(state);
    return true;
}

/// Whether `event` may move the message to `phase`. A delivery is a fact whenever its news comes; otherwise nothing
/// follows a delivery or a cancellation, and an answer to an attempt that is no longer the last one is out of date.
bool mayMove(const NotificationState& state, Phase phase, const Event& event)
{
    if (state.phase == Phase::Delivered)
        return false;
    if (phase == Phase::Delivered)
        return true;
    if (state.phase == Phase::Cancelled)
        return false;
    const int attempt = event.data.value(QLatin1String("attempt")).toInt(state.attempts);
    return phase == Phase::Cancelled || attempt >= state.attempts;
}

bool move(Incident& incident, const Event& event, Phase phase)
{
    NotificationState* state = find(incident, text(event, QLatin1String("notification")));
    if (!state || !mayMove(*state, phase, event))
        return false;
    if (phase == Phase::InFlight) {
        state->attempts = event.data.value(QLatin1String("attempt")).toInt(state->attempts + 1);
        state->session = text(event, QLatin1String("session"));
    } else {
        state->session.clear();
    }
    state->phase = phase;
    state->mayHaveArrived = state->mayHaveArrived || phase == Phase::Uncertain;
    state->changedAt = event.at;
    state->waitUntil = phase == Phase::Waiting
                           ? QDateTime::fromString(text(event, QLatin1String("until")), Qt::ISODateWithMs).toUTC()
                           : QDateTime();
    if (phase != Phase::InFlight) {
        const QString words = text(event, QLatin1String("words"));
        state->words = words.isEmpty() ? text(event, QLatin1String("reason")) : words;
        state->status = event.data.value(QLatin1String("status")).toInt();
        state->thread = text(event, QLatin1String("thread"));
    }
    return true;
}

}  // namespace

bool foldNotification(Incident& incident, const Event& event)
{
    switch (event.type) {
    case EventType::NotificationQueued: return queue(incident, event);
    case EventType::NotificationAttempted: return move(incident, event, Phase::InFlight);
    case EventType::NotificationDelivered: return move(incident, event, Phase::Delivered);
    case EventType::NotificationWaiting: return move(incident, event, Phase::Waiting);
    case EventType::NotificationFailed: return move(incident, event, Phase::Failed);
    case EventType::NotificationUncertain: return move(incident, event, Phase::Uncertain);
    case EventType::NotificationCancelled: return move(incident, event, Phase::Cancelled);
    default: return true;
    }
}

}  // namespace cockpit
