// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisIdentity.h"

namespace cockpit::adapters::redis {

namespace {

bool isNotPermitted(const Error& error)
{
    return error.detail.startsWith(QLatin1String("NOPERM"));
}

}  // namespace

Result<RedisIdentity> identityFrom(const RedisSettings& settings, const RedisClient::Answer& server,
                                   const RedisClient::Answer& replication)
{
    RedisIdentity identity;
    identity.target.address = settings.address();
    identity.target.name = settings.databaseName();
    identity.target.role = settings.user.isEmpty() ? QStringLiteral("default") : settings.user;
    identity.target.environment = settings.environment;
    if (server.reply) {
        identity.target.serverId = QString::fromLatin1(infoField(server.reply->text, "run_id"));
        identity.version = QString::fromLatin1(infoField(server.reply->text, "redis_version"));
    }
    if (replication.reply) {
        identity.replica = infoField(replication.reply->text, "role") == "slave";
        return identity;
    }
    const Error& error = replication.reply.error();
    if (!replication.answered || (error.kind == ErrorKind::Unauthorized && !isNotPermitted(error)))
        return error;
    if (!isNotPermitted(error))
        identity.problem = error;
    return identity;
}

QByteArray infoField(const QByteArray& info, const QByteArray& name)
{
    const QByteArray key = '\n' + name + ':';
    const qsizetype at = info.startsWith(name + ':') ? -1 : info.indexOf(key);
    if (at < 0 && !info.startsWith(name + ':'))
        return {};
    const qsizetype start = at + key.size();
    const qsizetype end = info.indexOf('\n', start);
    return info.mid(start, end < 0 ? -1 : end - start).trimmed();
}

void meet(RedisClient& client, const QList<Arguments>& more, Milliseconds deadline, const Met& done)
{
    const QList<Arguments> questions = QList<Arguments>{{"INFO", "server"}, {"INFO", "replication"}} + more;
    client.batch(questions, deadline, [&client, done](const QList<RedisClient::Answer>& answers) {
        done(identityFrom(client.settings(), answers.at(0), answers.at(1)), answers.mid(2));
    });
}

void readIdentity(RedisClient& client, Milliseconds deadline,
                  const std::function<void(const Result<RedisIdentity>&)>& done)
{
    meet(client, {}, deadline,
         [done](const Result<RedisIdentity>& identity, const QList<RedisClient::Answer>&) { done(identity); });
}

}  // namespace cockpit::adapters::redis
