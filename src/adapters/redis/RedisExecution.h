// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisClient.h"
#include "core/runbook/StepExecutor.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace cockpit::adapters::redis {

struct RedisIdentity;

/// One command under way. A command that changes something and got no answer ends as "outcome unknown": Redis takes
/// nothing back.
class RedisExecution final : public StepExecution
{
    Q_OBJECT

public:
    /// `approved` is the target that was shown before; another one is refused.
    RedisExecution(ConnectionResolver& connections, const ResolvedStep& step,
                   const std::optional<TargetIdentity>& approved);

    void cancel() override;

private:
    void begin(const Result<ResolvedConnection>& connection);
    void run(const RedisIdentity& identity);
    void conclude(const RedisClient::Answer& answer);
    void finish(StepState state, const QString& summary, const QByteArray& output = {}, qint64 affected = -1);

    ResolvedStep m_step;
    std::optional<TargetIdentity> m_approved;
    std::unique_ptr<RedisClient> m_client;
    QElapsedTimer m_elapsed;
    bool m_finished = false;
};

}  // namespace cockpit::adapters::redis
