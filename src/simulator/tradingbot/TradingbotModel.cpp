// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/TradingbotModel.h"

#include <algorithm>
#include <cmath>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

using Fault = TradingbotFault;

constexpr double ordersWhenNormal = 8;
constexpr double errorsWhenHealthy = 0.05;
constexpr double errorsOfTheRelease = 3;
constexpr double errorsWithWrongPositions = 4;
constexpr double calmVix = 17.4;
constexpr double usualExposure = 61'000;
constexpr double highExposure = 91'500;
constexpr qint64 ticksPerSecond = 1'000 / TradingbotModel::tick.count();
constexpr int ticksUntilOpenAgain = 3 * static_cast<int>(ticksPerSecond);
constexpr int ticksUntilVixRelease = static_cast<int>(ticksPerSecond);
constexpr int mostOpenOrders = 14;
constexpr std::size_t rememberedLines = 200;
constexpr double secondsPerTick = static_cast<double>(TradingbotModel::tick.count()) / 1'000;

void approach(double& value, double target)
{
    value += (target - value) * 0.35;
}

}  // namespace

qint64 TradingbotCounters::sum(const QMap<QString, qint64>& counts)
{
    qint64 sum = 0;
    for (const qint64 count : counts)
        sum += count;
    return sum;
}

TradingbotModel::TradingbotModel(const Clock& clock, Milliseconds restartDelay)
    : m_time(clock, tick)
    , m_restartDelay(restartDelay)
    , m_now(clock.utcNow())
    , m_reasonsSeen{u"manual_halt"_s}
    , m_audited(m_now)
    , m_vix(calmVix)
    , m_exposure(usualExposure)
    , m_sources{{u"alpaca_sip"_s, m_now, 0.12}, {u"alpaca_iex"_s, m_now, 0.06}}
{
}

void TradingbotModel::advance()
{
    m_now = m_time.catchUp([this](const QDateTime& at) { step(at); });
}

void TradingbotModel::step(const QDateTime& at)
{
    m_now = at;
    ++m_tickCount;
    if (m_restartEndsAt && m_time.latest() >= *m_restartEndsAt)
        finishRestart();
    moveMachine();
    moveMarketData();
    if (restarting())
        return;
    if (!m_orderedReason.isEmpty() && m_tickCount >= m_tripAtTick)
        openBreaker(std::exchange(m_orderedReason, {}), m_orderedDetail);
    placeOrders();
    countErrors();
    moveRisk();
    watchRecovery();
}

double TradingbotModel::ordersPerSecond() const
{
    if (breakerOpen() || m_stage == Stage::Paused)
        return 0;
    double rate = ordersWhenNormal;
    if (m_stage == Stage::Restricted)
        rate *= 0.25;
    else if (m_stage == Stage::Cautious)
        rate *= 0.5;
    if (m_strategyOff)
        rate *= 0.25;
    return m_cause == Fault::FewOrders ? rate * 0.005 : rate;
}

void TradingbotModel::placeOrders()
{
    for (m_orderCredit += ordersPerSecond() * secondsPerTick; m_orderCredit >= 1; m_orderCredit -= 1)
        placeOrder();
}

void TradingbotModel::placeOrder()
{
    const qint64 number = ++m_orderNumber;
    const bool busiest = number % 4 != 0 && !m_strategyOff;
    const QString strategy = busiest ? strategies().at(0) : strategies().at(number % 8 == 0 ? 1 : 2);
    ++m_counters.placed[strategy];
    const bool wrongPrice = m_cause == Fault::Rejects && busiest;
    if (wrongPrice || number % 200 == 0) {
        ++m_counters.rejected[strategy];
        note(u"ERROR"_s,
             u"tradingbot.execution %1 order %2 rejected by the broker: %3"_s.arg(
                 strategy, QString::number(number),
                 wrongPrice ? u"422 invalid limit_price 14.237: sub-penny increment does not fulfill minimum "
                              "pricing criteria"_s
                            : u"403 insufficient buying power"_s));
    }
    const double latency = orderLatency();
    const auto& limits = TradingbotCounters::latencyLimits;
    const auto bucket = std::lower_bound(limits.begin(), limits.end(), latency) - limits.begin();
    ++m_counters.latency[static_cast<std::size_t>(bucket)];
    m_counters.latencySum += latency;
    if (number % 10 == 0)
        m_openOrders = std::min(m_openOrders + 1, mostOpenOrders);
    if (m_cause == Fault::JournalWriter && number % 5 == 0) {
        ++m_counters.journalMissing;
        ++m_lostEntries;
    }
}

double TradingbotModel::orderLatency() const
{
    const double spread = static_cast<double>(m_orderNumber % 10);
    return m_cause == Fault::SlowOrders ? 6.2 + 0.15 * spread : 0.08 + 0.03 * spread;
}

double TradingbotModel::errorsPerSecond() const
{
    double rate = errorsWhenHealthy;
    if (m_cause == Fault::Errors || m_cause == Fault::ErrorLimit)
        rate += errorsOfTheRelease;
    if (ordersPerSecond() > 0 && !m_reconciled && m_recovering)
        rate += errorsWithWrongPositions;
    return rate;
}

