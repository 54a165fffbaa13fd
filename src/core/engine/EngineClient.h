// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Engine.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>

#include <type_traits>

namespace cockpit {

template <typename T>
struct IsFuture : std::false_type {
};
template <typename T>
struct IsFuture<QFuture<T>> : std::true_type {
    using Inner = T;
};

/// The window's side of the engine: the last snapshot, and a way to call the engine without waiting.
/// Thread: the one it was made on (the GUI's).
class EngineClient : public QObject
{
    Q_OBJECT

public:
    /// `actor` is written into every event a person causes ("ops-3/maria").
    EngineClient(Engine& engine, QString actor, QObject* parent = nullptr);

    const Snapshot& snapshot() const { return m_snapshot; }
    const QString& actor() const { return m_actor; }

    /// Runs `work(Engine&)` on the engine's thread. The future carries what it returns (a future is unwrapped).
    /// Continue with `.then(this, …)` to be back on this thread; a continuation whose context is gone is dropped.
    ///   client.call([=](Engine& e) { return e.acknowledge(id, actor); }).then(this, [](Status s) { … });
    template <typename Work>
    auto call(Work work)
    {
        using Returned = std::invoke_result_t<Work, Engine&>;
        if constexpr (IsFuture<Returned>::value) {
            using Inner = typename IsFuture<Returned>::Inner;
            auto promise = std::make_shared<QPromise<Inner>>();
            promise->start();
            QFuture<Inner> future = promise->future();
            QMetaObject::invokeMethod(&m_engine, [this, promise, work = std::move(work)]() mutable {
                work(m_engine).then(&m_engine, [promise](Inner value) {
                    promise->addResult(std::move(value));
                    promise->finish();
                });
            });
            return future;
        } else {
            auto promise = std::make_shared<QPromise<Returned>>();
            promise->start();
            QFuture<Returned> future = promise->future();
            QMetaObject::invokeMethod(&m_engine, [this, promise, work = std::move(work)]() mutable {
                promise->addResult(work(m_engine));
                promise->finish();
            });
            return future;
        }
    }

signals:
    void snapshotChanged(const cockpit::Snapshot& snapshot);
    void eventsAppended(const QList<cockpit::Event>& events);
    void stepOutput(const QString& run, const QString& step, const QString& text);

public slots:
    /// Takes over a snapshot; connected to the engine, and called directly by tests of panels.
    void applySnapshot(const cockpit::Snapshot& snapshot);

private:
    Engine& m_engine;
    QString m_actor;
    Snapshot m_snapshot;
};

}  // namespace cockpit
