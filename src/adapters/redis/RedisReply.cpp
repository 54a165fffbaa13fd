// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisReply.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <hiredis/read.h>

namespace cockpit::adapters::redis {

/// Shared with hiredis' callbacks through its private data.
struct RedisParser::Limits {
    qsizetype items = 0;
    bool exceeded = false;
};

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Redis)
};

/// A place for the object hiredis is about to make: inside its list, or a new root.
RedisReply* place(const redisReadTask* task)
{
    if (!task->parent)
        return new RedisReply;
    return &static_cast<RedisReply*>(task->parent->obj)->items[static_cast<size_t>(task->idx)];
}

void* makeText(const redisReadTask* task, char* bytes, size_t length)
{
    RedisReply* reply = place(task);
    reply->kind = task->type == REDIS_REPLY_ERROR    ? RedisReply::Kind::Error
                  : task->type == REDIS_REPLY_STATUS ? RedisReply::Kind::Status
                                                     : RedisReply::Kind::Text;
    reply->text = QByteArray(bytes, static_cast<qsizetype>(length));
    return reply;
}

void* makeInteger(const redisReadTask* task, long long value)
{
    RedisReply* reply = place(task);
    reply->kind = RedisReply::Kind::Integer;
    reply->integer = value;
    return reply;
}

void* makeNil(const redisReadTask* task)
{
    return place(task);
}

void freeReply(void* reply)
{
    delete static_cast<RedisReply*>(reply);
}

QString escaped(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (!decoder.hasError() && !bytes.contains('\0'))
        return text;
    QString out;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        out += code >= 0x20 && code < 0x7f ? QString(QLatin1Char(byte))
                                           : QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
    }
    return out;
}

}  // namespace

QString RedisReply::toText() const
{
    switch (kind) {
    case Kind::Nil: return QStringLiteral("(nil)");
    case Kind::Integer: return QStringLiteral("(integer) %1").arg(integer);
    case Kind::Status:
    case Kind::Text: return escaped(text);
    case Kind::Error: return QStringLiteral("(error) ") + escaped(text);
    case Kind::List: break;
    }
    if (items.empty())
        return QStringLiteral("(empty list)");
    QString out;
    for (size_t i = 0; i < items.size(); ++i) {
        const QString label = QStringLiteral("%1) ").arg(i + 1);
        QString item = items[i].toText();
        item.replace(QLatin1Char('\n'), QLatin1Char('\n') + QString(label.size(), QLatin1Char(' ')));
        out += (i > 0 ? QStringLiteral("\n") : QString()) + label + item;
    }
    return out;
}

RedisParser::RedisParser()
    : m_limits(std::make_unique<Limits>())
{
    const auto makeList = [](const redisReadTask* task, int count) -> void* {
        auto* limits = static_cast<Limits*>(task->privdata);
        // An announced length is only a promise; memory is given for what the budget allows.
        limits->items += count;
        if (limits->items > maximumItems) {
            limits->exceeded = true;
            return nullptr;
        }
        RedisReply* reply = place(task);
        reply->kind = RedisReply::Kind::List;
        reply->items.resize(static_cast<size_t>(count));
        return reply;
    };
    static redisReplyObjectFunctions functions{makeText, makeList, makeInteger, makeNil, freeReply};
    m_reader = redisReaderCreateWithFunctions(&functions);
    m_reader->privdata = m_limits.get();
}

RedisParser::~RedisParser()
{
    redisReaderFree(m_reader);
}

Status RedisParser::feed(const QByteArray& bytes)
{
    m_waiting += bytes.size();
    if (m_waiting > maximumBytes)
        return fail(ErrorKind::TooLarge, Say::tr("The Redis server's answer is larger than 8 MiB; ask for less"));
    if (redisReaderFeed(m_reader, bytes.constData(), static_cast<size_t>(bytes.size())) != REDIS_OK)
        return fail(ErrorKind::Malformed, Say::tr("The Redis server's answer cannot be read"));
    return Done{};
}

Result<std::unique_ptr<RedisReply>> RedisParser::next()
{
    void* reply = nullptr;
    if (redisReaderGetReply(m_reader, &reply) != REDIS_OK) {
        if (m_limits->exceeded)
            return fail(ErrorKind::TooLarge,
                        Say::tr("The Redis server announced a list of more than 200,000 items; ask for less"));
        return fail(ErrorKind::Malformed, Say::tr("What answered does not speak Redis' protocol; check host and port"),
                    QString::fromLatin1(redisReaderGetError(m_reader)).left(120));
    }
    std::unique_ptr<RedisReply> complete(static_cast<RedisReply*>(reply));
    if (complete) {
        m_limits->items = 0;
        m_waiting = 0;
    }
    return complete;
}

}  // namespace cockpit::adapters::redis
