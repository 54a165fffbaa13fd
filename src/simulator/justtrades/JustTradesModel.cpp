// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/justtrades/JustTradesModel.h"

#include <array>
#include <cmath>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double signalsPerSecond = 8;
constexpr double healthyExecutionsPerSecond = 40;
constexpr double stuckExecutionsPerSecond = 2;
constexpr std::size_t remembered = 200;
constexpr int syncEverySeconds = 60;
constexpr int reconcileEverySeconds = 5 * 60;
// Every fifth order is a market order that is worthless after a few seconds; the rest may wait a minute.
constexpr Milliseconds urgentLifetime{4'000};
constexpr Milliseconds patientLifetime{60'000};

struct Instrument {
    const char16_t* symbol;
    double base;
    double swing;
};
constexpr std::array<Instrument, 5> instruments{
    {{u"MNQ", 18'250, 24}, {u"MES", 5'120, 9}, {u"NQ", 18'250, 24}, {u"ES", 5'120, 9}, {u"GC", 2'030, 4}}};

QString symbolOf(qint64 number)
{
    return QString::fromUtf16(instruments[static_cast<std::size_t>(number) % instruments.size()].symbol);
}

QString actionOf(qint64 number)
{
    return number % 2 == 0 ? u"buy"_s : u"sell"_s;
}

QString accountOf(qint64 number)
{
    const QStringList all = JustTradesModel::accounts();
    return all.at(static_cast<qsizetype>(number % all.size()));
}

template <typename T>
void remember(std::deque<T>& list, T item)
{
    list.push_back(std::move(item));
    if (list.size() > remembered)
        list.pop_front();
}

}  // namespace

JustTradesModel::JustTradesModel(const Clock& clock, Milliseconds restartDelay)
    : m_time(clock, tick)
    , m_restartDelay(restartDelay)
    , m_now(clock.utcNow())
    , m_startedAt(m_now)
    , m_sessionUpdatedAt(m_now)
    , m_lastSyncAt(m_now)
    , m_lastReconciliationAt(m_now)
{
    movePrices();
}

QStringList JustTradesModel::accounts()
{
    return {u"acct-2201"_s, u"acct-2202"_s, u"acct-2203"_s};
}

QStringList JustTradesModel::expiredAccounts() const
{
    if (m_fault == Fault::TokenExpired)
        return accounts().mid(1, 1);
    return m_fault == Fault::TokensExpired ? accounts().mid(0, 2) : QStringList();
}

void JustTradesModel::advance()
{
    m_now = m_time.catchUp([this](const QDateTime& at) { step(at); });
}

void JustTradesModel::step(const QDateTime& at)
{
    m_now = at;
    ++m_tickCount;
    if (m_restartEndsAt && m_time.latest() >= *m_restartEndsAt)
        finishRestart();
    arrive();
    execute();
    expire();
    // The service that lost its workers also keeps the prices.
    if (m_fault != Fault::PricesStale && m_fault != Fault::WorkersDead)
        movePrices();
    if (syncsMembers() && m_lastSyncAt.secsTo(m_now) >= syncEverySeconds)
        m_lastSyncAt = m_now;
    if (m_lastReconciliationAt.secsTo(m_now) >= reconcileEverySeconds)
        reconcile();
}

void JustTradesModel::arrive()
{
    constexpr double perTick = signalsPerSecond * static_cast<double>(tick.count()) / 1'000;
    for (m_arrivalCredit += perTick; m_arrivalCredit >= 1; m_arrivalCredit -= 1) {
        const qint64 number = ++m_webhookNumber;
        const bool blocked = number % 50 == 0;
        remember(m_webhooks,
                 SimulatedWebhook{number, m_now, symbolOf(number), actionOf(number),
                                  blocked ? SimulatedWebhook::Outcome::Blocked : SimulatedWebhook::Outcome::Accepted});
        if (blocked)
            continue;
        ++m_dedupEntries;
        const Milliseconds lifetime = number % 5 == 0 ? urgentLifetime : patientLifetime;
        m_queue.push_back({number, m_tickCount + lifetime / tick});
    }
}

void JustTradesModel::execute()
{
    double rate = healthyExecutionsPerSecond;
    if (brokerWorkers() == 0)
        rate = 0;
    else if (m_fault == Fault::QueueGrowing)
        rate = stuckExecutionsPerSecond;
    const double perTick = rate * static_cast<double>(tick.count()) / 1'000;
    m_executionCredit = std::min(m_executionCredit + perTick, perTick + 1);
    while (m_executionCredit >= 1 && !m_queue.empty()) {
        m_executionCredit -= 1;
        const qint64 number = m_queue.front().number;
        m_queue.pop_front();
        ++m_processed;
        if (const QString refusal = refusalOf(number); !refusal.isEmpty())
            recordFailure(number, refusal);
        m_averageExecutionMs += ((rate < 10 ? 4'800 : 240) - m_averageExecutionMs) / 10;
    }
}

// Why the broker does not take it; empty when it does.
QString JustTradesModel::refusalOf(qint64 number) const
{
    if (expiredAccounts().contains(accountOf(number)))
        return u"token expired"_s;
    if (roundingBroken() && symbolOf(number) == u"GC")
        return u"invalid price increment: %1 is not a multiple of 0.10"_s.arg(m_prices.value(u"GC"_s).last + 0.037, 0,
                                                                              'f', 3);
    if (roundingBroken() && number % 7 == 0)
        return u"insufficient funds"_s;
    if (number % 211 == 0)
        return number % 2 == 0 ? u"insufficient funds"_s : u"rate limit"_s;
    return {};
}

void JustTradesModel::expire()
{
    const auto expired = [this](const Waiting& waiting) {
        if (waiting.expiresAtTick > m_tickCount)
            return false;
        ++m_processed;
        recordFailure(waiting.number, u"signal expired before a worker took it"_s);
        return true;
    };
    std::erase_if(m_queue, expired);
}

void JustTradesModel::recordFailure(qint64 number, const QString& error)
{
    ++m_failureCount;
    remember(m_failures, SimulatedFailure{m_now, static_cast<int>(number % 12) + 1, accountOf(number), symbolOf(number),
                                          actionOf(number), error});
    markWebhookFailed(number);
}

void JustTradesModel::markWebhookFailed(qint64 number)
{
    if (m_webhooks.empty() || number < m_webhooks.front().number)
        return;
    m_webhooks[static_cast<std::size_t>(number - m_webhooks.front().number)].outcome =
        SimulatedWebhook::Outcome::Failed;
}

void JustTradesModel::movePrices()
{
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        const Instrument& instrument = instruments[i];
        const double wave = std::sin(static_cast<double>(m_tickCount) * 0.013 + static_cast<double>(i));
        const double price = std::round((instrument.base + instrument.swing * wave) * 4) / 4;
        m_prices[QString::fromUtf16(instrument.symbol)] = {price, m_now};
    }
}

Milliseconds JustTradesModel::restartRemaining() const
{
    return m_restartEndsAt ? *m_restartEndsAt - m_time.latest() : Milliseconds{0};
}

double JustTradesModel::webhookLatencyMs() const
{
    const double waiting = handlingWaits() ? 640 : 0;
    return 32 + waiting + 2.5 * std::min(queueSize(), 100) + static_cast<double>(m_tickCount % 7);
}

int JustTradesModel::openTrades() const
{
    return 6 + static_cast<int>(m_webhookNumber / 40 % 5);
}

}  // namespace cockpit
