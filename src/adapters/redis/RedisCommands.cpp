// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisCommands.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace cockpit::adapters::redis {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RedisStep)
};

struct Refusal {
    const char* command;
    const char* reason;
};

constexpr const char* blocksServer =
    QT_TRANSLATE_NOOP("RedisStep", "it walks over every key and blocks the server; use SCAN");
constexpr const char* neverEnds = QT_TRANSLATE_NOOP("RedisStep", "it never ends and slows the server down");
constexpr const char* breaksTalk =
    QT_TRANSLATE_NOOP("RedisStep", "the cockpit logs in, selects the database and ends the connection itself");
constexpr const char* stopsServer =
    QT_TRANSLATE_NOOP("RedisStep", "it stops or endangers the server itself; do it at the server");
constexpr const char* oneByOne =
    QT_TRANSLATE_NOOP("RedisStep", "a step sends one command; use a script (EVAL) for several");

constexpr Refusal refusals[] = {
    {"keys", blocksServer},    {"monitor", neverEnds},       {"subscribe", neverEnds},  {"psubscribe", neverEnds},
    {"ssubscribe", neverEnds}, {"sync", neverEnds},          {"psync", neverEnds},      {"shutdown", stopsServer},
    {"debug", stopsServer},    {"module", stopsServer},      {"replconf", breaksTalk},  {"auth", breaksTalk},
    {"hello", breaksTalk},     {"select", breaksTalk},       {"quit", breaksTalk},      {"reset", breaksTalk},
    {"multi", oneByOne},       {"exec", oneByOne},           {"watch", oneByOne},       {"discard", oneByOne},
    {"asking", breaksTalk},    {"client|reply", breaksTalk}, {"readwrite", breaksTalk}, {"readonly", breaksTalk},
};

constexpr std::array readers{
    "get",
    "mget",
    "getrange",
    "strlen",
    "exists",
    "ttl",
    "pttl",
    "expiretime",
    "pexpiretime",
    "type",
    "randomkey",
    "dump",
    "llen",
    "lrange",
    "lindex",
    "lpos",
    "scard",
    "smembers",
    "sismember",
    "smismember",
    "srandmember",
    "sscan",
    "sinter",
    "sunion",
    "sdiff",
    "hget",
    "hmget",
    "hgetall",
    "hlen",
    "hkeys",
    "hvals",
    "hexists",
    "hscan",
    "hstrlen",
    "zcard",
    "zcount",
    "zrange",
    "zrangebyscore",
    "zrevrange",
    "zrevrangebyscore",
    "zscore",
    "zmscore",
    "zrank",
    "zrevrank",
    "zscan",
    "xlen",
    "xrange",
    "xrevrange",
    "xpending",
    "xinfo|stream",
    "xinfo|groups",
    "xinfo|consumers",
    "scan",
    "dbsize",
    "info",
    "ping",
    "echo",
    "time",
    "lastsave",
    "role",
    "bitcount",
    "getbit",
    "bitpos",
    "pfcount",
    "geopos",
    "geodist",
    "geosearch",
    "object|encoding",
    "object|freq",
    "object|idletime",
    "object|refcount",
    "memory|usage",
    "memory|stats",
    "memory|doctor",
    "client|list",
    "client|info",
    "client|id",
    "client|getname",
    "config|get",
    "slowlog|get",
    "slowlog|len",
    "latency|latest",
    "latency|history",
    "latency|doctor",
    "pubsub|channels",
    "pubsub|numsub",
    "pubsub|numpat",
    "cluster|info",
    "cluster|nodes",
    "cluster|slots",
    "command|count",
    "command|info",
    "acl|whoami",
    "acl|list",
    "acl|cat",
};

bool isIn(const QByteArray& name, const char* entry)
{
    return name == entry;
}

bool isReader(const QByteArray& name, const QByteArray& full)
{
    return std::any_of(readers.begin(), readers.end(),
                       [&](const char* one) { return isIn(name, one) || isIn(full, one); });
}

}  // namespace

Result<Arguments> toArguments(const QJsonArray& words)
{
    Arguments arguments;
    for (const QJsonValue& word : words) {
        if (word.isString())
            arguments.append(word.toString().toUtf8());
        else if (word.isDouble())
            arguments.append(word.toVariant().toString().toUtf8());
        else
            return fail(ErrorKind::InvalidInput,
                        Say::tr("A Redis command is a list of texts and numbers, like [LLEN, queue]"));
    }
    if (arguments.isEmpty() || arguments.first().isEmpty())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The Redis command is empty; write it as a list, like [LLEN, queue]"));
    return arguments;
}

Status checkCommand(const Arguments& arguments, Danger danger)
{
    const QByteArray name = arguments.first().toLower();
    const QByteArray full = arguments.size() > 1 ? name + '|' + arguments.at(1).toLower() : name;
    const QString shown = QString::fromUtf8(arguments.first()).toUpper();
    for (const Refusal& refusal : refusals) {
        if (isIn(name, refusal.command) || isIn(full, refusal.command))
            return fail(ErrorKind::Refused,
                        Say::tr("%1 cannot be used in a step: %2").arg(shown, Say::tr(refusal.reason)));
    }
    if (danger == Danger::Read && !isReader(name, full))
        return fail(
            ErrorKind::Refused,
            Say::tr("The step is declared as reading, but %1 may change something; declare it write or destructive")
                .arg(shown));
    if (danger == Danger::Write && (wipesDatabase(arguments) || name == "swapdb"))
        return fail(ErrorKind::Refused,
                    Say::tr("%1 hits a whole database; the step must be declared destructive").arg(shown));
    return Done{};
}

Result<Arguments> readingCommand(const QJsonArray& words)
{
    auto arguments = toArguments(words);
    if (!arguments)
        return arguments;
    if (const Status allowed = checkCommand(*arguments, Danger::Read); !allowed)
        return allowed.error();
    return arguments;
}

bool wipesDatabase(const Arguments& arguments)
{
    const QByteArray name = arguments.first().toLower();
    return name == "flushdb" || name == "flushall";
}

}  // namespace cockpit::adapters::redis
