// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What breaks the platform, and what people do to it.
#include "simulator/justtrades/JustTradesModel.h"

#include "simulator/SimulatedPlatform.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds feedDelay{12 * 60'000};
constexpr int syncStandsSeconds = 14 * 60;
constexpr int membersStuck = 3;
constexpr int resendsPending = 14;
constexpr int orphansLeft = 2;

}  // namespace

QStringList JustTradesModel::scenarios()
{
    return {u"healthy"_s,         u"workers-dead"_s,   u"queue-growing"_s,  u"prices-stale"_s,
            u"token-expired"_s,   u"tokens-expired"_s, u"orders-refused"_s, u"latency-high"_s,
            u"orphaned-orders"_s, u"whop-stuck"_s,     u"stale-records"_s,  u"bad-release"_s};
}

QString JustTradesModel::scenario() const
{
    return scenarios().at(static_cast<qsizetype>(m_fault));
}

QString JustTradesModel::releaseOf(Fault fault)
{
    switch (fault) {
    case Fault::OrdersRefused: return u"rounding"_s;
    case Fault::LatencyHigh: return u"waiting"_s;
    case Fault::BadRelease: return u"order-path"_s;
    default: return u"current"_s;
    }
}

Status JustTradesModel::setScenario(const QString& name)
{
    const qsizetype index = scenarios().indexOf(name);
    if (index < 0)
        return unknownWord(name, scenarios());
    advance();
    m_fault = static_cast<Fault>(index);
    m_release = releaseOf(m_fault);
    m_deploying.clear();
    const bool members = m_fault == Fault::MembersStuck;
    m_memberSyncStopped = members;
    m_lastSyncAt = members ? m_now.addSecs(-syncStandsSeconds) : m_now;
    m_stuckMembers = members ? membersStuck : 0;
    m_pendingResends = members ? resendsPending : 0;
    m_orphans = reconciles() ? 0 : orphansLeft;
    m_lastReconciliationAt = m_now;
    if (m_fault == Fault::PricesStale)
        delayPrices();
    else
        movePrices();
    return Done{};
}

void JustTradesModel::delayPrices()
{
    for (SimulatedPrice& price : m_prices)
        price.updated = m_now.addMSecs(-feedDelay.count());
}

QStringList JustTradesModel::acts()
{
    return {u"restart"_s,       u"reauthorize"_s,        u"renew-session"_s,
            u"mend-rounding"_s, u"resend-activations"_s, u"cancel-orphans"_s};
}

Status JustTradesModel::act(const QString& name)
{
    switch (acts().indexOf(name)) {
    case 0: restart(); return Done{};
    case 1: reauthorize(); return Done{};
    case 2: renewSession(); return Done{};
    case 3: mendRounding(); return Done{};
    case 4: resendActivations(); return Done{};
    case 5: cancelOrphans(); return Done{};
    default: return unknownWord(name, acts());
    }
}

void JustTradesModel::restart()
{
    advance();
    if (!m_restartEndsAt)
        m_restartEndsAt = m_time.latest() + m_restartDelay;
}

void JustTradesModel::deploy(const QString& release)
{
    restart();
    m_deploying = release;
}

// A new process has its workers, its threads and an empty memory; it has no new code and no new sessions.
void JustTradesModel::finishRestart()
{
    m_restartEndsAt.reset();
    m_startedAt = m_now;
    m_processed = 0;
    m_failureCount = 0;
    m_dedupEntries = 0;
    if (m_memberSyncStopped) {
        m_memberSyncStopped = false;
        m_lastSyncAt = m_now;
    }
    if (m_fault == Fault::WorkersDead || m_fault == Fault::QueueGrowing || m_fault == Fault::OrphanedOrders)
        m_fault = Fault::None;
    if (m_fault == Fault::MembersStuck && m_stuckMembers == 0)
        m_fault = Fault::None;
    const QString release = std::exchange(m_deploying, {});
    if (release.isEmpty() || release == m_release)
        return;
    m_release = release;
    for (const Fault fault : {Fault::OrdersRefused, Fault::LatencyHigh, Fault::BadRelease}) {
        if (m_fault == fault && release != releaseOf(fault))
            m_fault = Fault::None;
        else if (m_fault == Fault::None && release == releaseOf(fault))
            m_fault = fault;
    }
}

void JustTradesModel::reauthorize()
{
    advance();
    if (tokenExpired())
        m_fault = Fault::None;
}

void JustTradesModel::renewSession()
{
    advance();
    m_sessionUpdatedAt = m_now;
    if (m_fault == Fault::PricesStale) {
        m_fault = Fault::None;
        movePrices();
    }
}

void JustTradesModel::mendRounding()
{
    if (m_release == releaseOf(Fault::OrdersRefused))
        deploy(u"current"_s);
}

void JustTradesModel::resendActivations()
{
    advance();
    m_resent += m_pendingResends;
    m_stuckMembers = 0;
    m_pendingResends = 0;
    if (m_fault == Fault::MembersStuck && syncsMembers())
        m_fault = Fault::None;
}

void JustTradesModel::cancelOrphans()
{
    advance();
    m_orphans = 0;
}

void JustTradesModel::reconcile()
{
    m_lastReconciliationAt = m_now;
    m_orphans = reconciles() ? 0 : orphansLeft;
}

void JustTradesModel::noteRecordsClosed()
{
    if (awaitsRecords())
        m_fault = Fault::None;
}

int JustTradesModel::runMigrations()
{
    advance();
    ++m_migrationsRun;
    return std::exchange(m_orphanedOrders, 0);
}

}  // namespace cockpit
