// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystModel.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int syncEverySeconds = 10;
constexpr int reconcileEverySeconds = 5 * 60;
constexpr int tradeEverySeconds = 60;
constexpr int backlogOrderEverySeconds = 8;
constexpr int growthOrderEverySeconds = 10;
constexpr int callsPerSecond = 2;

constexpr qint64 ticks(int seconds)
{
    return seconds * 1'000LL / BytelystModel::tick.count();
}

QString amount(double value)
{
    return QString::number(value, 'g', 12);
}

}  // namespace

BytelystModel::BytelystModel(const Clock& clock, Milliseconds restartDelay)
    : m_time(clock, tick)
    , m_restartDelay(restartDelay)
    , m_now(clock.utcNow())
    , m_startedAt(m_now)
    , m_lastSyncAt(m_now)
    , m_lastReconciliationAt(m_now)
    , m_world(bytelystScene(BytelystFault::None, m_now, {}))
{
}

QStringList BytelystModel::scenarios()
{
    return {
        u"healthy"_s,      u"ghost-position"_s, u"ghost-after-timeout"_s, u"stale-orders"_s,        u"stale-backlog"_s,
        u"stale-growth"_s, u"orders-lost"_s,    u"wrong-project"_s,       u"service-key-rotated"_s, u"supabase-down"_s};
}

QStringList BytelystModel::acts()
{
    return {u"restart-bot"_s,           u"correct-variables"_s, u"cancel-stuck-orders"_s,
            u"cancel-working-orders"_s, u"close-position"_s,    u"supabase-recovers"_s};
}

QString BytelystModel::scenario() const
{
    return scenarios().at(static_cast<qsizetype>(m_fault));
}

void BytelystModel::advance()
{
    m_now = m_time.catchUp([this](const QDateTime& at) { step(at); });
}

void BytelystModel::step(const QDateTime& at)
{
    m_now = at;
    ++m_tickCount;
    if (m_restartEndsAt && m_time.latest() >= *m_restartEndsAt)
        finishRestart();
    fillWorkingOrders();
    if (!restarting()) {
        serveDashboards();
        tradeAsUsual();
        tradeIntoTheFault();
        if (!schedulerStands() && m_lastSyncAt.secsTo(m_now) >= syncEverySeconds)
            synchroniseOrders();
        if (!schedulerStands() && m_lastReconciliationAt.secsTo(m_now) >= reconcileEverySeconds)
            reconcile();
    }
    forgetWhatIsMended();
}

// Now and then a profile adds a share to what it holds, or sells one; the symbols stay the same.
void BytelystModel::tradeAsUsual()
{
    if (m_fault != BytelystFault::None || !reachesData() || m_tickCount % ticks(tradeEverySeconds) != 0)
        return;
    const qint64 round = m_tickCount / ticks(tradeEverySeconds);
    const QString profile = bytelystProfile(round % 4 < 2 ? 0 : 3);
    if (isActive(profile))
        m_world.trade(profile, profile == bytelystProfile(0) ? u"AAPL"_s : u"SPY"_s, round % 2 == 0 ? 1 : -1, m_now);
}

void BytelystModel::tradeIntoTheFault()
{
    const bool backlog = m_fault == BytelystFault::StaleBacklog;
    const bool growth = m_fault == BytelystFault::StaleGrowth;
    const int every = backlog ? backlogOrderEverySeconds : growthOrderEverySeconds;
    if ((!backlog && !growth) || m_tickCount % ticks(every) != 0)
        return;
    const qint64 round = m_tickCount / ticks(every);
    const QStringList profiles = profilesConcerned(m_fault);
    const QString profile = profiles.at(round % profiles.size());
    if (!isActive(profile))
        return;
    const bool buy = round / profiles.size() % 2 == 0;
    const QString symbol = backlog ? u"AAPL"_s : u"ETHUSD"_s;
    m_world.addOrder({profile, symbol, buy ? u"buy"_s : u"sell"_s, 1, u"pending_new"_s,
                      backlog ? u"filled"_s : u"pending_new"_s, m_now});
    if (backlog)
        m_world.broker.hold(symbol, buy ? 1 : -1);
}

void BytelystModel::fillWorkingOrders()
{
    QStringList due;
    for (const BrokerOrder& order : m_world.broker.orders()) {
        if (order.order.status == u"new" && order.fillsAt && *order.fillsAt <= m_now)
            due << order.order.id;
    }
    for (const QString& id : due)
        m_world.broker.setStatus(id, u"filled"_s, m_now);
}

