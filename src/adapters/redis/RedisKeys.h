// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisPlan.h"
#include "core/runbook/ResultTable.h"

#include <QElapsedTimer>
#include <QSet>

namespace cockpit::adapters::redis {

/// A key's name as a person can read it; bytes that are not UTF-8 as \xNN.
QString keyText(const QByteArray& key);

/// TYPE and PTTL of each key, for RedisClient::batch(), and a row [key, type, seconds left] for each from the answers.
/// A key that is not there has the type "none".
QList<Arguments> keyQuestions(const QList<QByteArray>& keys);
QList<ResultTable::Row> keyRows(const QList<QByteArray>& keys, const QList<RedisClient::Answer>& answers);

/// Lists keys with type and time to live by SCAN, a page at a time, so that the server is never held up: until all are
/// there, or as many as asked for, or the time is over.
class KeyList final : public QObject
{
    Q_OBJECT

public:
    struct Found {
        ResultTable table;
        QString cut;  ///< why there may be more; empty: these are all
    };
    using Done = std::function<void(const Result<Found>&)>;

    /// Destroying it ends it without a word.
    KeyList(RedisClient& client, RedisPlan::Scan scan, Milliseconds time, Milliseconds deadline, Done done);

    void start();

private:
    void take(const RedisReply& page);
    void describe(const QList<QByteArray>& keys);
    void finish(const QString& cut);
    Milliseconds left() const;

    RedisClient& m_client;
    RedisPlan::Scan m_scan;
    Milliseconds m_time;
    Milliseconds m_deadline;
    Done m_done;
    QElapsedTimer m_elapsed;
    QByteArray m_cursor = "0";
    QSet<QByteArray> m_seen;
    Found m_found;
};

}  // namespace cockpit::adapters::redis
