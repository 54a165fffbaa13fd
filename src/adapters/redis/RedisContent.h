// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisClient.h"
#include "core/runbook/UndoCapsule.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace cockpit::adapters::redis {

/// One key with its content, as DUMP gave it.
struct SavedKey {
    QByteArray key;
    qint64 expires = 0;  ///< milliseconds since 1970, 0: never
    QByteArray payload;
};

/// As the internal step parameter `restore`: a list of [key hex, expiry, payload hex].
QJsonArray savedToJson(const QList<SavedKey>& saved);
/// Errors: Malformed.
Result<QList<SavedKey>> savedFromJson(const QJsonArray& json);

/// What may be saved before a deletion; more than that and there is no undo.
struct SaveBudget {
    static constexpr qint64 keys = 10'000;
    static constexpr qint64 bytes = 16 * 1024 * 1024;
    Milliseconds time;
};

/// Saves keys with their contents and expiries before they are deleted, over the connection that will delete them. Each
/// key is WATCHed before it is read, so that a MULTI/EXEC on that connection deletes exactly what was saved or nothing.
class ContentSaver final : public QObject
{
    Q_OBJECT

public:
    /// What came of it: either everything is saved and watched, or `missing` says why not (then nothing is watched).
    struct Saved {
        QList<SavedKey> keys;
        QString missing;
    };
    using Done = std::function<void(const Result<Saved>&)>;

    /// `done` comes exactly once, never from within a call. Errors: those of RedisClient when the connection is lost.
    ContentSaver(RedisClient& client, SaveBudget budget, Done done);

    void saveKeys(const QList<QByteArray>& keys);
    void saveDatabase();

private:
    void scan();
    void weigh();
    void read(const QList<QByteArray>& page);
    void giveUp(const QString& why);
    void finish(const Result<Saved>& result);
    Milliseconds left() const;
    bool failed(const QList<RedisClient::Answer>& answers);

    RedisClient& m_client;
    SaveBudget m_budget;
    Done m_done;
    QElapsedTimer m_elapsed;
    QByteArray m_cursor = "0";
    bool m_scanned = true;  ///< no more keys to come from SCAN
    QList<QByteArray> m_waiting;
    QSet<QByteArray> m_seen;
    Saved m_saved;
    qint64 m_bytes = 0;
};

}  // namespace cockpit::adapters::redis
