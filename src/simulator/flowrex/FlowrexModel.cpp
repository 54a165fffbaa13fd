// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexModel.h"

#include "simulator/SimulatedPlatform.h"

#include <algorithm>
#include <cmath>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double secondsPerTick = static_cast<double>(FlowrexModel::tick.count()) / 1'000;
constexpr double browsers = 240;
constexpr std::size_t remembered = 4'000;
constexpr int instanceMiB = 400;
constexpr int otherServicesMiB = 1'560;
constexpr double leakPerTickMiB = 120;
constexpr double mostLeakedMiB = 3'900;
constexpr double processors = 4;
// A request that gets no connection waits this long: some are served in the end, the others give up.
constexpr double starvedSeconds = 12;

}  // namespace

FlowrexModel::FlowrexModel(const Clock& clock, Milliseconds restartDelay)
    : m_time(clock, tick)
    , m_restartDelay(restartDelay)
    , m_now(clock.utcNow())
    , m_startedAt(m_now)
    , m_version(releases().at(1))
{
}

QStringList FlowrexModel::scenarios()
{
    return {u"healthy"_s,         u"pool-exhausted"_s,   u"pool-blocked"_s,         u"release-failing"_s,
            u"release-broken"_s,  u"market-data-down"_s, u"trades-failing"_s,       u"websocket-proxy"_s,
            u"websocket-stall"_s, u"memory-leak"_s,      u"certificate-expiring"_s, u"certificate-expired"_s,
            u"cache-hung"_s,      u"backend-stopped"_s};
}

QStringList FlowrexModel::releases()
{
    return {u"2.12.5"_s, u"2.13.2"_s, u"2.14.0"_s};
}

const QList<FlowrexModel::Endpoint>& FlowrexModel::endpoints()
{
    static const QList<Endpoint> all{{"GET", "/api/v1/strategies", true},
                                     {"GET", "/api/v1/market-data", false},
                                     {"POST", "/api/v1/orders", true},
                                     {"GET", "/api/v1/portfolio", true},
                                     {"POST", "/api/v1/auth/login", true}};
    return all;
}

void FlowrexModel::advance()
{
    m_now = m_time.catchUp([this](const QDateTime& at) { step(at); });
}

void FlowrexModel::step(const QDateTime& at)
{
    m_now = at;
    ++m_tickCount;
    if (m_restartEndsAt && m_time.latest() >= *m_restartEndsAt)
        finishRestart();
    m_cpuBusySeconds += processors * secondsPerTick * cpuShare();
    m_cpuIdleSeconds += processors * secondsPerTick * (1 - cpuShare());
    m_responseSeconds += ((starved() ? starvedSeconds : normalSeconds) - m_responseSeconds) * 0.25;
    moveMemory();
    if (up()) {
        serveRequests();
        trade();
    }
    moveWebSockets();
}

Status FlowrexModel::setScenario(const QString& name)
{
    const qsizetype index = scenarios().indexOf(name);
    if (index < 0)
        return unknownWord(name, scenarios());
    advance();
    m_fault = static_cast<Fault>(index);
    m_stopped = m_fault == Fault::BackendStopped;
    m_restartEndsAt.reset();
    const bool released = m_fault == Fault::ReleaseFailing || m_fault == Fault::ReleaseBroken;
    m_version = released ? releases().last() : releases().at(1);
    m_leakMiB = 0;
    m_limitsRaised = false;
    return Done{};
}

QString FlowrexModel::scenario() const
{
    return scenarios().at(static_cast<qsizetype>(m_fault));
}

void FlowrexModel::cure(Fault fault)
{
    if (m_fault == fault)
        m_fault = Fault::None;
}

void FlowrexModel::beginRestart()
{
    if (!m_restartEndsAt)
        m_restartEndsAt = m_time.latest() + m_restartDelay;
}

void FlowrexModel::restart()
{
    advance();
    if (!m_restartEndsAt)
        m_nextVersion = m_version;
    beginRestart();
}

void FlowrexModel::stop()
{
    advance();
    m_stopped = true;
    m_restartEndsAt.reset();
}

bool FlowrexModel::up() const
{
    // The first half of a restart the instances finish what they began.
    return !m_stopped && !(m_restartEndsAt && m_time.latest() >= *m_restartEndsAt - m_restartDelay / 2);
}

void FlowrexModel::start()
{
    if (m_stopped)
        restart();
}

