// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/justtrades/JustTradesPages.h"

#include "simulator/justtrades/JustTradesModel.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int recorderCount = 4;
constexpr int traderCount = 12;

QString stamp(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

double percent(qint64 part, qint64 whole)
{
    return whole == 0 ? 100.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

JustTradesPages::JustTradesPages(JustTradesModel& model)
    : m_model(model)
{
}

std::optional<SimulatedPage> JustTradesPages::find(const QString& path, int limit) const
{
    const auto open = [](auto body) { return SimulatedPage{false, false, std::move(body)}; };
    const auto keyed = [](auto body) { return SimulatedPage{true, false, std::move(body)}; };
    if (path == u"/health")
        return open([this] { return health(); });
    if (path == u"/status")
        return open([this] { return status(); });
    if (path == u"/health/detailed")
        return keyed([this] { return detailedHealth(); });
    if (path == u"/api/broker-execution/status")
        return keyed([this] { return executionStatus(); });
    if (path == u"/api/broker-execution/failures")
        return keyed([this, limit] { return executionFailures(limit); });
    if (path == u"/api/broker-queue/stats")
        return open([this] { return queueStatistics(); });
    if (path == u"/api/webhook-activity")
        return keyed([this, limit] { return webhookActivity(limit); });
    if (path == u"/api/raw-webhooks")
        return keyed([this, limit] { return rawWebhooks(limit); });
    if (path == u"/api/tradingview/status")
        return open([this] { return tradingView(); });
    if (path == u"/api/accounts/auth-status")
        return open([this] { return accountAuthorization(); });
    if (path == u"/api/admin/whop-sync-status")
        return keyed([this] { return whopSync(); });
    if (path == u"/api/thread-health")
        return keyed([this] { return threadHealth(); });
    if (path == u"/api/run-migrations")
        return SimulatedPage{true, true, [this] { return runMigrations(); }};
    return findEntity(path);
}

std::optional<SimulatedPage> JustTradesPages::findEntity(const QString& path) const
{
    static const QRegularExpression recorderPath(u"^/api/recorders/(\\d{1,6})/execution-status$"_s);
    static const QRegularExpression traderPath(u"^/api/traders/(\\d{1,6})/broker-state$"_s);
    if (const auto match = recorderPath.match(path); match.hasMatch())
        return SimulatedPage{false, false, [this, id = match.captured(1).toInt()] { return recorder(id); }};
    if (const auto match = traderPath.match(path); match.hasMatch())
        return SimulatedPage{false, false, [this, id = match.captured(1).toInt()] { return trader(id); }};
    return std::nullopt;
}

QJsonObject JustTradesPages::health() const
{
    return {{u"status"_s, u"healthy"_s}, {u"service"_s, u"just-trades"_s}, {u"timestamp"_s, stamp(m_model.now())}};
}

QJsonObject JustTradesPages::cachedPrices() const
{
    QJsonObject prices;
    for (auto it = m_model.prices().cbegin(); it != m_model.prices().cend(); ++it)
        prices[it.key()] = QJsonObject{{u"last"_s, it->last}, {u"updated"_s, stamp(it->updated)}};
    return prices;
}

QJsonObject JustTradesPages::status() const
{
    return {{u"open_trades"_s, m_model.openTrades()},
            {u"indexed_positions"_s, m_model.openTrades()},
            {u"websocket_connected"_s, m_model.websocketConnected()},
            {u"subscribed_symbols"_s, QJsonArray::fromStringList(m_model.prices().keys())},
            {u"cached_prices"_s, cachedPrices()}};
}

QJsonObject JustTradesPages::detailedHealth() const
{
    const int busy = std::min(m_model.brokerWorkers(), 2 + m_model.queueSize() / 10);
    const double uptime = static_cast<double>(m_model.startedAt().secsTo(m_model.now()));
    return {
        {u"status"_s, u"healthy"_s},
        {u"uptime_seconds"_s, uptime},
        {u"database"_s, QJsonObject{{u"pool_size"_s, 20}, {u"checked_out"_s, busy}, {u"overflow"_s, 0}}},
        {u"memory"_s, QJsonObject{{u"rss_mb"_s, 312 + m_model.dedupEntries() / 500}}},
        {u"threads"_s, QJsonObject{{u"total"_s, 24 + m_model.brokerWorkers()}}},
        {u"queues"_s, QJsonObject{{u"broker"_s, m_model.queueSize()}, {u"dedup_entries"_s, m_model.dedupEntries()}}}};
}

QJsonObject JustTradesPages::executionStatus() const
{
    const QJsonArray blocked = QJsonArray::fromStringList(m_model.expiredAccounts());
    return {{u"fast_webhook"_s, QJsonObject{{u"workers_alive"_s, JustTradesModel::workersWanted},
                                            {u"total_processed"_s, m_model.webhooksTotal()},
                                            {u"avg_latency_ms"_s, m_model.webhookLatencyMs()}}},
            {u"broker_execution"_s, QJsonObject{{u"workers_alive"_s, m_model.brokerWorkers()},
                                                {u"queue_size"_s, m_model.queueSize()},
                                                {u"total_processed"_s, m_model.processed()},
                                                {u"total_failures"_s, m_model.failureCount()},
                                                {u"avg_execution_ms"_s, m_model.averageExecutionMs()}}},
            {u"traders"_s, QJsonObject{{u"total_enabled"_s, traderCount - 1},
                                       {u"total_accounts"_s, JustTradesModel::accounts().size()}}},
            {u"signal_blocking"_s, QJsonObject{{u"currently_blocked"_s, blocked}}}};
}

QJsonObject JustTradesPages::executionFailures(int limit) const
{
    QJsonArray failures;
    const auto& all = m_model.failures();
    for (auto it = all.rbegin(); it != all.rend() && failures.size() < limit; ++it) {
        failures.append(QJsonObject{{u"timestamp"_s, stamp(it->at)},
                                    {u"recorder_name"_s, u"Recorder %1"_s.arg(it->trader % recorderCount + 1)},
                                    {u"trader_id"_s, it->trader},
                                    {u"account_id"_s, it->account},
                                    {u"error"_s, it->error},
                                    {u"symbol"_s, it->symbol},
                                    {u"action"_s, it->action}});
    }
    return {{u"failures"_s, failures}};
}

QJsonObject JustTradesPages::queueStatistics() const
{
    const int rate = m_model.brokerWorkers() == 0 ? 0 : m_model.workersStuck() ? 2 : 8;
    return {{u"queue_size"_s, m_model.queueSize()},
            {u"processing_rate"_s, rate},
            {u"success_rate"_s, percent(m_model.processed() - m_model.failureCount(), m_model.processed())}};
}

double JustTradesPages::webhookSuccessRate() const
{
    const auto& all = m_model.webhooks();
    const auto failed = std::count_if(all.begin(), all.end(), [](const SimulatedWebhook& webhook) {
        return webhook.outcome == SimulatedWebhook::Outcome::Failed;
    });
    const auto total = static_cast<qint64>(all.size());
    return percent(total - failed, total);
}

QJsonObject JustTradesPages::webhookActivity(int limit) const
{
    qint64 failed = 0;
    qint64 blocked = 0;
    QJsonArray activity;
    const auto& all = m_model.webhooks();
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        if (it->outcome == SimulatedWebhook::Outcome::Blocked) {
            ++blocked;
            continue;
        }
        const bool bad = it->outcome == SimulatedWebhook::Outcome::Failed;
        failed += bad ? 1 : 0;
        if (activity.size() < limit)
            activity.append(QJsonObject{{u"timestamp"_s, stamp(it->at)},
                                        {u"symbol"_s, it->symbol},
                                        {u"action"_s, it->action},
                                        {u"status"_s, bad ? u"failed"_s : u"success"_s}});
    }
    const auto total = static_cast<qint64>(all.size());
    return {{u"stats"_s, QJsonObject{{u"total"_s, total},
                                     {u"success"_s, total - failed - blocked},
                                     {u"failed"_s, failed},
                                     {u"blocked"_s, blocked},
                                     {u"success_rate"_s, webhookSuccessRate()}}},
            {u"activity"_s, activity}};
}

QJsonObject JustTradesPages::rawWebhooks(int limit) const
{
    QJsonObject breakdown{{u"buy"_s, 0}, {u"sell"_s, 0}};
    QJsonArray webhooks;
    const auto& all = m_model.webhooks();
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        breakdown[it->action] = breakdown.value(it->action).toInt() + 1;
        if (webhooks.size() < limit)
            webhooks.append(
                QJsonObject{{u"timestamp"_s, stamp(it->at)},
                            {u"webhook_token"_s, u"demo-token-%1"_s.arg(it->number % recorderCount + 1)},
                            {u"raw_body"_s, u"{\"ticker\":\"%1\",\"action\":\"%2\"}"_s.arg(it->symbol, it->action)},
                            {u"source_ip"_s, u"127.0.0.1"_s}});
    }
    return {
        {u"total"_s, static_cast<qint64>(all.size())}, {u"action_breakdown"_s, breakdown}, {u"webhooks"_s, webhooks}};
}

