// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Redactor.h"
#include "core/connections/AdapterRegistry.h"
#include "core/incident/IncidentLog.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>

namespace cockpit {

/// One message to one recipient, before it is queued.
struct OutgoingMessage {
    QString incident;
    QString kind;  ///< "page", "update", "resolved"
    QString role;
    QStringList channels;  ///< connection ids in order of preference; the first is tried, the others are fall-backs
    QString title;
    QString body;
    QJsonObject context;
    bool topSeverity = false;  ///< the next channel is tried as well when this one has not delivered within 60 s
};

/// pending → in flight (durable before the first byte) → delivered | waiting | failed | uncertain.
/// Its state is the fold of the log; this object only acts on it. An attempt that was under way when a session died is
/// uncertain and is sent again with the same key, marked as a possible repeat. Thread: the engine's.
class Outbox : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        const Clock& clock;
        IncidentLog& log;
        const AdapterRegistry& registry;
        ConnectionResolver& connections;
        Redactor& redactor;
        QString session;
        std::function<bool(const QString& session)> isSessionAlive;
        std::function<double()> random;  ///< uniform in [0, 1)
    };

    explicit Outbox(Parts parts, QObject* parent = nullptr);

    /// Marks attempts of dead sessions as uncertain.
    Status recover();

    /// Queues it for its first channel; returns the notification's id. Errors: NotFound (no channel), Storage.
    Result<QString> queue(const OutgoingMessage& message, const QString& actor);
    Status retry(const QString& notification, const QString& actor);
    Status cancel(const QString& notification, const QString& reason, const QString& actor);
    /// Cancels everything of an incident that has not left yet, except messages of the kinds in `keep`.
    Status cancelQueued(const QString& incident, const QString& reason, const QStringList& keep, const QString& actor);

    /// Sends what is due. While `sending` is off (another engine has the profile) nothing leaves.
    Status tick();
    void setSending(bool on) { m_sending = on; }
    bool isIdle() const { return m_inFlight.isEmpty(); }

signals:
    void storageFailed(const QString& sentence);

private:
    Status attempt(const NotificationState& state);
    Status record(const NotificationState& state, int attemptNumber, const DeliveryOutcome& outcome);
    Status fallBack(const NotificationState& state, const QString& why);
    Status queueOne(const OutgoingMessage& message, const QString& channel, const QStringList& rest, const QString& key,
                    const QString& id, const QString& actor);
    const NotificationState* find(const QString& notification) const;
    void deliver(const NotificationState& state, int attemptNumber, bool possibleRepeat);
    /// What the channel gave back for an earlier message of the same incident.
    QString threadOf(const NotificationState& state) const;
    /// Whether the channel's own pace lets another message of this connection leave now.
    bool isPaced(const QString& connectionId) const;

    Parts m_parts;
    QSet<QString> m_inFlight;
    QHash<QString, Milliseconds> m_lastLeft;  ///< per connection, monotonic
    bool m_sending = true;
};

}  // namespace cockpit
