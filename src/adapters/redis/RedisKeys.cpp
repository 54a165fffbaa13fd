// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisKeys.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::redis {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RedisStep)
};

}  // namespace

QString keyText(const QByteArray& key)
{
    RedisReply reply;
    reply.kind = RedisReply::Kind::Text;
    reply.text = key;
    return safeLine(reply.toText(), 1'000);
}

QList<Arguments> keyQuestions(const QList<QByteArray>& keys)
{
    QList<Arguments> questions;
    for (const QByteArray& key : keys)
        questions << Arguments{"TYPE", key} << Arguments{"PTTL", key};
    return questions;
}

QList<ResultTable::Row> keyRows(const QList<QByteArray>& keys, const QList<RedisClient::Answer>& answers)
{
    QList<ResultTable::Row> rows;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const RedisClient::Answer type = answers.value(2 * i);
        const RedisClient::Answer left = answers.value(2 * i + 1);
        ResultTable::Row row{keyText(keys.at(i)), std::nullopt, std::nullopt};
        if (type.reply)
            row[1] = safeLine(QString::fromUtf8(type.reply->text), 60);
        if (left.reply && left.reply->integer >= 0)
            row[2] = QString::number((left.reply->integer + 999) / 1000);
        rows.append(row);
    }
    return rows;
}

KeyList::KeyList(RedisClient& client, RedisPlan::Scan scan, Milliseconds time, Milliseconds deadline, Done done)
    : m_client(client)
    , m_scan(std::move(scan))
    , m_time(time)
    , m_deadline(deadline)
    , m_done(std::move(done))
{
    using Type = ResultTable::CellType;
    m_found.table.columns = {QStringLiteral("key"), QStringLiteral("type"), QStringLiteral("ttl_seconds")};
    m_found.table.types = {Type::Text, Type::Text, Type::Number};
}

void KeyList::start()
{
    if (!m_elapsed.isValid())
        m_elapsed.start();
    m_client.command(
        {"SCAN", m_cursor, "MATCH", m_scan.match, "COUNT", "1000"}, left(), [this](const RedisClient::Answer& answer) {
            if (!answer.reply)
                return m_done(answer.reply.error());
            if (answer.reply->items.size() != 2)
                return m_done(fail(ErrorKind::Malformed, Say::tr("SCAN gave an answer that cannot be read")));
            take(*answer.reply);
        });
}

void KeyList::take(const RedisReply& page)
{
    m_cursor = page.items[0].text;
    QList<QByteArray> keys;
    for (const RedisReply& key : page.items[1].items) {
        // A key may come twice while the server's table grows.
        if (m_seen.size() < m_scan.atMost && !m_seen.contains(key.text)) {
            m_seen.insert(key.text);
            keys.append(key.text);
        }
    }
    describe(keys);
}

void KeyList::describe(const QList<QByteArray>& keys)
{
    const auto next = [this](const QList<QByteArray>& named, const QList<RedisClient::Answer>& answers) {
        m_found.table.rows += keyRows(named, answers);
        if (m_cursor == "0" && m_seen.size() < m_scan.atMost)
            return finish({});
        if (m_seen.size() >= m_scan.atMost)
            return finish(m_cursor == "0" ? Say::tr("stopped at %1 keys: there may be more").arg(m_scan.atMost)
                                          : Say::tr("stopped at %1 keys: there are probably more").arg(m_scan.atMost));
        if (m_elapsed.elapsed() >= m_time.count())
            return finish(
                Say::tr("stopped after %1 s: there may be more").arg(static_cast<double>(m_time.count()) / 1000));
        start();
    };
    if (keys.isEmpty())
        return next({}, {});
    m_client.batch(keyQuestions(keys), left(), [this, keys, next](const QList<RedisClient::Answer>& answers) {
        if (!answers.last().answered)
            return m_done(answers.last().reply.error());
        next(keys, answers);
    });
}

void KeyList::finish(const QString& cut)
{
    m_found.cut = cut;
    m_found.table.rowCount = m_found.table.rows.size();
    m_found.table.more = !cut.isEmpty();
    m_done(m_found);
}

Milliseconds KeyList::left() const
{
    return std::max(m_deadline - Milliseconds(m_elapsed.elapsed()), Milliseconds(1));
}

}  // namespace cockpit::adapters::redis
