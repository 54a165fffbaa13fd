// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexDatabase.h"

#include "simulator/RandomWord.h"

#include <QSet>

#include <algorithm>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

// A connection costs about ten milliseconds, so they come in handfuls.
constexpr int handful = 8;
constexpr char poolName[] = "flowrex-backend";
constexpr char longQuery[] = "SELECT * FROM strategy_report(17, '10 years')";
constexpr char waitingQuery[] = "UPDATE accounts SET balance = balance - 10 WHERE id = 1";
constexpr char blockingQuery[] = "BEGIN; UPDATE accounts SET balance = balance WHERE id = 1";

ServerAddress asFlowrex(ServerAddress address)
{
    address.user = u"flowrex"_s;
    address.password = Secret(randomWord().toUtf8());
    return address;
}

}  // namespace

FlowrexDatabase::FlowrexDatabase(ServerAddress address)
    : m_control(address)
    , m_poolAddress(asFlowrex(std::move(address)))
{
}

FlowrexDatabase::~FlowrexDatabase() = default;

Status FlowrexDatabase::prepare()
{
    const QByteArray password = m_poolAddress.password.reveal();
    const auto made = m_control.run("CREATE ROLE flowrex LOGIN PASSWORD '" + password +
                                    "'; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO flowrex");
    if (!made)
        return made.error();
    openIdle(FlowrexModel::idleConnections);
    look();
    return Done{};
}

Result<std::unique_ptr<PostgresSession>> FlowrexDatabase::open(const char* application)
{
    auto session = std::make_unique<PostgresSession>(m_poolAddress);
    const auto ready =
        session->run("SET statement_timeout = 0; SET application_name = '" + QByteArray(application) + "'");
    if (!ready)
        return ready.error();
    return session;
}

void FlowrexDatabase::openIdle(int wanted)
{
    while (static_cast<int>(m_pool.size()) < wanted) {
        auto session = open(poolName);
        if (!session)
            return;
        m_pool.push_back(std::move(session.value()));
    }
}

Status FlowrexDatabase::hold(Hold hold)
{
    m_toBegin = 0;
    m_blocker.reset();
    m_hold = Hold::Nothing;
    if (const Status ended = endPool(); !ended)
        return ended;
    if (hold == Hold::Blocker) {
        auto blocker = open(reportName);
        if (!blocker)
            return blocker.error();
        m_blocker = std::move(blocker.value());
        if (const auto locked = m_blocker->run(blockingQuery); !locked)
            return locked.error();
    }
    m_hold = hold;
    if (hold == Hold::Nothing)
        openIdle(FlowrexModel::idleConnections);
    else
        m_toBegin = FlowrexModel::poolSize;
    tend();
    return Done{};
}

Status FlowrexDatabase::endPool()
{
    m_pool.clear();
    const auto ended =
        m_control.run("SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE usename = 'flowrex'");
    return ended ? Status(Done{}) : Status(ended.error());
}

bool FlowrexDatabase::beginStuck(PostgresSession& session)
{
    return bool(session.begin(m_hold == Hold::LongQueries ? longQuery : waitingQuery));
}

void FlowrexDatabase::tend()
{
    for (int i = 0; i < handful && m_toBegin > 0; ++i) {
        auto session = open(poolName);
        if (!session || !beginStuck(**session)) {
            // The server is full, which is what was wanted.
            m_toBegin = 0;
            break;
        }
        m_pool.push_back(std::move(session.value()));
        --m_toBegin;
    }
    look();
}

void FlowrexDatabase::look()
{
    const auto rows = m_control.run("SELECT pid, state, application_name FROM pg_stat_activity "
                                    "WHERE usename = 'flowrex'");
    if (!rows)
        return;
    QSet<int> alive;
    int active = 0;
    bool blocked = false;
    m_connections = 0;
    for (const QStringList& row : *rows) {
        alive.insert(row.value(0).toInt());
        if (row.value(2) == QLatin1String(reportName)) {
            blocked = true;
            continue;
        }
        ++m_connections;
        active += row.value(1) == u"active" ? 1 : 0;
    }
    m_stuck = active;
    std::erase_if(m_pool, [&alive](const auto& session) { return !alive.contains(session->processId()); });
    if (m_hold == Hold::Nothing || m_toBegin > 0)
        return;
    if (m_hold == Hold::Blocker && blocked) {
        // Requests keep coming, and each needs the locked row.
        m_toBegin = std::max(0, FlowrexModel::poolSize - m_connections);
        return;
    }
    if (m_hold == Hold::LongQueries && active > 0)
        return;
    m_hold = Hold::Nothing;
    m_blocker.reset();
    if (m_pool.size() > FlowrexModel::idleConnections)
        m_pool.resize(FlowrexModel::idleConnections);
    openIdle(FlowrexModel::idleConnections);
}

void FlowrexDatabase::dropPool()
{
    m_pool.clear();
    m_toBegin = 0;
    openIdle(FlowrexModel::idleConnections);
    look();
}

void FlowrexDatabase::endAllSessions()
{
    static_cast<void>(m_control.run("SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity "
                                    "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"));
    look();
    if (m_hold == Hold::Nothing)
        openIdle(FlowrexModel::idleConnections);
}

void FlowrexDatabase::write(const QList<FlowrexTrade>& trades)
{
    if (trades.isEmpty())
        return;
    QByteArrayList rows;
    for (const FlowrexTrade& trade : trades) {
        const QByteArray outcome =
            trade.failed ? "'failed', 'broker: 401 Unauthorized: Insufficient authorization to perform request'"
                         : "'executed', NULL";
        rows << "('" + trade.symbol.toLatin1() + "', '" + trade.side.toLatin1() + "', " + outcome + ", '" +
                    trade.at.toUTC().toString(Qt::ISODateWithMs).toLatin1() + "')";
    }
    static_cast<void>(m_control.run("INSERT INTO trades (symbol, side, status, error_message, created_at) VALUES " +
                                    rows.join(", ")));
}

qint64 FlowrexDatabase::forgetTradesSince(const QDateTime& at)
{
    return m_control.number("WITH gone AS (DELETE FROM trades WHERE created_at > '" +
                            at.toUTC().toString(Qt::ISODateWithMs).toLatin1() +
                            "' RETURNING 1) SELECT count(*) FROM gone");
}

Result<QByteArray> FlowrexDatabase::dump()
{
    const auto rows = m_control.run("SELECT format('INSERT INTO trades VALUES (%L, %L, %L, %L, %L, %L);', id, symbol, "
                                    "side, status, error_message, created_at) FROM trades ORDER BY id");
    if (!rows)
        return rows.error();
    QByteArray text("--\n-- PostgreSQL database dump\n--\n\n");
    for (const QStringList& row : *rows)
        text += row.value(0).toUtf8() + '\n';
    return text + "\n--\n-- PostgreSQL database dump complete\n--\n";
}

bool FlowrexDatabase::answers()
{
    return bool(m_control.run("SELECT 1"));
}

}  // namespace cockpit
