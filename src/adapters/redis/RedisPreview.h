// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisIdentity.h"
#include "adapters/redis/RedisPlan.h"
#include "core/runbook/StepExecutor.h"

namespace cockpit::adapters::redis {

/// The question whose answer says how many keys or items a plan hits; empty when nothing can.
Arguments countQuestion(const RedisPlan& plan);
/// The count in that answer; -1 when there is none.
qint64 countIn(const RedisPlan& plan, const RedisReply& reply);

/// The exchange of one preview: who answers, what the server says about the command, and what would be hit. Changes
/// nothing, lives until it has answered.
class RedisPreview
{
public:
    using Settle = std::function<void(Result<StepPreview>)>;
    static void begin(const RedisSettings& settings, const ResolvedStep& step, const Settle& settle);
};

}  // namespace cockpit::adapters::redis