QJsonObject JustTradesPages::tradingView() const
{
    return {{u"websocket_connected"_s, m_model.websocketConnected()},
            {u"jwt_token_valid"_s, m_model.websocketConnected()},
            {u"cached_prices"_s, cachedPrices()},
            {u"session_updated_at"_s, stamp(m_model.sessionUpdatedAt())},
            {u"auto_refresh_enabled"_s, true}};
}

QJsonObject JustTradesPages::accountAuthorization() const
{
    QJsonArray accounts;
    for (const QString& account : m_model.expiredAccounts())
        accounts.append(QJsonObject{{u"id"_s, account},
                                    {u"name"_s, u"Prop desk %1"_s.arg(account.last(1))},
                                    {u"status"_s, u"token expired"_s},
                                    {u"action"_s, u"sign in at the broker again"_s}});
    return {{u"all_accounts_valid"_s, accounts.isEmpty()},
            {u"accounts_needing_reauth"_s, accounts},
            {u"count"_s, accounts.size()}};
}

QJsonObject JustTradesPages::whopSync() const
{
    const qint64 rounds = m_model.startedAt().secsTo(m_model.now()) / 60;
    QJsonArray stuck;
    for (int member = 1; member <= m_model.stuckMembers(); ++member)
        stuck.append(QJsonObject{{u"email"_s, u"member%1@example.com"_s.arg(member)}, {u"state"_s, u"no account"_s}});
    return {{u"last_run"_s, stamp(m_model.lastSyncAt())},
            {u"total_synced"_s, 118 + rounds},
            {u"total_resent"_s, m_model.resent()},
            {u"sync_interval_seconds"_s, 60},
            {u"pending_resends"_s, m_model.pendingResends()},
            {u"stuck_users"_s, stuck}};
}

