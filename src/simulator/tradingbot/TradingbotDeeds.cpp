// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/SimulatedPlatform.h"
#include "simulator/tradingbot/TradingbotModel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

using Fault = TradingbotFault;

constexpr qint64 ticksUntilHeard = 3;
constexpr qint64 ticksToStartMarketData = 8;
constexpr qint64 stillSeconds = 45;
constexpr qint64 silentAuditSeconds = 420;
constexpr char16_t detailOfMark[] = u"Daily P&L -6.21% is below the limit of -5.00%";

const QStringList& stageActs()
{
    static const QStringList all{u"stage-paused"_s, u"stage-restricted"_s, u"stage-cautious"_s, u"stage-normal"_s};
    return all;
}

QString detailOf(Fault fault)
{
    switch (fault) {
    case Fault::HaltedByHand: return u"Halted by operator jmeyer: unexpected assignments, ask me first"_s;
    case Fault::DailyLoss: return QString::fromUtf16(detailOfMark);
    case Fault::ErrorLimit: return u"9 errors a second are above the limit of 5"_s;
    case Fault::VixSpike: return u"VIX 48.2 is above 45.0"_s;
    case Fault::Drawdown: return u"Drawdown 21.30% is above the limit of 20.00%"_s;
    default: return {};
    }
}

}  // namespace

Status TradingbotModel::setScenario(const QString& name)
{
    const qsizetype index = tradingbotScenarios().indexOf(name);
    if (index < 0)
        return unknownWord(name, tradingbotScenarios());
    advance();
    // As if the bot had just been started in good order: what it counted before is gone with what was wrong.
    closeBreaker();
    m_restartEndsAt.reset();
    m_counters = {};
    m_reasonsSeen = QStringList{u"manual_halt"_s};
    m_orderedReason.clear();
    m_feedBackAtTick = 0;
    m_stage = Stage::Normal;
    m_recovering = false;
    m_reconciled = true;
    m_strategyOff = false;
    m_lostEntries = 0;
    m_lastReport = {};
    m_unsafeTicks = 0;
    m_safeTicks = 0;
    begin(static_cast<Fault>(index));
    return Done{};
}

void TradingbotModel::begin(Fault fault)
{
    m_fault = fault;
    m_cause = fault;
    if (const QString reason = QString::fromUtf16(rowOf(fault).reason); !reason.isEmpty())
        openBreaker(reason, detailOf(fault));
    if (fault == Fault::StaleData) {
        for (TradingbotSource& source : m_sources)
            source.newest = m_now.addSecs(-stillSeconds);
    } else if (fault == Fault::VixSpike) {
        m_vix = highVix;
    } else if (fault == Fault::AuditGap) {
        m_audited = m_now.addSecs(-silentAuditSeconds);
    } else if (fault == Fault::Breaks) {
        // The end-of-day job has just run.
        reconcile();
    }
}

QStringList TradingbotModel::acts()
{
    return QStringList{u"close-breaker"_s} + stageActs() + QStringList{u"restart-bot"_s, u"add-entries"_s} +
           tradingbotCures();
}

Status TradingbotModel::act(const QString& name)
{
    if (!acts().contains(name))
        return unknownWord(name, acts());
    advance();
    if (const qsizetype stage = stageActs().indexOf(name); stage >= 0)
        return enter(static_cast<Stage>(stage));
    note(u"INFO"_s, u"operator: "_s + name);
    if (name == u"close-breaker") {
        closeBreaker();
    } else if (name == u"restart-bot") {
        if (!m_restartEndsAt)
            m_restartEndsAt = m_time.latest() + m_restartDelay;
    } else if (name == u"add-entries") {
        if (m_cause != Fault::JournalWriter)
            m_lostEntries = 0;
    } else {
        if (name == u"restart-market-data")
            m_feedBackAtTick = m_tickCount + ticksToStartMarketData;
        if (name == u"disable-strategy")
            m_strategyOff = true;
        if (name == u"enable-strategies")
            m_strategyOff = false;
        if (name == QString::fromUtf16(rowOf(m_cause).cure))
            removeCause();
    }
    return Done{};
}

