// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexModel.h"

#include "simulator/SimulatedPlatform.h"

#include <algorithm>
#include <cmath>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double requestsPerSecond = 30;
constexpr double requestsInMaintenance = 3;
constexpr double tradesPerSecond = 4;
constexpr double secondsPerTick = static_cast<double>(FlowrexModel::tick.count()) / 1'000;
constexpr double browsers = 240;
constexpr std::size_t remembered = 4'000;
constexpr qint64 maximumCatchUp = 3'000;
constexpr int instanceMiB = 400;
constexpr int otherServicesMiB = 1'560;
constexpr double leakPerTickMiB = 120;
constexpr double mostLeakedMiB = 3'900;
constexpr double processors = 4;
// A request that gets no connection waits this long: some are served in the end, the others give up.
constexpr double starvedSeconds = 12;
constexpr double normalSeconds = 0.06;

// Ten requests in a row: which endpoint each of them asks.
constexpr std::array<std::size_t, 10> mix{0, 1, 2, 0, 1, 3, 2, 1, 0, 4};
enum EndpointIndex : std::size_t { Strategies, MarketData, Orders, Portfolio, Login };

}  // namespace

FlowrexModel::FlowrexModel(const Clock& clock, Milliseconds restartDelay)
    : m_clock(clock)
    , m_restartDelay(restartDelay)
    , m_steppedTo(clock.monotonicNow())
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
    const Milliseconds present = m_clock.monotonicNow();
    const QDateTime wall = m_clock.utcNow();
    qint64 due = (present - m_steppedTo) / tick;
    if (due > maximumCatchUp) {
        m_steppedTo += (due - maximumCatchUp) * tick;
        due = maximumCatchUp;
    }
    for (; due > 0; --due) {
        m_steppedTo += tick;
        step(wall.addMSecs((m_steppedTo - present).count()));
    }
    m_now = wall;
}

void FlowrexModel::step(const QDateTime& at)
{
    m_now = at;
    ++m_tickCount;
    if (m_restartEndsAt && m_steppedTo >= *m_restartEndsAt)
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
        m_restartEndsAt = m_steppedTo + m_restartDelay;
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
    return !m_stopped && !(m_restartEndsAt && m_steppedTo >= *m_restartEndsAt - m_restartDelay / 2);
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

void FlowrexModel::serveRequests()
{
    const double rate = m_maintenance ? requestsInMaintenance : requestsPerSecond;
    for (m_requestCredit += rate * secondsPerTick; m_requestCredit >= 1; m_requestCredit -= 1)
        serve(mix[static_cast<std::size_t>(m_requestNumber++) % mix.size()]);
}

void FlowrexModel::serve(std::size_t endpoint)
{
    const Endpoint& asked = endpoints().at(static_cast<qsizetype>(endpoint));
    FlowrexEndpointCounts& counts = m_counts[endpoint];
    ++counts.requests;
    const double base = asked.usesDatabase ? m_responseSeconds : normalSeconds / 2;
    const double seconds = base * (0.7 + 0.075 * static_cast<double>(m_requestNumber % 9));
    counts.seconds += seconds;
    for (std::size_t i = 0; i < bucketBounds.size(); ++i)
        counts.buckets[i] += seconds <= bucketBounds[i] ? 1 : 0;

    double& credit = m_failureCredit[endpoint];
    credit += failingShare(endpoint);
    int status = 200;
    if (credit >= 1) {
        credit -= 1;
        status = failureStatus();
        const auto found = std::find(failureStatuses.begin(), failureStatuses.end(), status);
        ++counts.failures[static_cast<std::size_t>(found - failureStatuses.begin())];
        write(m_requestNumber, u"ERROR "_s + failureText(endpoint));
    }
    if (status != 200 || m_requestNumber % 16 == 0)
        write(m_requestNumber,
              u"INFO uvicorn.access: 172.20.0.3:%1 - \"%2 %3 HTTP/1.1\" %4"_s.arg(40'000 + m_requestNumber % 20'000)
                  .arg(QString::fromLatin1(asked.method), QString::fromLatin1(asked.path))
                  .arg(status));
}

double FlowrexModel::failingShare(std::size_t endpoint) const
{
    const bool usesDatabase = endpoints().at(static_cast<qsizetype>(endpoint)).usesDatabase;
    switch (m_fault) {
    case Fault::ReleaseFailing: return endpoint == Orders ? 0.6 : 0;
    case Fault::ReleaseBroken: return endpoint == Login ? 0 : 0.75;
    case Fault::MarketDataDown: return endpoint == MarketData || endpoint == Strategies ? 1 : 0;
    case Fault::CacheHung: return endpoint == Login ? 1 : 0;
    default: return starved() && usesDatabase ? 0.05 : 0;
    }
}

int FlowrexModel::failureStatus() const
{
    switch (m_fault) {
    case Fault::MarketDataDown: return 502;
    case Fault::CacheHung: return 503;
    default: return 500;
    }
}

QString FlowrexModel::failureText(std::size_t endpoint) const
{
    const QString path = QString::fromLatin1(endpoints().at(static_cast<qsizetype>(endpoint)).path);
    switch (m_fault) {
    case Fault::ReleaseFailing:
        return u"app.api.orders: Exception in ASGI application: KeyError: 'time_in_force' (release %1)"_s.arg(
            m_version);
    case Fault::ReleaseBroken:
        return u"app.main: Exception in ASGI application at %1: AttributeError: 'Settings' object has no attribute "
               "'venue_map' (release %2)"_s.arg(path, m_version);
    case Fault::MarketDataDown:
        return u"app.services.market_data: TwelveData request failed: httpx.ReadTimeout (needed by %1)"_s.arg(path);
    case Fault::CacheHung:
        return u"app.core.cache: redis.exceptions.TimeoutError: Timeout reading from socket redis:6379"_s;
    default:
        return u"app.core.database: no connection from the connection pool: QueuePool limit of size 5 overflow 4 "
               "reached, connection timed out, timeout 30.00"_s;
    }
}

void FlowrexModel::trade()
{
    static const QStringList symbols{u"EUR_USD"_s, u"GBP_USD"_s, u"USD_JPY"_s, u"XAU_USD"_s};
    for (m_tradeCredit += tradesPerSecond * secondsPerTick; m_tradeCredit >= 1; m_tradeCredit -= 1) {
        const qint64 number = ++m_tradeNumber;
        const QString symbol = symbols.at(static_cast<qsizetype>(number % symbols.size()));
        const bool failed = m_fault == Fault::TradesFailing && number % 5 != 0;
        m_signalsGenerated += 2;
        ++(failed ? m_tradesFailed : m_tradesExecuted);
        m_newTrades.append({number, m_now, symbol, number % 2 == 0 ? u"buy"_s : u"sell"_s, failed});
        if (m_newTrades.size() > 500)
            m_newTrades.removeFirst();
        if (failed)
            write(number, u"ERROR app.execution.oanda: order %1 for %2 rejected by the broker: 401 Unauthorized: "
                          "Insufficient authorization to perform request"_s.arg(number)
                              .arg(symbol));
        if (number % 25 == 0 && !m_limitsRaised) {
            ++m_signalsRejected;
            write(number, u"INFO app.risk: signal for %1 rejected: max_open_positions reached"_s.arg(symbol));
        }
    }
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

int FlowrexModel::requestsInProgress() const
{
    return up() ? 2 + static_cast<int>(requestsPerSecond * 0.7 * m_responseSeconds) : 0;
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