QJsonObject JustTradesPages::threadHealth() const
{
    const auto state = [](bool good, const QString& otherwise) { return good ? u"running"_s : otherwise; };
    return {{u"threads"_s, QJsonObject{{u"broker_execution"_s, state(m_model.brokerWorkers() > 0, u"stopped"_s)},
                                       {u"fast_webhook"_s, u"running"_s},
                                       {u"position_monitor"_s, u"running"_s},
                                       {u"reconciliation"_s, state(m_model.reconciles(), u"stopped"_s)},
                                       {u"token_refresh"_s, state(!m_model.tokenExpired(), u"error"_s)},
                                       {u"tradingview_stream"_s, state(m_model.websocketConnected(), u"error"_s)},
                                       {u"whop_sync"_s, state(m_model.syncsMembers(), u"stopped"_s)}}}};
}

QJsonObject JustTradesPages::runMigrations() const
{
    const int changed = m_model.runMigrations();
    return {{u"status"_s, u"ok"_s}, {u"rows_changed"_s, changed}, {u"migrations_run"_s, m_model.migrationsRun()}};
}

std::optional<QJsonObject> JustTradesPages::recorder(int id) const
{
    if (id < 1 || id > recorderCount)
        return std::nullopt;
    QJsonArray issues;
    QJsonArray missing;
    if (m_model.brokerWorkers() == 0)
        issues.append(u"no broker worker is alive"_s);
    if (m_model.tokenExpired() && id == 2) {
        const QString account = m_model.expiredAccounts().last();
        issues.append(u"token expired for %1"_s.arg(account));
        missing.append(QJsonObject{{u"trader_id"_s, 5}, {u"account_id"_s, account}});
    }
    const QString capability = m_model.brokerWorkers() == 0 ? u"none"_s : missing.isEmpty() ? u"full"_s : u"partial"_s;
    return QJsonObject{{u"enabled_accounts_count"_s, 3 - missing.size()},
                       {u"missing_traders"_s, missing},
                       {u"issues"_s, issues},
                       {u"execution_capability"_s, capability}};
}

std::optional<QJsonObject> JustTradesPages::trader(int id) const
{
    if (id < 1 || id > traderCount)
        return std::nullopt;
    const QStringList symbols = m_model.prices().keys();
    const QString symbol = symbols.at(id % symbols.size());
    const double price = m_model.prices().value(symbol).last;
    QJsonArray positions{QJsonObject{{u"symbol"_s, symbol}, {u"quantity"_s, id % 3 + 1}, {u"average"_s, price - 4}}};
    QJsonArray orders{QJsonObject{{u"symbol"_s, symbol}, {u"type"_s, u"limit"_s}, {u"price"_s, price + 10}}};
    // The first traders are those whose take-profit outlived its position.
    if (id <= m_model.orphans())
        positions = {};
    if (m_model.roundingBroken() && symbol == u"GC")
        orders = {};
    return QJsonObject{{u"trader_id"_s, id}, {u"positions"_s, positions}, {u"working_orders"_s, orders}};
}

QJsonObject JustTradesPages::simulatorState() const
{
    return {{u"scenario"_s, m_model.scenario()},
            {u"scenarios"_s, QJsonArray::fromStringList(JustTradesModel::scenarios())},
            {u"restarting"_s, m_model.restarting()},
            {u"restart_remaining_ms"_s, static_cast<qint64>(m_model.restartRemaining().count())},
            {u"started_at"_s, stamp(m_model.startedAt())},
            {u"release"_s, m_model.release()},
            {u"queue_size"_s, m_model.queueSize()},
            {u"dedup_entries"_s, m_model.dedupEntries()},
            {u"migrations_run"_s, m_model.migrationsRun()}};
}

}  // namespace cockpit
