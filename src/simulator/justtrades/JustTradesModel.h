// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "simulator/ModelTime.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <deque>

namespace cockpit {

/// One execution that did not work, as the failures page lists it.
struct SimulatedFailure {
    QDateTime at;
    int trader = 0;
    QString account;
    QString symbol;
    QString action;
    QString error;
};

/// One webhook as it came in.
struct SimulatedWebhook {
    enum class Outcome { Accepted, Failed, Blocked };
    qint64 number = 0;
    QDateTime at;
    QString symbol;
    QString action;
    Outcome outcome = Outcome::Accepted;
};

struct SimulatedPrice {
    double last = 0;
    QDateTime updated;
};

/// A small deterministic model of the Just Trades platform: signals arrive, wait in a queue, and workers execute them.
/// It moves only in advance(), in ticks of 200 ms of the injected clock; the same ticks give the same figures.
/// One fault at a time; each has its cure, and the others do not help. Thread: its maker's.
class JustTradesModel
{
public:
    static constexpr Milliseconds tick{200};
    static constexpr int workersWanted = 10;

    /// `restartDelay`: from restart() until the workers are back.
    JustTradesModel(const Clock& clock, Milliseconds restartDelay);

    /// "healthy", then one name per fault.
    static QStringList scenarios();

    /// Brings the model to the clock's present. After a long pause (over ten minutes) the ticks in between are skipped.
    void advance();

    /// Replaces whatever fault there is, at once. InvalidInput for an unknown name.
    Status setScenario(const QString& name);
    /// "restart", "reauthorize", "renew-session", "mend-rounding", "resend-activations", "cancel-orphans".
    static QStringList acts();
    /// Does what those below do. InvalidInput for an unknown name.
    Status act(const QString& name);
    /// Begins a restart unless one is under way. When it ends: workers back, in-memory counters and dedup cleared.
    void restart();
    /// Begins a restart that ends with this release running (see release()).
    void deploy(const QString& release);
    /// The owners sign in to their broker again.
    void reauthorize();
    /// Renews the price feed's session.
    void renewSession();
    /// A developer mends the rounding of prices to the tick.
    void mendRounding();
    /// Sends the activation mails of the members that are stuck.
    void resendActivations();
    /// Cancels at the broker what works without a position. While nothing reconciles, such orders come back.
    void cancelOrphans();
    /// No record of an old trade is open any more.
    void noteRecordsClosed();
    /// Closes orphaned orders; returns how many rows it changed.
    int runMigrations();

    QString scenario() const;
    QDateTime now() const { return m_now; }
    QDateTime startedAt() const { return m_startedAt; }
    QDateTime sessionUpdatedAt() const { return m_sessionUpdatedAt; }
    QDateTime lastSyncAt() const { return m_lastSyncAt; }
    bool restarting() const { return m_restartEndsAt.has_value(); }
    Milliseconds restartRemaining() const;

    /// What runs: "current", "stable", or the release that brought the fault ("rounding", "waiting", "order-path").
    const QString& release() const { return m_release; }
    /// The newest release, running or not: what main stands at.
    QString newestRelease() const { return releaseOf(m_fault); }
    bool orderPathBroken() const { return m_fault == Fault::BadRelease; }
    bool roundingBroken() const { return m_fault == Fault::OrdersRefused; }
    bool handlingWaits() const { return m_fault == Fault::LatencyHigh; }
    bool reconciles() const { return m_fault != Fault::OrphanedOrders; }
    bool syncsMembers() const { return !m_memberSyncStopped; }
    int stuckMembers() const { return m_stuckMembers; }
    int pendingResends() const { return m_pendingResends; }
    int resent() const { return m_resent; }
    /// Orders that work at a broker without a position.
    int orphans() const { return m_orphans; }

    int brokerWorkers() const { return m_fault == Fault::WorkersDead || orderPathBroken() ? 0 : workersWanted; }
    int queueSize() const { return static_cast<int>(m_queue.size()); }
    qint64 processed() const { return m_processed; }
    qint64 failureCount() const { return m_failureCount; }
    double averageExecutionMs() const { return m_averageExecutionMs; }
    double webhookLatencyMs() const;
    qint64 webhooksTotal() const { return m_webhookNumber; }
    int dedupEntries() const { return m_dedupEntries; }
    int migrationsRun() const { return m_migrationsRun; }
    int openTrades() const;
    bool websocketConnected() const { return m_fault != Fault::PricesStale; }
    /// Accounts whose broker session is over.
    QStringList expiredAccounts() const;
    bool tokenExpired() const { return !expiredAccounts().isEmpty(); }
    /// Dead workers follow no trade: those of an earlier outage are still open in the tables.
    bool leavesRecordsOpen() const { return m_fault == Fault::WorkersDead || awaitsRecords(); }
    bool awaitsRecords() const { return m_fault == Fault::StaleRecords; }
    bool workersStuck() const { return m_fault == Fault::QueueGrowing; }

    const QMap<QString, SimulatedPrice>& prices() const { return m_prices; }
    const std::deque<SimulatedFailure>& failures() const { return m_failures; }  ///< oldest first, at most 200
    const std::deque<SimulatedWebhook>& webhooks() const { return m_webhooks; }  ///< oldest first, at most 200
    static QStringList accounts();

private:
    enum class Fault {
        None,
        WorkersDead,
        QueueGrowing,
        PricesStale,
        TokenExpired,
        TokensExpired,
        OrdersRefused,
        LatencyHigh,
        OrphanedOrders,
        MembersStuck,
        StaleRecords,
        BadRelease
    };
    struct Waiting {
        qint64 number = 0;
        qint64 expiresAtTick = 0;
    };

    static QString releaseOf(Fault fault);
    void step(const QDateTime& at);
    void reconcile();
    QString refusalOf(qint64 number) const;
    void arrive();
    void expire();
    void execute();
    void finishRestart();
    void movePrices();
    void delayPrices();
    void recordFailure(qint64 number, const QString& error);
    void markWebhookFailed(qint64 number);

    ModelTime m_time;
    Milliseconds m_restartDelay;
    qint64 m_tickCount = 0;
    QDateTime m_now;
    QDateTime m_startedAt;
    QDateTime m_sessionUpdatedAt;
    QDateTime m_lastSyncAt;
    std::optional<Milliseconds> m_restartEndsAt;
    Fault m_fault = Fault::None;
    std::deque<Waiting> m_queue;
    std::deque<SimulatedFailure> m_failures;
    std::deque<SimulatedWebhook> m_webhooks;
    QMap<QString, SimulatedPrice> m_prices;
    double m_arrivalCredit = 0;
    double m_executionCredit = 0;
    double m_averageExecutionMs = 240;
    qint64 m_webhookNumber = 0;
    qint64 m_processed = 0;
    qint64 m_failureCount = 0;
    int m_dedupEntries = 0;
    int m_migrationsRun = 0;
    int m_orphanedOrders = 3;
    QString m_release = QStringLiteral("current");
    QString m_deploying;
    QDateTime m_lastReconciliationAt;
    int m_orphans = 0;
    bool m_memberSyncStopped = false;
    int m_stuckMembers = 0;
    int m_pendingResends = 0;
    int m_resent = 4;
};

}  // namespace cockpit
