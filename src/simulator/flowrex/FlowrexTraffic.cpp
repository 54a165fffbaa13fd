// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What the backend does for its users: requests and trades.
#include "simulator/flowrex/FlowrexModel.h"

#include <algorithm>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double requestsPerSecond = 30;
constexpr double requestsInMaintenance = 3;
constexpr double tradesPerSecond = 4;
constexpr double secondsPerTick = static_cast<double>(FlowrexModel::tick.count()) / 1'000;

// Ten requests in a row: which endpoint each of them asks.
constexpr std::array<std::size_t, 10> mix{0, 1, 2, 0, 1, 3, 2, 1, 0, 4};
enum EndpointIndex : std::size_t { Strategies, MarketData, Orders, Portfolio, Login };

}  // namespace

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

    if (starved() && asked.usesDatabase && m_requestNumber % 8 == 0)
        write(m_requestNumber,
              u"WARNING app.core.database: waited %1 s for a connection from the connection pool"_s.arg(seconds, 0, 'f',
                                                                                                        1));

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

int FlowrexModel::requestsInProgress() const
{
    return up() ? 2 + static_cast<int>(requestsPerSecond * 0.7 * m_responseSeconds) : 0;
}

}  // namespace cockpit
