// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/FeedPoller.h"

namespace cockpit {

namespace {

constexpr Milliseconds pollEvery{10'000};
constexpr Milliseconds pollDeadline{5'000};

}  // namespace

FeedPoller::FeedPoller(const Clock& clock, const AdapterRegistry& registry, ConnectionResolver& connections,
                       QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_registry(registry)
    , m_connections(connections)
{
}

void FeedPoller::add(const Playbook& playbook)
{
    for (const ConnectionSlot& slot : playbook.connections) {
        if (m_registry.alertFeeds.count(slot.kind) == 0)
            continue;
        Feed feed;
        feed.platform = playbook.id;
        feed.connectionId = playbook.id + QLatin1Char('/') + slot.id;
        feed.kind = slot.kind;
        m_feeds[feed.connectionId] = feed;
    }
}

void FeedPoller::tick()
{
    for (auto& [id, feed] : m_feeds) {
        if (!feed.inFlight && m_clock.monotonicNow() >= feed.nextDue)
            poll(feed);
    }
}

void FeedPoller::pollSoon()
{
    for (auto& [id, feed] : m_feeds)
        feed.nextDue = Milliseconds{0};
}

FeedPoller::State FeedPoller::state(const QString& platform) const
{
    State all;
    for (const auto& [id, feed] : m_feeds) {
        if (feed.platform != platform)
            continue;
        all.alerts += feed.state.alerts;
        if (all.problem.isEmpty())
            all.problem = feed.state.problem;
    }
    return all;
}

void FeedPoller::poll(Feed& feed)
{
    feed.nextDue = m_clock.monotonicNow() + pollEvery;
    // A slot that nobody has bound is not a problem: the platform simply has no feed on this workstation.
    if (!m_connections.find(feed.connectionId))
        return;
    feed.inFlight = true;
    const QString id = feed.connectionId;
    m_connections.resolve(id).then(this, [this, id](const Result<ResolvedConnection>& connection) {
        Feed& resolved = m_feeds.at(id);
        if (!connection) {
            end(resolved, connection.error());
            return;
        }
        m_registry.alertFeeds.at(resolved.kind)
            ->poll(*connection, pollDeadline)
            .then(this, [this, id](const Result<QList<ExternalAlert>>& alerts) { end(m_feeds.at(id), alerts); });
    });
}

void FeedPoller::end(Feed& feed, const Result<QList<ExternalAlert>>& alerts)
{
    feed.inFlight = false;
    if (!alerts) {
        feed.state.problem = alerts.error().message;
        return;
    }
    feed.state.problem.clear();
    feed.state.alerts = *alerts;
    emit alertsArrived(feed.platform, *alerts);
}

}  // namespace cockpit
