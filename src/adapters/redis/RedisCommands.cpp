// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisCommands.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::redis {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RedisStep)
};

/// Names between blanks; "a|b" is a command with its second word.
struct Group {
    const char* commands;
    const char* reason;
};

constexpr Group refusals[] = {
    {" keys ",
     QT_TRANSLATE_NOOP("RedisStep", "it walks over every key and blocks the server; write scan: {match: …} instead")},
    {" monitor subscribe psubscribe ssubscribe sync psync ",
     QT_TRANSLATE_NOOP("RedisStep", "it never ends and slows the server down")},
    {" shutdown debug module|load module|loadex module|unload ",
     QT_TRANSLATE_NOOP("RedisStep", "it stops or endangers the server itself; do it at the server")},
    {" replconf auth hello select quit reset asking client|reply client|tracking client|caching readwrite readonly ",
     QT_TRANSLATE_NOOP("RedisStep", "the cockpit logs in, selects the database and ends the connection itself")},
    {" multi exec watch unwatch discard ",
     QT_TRANSLATE_NOOP("RedisStep", "a step sends one command; use a script (EVAL) for several")},
    {" blpop brpop blmove blmpop brpoplpush bzpopmin bzpopmax bzmpop wait ",
     QT_TRANSLATE_NOOP("RedisStep", "it waits for data, and may still take some after the step was given up; use the "
                                    "form that does not wait")},
};

/// Known to only read, whatever the server's flags say: INFO counts as dangerous there, PING has no flag at all.
constexpr const char* readers =
    " get mget getrange substr strlen lcs exists ttl pttl expiretime pexpiretime type randomkey dump touch llen lrange "
    "lindex lpos scard smembers sismember smismember srandmember sscan sinter sintercard sunion sdiff hget hmget "
    "hgetall hlen hkeys hvals hexists hscan hstrlen hrandfield zcard zcount zrange zrangebyscore zrangebylex zrevrange "
    "zrevrangebyscore zrevrangebylex zscore zmscore zrank zrevrank zscan zlexcount zrandmember zinter zintercard "
    "zunion zdiff xlen xrange xrevrange xread xpending xinfo|stream xinfo|groups xinfo|consumers scan dbsize info ping "
    "echo time lastsave role bitcount getbit bitpos bitfield_ro pfcount geopos geodist geohash geosearch sort_ro "
    "eval_ro evalsha_ro fcall_ro object|encoding object|freq object|idletime object|refcount memory|usage memory|stats "
    "memory|doctor client|list client|info client|id client|getname config|get slowlog|get slowlog|len latency|latest "
    "latency|history latency|doctor pubsub|channels pubsub|numsub pubsub|numpat cluster|info cluster|nodes "
    "cluster|slots cluster|shards cluster|keyslot cluster|countkeysinslot command|count command|info command|list "
    "acl|whoami acl|list acl|cat acl|users acl|getuser acl|log acl|dryrun script|exists function|list function|stats "
    "latency|graph latency|histogram cluster|links cluster|myid cluster|replicas module|list lolwut ";

/// Changes what it names and nothing else; most of it can be put back by hand.
constexpr const char* writers =
    " append bitfield bitop copy decr decrby del expire expireat geoadd georadius georadiusbymember geosearchstore "
    "getdel getex getset hdel hincrby hincrbyfloat hmset hset hsetnx incr incrby incrbyfloat linsert lmove lmpop lpop "
    "lpush lpushx lrem lset ltrim move mset msetnx persist pexpire pexpireat pfadd pfmerge psetex publish spublish "
    "renamenx rpop rpoplpush rpush rpushx sadd sdiffstore set setbit setex setnx setrange sinterstore smove sort spop "
    "srem sunionstore unlink xack xadd xautoclaim xclaim xdel xgroup|create xgroup|createconsumer xreadgroup xtrim "
    "zadd zdiffstore zincrby zinterstore zmpop zpopmax zpopmin zrangestore zrem zremrangebylex zremrangebyrank "
    "zremrangebyscore zunionstore script|load script|kill function|load function|kill client|unblock client|unpause "
    "client|setname bgsave bgrewriteaof config|resetstat slowlog|reset latency|reset memory|purge ";