void TradingbotModel::removeCause()
{
    m_cause = Fault::None;
    m_curedAtTick = m_tickCount;
    // Where trading went on all the time, nothing has to be let go on.
    if (!m_recovering)
        m_fault = Fault::None;
}

Status TradingbotModel::enter(Stage stage)
{
    if (static_cast<int>(stage) > static_cast<int>(m_stage) + 1)
        return fail(ErrorKind::Conflict,
                    QCoreApplication::translate("Simulator",
                                                "The stage %1 does not follow the stage %2: it goes on from paused to "
                                                "restricted, cautious and normal.")
                        .arg(nameOf(stage), nameOf(m_stage)));
    note(u"INFO"_s, u"operator: stage "_s + nameOf(stage));
    if (stage == Stage::Restricted)
        closeBreaker();
    m_stage = stage;
    return Done{};
}

void TradingbotModel::trip(const QString& reason, const QString& detail)
{
    advance();
    if (!m_orderedReason.isEmpty())
        return;
    m_orderedReason = reason;
    m_orderedDetail = detail;
    m_tripAtTick = m_tickCount + ticksUntilHeard;
}

void TradingbotModel::openBreaker(const QString& reason, const QString& detail)
{
    m_stage = Stage::Paused;
    if (breakerOpen())
        return;
    m_reason = reason;
    m_detail = detail;
    m_openedAt = m_now;
    if (!m_reasonsSeen.contains(reason))
        m_reasonsSeen << reason;
    m_recovering = true;
    m_reconciled = false;
    m_unsafeTicks = 0;
    m_safeTicks = 0;
    note(u"CRITICAL"_s, u"tradingbot.risk circuit breaker open: %1 (%2)"_s.arg(reason, detail));
}

void TradingbotModel::closeBreaker()
{
    if (breakerOpen())
        note(u"WARNING"_s, u"tradingbot.risk circuit breaker closed"_s);
    m_reason.clear();
    m_detail.clear();
}

void TradingbotModel::finishRestart()
{
    m_restartEndsAt.reset();
    m_counters = {};
    m_reasonsSeen = QStringList{u"manual_halt"_s};
    if (breakerOpen() && !m_reasonsSeen.contains(m_reason))
        m_reasonsSeen << m_reason;
    note(u"INFO"_s, u"tradingbot started, release 2026.11.20-2"_s);
    // The bot compares its positions when it starts, which mends nothing but counts.
    if (m_cause == Fault::Breaks)
        reconcile();
}

void TradingbotModel::cancelAllOrders()
{
    advance();
    m_openOrders = 0;
    note(u"WARNING"_s, u"tradingbot.core all open orders cancelled"_s);
}

QList<TradingbotPosition> TradingbotModel::positions() const
{
    const bool differ = m_cause == Fault::Breaks;
    return {{u"AAPL"_s, 15, 15, 228.40},
            {u"AMC"_s, differ ? 500 : 450, 450, 4.10},
            {u"GME"_s, differ ? 120 : 100, 100, 24.60},
            {u"MSFT"_s, 12, 12, 417.80},
            {u"SPY"_s, 30, 30, 584.10},
            {u"TSLA"_s, differ ? 0 : 8, 8, 231.20}};
}

TradingbotReport TradingbotModel::reconcile()
{
    TradingbotReport report;
    for (const TradingbotPosition& position : positions()) {
        ++report.compared;
        if (position.ours == position.atBroker)
            continue;
        report.breaks << position;
        report.worth += std::abs(position.ours - position.atBroker) * position.price;
    }
    m_lastReport = report;
    m_counters.breaks += report.breaks.size();
    m_reconciled = report.breaks.isEmpty();
    note(
        m_reconciled ? u"INFO"_s : u"ERROR"_s,
        u"tradingbot.reconciliation %1 positions compared, %2 breaks"_s.arg(report.compared).arg(report.breaks.size()));
    return report;
}

QString TradingbotModel::scenario() const
{
    return QString::fromUtf16(rowOf(m_fault).scenario);
}

}  // namespace cockpit
