// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "simulator/ModelTime.h"
#include "simulator/bytelyst/BytelystScene.h"

#include <QStringList>

#include <deque>

namespace cockpit {

/// A small deterministic model of the bytelyst trading bot, its exchange account and its Supabase project. It moves
/// only in advance(), in ticks of 500 ms of the injected clock. One fault at a time; a fault is over when what causes
/// it is gone, whoever removed it: a request, a statement on the tables, or a person. Thread: its maker's.
class BytelystModel
{
public:
    static constexpr Milliseconds tick{500};

    /// How the sign-in service judges a good token that the bot passes on.
    enum class SignIn { Accepted, WrongProject, KeyRefused, Unavailable };

    struct LogLine {
        QDateTime at;
        const char* level;
        QString text;
    };

    /// `restartDelay`: from the order to restart until the bot is back.
    BytelystModel(const Clock& clock, Milliseconds restartDelay);

    /// "healthy", then one name per fault.
    static QStringList scenarios();
    /// "restart-bot", "correct-variables", "cancel-stuck-orders", "cancel-working-orders", "close-position",
    /// "supabase-recovers".
    static QStringList acts();

    /// Brings the model to the clock's present. After a long pause (over ten minutes) the ticks in between are skipped.
    void advance();
    /// Replaces whatever fault there is, and both books, at once. InvalidInput for an unknown name.
    Status setScenario(const QString& name);
    /// What a person does at the hosting provider, in the broker's pages or at Supabase. InvalidInput for an unknown
    /// name. Closing, cancelling and correcting do nothing where there is nothing to close, cancel or correct.
    Status act(const QString& name);

    QString scenario() const;
    QDateTime now() const { return m_now; }
    QDateTime startedAt() const { return m_startedAt; }
    bool restarting() const { return m_restartEndsAt.has_value(); }
    Milliseconds restartRemaining() const;

    const BytelystWorld& world() const { return m_world; }
    /// The bot's tables, for who brings a person's corrections into them.
    BytelystBook& book() { return m_world.book; }
    /// Grows when setScenario() replaces the tables as a whole.
    int edition() const { return m_edition; }
    /// Whether the bot reaches its tables.
    void setDatabaseUp(bool up) { m_databaseUp = up; }

    SignIn signIn() const;
    bool supabaseUp() const { return m_fault != BytelystFault::SupabaseDown; }
    /// What /health/ready complains about, as "field: reason"; empty: ready.
    QStringList degraded() const;
    void countRefusal();
    qint64 refusals() const { return m_refusals; }  ///< 401 and 403 since the start of the bot
    qsizetype refusalsLastMinute() const;
    QDateTime lastSyncAt() const { return m_lastSyncAt; }
    QDateTime lastReconciliationAt() const { return m_lastReconciliationAt; }
    const std::deque<LogLine>& log() const { return m_log; }  ///< oldest first, at most 200

private:
    // The bot reads its environment at its start; what is set at the host counts from then on.
    struct Variables {
        bool rightProject = true;
        int serviceKey = 1;
    };

    void step(const QDateTime& at);
    void tradeAsUsual();
    void tradeIntoTheFault();
    void fillWorkingOrders();
    void serveDashboards();
    bool schedulerStands() const { return m_fault == BytelystFault::StaleBacklog; }
    bool reachesData() const;
    bool isActive(const QString& profile) const;
    void synchroniseOrders();
    bool takeOver(const BotOrder& order, const QString& status);
    bool quarantineLost(const BotOrder& order);
    void reconcile();
    void forgetWhatIsMended();
    bool mended() const;
    void restart();
    void finishRestart();
    void cancelWhere(const std::function<bool(const BrokerOrder&)>& wanted);
    void closeGhosts();
    void write(const char* level, const QString& text);

    ModelTime m_time;
    Milliseconds m_restartDelay;
    qint64 m_tickCount = 0;
    QDateTime m_now;
    QDateTime m_startedAt;
    QDateTime m_lastSyncAt;
    QDateTime m_lastReconciliationAt;
    std::optional<Milliseconds> m_restartEndsAt;
    BytelystFault m_fault = BytelystFault::None;
    BytelystWorld m_world;
    Variables m_host;
    Variables m_running;
    int m_serviceKey = 1;
    int m_edition = 1;
    bool m_databaseUp = true;
    qint64 m_refusals = 0;
    std::deque<QDateTime> m_recentRefusals;
    std::deque<LogLine> m_log;
};

}  // namespace cockpit
