// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisGate.h"

#include <QHash>

#include <map>
#include <memory>

namespace cockpit::adapters::redis {

/// A connection that has answered a reading step, with what the server said about commands on it.
struct WarmConnection {
    std::unique_ptr<RedisClient> client;
    QHash<QByteArray, CommandFacts> facts;  ///< by command, or by fullName() where that is one of its own
};

/// Connections kept open between reading steps, one per connection id. Who takes one has it alone; it comes back only
/// after an exchange without any error, and is closed when nobody wants it for a while. Steps that change something
/// never use one: they make their own. Thread: the engine's.
class WarmConnections : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds idleTime{30'000};

    /// Nothing when there is none that is still open and goes to exactly these settings.
    std::optional<WarmConnection> take(const QString& connectionId, const RedisSettings& settings);
    void giveBack(const QString& connectionId, WarmConnection connection);

private:
    struct Kept {
        WarmConnection connection;
        qint64 number = 0;
    };
    void drop(const QString& connectionId);

    std::map<QString, Kept> m_kept;
    qint64 m_number = 0;
};

}  // namespace cockpit::adapters::redis
