// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/PostgresSession.h"

#include <QTimer>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

/// After the deadline: time for the cancel, the rollback or the commit's own answer.
constexpr Milliseconds cleanUp{10'000};
constexpr int stopPatienceMs = 2'000;

}  // namespace

PostgresSession::PostgresSession()
    : m_link(std::make_shared<PostgresLink>())
    , m_relay(new QObject, [](QObject* relay) { relay->deleteLater(); })
    , m_thread(new QThread)
    , m_worker(new QObject)
{
    m_thread->setObjectName(QStringLiteral("postgres"));
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

PostgresSession::~PostgresSession()
{
    cancel();
    m_thread->quit();
    if (m_thread->wait(stopPatienceMs))
        delete m_thread;
    else
        connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    for (const auto& entry : m_pending) {
        if (const auto pending = entry.lock())
            pending->abandon(fail(ErrorKind::Cancelled, tr("The connection was closed")));
    }
}

void PostgresSession::begin(const std::shared_ptr<Pending>& pending, const Bounds& bounds, Milliseconds deadline)
{
    pending->interrupt = bounds.interrupt;
    m_pending.erase(
        std::remove_if(m_pending.begin(), m_pending.end(), [](const auto& entry) { return entry.expired(); }),
        m_pending.end());
    m_pending.push_back(pending);
    QTimer::singleShot(deadline + cleanUp, this, [guarded = std::weak_ptr<Pending>(pending)] {
        if (const auto hanging = guarded.lock())
            hanging->abandon(fail(ErrorKind::TimedOut, tr("The database connection hangs; it was given up")));
    });
}

void PostgresSession::cancel()
{
    for (const auto& entry : m_pending) {
        if (const auto pending = entry.lock(); pending && !pending->settled)
            pending->interrupt->raise();
    }
}

}  // namespace cockpit::adapters::postgres
