// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresLink.h"

#include <QCoreApplication>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

namespace cockpit::adapters::postgres {

/// One connection with a thread of its own, for libpq blocks. Jobs run there one after the other; their futures finish
/// on the session's thread. Thread: the engine's.
class PostgresSession : public QObject
{
    Q_OBJECT

public:
    PostgresSession();
    /// Stops the running job; what is still open ends with Cancelled.
    ~PostgresSession() override;

    /// Runs `job(link, bounds)` on the worker. Beyond the deadline, the time it may wait for a decision (`pause`) and
    /// the time to clean up, the future ends with TimedOut even if the worker hangs (in the resolver, for example).
    template <typename T>
    QFuture<Result<T>> perform(Milliseconds deadline, std::function<Result<T>(PostgresLink&, const Bounds&)> job,
                               Milliseconds pause = Milliseconds(0))
    {
        auto pending = std::make_shared<PendingJob<T>>();
        QFuture<Result<T>> future = pending->promise.future();
        const Bounds bounds{QDeadlineTimer(deadline), std::make_shared<Interrupt>()};
        begin(pending, bounds, deadline + pause);
        const auto work = [link = m_link, relay = m_relay, pending, bounds, job = std::move(job)] {
            auto result = std::make_shared<Result<T>>(job(*link, bounds));
            QMetaObject::invokeMethod(relay.get(), [pending, result] { pending->settle(std::move(*result)); });
        };
        QMetaObject::invokeMethod(m_worker, work);
        return future;
    }

    /// Asks the server to stop what the running job is doing.
    void cancel();

private:
    struct Pending {
        virtual ~Pending() = default;
        virtual void abandon(const Error& error) = 0;
        bool settled = false;
        std::shared_ptr<Interrupt> interrupt;
    };

    template <typename T>
    struct PendingJob final : Pending {
        PendingJob() { promise.start(); }
        void settle(Result<T> result)
        {
            if (settled)
                return;
            settled = true;
            promise.addResult(std::move(result));
            promise.finish();
        }
        void abandon(const Error& error) override { settle(error); }
        QPromise<Result<T>> promise;
    };

    void begin(const std::shared_ptr<Pending>& pending, const Bounds& bounds, Milliseconds deadline);

    std::shared_ptr<PostgresLink> m_link;
    std::shared_ptr<QObject> m_relay;  ///< lives on the session's thread; may outlive it while the worker hangs
    QThread* m_thread = nullptr;
    QObject* m_worker = nullptr;
    std::vector<std::weak_ptr<Pending>> m_pending;
};

}  // namespace cockpit::adapters::postgres