void TradingbotModel::countErrors()
{
    for (m_errorCredit += errorsPerSecond() * secondsPerTick; m_errorCredit >= 1; m_errorCredit -= 1) {
        if (m_cause == Fault::Errors || m_cause == Fault::ErrorLimit) {
            ++m_counters.errors[u"sentiment"_s];
            note(u"ERROR"_s, u"tradingbot.sentiment KeyError: 'compound' (release 2026.11.20-2)"_s);
        } else if (m_recovering && !m_reconciled) {
            ++m_counters.errors[u"execution"_s];
            note(u"ERROR"_s,
                 u"tradingbot.execution PositionStateUnverified: positions were not reconciled since the halt"_s);
        } else {
            ++m_counters.errors[u"execution"_s];
            note(u"ERROR"_s, u"tradingbot.execution ReadTimeout: api.alpaca.markets, tried again"_s);
        }
    }
}

bool TradingbotModel::marketDataUp() const
{
    return m_cause != Fault::FeedDown && m_tickCount >= m_feedBackAtTick;
}

void TradingbotModel::moveMarketData()
{
    for (TradingbotSource& source : m_sources) {
        if (marketDataUp() && m_cause != Fault::StaleData)
            source.newest = m_now;
        const bool first = &source == &m_sources.first();
        approach(source.latency, first ? (m_cause == Fault::LateData ? 3.4 : 0.12) : 0.06);
    }
    if (m_cause != Fault::AuditGap)
        m_audited = m_now;
    if (restarting())
        return;
    if (m_cause == Fault::WrongData && m_tickCount % 2 == 0) {
        ++m_counters.qualityFailures;
        note(u"ERROR"_s, u"tradingbot.data check price_range failed: alpaca_sip SPY 5.84 (previous 584.10)"_s);
    }
    if (m_tickCount % (m_cause == Fault::Outliers ? 2 : 150 * ticksPerSecond) == 0) {
        ++m_counters.outliers;
        note(u"WARNING"_s, u"tradingbot.data outlier: %1"_s.arg(
                               m_cause == Fault::Outliers ? u"NVDA 121.30, 10 times below its mean of 1213.00"_s
                                                          : u"GME 26.10, 4.2 sigma"_s));
    }
}

void TradingbotModel::moveMachine()
{
    approach(m_machine.memory, m_cause == Fault::Memory ? 0.952 : 0.58);
    approach(m_machine.processor, m_cause == Fault::Processor ? 0.97 : 0.23);
    approach(m_machine.logDisk, m_cause == Fault::Disk ? 0.957 : 0.46);
    m_machine.idleSeconds += secondsPerTick * (1 - m_machine.processor);
    m_machine.busySeconds += secondsPerTick * m_machine.processor;
}

void TradingbotModel::moveRisk()
{
    const double wave = 1'500 * std::sin(static_cast<double>(m_tickCount) * 0.02);
    approach(m_exposure, (m_cause == Fault::RiskLimit ? highExposure : usualExposure) + wave);
    approach(m_vix, m_cause == Fault::VixSpike ? highVix : calmVix);
}

bool TradingbotModel::unsafe() const
{
    const TradingbotFaultRow& row = rowOf(m_cause);
    // The limits behind the breaker's own reasons are watched while nothing is traded, too.
    if (m_stage == Stage::Paused)
        return *row.reason != u'\0' && m_recovering;
    return m_recovering && (!m_reconciled || row.endangersTrading);
}

void TradingbotModel::watchRecovery()
{
    if (breakerOpen()) {
        // The only reason that goes away by itself. The stage stays paused.
        if (m_reason == u"vix_threshold" && m_cause != Fault::VixSpike &&
            m_tickCount >= m_curedAtTick + ticksUntilVixRelease)
            closeBreaker();
        return;
    }
    m_unsafeTicks = unsafe() ? m_unsafeTicks + 1 : 0;
    if (m_unsafeTicks >= ticksUntilOpenAgain) {
        const QString own = QString::fromUtf16(rowOf(m_cause).reason);
        openBreaker(own.isEmpty() ? u"error_rate_limit"_s : own, m_cause == Fault::None
                                                                     ? u"Opened again: positions were not reconciled"_s
                                                                     : u"Opened again: the cause is still there"_s);
        return;
    }
    m_safeTicks = m_stage == Stage::Normal && !unsafe() ? m_safeTicks + 1 : 0;
    if (m_safeTicks >= ticksUntilOpenAgain) {
        m_recovering = false;
        if (m_cause == Fault::None)
            m_fault = Fault::None;
    }
}

double TradingbotModel::auditGapSeconds() const
{
    return static_cast<double>(m_audited.msecsTo(m_now)) / 1'000;
}

double TradingbotModel::stalenessSeconds(const TradingbotSource& source) const
{
    return static_cast<double>(std::max<qint64>(source.newest.msecsTo(m_now), 0)) / 1'000 + source.latency;
}

QString TradingbotModel::nameOf(Stage stage)
{
    switch (stage) {
    case Stage::Paused: return u"paused"_s;
    case Stage::Restricted: return u"restricted"_s;
    case Stage::Cautious: return u"cautious"_s;
    case Stage::Normal: break;
    }
    return u"normal"_s;
}

QStringList TradingbotModel::strategies()
{
    return {u"momentum_weeklies"_s, u"wheel"_s, u"index_baseline"_s};
}

void TradingbotModel::note(const QString& level, const QString& text)
{
    m_log.push_back(m_now.toUTC().toString(Qt::ISODateWithMs) + u' ' + level + u' ' + text);
    if (m_log.size() > rememberedLines)
        m_log.pop_front();
}

}  // namespace cockpit
