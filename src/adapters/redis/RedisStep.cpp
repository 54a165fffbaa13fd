// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisStep.h"

#include "adapters/redis/RedisExecution.h"
#include "adapters/redis/RedisPlan.h"
#include "adapters/redis/RedisPreview.h"
#include "core/runbook/Placeholders.h"

#include <QPromise>

namespace cockpit::adapters::redis {

RedisStep::RedisStep(ConnectionResolver& connections)
    : m_connections(connections)
    , m_warm(std::make_shared<WarmConnections>())
{
}

QString RedisStep::kind() const
{
    return QStringLiteral("redis");
}

Result<ResolvedStep> RedisStep::resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                        const QMap<QString, QString>& inputs) const
{
    const auto checked = checkInputs(spec, inputs);
    if (!checked)
        return checked.error();
    const auto plan = RedisPlan::make(spec, *checked);
    if (!plan)
        return plan.error();
    ResolvedStep step;
    step.platform = platform;
    step.runbook = runbook;
    step.spec = spec;
    step.spec.danger = plan->danger;
    step.raised = plan->raised;
    step.connectionId = platform + QLatin1Char('/') + spec.connection;
    step.text = plan->text();
    step.payload = plan->toPayload();
    step.digest = stepDigest(kind(), step.connectionId, step.payload);
    if (const auto connection = m_connections.find(step.connectionId)) {
        const auto settings = RedisSettings::from({*connection, Secret()});
        if (settings)
            step.commandLine = plan->commandLine(*settings, connection->secretStorage != SecretStorage::None);
    }
    return step;
}

QFuture<Result<StepPreview>> RedisStep::preview(const ResolvedStep& step)
{
    auto promise = std::make_shared<QPromise<Result<StepPreview>>>();
    promise->start();
    const auto settle = [promise](Result<StepPreview> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    m_connections.resolve(step.connectionId).then([step, settle](const Result<ResolvedConnection>& connection) {
        if (!connection)
            return settle(connection.error());
        const auto settings = RedisSettings::from(*connection);
        if (!settings)
            return settle(settings.error());
        RedisPreview::begin(*settings, step, settle);
    });
    return promise->future();
}

std::unique_ptr<StepExecution> RedisStep::start(const ResolvedStep& step)
{
    return std::make_unique<RedisExecution>(m_connections, step, m_warm);
}

}  // namespace cockpit::adapters::redis
