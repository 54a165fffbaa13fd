// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisClient.h"
#include "core/metrics/SignalSource.h"

#include <map>
#include <memory>

namespace cockpit::adapters::redis {

/// Signals of kind "redis": one field of INFO, or the numeric answer of one reading command. One connection per
/// connection id is kept. Thread: the engine's.
class RedisSignalSource final : public SignalSource
{
public:
    RedisSignalSource(const Clock& clock, ConnectionResolver& connections);
    ~RedisSignalSource() override;

    QString kind() const override;
    QString groupKey(const SignalSpec& signal) const override;
    QFuture<QList<Reading>> read(const PollRequest& request) override;

private:
    struct Poll;
    void poll(const std::shared_ptr<Poll>& poll, const Result<ResolvedConnection>& connection);

    const Clock& m_clock;
    ConnectionResolver& m_connections;
    std::map<QString, std::unique_ptr<RedisClient>> m_clients;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

}  // namespace cockpit::adapters::redis
