// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/notify/Outbox.h"

#include "core/base/Ids.h"
#include "core/base/SafeText.h"
#include "core/notify/RetryPolicy.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace cockpit {

namespace {

using Phase = NotificationState::Phase;

const QString fallBacksKey = QStringLiteral("fall_backs");
const QString topSeverityKey = QStringLiteral("top_severity");
const QString fellBackKey = QStringLiteral("fell_back_from");

/// The same for every attempt of this message to this recipient, on whichever workstation.
QString idempotencyKey(const OutgoingMessage& message, const QString& channel, int ordinal)
{
    const QString source =
        QStringList{message.incident, message.kind, message.role, channel, QString::number(ordinal)}.join(
            QLatin1Char('\n'));
    return QString::fromLatin1(QCryptographicHash::hash(source.toUtf8(), QCryptographicHash::Sha256).toHex());
}

bool hasNotLeft(Phase phase)
{
    return phase == Phase::Pending || phase == Phase::Waiting || phase == Phase::Uncertain;
}

}  // namespace

Outbox::Outbox(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

Status Outbox::recover()
{
    QList<NotificationState> interrupted;
    for (const Incident& incident : m_parts.log.book().incidents()) {
        for (const NotificationState& state : incident.notifications) {
            if (state.phase == Phase::InFlight && !m_inFlight.contains(state.id) &&
                !m_parts.isSessionAlive(state.session))
                interrupted.append(state);
        }
    }
    for (const NotificationState& state : interrupted) {
        const auto recorded = m_parts.log.append(
            {EventType::NotificationUncertain,
             state.incident,
             QStringLiteral("cockpit"),
             {{QStringLiteral("notification"), state.id},
              {QStringLiteral("attempt"), state.attempts},
              {QStringLiteral("words"), tr("the cockpit ended during the attempt; it may have arrived")}}});
        if (!recorded)
            return recorded.error();
    }
    return Done{};
}

Result<QString> Outbox::queue(const OutgoingMessage& message, const QString& actor)
{
    if (message.channels.isEmpty())
        return fail(ErrorKind::NotFound,
                    tr("No channel is set up for \"%1\": add one under Connections").arg(message.role));
    int ordinal = 0;
    if (const Incident* incident = m_parts.log.book().find(message.incident)) {
        for (const NotificationState& state : incident->notifications)
            ordinal += state.kind == message.kind && state.role == message.role && !state.context.contains(fellBackKey)
                           ? 1
                           : 0;
    }
    const QString id = newId();
    const Status queued = queueOne(message, message.channels.first(), message.channels.mid(1),
                                   idempotencyKey(message, message.channels.first(), ordinal), id, actor);
    if (!queued)
        return queued.error();
    return id;
}

Status Outbox::queueOne(const OutgoingMessage& message, const QString& channel, const QStringList& rest,
                        const QString& key, const QString& id, const QString& actor)
{
    QJsonObject context = message.context;
    context.insert(fallBacksKey, QJsonArray::fromStringList(rest));
    context.insert(topSeverityKey, message.topSeverity);
    const auto recorded = m_parts.log.append({EventType::NotificationQueued,
                                              message.incident,
                                              actor,
                                              {{QStringLiteral("notification"), id},
                                               {QStringLiteral("key"), key},
                                               {QStringLiteral("channel"), channel},
                                               {QStringLiteral("kind"), message.kind},
                                               {QStringLiteral("role"), message.role},
                                               {QStringLiteral("title"), message.title},
                                               {QStringLiteral("body"), message.body},
                                               {QStringLiteral("context"), context}}});
    if (!recorded)
        return recorded.error();
    return Done{};
}

Status Outbox::retry(const QString& notification, const QString& actor)
{
    const NotificationState* state = find(notification);
    if (!state)
        return fail(ErrorKind::NotFound, tr("There is no such notification"));
    if (state->phase == Phase::InFlight)
        return fail(ErrorKind::Conflict, tr("It is being sent right now"));
    if (state->phase == Phase::Delivered)
        return fail(ErrorKind::Conflict, tr("It was delivered already"));
    const auto recorded =
        m_parts.log.append({EventType::NotificationWaiting,
                            state->incident,
                            actor,
                            {{QStringLiteral("notification"), notification},
                             {QStringLiteral("attempt"), state->attempts},
                             {QStringLiteral("until"), m_parts.clock.utcNow().toString(Qt::ISODateWithMs)},
                             {QStringLiteral("words"), tr("retry asked for")},
                             {QStringLiteral("status"), 0}}});
    if (!recorded)
        return recorded.error();
    return tick();
}

Status Outbox::cancel(const QString& notification, const QString& reason, const QString& actor)
{
    const NotificationState* state = find(notification);
    if (!state)
        return fail(ErrorKind::NotFound, tr("There is no such notification"));
    if (!hasNotLeft(state->phase))
        return fail(ErrorKind::Conflict, tr("Only a message that still waits can be cancelled"));
    const auto recorded =
        m_parts.log.append({EventType::NotificationCancelled,
                            state->incident,
                            actor,
                            {{QStringLiteral("notification"), notification}, {QStringLiteral("reason"), reason}}});
    if (!recorded)
        return recorded.error();
    return Done{};
}

Status Outbox::cancelQueued(const QString& incidentId, const QString& reason, const QStringList& keep,
                            const QString& actor)
{
    const Incident* incident = m_parts.log.book().find(incidentId);
    if (!incident)
        return Done{};
    const QList<NotificationState> all = incident->notifications;
    for (const NotificationState& state : all) {
        if (!hasNotLeft(state.phase) || keep.contains(state.kind))
            continue;
        const Status cancelled = cancel(state.id, reason, actor);
        if (!cancelled)
            return cancelled;
    }
    return Done{};
}

Status Outbox::tick()
{
    if (!m_sending)
        return Done{};
    const QDateTime now = m_parts.clock.utcNow();
    QList<NotificationState> due;
    QList<NotificationState> slow;
    for (const Incident& incident : m_parts.log.book().incidents()) {
        for (const NotificationState& state : incident.notifications) {
            const bool isDue = state.phase == Phase::Pending || state.phase == Phase::Uncertain ||
                               (state.phase == Phase::Waiting && state.waitUntil <= now);
            if (isDue && !m_inFlight.contains(state.id))
                due.append(state);
            const bool undelivered = hasNotLeft(state.phase) || state.phase == Phase::InFlight;
            if (undelivered && state.context.value(topSeverityKey).toBool() &&
                state.queuedAt.msecsTo(now) >= nextChannelAfter.count())
                slow.append(state);
        }
    }
    for (const NotificationState& state : due) {
        if (!isPaced(state.channel))
            continue;
        const Status attempted = attempt(state);
        if (!attempted)
            return attempted;
    }
    for (const NotificationState& state : slow) {
        const Status queued = fallBack(state, tr("not delivered within 60 s"));
        if (!queued)
            return queued;
    }
    return Done{};
}

Status Outbox::attempt(const NotificationState& state)
{
    if (state.queuedAt.msecsTo(m_parts.clock.utcNow()) > retryHorizon.count()) {
        DeliveryOutcome outcome;
        outcome.words = tr("given up after 24 hours");
        return record(state, state.attempts, outcome);
    }
    const bool possibleRepeat = state.mayHaveArrived;
    const int number = state.attempts + 1;
    const auto recorded = m_parts.log.append({EventType::NotificationAttempted,
                                              state.incident,
                                              QStringLiteral("cockpit"),
                                              {{QStringLiteral("notification"), state.id},
                                               {QStringLiteral("attempt"), number},
                                               {QStringLiteral("session"), m_parts.session},
                                               {QStringLiteral("possibleRepeat"), possibleRepeat}}});
    if (!recorded)
        return recorded.error();
    m_inFlight.insert(state.id);
    m_lastLeft.insert(state.channel, m_parts.clock.monotonicNow());
    deliver(state, number, possibleRepeat);
    return Done{};
}

void Outbox::deliver(const NotificationState& state, int attemptNumber, bool possibleRepeat)
{
    const auto end = [this, state, attemptNumber](const DeliveryOutcome& outcome) {
        m_inFlight.remove(state.id);
        const Status recorded = record(state, attemptNumber, outcome);
        if (!recorded)
            emit storageFailed(recorded.error().message);
    };
    Delivery delivery;
    delivery.key = state.key;
    delivery.reference = state.reference;
    delivery.attempt = attemptNumber;
    delivery.possibleRepeat = possibleRepeat;
    delivery.title = state.title;
    delivery.body = state.body;
    delivery.context = state.context;
    delivery.kind = state.kind;
    delivery.incident = state.incident;
    delivery.thread = threadOf(state);
    m_parts.connections.resolve(state.channel)
        .then(this, [this, delivery, end](const Result<ResolvedConnection>& connection) {
            DeliveryOutcome refused;
            if (!connection) {
                // A locked keyring or a missing address can be mended by the person: keep the message and try again.
                refused.kind = DeliveryOutcome::Kind::Retry;
                refused.words = connection.error().message;
                end(refused);
                return;
            }
            m_parts.redactor.learn(connection->secret);
            const auto channel = m_parts.registry.channels.find(connection->spec.kind);
            if (channel == m_parts.registry.channels.end()) {
                refused.kind = DeliveryOutcome::Kind::Failed;
                refused.words = tr("this build cannot send through %1").arg(connection->spec.kind);
                end(refused);
                return;
            }
            channel->second->deliver(*connection, delivery).then(this, end);
        });
}

QString Outbox::threadOf(const NotificationState& state) const
{
    const Incident* incident = m_parts.log.book().find(state.incident);
    if (!incident)
        return {};
    for (const NotificationState& earlier : incident->notifications) {
        if (earlier.channel == state.channel && !earlier.thread.isEmpty())
            return earlier.thread;
    }
    return {};
}

bool Outbox::isPaced(const QString& connectionId) const
{
    const auto last = m_lastLeft.constFind(connectionId);
    const auto spec = m_parts.connections.find(connectionId);
    const auto channel = spec ? m_parts.registry.channels.find(spec->kind) : m_parts.registry.channels.end();
    return last == m_lastLeft.constEnd() || channel == m_parts.registry.channels.end() ||
           m_parts.clock.monotonicNow() - *last >= channel->second->pace();
}

Status Outbox::record(const NotificationState& state, int attemptNumber, const DeliveryOutcome& outcome)
{
    using Kind = DeliveryOutcome::Kind;
    const QString actor = QStringLiteral("cockpit");
    QJsonObject data{{QStringLiteral("notification"), state.id},
                     {QStringLiteral("attempt"), attemptNumber},
                     {QStringLiteral("words"), safeLine(m_parts.redactor.redact(outcome.words))},
                     {QStringLiteral("status"), outcome.status}};
    EventType type = EventType::NotificationFailed;
    if (outcome.kind == Kind::Delivered) {
        type = EventType::NotificationDelivered;
        data.insert(QStringLiteral("elapsedMs"), static_cast<qint64>(outcome.elapsed.count()));
        if (!outcome.thread.isEmpty())
            data.insert(QStringLiteral("thread"), outcome.thread);
    } else if (outcome.kind == Kind::Retry || outcome.kind == Kind::Uncertain) {
        if (outcome.kind == Kind::Uncertain) {
            const auto recorded = m_parts.log.append({EventType::NotificationUncertain, state.incident, actor, data});
            if (!recorded)
                return recorded.error();
        }
        type = EventType::NotificationWaiting;
        const Milliseconds pause = waitBefore(attemptNumber, outcome.retryAfter, m_parts.random());
        data.insert(QStringLiteral("until"),
                    m_parts.clock.utcNow().addMSecs(pause.count()).toString(Qt::ISODateWithMs));
    }
    const auto recorded = m_parts.log.append({type, state.incident, actor, data});
    if (!recorded)
        return recorded.error();
    return type == EventType::NotificationFailed ? fallBack(state, data.value(QStringLiteral("words")).toString())
                                                 : Status(Done{});
}

Status Outbox::fallBack(const NotificationState& state, const QString& why)
{
    const QJsonArray rest = state.context.value(fallBacksKey).toArray();
    const Incident* incident = m_parts.log.book().find(state.incident);
    if (rest.isEmpty() || !incident)
        return Done{};
    for (const NotificationState& other : incident->notifications) {
        if (other.context.value(fellBackKey).toString() == state.id)
            return Done{};
    }
    OutgoingMessage message;
    message.incident = state.incident;
    message.kind = state.kind;
    message.role = state.role;
    message.title = state.title;
    message.body = state.body;
    message.context = state.context;
    message.context.insert(fellBackKey, state.id);
    message.context.insert(QStringLiteral("fell_back_because"), why);
    message.topSeverity = state.context.value(topSeverityKey).toBool();
    QStringList later;
    for (qsizetype i = 1; i < rest.size(); ++i)
        later.append(rest.at(i).toString());
    const QString channel = rest.first().toString();
    const QString key = QString::fromLatin1(
        QCryptographicHash::hash((state.key + channel).toUtf8(), QCryptographicHash::Sha256).toHex());
    return queueOne(message, channel, later, key, newId(), QStringLiteral("cockpit"));
}

const NotificationState* Outbox::find(const QString& notification) const
{
    for (const Incident& incident : m_parts.log.book().incidents()) {
        if (const NotificationState* state = incident.notification(notification))
            return state;
    }
    return nullptr;
}

}  // namespace cockpit
