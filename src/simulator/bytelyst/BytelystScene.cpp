// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystScene.h"

#include <QUuid>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

const QUuid profileSpace(u"0d0c7e5a-54a2-4c39-8a53-7f1f5a2f9b20"_s);

void fillHealthy(BytelystWorld& world, const QDateTime& now)
{
    const QStringList names = bytelystProfileNames();
    for (int i = 0; i < names.size(); ++i)
        world.book.profiles.insert(bytelystProfile(i),
                                   {bytelystProfile(i), names.at(i), i == 4 ? u"inactive"_s : u"active"_s});
    const auto held = [&](int profile, const QString& symbol, double quantity, int hoursAgo) {
        world.openPosition(bytelystProfile(profile), symbol, quantity);
        world.addOrder({bytelystProfile(profile), symbol, quantity < 0 ? u"sell"_s : u"buy"_s, std::abs(quantity),
                        u"filled"_s, u"filled"_s, now.addSecs(-3'600LL * hoursAgo)});
    };
    held(0, u"AAPL"_s, 40, 5);
    held(0, u"MSFT"_s, 25, 4);
    held(1, u"NVDA"_s, 15, 6);
    held(1, u"AAPL"_s, 10, 3);
    held(2, u"BTCUSD"_s, 0.8, 9);
    held(2, u"ETHUSD"_s, 6.5, 8);
    held(3, u"TSLA"_s, -12, 2);
    held(3, u"SPY"_s, 20, 7);
}

// The exit was rejected, and the bot took its position for closed all the same. A second exit still works at the
// exchange, which the bot believes to be expired.
void addGhost(BytelystWorld& world, const QDateTime& now)
{
    const QString profile = bytelystProfile(2);
    const auto order = [&](const QString& side, const QString& bot, const QString& broker, int minutesAgo,
                           const QString& type, const QString& name) {
        world.addOrder({profile, u"AMD"_s, side, 30, bot, broker, now.addSecs(-60LL * minutesAgo), type, name});
    };
    order(u"buy"_s, u"filled"_s, u"filled"_s, 130, u"market"_s, u"ghost-entry"_s);
    order(u"sell"_s, u"rejected"_s, u"rejected"_s, 11, u"market"_s, u"ghost-exit"_s);
    order(u"sell"_s, u"expired"_s, u"new"_s, 10, u"limit"_s, u"ghost-second-exit"_s);
    world.broker.hold(u"AMD"_s, 30);
    world.book.positions.insert(positionKey(profile, u"AMD"_s), {profile, u"AMD"_s, u"long"_s, 30, u"closed"_s});
}

// The exchange took the entry; its answer came after the bot had given the order up.
void addLateFill(BytelystWorld& world, const QDateTime& now)
{
    world.addOrder({bytelystProfile(1), u"META"_s, u"buy"_s, 18, u"expired"_s, u"filled"_s, now.addSecs(-12 * 60),
                    u"market"_s, u"late-fill"_s});
    world.broker.hold(u"META"_s, 18);
}

// So many orders are stale, then one more becomes so every few seconds: those wait in the table already, younger than
// five minutes.
struct Backlog {
    QList<int> profiles;
    QString symbol;
    QString brokerStatus;
    int stale = 0;
    int burst = 0;  ///< become stale two seconds apart
    int everySeconds = 0;
};

void addBacklog(BytelystWorld& world, const Backlog& backlog, const QDateTime& now)
{
    constexpr int staleAfter = 5 * 60;
    qsizetype count = 0;
    const auto add = [&](int age) {
        const QString profile = bytelystProfile(backlog.profiles.at(count % backlog.profiles.size()));
        const bool buy = count / backlog.profiles.size() % 2 == 0;
        ++count;
        world.addOrder({profile, backlog.symbol, buy ? u"buy"_s : u"sell"_s, 1, u"pending_new"_s, backlog.brokerStatus,
                        now.addSecs(-age), u"market"_s, u"stale-%1"_s.arg(count)});
        if (backlog.brokerStatus == u"filled")
            world.broker.hold(backlog.symbol, buy ? 1 : -1);
    };
    for (int i = backlog.stale; i > 0; --i)
        add(staleAfter + 40 * i);
    int age = staleAfter;
    for (int i = 0; i < backlog.burst; ++i)
        add(age -= 2);
    while (backlog.everySeconds > 0 && age > backlog.everySeconds)
        add(age -= backlog.everySeconds);
}

// Older than a day, and the exchange has never heard of them.
void addLost(BytelystWorld& world, const QDateTime& now)
{
    world.addOrder({bytelystProfile(0),
                    u"MSFT"_s,
                    u"buy"_s,
                    5,
                    u"accepted"_s,
                    {},
                    now.addSecs(-26LL * 3'600),
                    u"limit"_s,
                    u"lost-1"_s});
    world.addOrder({bytelystProfile(3),
                    u"SPY"_s,
                    u"sell"_s,
                    4,
                    u"new"_s,
                    {},
                    now.addSecs(-31LL * 3'600),
                    u"limit"_s,
                    u"lost-2"_s});
}

}  // namespace

QStringList bytelystProfileNames()
{
    return {u"momentum-us"_s, u"breakout-us"_s, u"trend-crypto"_s, u"mean-reversion"_s, u"paper-lab"_s};
}

QString bytelystProfile(int number)
{
    return QUuid::createUuidV5(profileSpace, "profile-" + QByteArray::number(number)).toString(QUuid::WithoutBraces);
}

QStringList profilesConcerned(BytelystFault fault)
{
    switch (fault) {
    case BytelystFault::StaleOrders: return {bytelystProfile(1)};
    case BytelystFault::StaleBacklog: return {bytelystProfile(0)};
    case BytelystFault::StaleGrowth: return {bytelystProfile(2), bytelystProfile(3)};
    default: return {};
    }
}

BytelystWorld bytelystScene(BytelystFault fault, const QDateTime& now, const BytelystWorld& before)
{
    BytelystWorld world;
    world.continueNumbers(before);
    fillHealthy(world, now);
    switch (fault) {
    case BytelystFault::GhostPosition: addGhost(world, now); break;
    case BytelystFault::GhostAfterTimeout: addLateFill(world, now); break;
    case BytelystFault::StaleOrders: addBacklog(world, {{1}, u"NVDA"_s, u"pending_new"_s, 4, 0, 0}, now); break;
    case BytelystFault::StaleBacklog: addBacklog(world, {{0}, u"AAPL"_s, u"filled"_s, 8, 16, 8}, now); break;
    case BytelystFault::StaleGrowth: addBacklog(world, {{2, 3}, u"ETHUSD"_s, u"pending_new"_s, 6, 4, 10}, now); break;
    case BytelystFault::OrdersLost: addLost(world, now); break;
    default: break;
    }
    return world;
}

}  // namespace cockpit
