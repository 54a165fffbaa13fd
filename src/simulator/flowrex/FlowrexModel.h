// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "simulator/ModelTime.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <deque>
#include <optional>

namespace cockpit {

/// One line of a backend instance's log.
struct FlowrexLogLine {
    QDateTime at;
    int instance = 1;
    QString text;  ///< level, logger and message
};

/// One trade that was tried.
struct FlowrexTrade {
    qint64 number = 0;
    QDateTime at;
    QString symbol;
    QString side;
    bool failed = false;
};

/// What the backend counted for one of its endpoints since it started.
struct FlowrexEndpointCounts {
    static constexpr std::size_t bucketCount = 14;

    qint64 requests = 0;
    std::array<qint64, 4> failures{};  ///< by FlowrexModel::failureStatuses
    std::array<qint64, bucketCount> buckets{};
    double seconds = 0;
};

/// A small deterministic model of the Flowrex platform: requests, trades, WebSockets and memory of the backend behind
/// nginx. It moves only in advance(), in ticks of 200 ms of the injected clock. One fault at a time; what cures it is
/// told by the caller, who looks at the tools, the files and the database. Thread: its maker's.
class FlowrexModel
{
public:
    enum class Fault {
        None,
        PoolExhausted,
        PoolBlocked,
        ReleaseFailing,
        ReleaseBroken,
        MarketDataDown,
        TradesFailing,
        WebSocketProxy,
        WebSocketStall,
        MemoryLeak,
        CertificateExpiring,
        CertificateExpired,
        CacheHung,
        BackendStopped
    };
    struct Endpoint {
        QByteArray method;
        QByteArray path;
        bool usesDatabase;
    };

    static constexpr Milliseconds tick{200};
    static constexpr int poolSize = 45;         ///< database connections of all instances
    static constexpr int idleConnections = 10;  ///< what the pool keeps open when little is asked
    static constexpr int normalInstances = 5;
    static constexpr int leakingInstance = 3;
    static constexpr double normalSeconds = 0.06;  ///< of a request, when nothing holds it up
    static constexpr int hostMemoryMiB = 8'192;
    static constexpr std::array<int, 4> failureStatuses{500, 502, 503, 504};
    static constexpr std::array<double, FlowrexEndpointCounts::bucketCount> bucketBounds{
        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10};

    /// `restartDelay`: from the order until the backend answers again.
    FlowrexModel(const Clock& clock, Milliseconds restartDelay);

    /// Names in the order of Fault; "healthy" first.
    static QStringList scenarios();
    /// Versions that can be pulled, oldest first; the last one is the release with the defect.
    static QStringList releases();
    static const QList<Endpoint>& endpoints();

    /// Brings the model to the clock's present. After a long pause (over ten minutes) the ticks in between are skipped.
    void advance();
    /// Replaces whatever fault there is, at once. InvalidInput for an unknown name.
    Status setScenario(const QString& name);
    QString scenario() const;
    Fault fault() const { return m_fault; }
    /// The cause was removed by something outside the model; nothing when another fault is on.
    void cure(Fault fault);

    // What tools do to the backend.
    void restart();                       ///< stops all instances and starts them again
    void stop();                          ///< until restart() or start()
    void start();                         ///< starts what is stopped; nothing when it runs
    void scale(int instances);            ///< 1 or more; those that run go on
    void deploy(const QString& version);  ///< one of releases(): restarts with it

    // What the surroundings tell it.
    void setPool(int held, int stuck);  ///< connections open, and of those waiting or working for ever
    void setProxy(bool passesWebSockets, bool maintenance);  ///< what nginx has loaded
    void raiseRiskLimits();                                  ///< no signal is rejected any more
    void dropWebSockets();                                   ///< nginx was restarted
    QList<FlowrexTrade> takeTrades();                        ///< those since the last call, oldest first

    bool up() const;  ///< do the instances answer?
    bool cacheHung() const { return m_fault == Fault::CacheHung; }
    bool starved() const { return m_stuckConnections >= poolSize * 8 / 10; }  ///< no database connection is to be had
    bool brokerAnswers() const { return m_fault != Fault::TradesFailing; }
    bool restarting() const { return m_restartEndsAt.has_value(); }
    bool stopped() const { return m_stopped; }
    QDateTime now() const { return m_now; }
    QDateTime startedAt() const { return m_startedAt; }
    QString version() const { return m_version; }
    int instances() const { return m_instances; }
    int poolConnections() const { return m_poolConnections; }
    int webSockets() const { return up() ? static_cast<int>(m_webSockets + 0.5) : 0; }
    int requestsInProgress() const;
    double responseSeconds() const { return m_responseSeconds; }  ///< of a request that needs the database
    const FlowrexEndpointCounts& counts(qsizetype endpoint) const
    {
        return m_counts[static_cast<std::size_t>(endpoint)];
    }
    qint64 tradesExecuted() const { return m_tradesExecuted; }
    qint64 tradesFailed() const { return m_tradesFailed; }
    qint64 signalsGenerated() const { return m_signalsGenerated; }
    qint64 signalsRejected() const { return m_signalsRejected; }
    int instanceMemoryMiB(int instance) const;  ///< 1 is the first
    int hostMemoryUsedMiB() const;
    double cpuShare() const;
    double cpuIdleSeconds() const { return m_cpuIdleSeconds; }  ///< never reset
    double cpuBusySeconds() const { return m_cpuBusySeconds; }
    const std::deque<FlowrexLogLine>& log() const { return m_log; }  ///< oldest first, at most 4,000

private:
    static constexpr std::size_t endpointCount = 5;

    void step(const QDateTime& at);
    void beginRestart();
    void finishRestart();
    void serveRequests();
    void serve(std::size_t endpoint);
    double failingShare(std::size_t endpoint) const;
    int failureStatus() const;
    QString failureText(std::size_t endpoint) const;
    void trade();
    void moveWebSockets();
    void moveMemory();
    void write(qint64 number, const QString& text);  ///< by the instance that got this request or trade
    void writeFor(int instance, const QString& text);

    ModelTime m_time;
    Milliseconds m_restartDelay;
    qint64 m_tickCount = 0;
    QDateTime m_now;
    QDateTime m_startedAt;
    std::optional<Milliseconds> m_restartEndsAt;
    Fault m_fault = Fault::None;
    bool m_stopped = false;
    bool m_proxyPasses = true;
    bool m_maintenance = false;
    bool m_limitsRaised = false;
    int m_instances = normalInstances;
    int m_poolConnections = idleConnections;
    int m_stuckConnections = 0;
    QString m_version;
    QString m_nextVersion;
    std::array<FlowrexEndpointCounts, endpointCount> m_counts;
    std::array<double, endpointCount> m_failureCredit{};
    double m_requestCredit = 0;
    double m_tradeCredit = 0;
    double m_responseSeconds = normalSeconds;
    double m_webSockets = 240;
    double m_leakMiB = 0;
    double m_cpuIdleSeconds = 0;
    double m_cpuBusySeconds = 0;
    qint64 m_requestNumber = 0;
    qint64 m_tradeNumber = 0;
    qint64 m_tradesExecuted = 0;
    qint64 m_tradesFailed = 0;
    qint64 m_signalsGenerated = 0;
    qint64 m_signalsRejected = 0;
    QList<FlowrexTrade> m_newTrades;
    std::deque<FlowrexLogLine> m_log;
};

}  // namespace cockpit
