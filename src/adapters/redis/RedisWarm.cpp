// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisWarm.h"

#include <QTimer>

namespace cockpit::adapters::redis {

std::optional<WarmConnection> WarmConnections::take(const QString& connectionId, const RedisSettings& settings)
{
    const auto found = m_kept.find(connectionId);
    if (found == m_kept.end())
        return std::nullopt;
    if (!found->second.connection.client->isReady() || !(found->second.connection.client->settings() == settings)) {
        drop(connectionId);
        return std::nullopt;
    }
    WarmConnection connection = std::move(found->second.connection);
    m_kept.erase(found);
    return connection;
}

void WarmConnections::giveBack(const QString& connectionId, WarmConnection connection)
{
    drop(connectionId);
    const qint64 number = ++m_number;
    m_kept.insert_or_assign(connectionId, Kept{std::move(connection), number});
    QTimer::singleShot(idleTime, this, [this, connectionId, number] {
        const auto found = m_kept.find(connectionId);
        if (found != m_kept.end() && found->second.number == number)
            drop(connectionId);
    });
}

void WarmConnections::drop(const QString& connectionId)
{
    const auto found = m_kept.find(connectionId);
    if (found == m_kept.end())
        return;
    // Later: a step may be ending within one of its callbacks.
    found->second.connection.client.release()->deleteLater();
    m_kept.erase(found);
}

}  // namespace cockpit::adapters::redis
