// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystModel.h"

#include "simulator/SimulatedPlatform.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t remembered = 200;
// A working exit meets the market so long after its position was closed by hand.
constexpr int exitFillsAfterSeconds = 1;
constexpr int refusalWindowSeconds = 60;

}  // namespace

Status BytelystModel::setScenario(const QString& name)
{
    const qsizetype index = scenarios().indexOf(name);
    if (index < 0)
        return unknownWord(name, scenarios());
    advance();
    m_fault = static_cast<BytelystFault>(index);
    m_world = bytelystScene(m_fault, m_now, m_world);
    ++m_edition;
    // The next reconciliation is as far away as it can be.
    m_lastReconciliationAt = m_now;
    if (m_fault == BytelystFault::ServiceKeyRotated)
        ++m_serviceKey;
    else
        m_host.serviceKey = m_serviceKey;
    m_host.rightProject = m_fault != BytelystFault::WrongProject;
    m_running = m_host;
    m_recentRefusals.clear();
    return Done{};
}

Status BytelystModel::act(const QString& name)
{
    advance();
    switch (acts().indexOf(name)) {
    case 0: restart(); break;
    case 1: m_host = {true, m_serviceKey}; break;
    case 2: cancelWhere([](const BrokerOrder& order) { return order.order.status == u"pending_new"; }); break;
    case 3:
        cancelWhere([held = m_world.ghosts()](const BrokerOrder& order) {
            return order.order.status == u"new" && held.contains(order.order.symbol);
        });
        break;
    case 4: closeGhosts(); break;
    case 5:
        if (m_fault == BytelystFault::SupabaseDown)
            m_fault = BytelystFault::None;
        break;
    default: return unknownWord(name, acts());
    }
    forgetWhatIsMended();
    return Done{};
}

void BytelystModel::restart()
{
    if (!m_restartEndsAt)
        m_restartEndsAt = m_time.latest() + m_restartDelay;
}

void BytelystModel::finishRestart()
{
    m_restartEndsAt.reset();
    m_startedAt = m_now;
    m_refusals = 0;
    m_recentRefusals.clear();
    m_running = m_host;
    if (schedulerStands())
        m_fault = BytelystFault::None;
    write("INFO", u"bytelyst-trading-bot-service started"_s);
    synchroniseOrders();
    reconcile();
}

Milliseconds BytelystModel::restartRemaining() const
{
    return m_restartEndsAt ? *m_restartEndsAt - m_time.latest() : Milliseconds{0};
}

void BytelystModel::cancelWhere(const std::function<bool(const BrokerOrder&)>& wanted)
{
    QStringList ids;
    for (const BrokerOrder& order : m_world.broker.orders()) {
        if (wanted(order))
            ids << order.order.id;
    }
    for (const QString& id : ids)
        m_world.broker.setStatus(id, u"canceled"_s, m_now);
}

// An exit that still works at the exchange finds nothing left to close, is filled all the same and turns the position
// around.
void BytelystModel::closeGhosts()
{
    for (const QString& symbol : m_world.ghosts()) {
        m_world.broker.hold(symbol, -m_world.broker.position(symbol));
        const QMap<QString, BrokerOrder> orders = m_world.broker.orders();
        for (const BrokerOrder& order : orders) {
            if (order.order.symbol == symbol && order.order.status == u"new")
                m_world.broker.setFillsAt(order.order.id, m_now.addSecs(exitFillsAfterSeconds));
        }
    }
}

BytelystModel::SignIn BytelystModel::signIn() const
{
    if (!supabaseUp())
        return SignIn::Unavailable;
    if (!m_running.rightProject)
        return SignIn::WrongProject;
    return m_running.serviceKey == m_serviceKey ? SignIn::Accepted : SignIn::KeyRefused;
}

QStringList BytelystModel::degraded() const
{
    QStringList fields;
    if (!m_databaseUp)
        fields << u"database: connect ECONNREFUSED"_s;
    if (signIn() == SignIn::Unavailable)
        fields << u"supabase: 503 from /auth/v1/health"_s;
    else if (signIn() == SignIn::KeyRefused)
        fields << u"supabase: Invalid API key"_s;
    return fields;
}

void BytelystModel::countRefusal()
{
    ++m_refusals;
    m_recentRefusals.push_back(m_now);
    while (m_recentRefusals.front().secsTo(m_now) >= refusalWindowSeconds)
        m_recentRefusals.pop_front();
}

qsizetype BytelystModel::refusalsLastMinute() const
{
    return std::count_if(m_recentRefusals.begin(), m_recentRefusals.end(),
                         [this](const QDateTime& at) { return at.secsTo(m_now) < refusalWindowSeconds; });
}

void BytelystModel::write(const char* level, const QString& text)
{
    m_log.push_back({m_now, level, text});
    if (m_log.size() > remembered)
        m_log.pop_front();
}

}  // namespace cockpit
