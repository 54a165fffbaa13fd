// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisReply.h"
#include "adapters/redis/RedisSettings.h"
#include "core/base/Clock.h"

#include <QObject>
#include <QQueue>
#include <QSslSocket>
#include <QTimer>

#include <functional>

namespace cockpit::adapters::redis {

using Arguments = QList<QByteArray>;

/// One connection to one Redis database, by events, without a thread. Connects, logs in and selects the database by
/// itself before the first command. Any failure of the connection ends everything that waits for an answer; the next
/// command connects again. An error reply ends only its own command. Thread: the engine's.
class RedisClient : public QObject
{
    Q_OBJECT

public:
    /// How one command ended. Sent but not answered: its effect is not known.
    struct Answer {
        Result<RedisReply> reply;
        bool sent = false;
        bool answered = false;  ///< the server answered, be it with an error reply
    };
    using Callback = std::function<void(const Answer&)>;
    using BatchCallback = std::function<void(const QList<Answer>&)>;

    explicit RedisClient(RedisSettings settings, QObject* parent = nullptr);
    ~RedisClient() override;

    const RedisSettings& settings() const { return m_settings; }
    bool isReady() const { return m_ready; }  ///< connected, logged in and database selected
    /// An error that came inside another reply, in plain words.
    Error errorOf(const RedisReply& reply) const;

    /// Runs it after what was sent before. The callback comes exactly once, by the deadline, never from within this
    /// call. Errors: Unreachable, TimedOut, Refused (certificate), TooLarge, Malformed, Unauthorized and others by the
    /// reply.
    void command(const Arguments& arguments, Milliseconds deadline, const Callback& callback);

    /// Several in one go, not waiting between them; one answer each, in order.
    void batch(const QList<Arguments>& commands, Milliseconds deadline, const BatchCallback& callback);

    /// Drops the connection; what waits ends with Cancelled.
    void abort();

private:
    struct Entry {
        QList<Arguments> commands;
        BatchCallback callback;
        QDeadlineTimer until;
        bool sent = false;
        qsizetype count = 0;  ///< of answers to come in all
        QList<Answer> answers{};
    };

    void connectNow();
    void greet();
    void greeted(const Answer& answer, bool last);
    void send(Entry& entry);
    void sendWaiting();
    void read();
    void settle(const RedisReply& reply);
    void failSoon();
    void failAll(const Error& error);
    void arm();
    Error socketError() const;
    Error certificateError() const;

    RedisSettings m_settings;
    QSslSocket m_socket;
    std::unique_ptr<RedisParser> m_parser;
    QQueue<Entry> m_queue;  ///< greeting first while it is under way, then commands in order
    QTimer m_timer;
    bool m_ready = false;    ///< logged in and database selected
    bool m_failing = false;  ///< a failure of the socket is about to be dealt with
};

}  // namespace cockpit::adapters::redis
