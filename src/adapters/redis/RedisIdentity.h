// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisClient.h"

#include <optional>

namespace cockpit::adapters::redis {

/// Who answered.
struct RedisIdentity {
    TargetIdentity target;  ///< serverId is the run_id; empty where INFO is not permitted
    QString version;
    bool replica = false;
    std::optional<Error> problem;  ///< it is there, but does not answer questions now (busy, loading …)
};

/// One field of INFO's text; empty when it is not there.
QByteArray infoField(const QByteArray& info, const QByteArray& name);

/// From the answers to INFO server and INFO replication (or INFO server twice). Errors as in meet().
Result<RedisIdentity> identityFrom(const RedisSettings& settings, const RedisClient::Answer& server,
                                   const RedisClient::Answer& replication);

/// Asks INFO server and INFO replication, and `more` reading questions in the same round trip. A user who may not ask
/// is still identified by address and database. Errors: those of RedisClient::command().
using Met = std::function<void(const Result<RedisIdentity>& identity, const QList<RedisClient::Answer>& more)>;
void meet(RedisClient& client, const QList<Arguments>& more, Milliseconds deadline, const Met& done);

/// meet() with nothing more to ask.
void readIdentity(RedisClient& client, Milliseconds deadline,
                  const std::function<void(const Result<RedisIdentity>&)>& done);

}  // namespace cockpit::adapters::redis
