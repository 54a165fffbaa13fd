// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/flowrex/FlowrexModel.h"
#include "simulator/servers/PostgresSession.h"

#include <memory>
#include <vector>

namespace cockpit {

/// The backend's side of the real PostgreSQL: its connection pool as sessions of the role flowrex, what holds them up,
/// and the trades it writes. Waits for the server on loopback. Thread: its maker's.
class FlowrexDatabase
{
public:
    /// What holds the pool up.
    enum class Hold {
        Nothing,
        LongQueries,  ///< every connection runs a query that does not end
        Blocker       ///< another session holds a row lock, idle in its transaction; every connection waits for it
    };
    static constexpr const char* reportName = "flowrex-report";  ///< application_name of the blocker

    explicit FlowrexDatabase(ServerAddress address);
    ~FlowrexDatabase();

    /// Once: makes the role and opens the pool.
    Status prepare();
    /// Ends what held the pool up and begins this.
    Status hold(Hold hold);
    Hold held() const { return m_hold; }
    /// Opens the connections that are wanted and looks at those that are there. A few milliseconds; to be called about
    /// once a second, and more often while filling().
    void tend();
    bool filling() const { return m_toBegin > 0; }
    int connections() const { return m_connections; }  ///< of the pool, as the server counts them
    int stuck() const { return m_stuck; }              ///< of these, those that work or wait

    /// The backend's process ends: its ends of the connections go. The server does not notice those it works for.
    void dropPool();
    /// Every session but this one is ended, as by a restart of the server.
    void endAllSessions();
    void write(const QList<FlowrexTrade>& trades);
    /// Trades written after this are gone, as after the restore of a backup; how many.
    qint64 forgetTradesSince(const QDateTime& at);
    /// The trades as a dump in plain SQL.
    Result<QByteArray> dump();
    bool answers();

private:
    Result<std::unique_ptr<PostgresSession>> open(const char* application);
    bool beginStuck(PostgresSession& session);
    void openIdle(int wanted);
    void look();
    Status endPool();

    PostgresSession m_control;
    ServerAddress m_poolAddress;
    Hold m_hold = Hold::Nothing;
    std::unique_ptr<PostgresSession> m_blocker;
    std::vector<std::unique_ptr<PostgresSession>> m_pool;
    int m_toBegin = 0;  ///< sessions still to be held up
    int m_connections = 0;
    int m_stuck = 0;
};

}  // namespace cockpit
