// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisContent.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace cockpit::adapters::redis {

namespace {

constexpr qsizetype pageSize = 500;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RedisStep)
};

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1);
}

}  // namespace

QJsonArray savedToJson(const QList<SavedKey>& saved)
{
    QJsonArray json;
    for (const SavedKey& one : saved)
        json.append(
            QJsonArray{QString::fromLatin1(one.key.toHex()), one.expires, QString::fromLatin1(one.payload.toHex())});
    return json;
}

Result<QList<SavedKey>> savedFromJson(const QJsonArray& json)
{
    QList<SavedKey> saved;
    for (const QJsonValue entry : json) {
        const QJsonArray words = entry.toArray();
        const SavedKey one{QByteArray::fromHex(words.at(0).toString().toLatin1()), words.at(1).toInteger(-1),
                           QByteArray::fromHex(words.at(2).toString().toLatin1())};
        if (words.size() != 3 || one.expires < 0 || one.payload.isEmpty())
            return fail(ErrorKind::Malformed,
                        Say::tr("The saved content of a Redis key is damaged, so nothing is put back"));
        saved.append(one);
    }
    return saved;
}

ContentSaver::ContentSaver(RedisClient& client, SaveBudget budget, Done done)
    : m_client(client)
    , m_budget(budget)
    , m_done(std::move(done))
{
    m_elapsed.start();
}

void ContentSaver::saveKeys(const QList<QByteArray>& keys)
{
    m_waiting = keys;
    weigh();
}

void ContentSaver::saveDatabase()
{
    m_scanned = false;
    scan();
}

void ContentSaver::scan()
{
    m_client.command({"SCAN", m_cursor, "COUNT", QByteArray::number(pageSize)}, left(),
                     [this](const RedisClient::Answer& answer) {
                         if (failed({answer}))
                             return;
                         if (answer.reply->items.size() != 2)
                             return giveUp(Say::tr("SCAN gave an answer that cannot be read"));
                         m_cursor = answer.reply->items[0].text;
                         m_scanned = m_cursor == "0";
                         for (const RedisReply& key : answer.reply->items[1].items) {
                             if (m_seen.contains(key.text))
                                 continue;
                             m_seen.insert(key.text);
                             m_waiting.append(key.text);
                         }
                         if (m_seen.size() > SaveBudget::keys)
                             return giveUp(Say::tr("there are more than %1 keys").arg(SaveBudget::keys));
                         weigh();
                     });
}

// DUMP of a huge key would hold the server up and fill the cockpit's memory: its size is asked first.
void ContentSaver::weigh()
{
    if (m_waiting.isEmpty())
        return m_scanned ? finish(m_saved) : scan();
    if (m_waiting.size() > SaveBudget::keys)
        return giveUp(Say::tr("there are more than %1 keys").arg(SaveBudget::keys));
    const QList<QByteArray> page = m_waiting.mid(0, pageSize);
    m_waiting.remove(0, page.size());
    QList<Arguments> questions{Arguments{"WATCH"} + page};
    for (const QByteArray& key : page)
        questions.append({"MEMORY", "USAGE", key});
    m_client.batch(questions, left(), [this, page](const QList<RedisClient::Answer>& answers) {
        if (!answers.last().answered || !answers.first().reply) {
            failed(answers);
            return;
        }
        qint64 weight = m_bytes;
        // A user who may not ask for sizes is held to what DUMP brings.
        for (const RedisClient::Answer& answer : answers.mid(1))
            weight += answer.reply ? answer.reply->integer : 0;
        if (weight > SaveBudget::bytes)
            return giveUp(Say::tr("the content is larger than %1").arg(sizeText(SaveBudget::bytes)));
        read(page);
    });
}

void ContentSaver::read(const QList<QByteArray>& page)
{
    QList<Arguments> questions;
    for (const QByteArray& key : page)
        questions << Arguments{"DUMP", key} << Arguments{"PEXPIRETIME", key};
    m_client.batch(questions, left(), [this, page](const QList<RedisClient::Answer>& answers) {
        if (failed(answers))
            return;
        for (qsizetype i = 0; i < page.size(); ++i) {
            const RedisReply& dump = *answers.at(2 * i).reply;
            const qint64 expires = answers.at(2 * i + 1).reply->integer;
            // Gone by itself since it was named: nothing to save, and WATCH tells should it come back.
            if (dump.kind != RedisReply::Kind::Text || expires < -1)
                continue;
            m_bytes += dump.text.size();
            m_saved.keys.append({page.at(i), std::max<qint64>(expires, 0), dump.text});
        }
        if (m_bytes > SaveBudget::bytes)
            return giveUp(Say::tr("the content is larger than %1").arg(sizeText(SaveBudget::bytes)));
        weigh();
    });
}

/// An error reply means that this server or user cannot save; a lost connection ends the step.
bool ContentSaver::failed(const QList<RedisClient::Answer>& answers)
{
    const auto bad =
        std::find_if(answers.begin(), answers.end(), [](const RedisClient::Answer& answer) { return !answer.reply; });
    if (bad == answers.end()) {
        if (m_elapsed.elapsed() < m_budget.time.count())
            return false;
        giveUp(Say::tr("saving it took longer than %1 s").arg(static_cast<double>(m_budget.time.count()) / 1000));
        return true;
    }
    if (answers.last().answered)
        giveUp(safeLine(bad->reply.error().message));
    else
        finish(bad->reply.error());
    return true;
}

void ContentSaver::giveUp(const QString& why)
{
    m_client.command({"UNWATCH"}, left(), [this, why](const RedisClient::Answer& answer) {
        if (!answer.answered)
            return finish(answer.reply.error());
        finish(Saved{{}, why});
    });
}

Milliseconds ContentSaver::left() const
{
    // At least a moment beyond its own budget: running out of that must not cost the connection.
    return std::max(m_budget.time - Milliseconds(m_elapsed.elapsed()), Milliseconds(0)) + m_budget.time;
}

void ContentSaver::finish(const Result<Saved>& result)
{
    if (const Done done = std::exchange(m_done, {}))
        done(result);
}

}  // namespace cockpit::adapters::redis