void FlowrexModel::scale(int instances)
{
    advance();
    m_instances = std::max(1, instances);
    start();
}

void FlowrexModel::deploy(const QString& version)
{
    restart();
    m_nextVersion = version;
}

void FlowrexModel::finishRestart()
{
    m_restartEndsAt.reset();
    m_stopped = false;
    m_version = m_nextVersion;
    cure(Fault::MemoryLeak);
    cure(Fault::WebSocketStall);
    cure(Fault::BackendStopped);
    if (m_version != releases().last()) {
        cure(Fault::ReleaseFailing);
        cure(Fault::ReleaseBroken);
    }
    m_startedAt = m_now;
    m_leakMiB = 0;
    m_webSockets = 0;
    m_counts = {};
    m_tradesExecuted = 0;
    m_tradesFailed = 0;
    m_signalsGenerated = 0;
    m_signalsRejected = 0;
    for (int instance = 1; instance <= m_instances; ++instance)
        writeFor(instance, u"INFO uvicorn.error: Application startup complete, release %1"_s.arg(m_version));
}

void FlowrexModel::setPool(int held, int stuck)
{
    m_poolConnections = held;
    m_stuckConnections = stuck;
}

void FlowrexModel::setProxy(bool passesWebSockets, bool maintenance)
{
    m_proxyPasses = passesWebSockets;
    m_maintenance = maintenance;
    if (passesWebSockets)
        cure(Fault::WebSocketProxy);
}

void FlowrexModel::raiseRiskLimits()
{
    advance();
    m_limitsRaised = true;
}

void FlowrexModel::dropWebSockets()
{
    advance();
    m_webSockets = 0;
}

QList<FlowrexTrade> FlowrexModel::takeTrades()
{
    return std::exchange(m_newTrades, {});
}

void FlowrexModel::moveWebSockets()
{
    if (!up()) {
        m_webSockets = 0;
        return;
    }
    // Each browser that lost its socket tries again every few seconds.
    if (!m_proxyPasses || m_maintenance) {
        m_webSockets *= 0.85;
        if (!m_proxyPasses && m_tickCount % 5 == 0)
            write(m_tickCount,
                  u"WARNING app.websocket: websocket handshake on /ws refused: 400 missing Upgrade header"_s);
    } else if (m_fault == Fault::WebSocketStall) {
        m_webSockets *= 0.98;
        if (m_tickCount % 5 == 0)
            write(m_tickCount,
                  u"WARNING app.websocket: websocket closed 1011 keepalive ping timeout, broadcast task is "
                  "stuck, 20000 messages queued"_s);
    } else {
        m_webSockets += (browsers + 6 * std::sin(static_cast<double>(m_tickCount) * 0.02) - m_webSockets) * 0.08;
    }
    if (m_webSockets < 0.5)
        m_webSockets = 0;
}

void FlowrexModel::moveMemory()
{
    if (m_fault != Fault::MemoryLeak || !up())
        return;
    m_leakMiB = std::min(m_leakMiB + leakPerTickMiB, mostLeakedMiB);
    if (m_tickCount % 25 == 0)
        writeFor(leakingInstance,
                 u"WARNING app.monitoring: process memory is %1 MiB"_s.arg(instanceMemoryMiB(leakingInstance)));
}

void FlowrexModel::write(qint64 number, const QString& text)
{
    // Not the remainder alone: what comes every fifth or tenth time would always meet the same instance.
    writeFor(static_cast<int>((number + number / 10) % m_instances) + 1, text);
}

void FlowrexModel::writeFor(int instance, const QString& text)
{
    m_log.push_back({m_now, instance, text});
    if (m_log.size() > remembered)
        m_log.pop_front();
}

int FlowrexModel::instanceMemoryMiB(int instance) const
{
    if (!up() || instance < 1 || instance > m_instances)
        return 0;
    return instanceMiB + instance % 3 * 8 + (instance == leakingInstance ? static_cast<int>(m_leakMiB) : 0);
}

int FlowrexModel::hostMemoryUsedMiB() const
{
    int used = otherServicesMiB;
    for (int instance = 1; instance <= m_instances; ++instance)
        used += instanceMemoryMiB(instance);
    return std::min(used, hostMemoryMiB * 99 / 100);
}

double FlowrexModel::cpuShare() const
{
    return up() ? 0.22 + 0.02 * std::sin(static_cast<double>(m_tickCount) * 0.05) : 0.05;
}

}  // namespace cockpit