void BytelystModel::serveDashboards()
{
    if (m_tickCount % ticks(1) != 0 || signIn() == SignIn::Accepted)
        return;
    for (int call = 0; call < callsPerSecond; ++call)
        countRefusal();
    if (m_tickCount % ticks(syncEverySeconds) == 0)
        write("WARN", u"[Auth] %1 calls answered with 401 in the last minute"_s.arg(refusalsLastMinute()));
}

bool BytelystModel::reachesData() const
{
    return m_databaseUp && m_running.rightProject && m_running.serviceKey == m_serviceKey;
}

bool BytelystModel::isActive(const QString& profile) const
{
    return m_world.book.profiles.value(profile).status == u"active";
}

void BytelystModel::synchroniseOrders()
{
    m_lastSyncAt = m_now;
    if (m_running.rightProject && !reachesData())
        return write("ERROR",
                     u"[OrderSync] failed: %1"_s.arg(m_databaseUp ? u"Invalid API key"_s : u"connect ECONNREFUSED"_s));
    int asked = 0;
    int changed = 0;
    // With another project's variables it finds that project's tables, where there is nothing.
    const QList<BotOrder> orders = reachesData() ? m_world.book.orders.values() : QList<BotOrder>();
    for (const BotOrder& order : orders) {
        if (isFinalState(order.status) || order.status == u"unknown")
            continue;
        ++asked;
        const BrokerOrder* known = m_world.broker.order(order.id);
        changed += (known ? takeOver(order, known->order.status) : quarantineLost(order)) ? 1 : 0;
    }
    write("INFO", u"[OrderSync] %1 open orders asked, %2 changed"_s.arg(asked).arg(changed));
}

bool BytelystModel::takeOver(const BotOrder& order, const QString& status)
{
    if (order.status == status)
        return false;
    m_world.book.orders[order.id].status = status;
    if (status == u"filled")
        m_world.applyFill(order);
    return true;
}

bool BytelystModel::quarantineLost(const BotOrder& order)
{
    if (order.createdAt.secsTo(m_now) <= 24LL * 3'600)
        return false;
    if (m_fault == BytelystFault::OrdersLost) {
        write("ERROR",
              u"[OrderSync] %1: the broker answered 404, skipped: Cannot read properties of null"_s.arg(order.id));
        return false;
    }
    m_world.book.orders[order.id].status = u"unknown"_s;
    write("WARN", u"[QUARANTINE] %1 is older than 24 h and missing at the exchange: unknown"_s.arg(order.id));
    return true;
}

// Takes over what the exchange filled although the bot had given it up; explains nothing else.
void BytelystModel::reconcile()
{
    m_lastReconciliationAt = m_now;
    if (!reachesData())
        return;
    const QList<BotOrder> orders = m_world.book.orders.values();
    for (const BotOrder& order : orders) {
        const BrokerOrder* known = m_world.broker.order(order.id);
        if (known && known->order.status == u"filled" && order.status != u"unknown" && takeOver(order, u"filled"_s))
            write("WARN", u"[Reconcile] %1: the exchange had filled it, taken over"_s.arg(order.id));
    }
    for (const QString& symbol : m_world.mismatches())
        write("ERROR", u"[Reconcile] %1: exchange %2, bot %3, no order explains it: left for a person"_s.arg(
                           symbol, amount(m_world.broker.position(symbol)), amount(m_world.botPosition(symbol))));
}

bool BytelystModel::mended() const
{
    const auto stuck = [this] {
        return std::any_of(m_world.broker.orders().begin(), m_world.broker.orders().end(),
                           [](const BrokerOrder& order) { return order.order.status == u"pending_new"; });
    };
    const auto works = [this] {
        return std::any_of(m_world.broker.orders().begin(), m_world.broker.orders().end(),
                           [](const BrokerOrder& order) { return order.order.status == u"new"; });
    };
    switch (m_fault) {
    case BytelystFault::GhostPosition: return m_world.mismatches().isEmpty() && !works();
    case BytelystFault::GhostAfterTimeout: return m_world.mismatches().isEmpty();
    case BytelystFault::StaleOrders: return !stuck();
    case BytelystFault::StaleGrowth: {
        const QStringList profiles = profilesConcerned(m_fault);
        return !stuck() && std::none_of(profiles.begin(), profiles.end(),
                                        [this](const QString& profile) { return isActive(profile); });
    }
    case BytelystFault::OrdersLost: return m_world.staleOrders(m_now).isEmpty();
    case BytelystFault::WrongProject: return m_running.rightProject;
    case BytelystFault::ServiceKeyRotated: return m_running.serviceKey == m_serviceKey;
    default: return false;
    }
}

void BytelystModel::forgetWhatIsMended()
{
    if (mended())
        m_fault = BytelystFault::None;
}

}  // namespace cockpit
