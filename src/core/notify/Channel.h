// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/connections/Connection.h"

#include <QFuture>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace cockpit {

/// One attempt to hand one message to one service.
struct Delivery {
    QString key;        ///< idempotency key: the same for each attempt of this message to this recipient
    QString reference;  ///< its short visible form ("7F3A")
    int attempt = 1;
    bool possibleRepeat = false;  ///< an earlier attempt may have arrived: say so where the service takes no key
    QString kind{};               ///< "page", "update", "acknowledged", "resolved"
    QString incident{};           ///< incident id; empty for messages that belong to none
    QString thread{};             ///< what this channel gave back for the incident's first message; empty: none yet
    QString title;
    QString body;         ///< plain text
    QJsonObject context;  ///< incident id, platform, severity, status, times: for structured receivers
    Milliseconds deadline{15'000};
};

struct DeliveryOutcome {
    enum class Kind {
        Delivered,  ///< the service's exact contract for success was met
        Retry,      ///< not now: try again after `retryAfter` (zero: by the outbox's own back-off)
        Failed,     ///< permanent: say so loudly
        Uncertain   ///< it left, and no answer came
    };
    Kind kind = Kind::Failed;
    Milliseconds retryAfter{0};
    QString words;   ///< the service's own words or what went wrong; no URL, no token
    int status = 0;  ///< HTTP status or 0
    Milliseconds elapsed{0};
    QString thread{};  ///< to be handed to later messages of the same incident ("C024:1712.0042", a Message-ID)
};

/// A way to reach people. One folder per service. Thread: the engine's; never blocks it.
class Channel
{
public:
    Channel() = default;
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;
    virtual ~Channel() = default;

    virtual QString kind() const = 0;  ///< the connection kind it speaks ("slack", "webhook")
    /// True when the service itself drops repeats by key.
    virtual bool dropsRepeats() const = 0;
    /// Least time between two messages of one connection, as the service's limits want it.
    virtual Milliseconds pace() const { return Milliseconds{0}; }
    /// Tells of what people do inside a message itself, where the service lets them: "acknowledge" or "open", for the
    /// incident of that message. The default never tells of anything.
    using ActionHandler = std::function<void(const QString& incident, const QString& action)>;
    virtual void setActionHandler(const ActionHandler&) {}
    /// One attempt; the future always finishes by the deadline.
    virtual QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) = 0;
};

}  // namespace cockpit
