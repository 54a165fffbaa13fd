// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

struct redisReader;

namespace cockpit::adapters::redis {

/// One answer of a Redis server (RESP2).
struct RedisReply {
    enum class Kind { Nil, Integer, Status, Text, Error, List };
    Kind kind = Kind::Nil;
    qint64 integer = 0;
    QByteArray text;
    std::vector<RedisReply> items;

    /// As redis-cli shows it: "(integer) 3", one numbered line per item. Text that is not UTF-8 is shown with \xNN.
    QString toText() const;
};

/// Reads replies from a stream with hiredis' parser, within limits a lying server cannot pass: bytes waiting for one
/// reply to be complete, and items announced in all. Nesting deeper than seven lists is refused by hiredis itself.
class RedisParser
{
public:
    static constexpr qsizetype maximumBytes = 8 * 1024 * 1024;
    static constexpr qsizetype maximumItems = 200'000;

    RedisParser();
    ~RedisParser();
    Q_DISABLE_COPY_MOVE(RedisParser)

    /// Errors: TooLarge. After an error the stream cannot be read on.
    Status feed(const QByteArray& bytes);
    /// The next complete reply; null while it is not complete. Errors: Malformed, TooLarge.
    Result<std::unique_ptr<RedisReply>> next();

private:
    struct Limits;
    std::unique_ptr<Limits> m_limits;
    redisReader* m_reader = nullptr;
    qsizetype m_waiting = 0;  ///< bytes fed since the last complete reply
};

}  // namespace cockpit::adapters::redis
