// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisIdentity.h"
#include "adapters/redis/RedisKeys.h"
#include "adapters/redis/RedisPlan.h"
#include "adapters/redis/RedisWarm.h"
#include "core/runbook/StepExecutor.h"

#include <QElapsedTimer>

#include <memory>

namespace cockpit::adapters::redis {

/// One step under way: who answers is compared with who was shown, the count with what was approved, and what is to be
/// deleted is saved first. A command that changes something and got no answer ends as "outcome unknown": Redis takes
/// nothing back.
///
/// What is atomic: keys that were saved are WATCHed from before they are read until the deletion, which runs as
/// MULTI/EXEC: a change of one of them in between ends it and deletes nothing. For FLUSHDB and FLUSHALL the number of
/// keys is compared once more inside a script of that same transaction, so that a key that came in between ends it too.
/// What is not: where scripts are not permitted, the number is compared one round trip before. Where nothing could be
/// saved, only the number is compared. And DUMP reads a page of keys at a time: the contents are those of each key at
/// the deletion, but the server is not halted in between.
class RedisExecution final : public StepExecution
{
    Q_OBJECT

public:
    RedisExecution(ConnectionResolver& connections, const ResolvedStep& step, std::shared_ptr<WarmConnections> warm);

    void cancel() override;
    void settle(bool goOn) override;

private:
    void begin(const Result<ResolvedConnection>& connection);
    void attempt();
    bool mayShare() const { return m_plan.danger == Danger::Read && !m_plan.run.isEmpty(); }
    bool askWarm(const RedisSettings& settings);
    void answeredWarm(const QList<RedisClient::Answer>& answers);
    bool isWhoWasShown(const RedisIdentity& identity);
    void met(const Result<RedisIdentity>& identity, const QList<RedisClient::Answer>& more);
    bool isAdmitted(const RedisIdentity& identity, const QList<RedisClient::Answer>& more);
    void list();

    // RedisDeletion.cpp: what is counted, saved and held before it is deleted, and what is put back
    void count();
    void counted(const QList<RedisClient::Answer>& answers);
    void save(const RedisReply& counted);
    void saved(const Result<ContentSaver::Saved>& saved);
    void hold(const QList<SavedKey>& keys, const QString& missing);
    Arguments finalCommand() const;
    void send();
    void sendWatched();
    void concludeTransaction(const QList<RedisClient::Answer>& answers);
    void putBack();
    void putBackNow(qint64 now);
    void concludePutBack(const QList<RedisClient::Answer>& answers, qint64 expired);
    QString mismatchText(qint64 now) const;

    void conclude(const RedisClient::Answer& answer);
    void concludeReply(const RedisReply& reply);
    bool retry(const Error& error);
    Milliseconds left() const;
    void finish(StepState state, const QString& summary);
    void finish(StepOutcome outcome);

    ResolvedStep m_step;
    RedisPlan m_plan;
    std::shared_ptr<WarmConnections> m_warm;
    std::unique_ptr<RedisClient> m_client;
    QHash<QByteArray, CommandFacts> m_facts;  ///< what the server said on this connection
    std::unique_ptr<KeyList> m_list;
    std::unique_ptr<ContentSaver> m_saver;
    QElapsedTimer m_elapsed;
    int m_attempts = 0;
    qint64 m_count = -1;      ///< of keys just before
    bool m_scripts = false;   ///< EVAL may be used
    bool m_watching = false;  ///< what is deleted was saved and is watched
    bool m_holding = false;   ///< settle() is to come
    QString m_saveMissing;    ///< saving has failed once and is not tried again
    bool m_finished = false;
};

}  // namespace cockpit::adapters::redis
