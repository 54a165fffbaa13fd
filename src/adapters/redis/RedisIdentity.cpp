// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisIdentity.h"

namespace cockpit::adapters::redis {

QByteArray infoField(const QByteArray& info, const QByteArray& name)
{
    const QByteArray key = name + ':';
    for (const QByteArray& line : info.split('\n')) {
        if (line.startsWith(key))
            return line.mid(key.size()).trimmed();
    }
    return {};
}

void readIdentity(RedisClient& client, Milliseconds deadline,
                  const std::function<void(const Result<RedisIdentity>&)>& done)
{
    auto identity = std::make_shared<RedisIdentity>();
    const RedisSettings& settings = client.settings();
    identity->target.address = settings.address();
    identity->target.name = settings.databaseName();
    identity->target.role = settings.user.isEmpty() ? QStringLiteral("default") : settings.user;
    identity->target.environment = settings.environment;
    client.command({"INFO", "server"}, deadline, [=](const RedisClient::Answer& answer) {
        if (answer.reply) {
            identity->target.serverId = QString::fromLatin1(infoField(answer.reply->text, "run_id"));
            identity->version = QString::fromLatin1(infoField(answer.reply->text, "redis_version"));
        }
    });
    client.command({"INFO", "replication"}, deadline, [=](const RedisClient::Answer& answer) {
        if (!answer.reply) {
            const Error& error = answer.reply.error();
            const bool notPermitted = error.detail.startsWith(QLatin1String("NOPERM"));
            if (!answer.answered || (error.kind == ErrorKind::Unauthorized && !notPermitted))
                return done(error);
            if (!notPermitted)
                identity->problem = error;
        }
        if (answer.reply)
            identity->replica = infoField(answer.reply->text, "role") == "slave";
        done(*identity);
    });
}

}  // namespace cockpit::adapters::redis
