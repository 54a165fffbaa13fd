// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "simulator/ModelTime.h"
#include "simulator/tradingbot/TradingbotFaults.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <array>
#include <deque>

namespace cockpit {

/// What the bot counts since it was started; a restart takes it all to 0.
struct TradingbotCounters {
    /// Upper limits of the latency buckets in seconds; one more bucket takes the rest.
    static constexpr std::array<double, 9> latencyLimits{0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

    QMap<QString, qint64> placed;    ///< by strategy
    QMap<QString, qint64> rejected;  ///< by strategy
    QMap<QString, qint64> errors;    ///< by component
    std::array<qint64, latencyLimits.size() + 1> latency{};
    double latencySum = 0;
    qint64 qualityFailures = 0;
    qint64 outliers = 0;
    qint64 breaks = 0;
    qint64 journalMissing = 0;

    static qint64 sum(const QMap<QString, qint64>& counts);
};

/// The machine the bot runs on. Shares are 0 to 1.
struct TradingbotMachine {
    double memory = 0.58;
    double processor = 0.23;
    double logDisk = 0.46;
    double idleSeconds = 400'000;
    double busySeconds = 120'000;
};

struct TradingbotSource {
    QString name;
    QDateTime newest;    ///< when it last delivered
    double latency = 0;  ///< seconds
};

struct TradingbotPosition {
    QString symbol;
    int ours = 0;
    int atBroker = 0;
    double price = 0;
};

/// What a reconciliation found.
struct TradingbotReport {
    int compared = 0;
    QList<TradingbotPosition> breaks;
    double worth = 0;  ///< dollars, all breaks together
};

/// A small deterministic model of the trading bot: strategies place orders at a broker, a circuit breaker stops them,
/// and a person lets them go on in stages. It moves only in advance(), in ticks of 200 ms of the injected clock. One
/// fault at a time; each has one cure. An open breaker stays open when its cause is gone; who lets trading go on with
/// the cause still there, or without a clean reconciliation since the halt, sees it open again. Thread: its maker's.
class TradingbotModel
{
public:
    enum class Stage { Paused, Restricted, Cautious, Normal };
    static constexpr Milliseconds tick{200};

    /// restartDelay: from the act "restart-bot" until the bot is back.
    TradingbotModel(const Clock& clock, Milliseconds restartDelay);

    /// Brings the model to the clock's present. After a long pause (over ten minutes) the ticks in between are skipped.
    void advance();

    /// Replaces whatever fault there is, at once; trading is in the stage normal again. InvalidInput: unknown name.
    Status setScenario(const QString& name);
    static QStringList acts();
    /// InvalidInput for an unknown name, Conflict for a stage that was reached by skipping one.
    Status act(const QString& name);

    /// Opens the breaker; the process that trades hears of it within three ticks.
    void trip(const QString& reason, const QString& detail);
    void cancelAllOrders();
    /// Compares positions; what it finds is counted.
    TradingbotReport reconcile();

    QString scenario() const;
    TradingbotFault cause() const { return m_cause; }
    QDateTime now() const { return m_now; }
    bool restarting() const { return m_restartEndsAt.has_value(); }
    bool breakerOpen() const { return !m_reason.isEmpty(); }
    QString breakerReason() const { return m_reason; }  ///< empty: closed
    QString breakerDetail() const { return m_detail; }
    QDateTime breakerOpenedAt() const { return m_openedAt; }
    const QStringList& reasonsSeen() const { return m_reasonsSeen; }  ///< since the bot was started
    Stage stage() const { return m_stage; }
    static QString nameOf(Stage stage);
    bool reconciled() const { return m_reconciled; }  ///< clean since the breaker opened
    const TradingbotReport& lastReport() const { return m_lastReport; }
    int openOrders() const { return m_openOrders; }
    qint64 lostEntries() const { return m_lostEntries; }  ///< journal entries not added yet
    bool strategyOff() const { return m_strategyOff; }
    bool marketDataUp() const;
    double vix() const { return m_vix; }
    double deltaExposure() const { return m_exposure; }
    static constexpr double deltaLimit = 100'000;
    static constexpr double highVix = 48.2;
    double auditGapSeconds() const;
    double stalenessSeconds(const TradingbotSource& source) const;
    double orderLatency() const;  ///< seconds, of an order placed now
    const TradingbotCounters& counters() const { return m_counters; }
    const TradingbotMachine& machine() const { return m_machine; }
    const QList<TradingbotSource>& sources() const { return m_sources; }
    const std::deque<QString>& log() const { return m_log; }  ///< oldest first, at most 200 lines
    static QStringList strategies();

private:
    void step(const QDateTime& at);
    void placeOrders();
    void placeOrder();
    void countErrors();
    void moveMarketData();
    void moveMachine();
    void moveRisk();
    void watchRecovery();
    void finishRestart();
    double ordersPerSecond() const;
    double errorsPerSecond() const;
    bool unsafe() const;
    void openBreaker(const QString& reason, const QString& detail);
    void closeBreaker();
    Status enter(Stage stage);
    void removeCause();
    void begin(TradingbotFault fault);
    QList<TradingbotPosition> positions() const;
    void note(const QString& level, const QString& text);

    ModelTime m_time;
    Milliseconds m_restartDelay;
    qint64 m_tickCount = 0;
    QDateTime m_now;
    std::optional<Milliseconds> m_restartEndsAt;
    TradingbotFault m_fault = TradingbotFault::None;  ///< the scenario, until trading is whole again
    TradingbotFault m_cause = TradingbotFault::None;  ///< until its cure
    qint64 m_curedAtTick = 0;
    QString m_reason;
    QString m_detail;
    QDateTime m_openedAt;
    QString m_orderedReason;
    QString m_orderedDetail;
    qint64 m_tripAtTick = 0;
    QStringList m_reasonsSeen;
    Stage m_stage = Stage::Normal;
    bool m_recovering = false;
    bool m_reconciled = true;
    TradingbotReport m_lastReport;
    int m_unsafeTicks = 0;
    int m_safeTicks = 0;
    bool m_strategyOff = false;
    qint64 m_feedBackAtTick = 0;
    QDateTime m_audited;
    qint64 m_orderNumber = 0;
    int m_openOrders = 0;
    qint64 m_lostEntries = 0;
    double m_orderCredit = 0;
    double m_errorCredit = 0;
    double m_vix = 0;
    double m_exposure = 0;
    TradingbotCounters m_counters;
    TradingbotMachine m_machine;
    QList<TradingbotSource> m_sources;
    std::deque<QString> m_log;
};

}  // namespace cockpit