constexpr Group destroyers[] = {
    {" flushdb flushall ", QT_TRANSLATE_NOOP("RedisStep", "%1 empties a whole database")},
    {" swapdb ", QT_TRANSLATE_NOOP("RedisStep", "%1 exchanges two whole databases under every client")},
    {" eval evalsha fcall ",
     QT_TRANSLATE_NOOP("RedisStep", "%1 runs a script, and nobody can tell beforehand what it changes or deletes")},
    {" script|flush function|flush function|delete function|restore ",
     QT_TRANSLATE_NOOP("RedisStep", "%1 takes scripts away that running programs call")},
    {" rename restore ", QT_TRANSLATE_NOOP("RedisStep", "%1 may replace a key that is there")},
    {" migrate ", QT_TRANSLATE_NOOP("RedisStep", "%1 moves keys to another server")},
    {" config|set config|rewrite ", QT_TRANSLATE_NOOP("RedisStep", "%1 changes how the server itself runs")},
    {" client|kill client|pause ", QT_TRANSLATE_NOOP("RedisStep", "%1 cuts off or halts the programs that use it")},
    {" xgroup|destroy xgroup|delconsumer xgroup|setid xsetid ",
     QT_TRANSLATE_NOOP("RedisStep", "%1 forgets which messages still had to be worked on")},
    {" acl|setuser acl|deluser acl|load acl|save ",
     QT_TRANSLATE_NOOP("RedisStep", "%1 changes who may do what at the server")},
    {" replicaof slaveof failover cluster|failover cluster|reset cluster|forget cluster|meet cluster|replicate "
     "cluster|addslots cluster|addslotsrange cluster|delslots cluster|delslotsrange cluster|setslot cluster|flushslots "
     "cluster|bumpepoch cluster|set-config-epoch ",
     QT_TRANSLATE_NOOP("RedisStep", "%1 changes which server holds the data")},
    {" save ", QT_TRANSLATE_NOOP("RedisStep", "%1 stops every client until the data is on disk; BGSAVE does not")},
};

bool holds(const char* commands, const Arguments& arguments)
{
    const QByteArray list(commands);
    return list.contains(' ' + arguments.first().toLower() + ' ') || list.contains(' ' + fullName(arguments) + ' ');
}

bool hasWord(const Arguments& arguments, const char* word)
{
    return std::any_of(arguments.begin() + 1, arguments.end(),
                       [word](const QByteArray& argument) { return argument.compare(word, Qt::CaseInsensitive) == 0; });
}

QString shownName(const Arguments& arguments, const char* commands)
{
    const bool withSecond = !QByteArray(commands).contains(' ' + arguments.first().toLower() + ' ');
    return QString::fromUtf8(withSecond ? arguments.first() + ' ' + arguments.value(1) : arguments.first()).toUpper();
}

}  // namespace

QByteArray fullName(const Arguments& arguments)
{
    const QByteArray name = arguments.first().toLower();
    return arguments.size() > 1 ? name + '|' + arguments.at(1).toLower() : name;
}

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

Status checkCommand(const Arguments& arguments)
{
    for (const Group& group : refusals) {
        if (holds(group.commands, arguments))
            return fail(ErrorKind::Refused, Say::tr("%1 cannot be used in a step: %2")
                                                .arg(shownName(arguments, group.commands), Say::tr(group.reason)));
    }
    const QByteArray name = arguments.first().toLower();
    if ((name == "xread" || name == "xreadgroup") && hasWord(arguments, "BLOCK"))
        return fail(ErrorKind::Refused,
                    Say::tr("%1 cannot be used in a step: with BLOCK it waits for data; leave it out")
                        .arg(QString::fromUtf8(name).toUpper()));
    return Done{};
}

std::optional<KnownDanger> knownDanger(const Arguments& arguments)
{
    const QByteArray name = arguments.first().toLower();
    const bool replaces = (name != "restore" && name != "copy") || hasWord(arguments, "REPLACE");
    for (const Group& group : destroyers) {
        if (replaces && holds(group.commands, arguments))
            return KnownDanger{Danger::Destructive, Say::tr(group.reason).arg(shownName(arguments, group.commands))};
    }
    if (name == "copy" && replaces)
        return KnownDanger{Danger::Destructive, Say::tr("COPY … REPLACE replaces a key that may be there")};
    if (name == "restore" || holds(writers, arguments))
        return KnownDanger{Danger::Write, Say::tr("%1 changes something").arg(shownName(arguments, writers))};
    if (holds(readers, arguments))
        return KnownDanger{};
    return std::nullopt;
}

Result<Arguments> readingCommand(const QJsonArray& words)
{
    auto arguments = toArguments(words);
    if (!arguments)
        return arguments;
    if (const Status allowed = checkCommand(*arguments); !allowed)
        return allowed.error();
    const auto known = knownDanger(*arguments);
    if (!known || known->danger != Danger::Read)
        return fail(ErrorKind::Refused,
                    Say::tr("%1 may change something, and only commands known to read are taken here")
                        .arg(QString::fromUtf8(arguments->first()).toUpper()));
    return arguments;
}

bool wipesDatabase(const Arguments& arguments)
{
    const QByteArray name = arguments.first().toLower();
    return name == "flushdb" || name == "flushall";
}

QList<QByteArray> removedKeys(const Arguments& arguments)
{
    const QByteArray name = arguments.first().toLower();
    if (name != "del" && name != "unlink")
        return {};
    QList<QByteArray> keys;
    for (const QByteArray& key : arguments.mid(1)) {
        if (!keys.contains(key))
            keys.append(key);
    }
    return keys;
}

}  // namespace cockpit::adapters::redis
