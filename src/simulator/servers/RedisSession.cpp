// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/servers/RedisSession.h"

#include <hiredis/hiredis.h>

namespace cockpit {

namespace {

using Reply = std::unique_ptr<redisReply, decltype(&freeReplyObject)>;

QByteArray textOf(const redisReply& reply)
{
    switch (reply.type) {
    case REDIS_REPLY_INTEGER: return QByteArray::number(reply.integer);
    case REDIS_REPLY_ARRAY: {
        QByteArrayList parts;
        for (size_t i = 0; i < reply.elements; ++i)
            parts << textOf(*reply.element[i]);
        return parts.join('\n');
    }
    case REDIS_REPLY_NIL: return {};
    default: return QByteArray(reply.str, static_cast<qsizetype>(reply.len));
    }
}

}  // namespace

struct RedisSession::Private {
    explicit Private(ServerAddress given)
        : address(std::move(given))
    {
    }

    ServerAddress address;
    std::unique_ptr<redisContext, decltype(&redisFree)> link{nullptr, &redisFree};

    Result<QByteArray> send(const QByteArrayList& command);
    Status connect();
};

Result<QByteArray> RedisSession::Private::send(const QByteArrayList& command)
{
    std::vector<const char*> words;
    std::vector<size_t> lengths;
    for (const QByteArray& word : command) {
        words.push_back(word.constData());
        lengths.push_back(static_cast<size_t>(word.size()));
    }
    const Reply reply(static_cast<redisReply*>(
                          redisCommandArgv(link.get(), static_cast<int>(words.size()), words.data(), lengths.data())),
                      &freeReplyObject);
    if (!reply) {
        const QString reason = QString::fromUtf8(link->errstr);
        link.reset();
        return fail(ErrorKind::Unreachable, reason);
    }
    const QByteArray text = textOf(*reply);
    return reply->type == REDIS_REPLY_ERROR ? Result<QByteArray>(fail(ErrorKind::Refused, QString::fromUtf8(text)))
                                            : Result<QByteArray>(text);
}

Status RedisSession::Private::connect()
{
    if (link)
        return Done{};
    const timeval patience{10, 0};
    link.reset(redisConnectWithTimeout(address.host.toUtf8().constData(), address.port, patience));
    if (!link || link->err != 0) {
        link.reset();
        return fail(ErrorKind::Unreachable, QStringLiteral("Redis does not answer"));
    }
    redisSetTimeout(link.get(), patience);
    const auto let = send({"AUTH", address.password.reveal()});
    return let ? Status(Done{}) : Status(let.error());
}

RedisSession::RedisSession(ServerAddress address)
    : d(std::make_unique<Private>(std::move(address)))
{
}

RedisSession::~RedisSession() = default;

Result<QByteArray> RedisSession::run(const QByteArrayList& command)
{
    if (const Status connected = d->connect(); !connected)
        return connected.error();
    return d->send(command);
}

}  // namespace cockpit
