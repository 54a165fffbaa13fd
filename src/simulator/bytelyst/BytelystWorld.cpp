// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystWorld.h"

#include <QUuid>

#include <cmath>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double nothing = 1e-9;
const QUuid idSpace(u"6f6b3c52-6a0e-4f6e-9c35-0b5d0c1f7a11"_s);

}  // namespace

QString bytelystOrder(const QString& name)
{
    return QUuid::createUuidV5(idSpace, "order-" + name.toUtf8()).toString(QUuid::WithoutBraces);
}

QString positionKey(const QString& profile, const QString& symbol)
{
    return profile + u'/' + symbol;
}

bool isFinalState(const QString& status)
{
    return status == u"filled" || status == u"canceled" || status == u"expired" || status == u"rejected";
}

void BytelystBroker::add(const BrokerOrder& order)
{
    m_orders.insert(order.order.id, order);
}

const BrokerOrder* BytelystBroker::order(const QString& id) const
{
    const auto found = m_orders.constFind(id);
    return found == m_orders.constEnd() ? nullptr : &*found;
}

void BytelystBroker::hold(const QString& symbol, double change)
{
    double& quantity = m_positions[symbol];
    quantity += change;
    if (std::abs(quantity) < nothing)
        m_positions.remove(symbol);
}

void BytelystBroker::setStatus(const QString& id, const QString& status, const QDateTime& at)
{
    const auto found = m_orders.find(id);
    if (found == m_orders.end() || found->order.status == status)
        return;
    found->order.status = status;
    found->updatedAt = at;
    found->fillsAt.reset();
    if (status == u"filled")
        hold(found->order.symbol, found->order.signedQuantity());
}

void BytelystBroker::setFillsAt(const QString& id, const QDateTime& at)
{
    if (const auto found = m_orders.find(id); found != m_orders.end())
        found->fillsAt = at;
}

QString BytelystWorld::addOrder(const NewOrder& given)
{
    const QString id = bytelystOrder(given.name.isEmpty() ? QString::number(++m_lastNumber) : given.name);
    BotOrder order{id, given.profile, given.symbol, given.side, given.quantity, given.status, given.createdAt};
    book.orders.insert(id, order);
    if (!given.brokerStatus.isEmpty()) {
        order.status = given.brokerStatus;
        broker.add({order, given.type, given.createdAt, std::nullopt});
    }
    return id;
}

void BytelystWorld::openPosition(const QString& profile, const QString& symbol, double quantity)
{
    broker.hold(symbol, quantity);
    applyFill({{}, profile, symbol, quantity < 0 ? u"sell"_s : u"buy"_s, std::abs(quantity), u"filled"_s, {}});
}

void BytelystWorld::trade(const QString& profile, const QString& symbol, double change, const QDateTime& at)
{
    const QString id =
        addOrder({profile, symbol, change < 0 ? u"sell"_s : u"buy"_s, std::abs(change), u"filled"_s, u"filled"_s, at});
    broker.hold(symbol, change);
    applyFill(book.orders.value(id));
}

void BytelystWorld::applyFill(const BotOrder& order)
{
    BotPosition& position = book.positions[positionKey(order.profile, order.symbol)];
    const double before = position.isOpen() ? position.signedQuantity() : 0;
    const double after = before + order.signedQuantity();
    const bool closed = std::abs(after) < nothing;
    position = {order.profile, order.symbol,
                closed      ? position.side
                : after < 0 ? u"short"_s
                            : u"long"_s,
                closed ? position.quantity : std::abs(after), closed ? u"closed"_s : u"open"_s};
}

double BytelystWorld::botPosition(const QString& symbol) const
{
    double sum = 0;
    for (const BotPosition& position : book.positions) {
        if (position.symbol == symbol && position.isOpen())
            sum += position.signedQuantity();
    }
    return sum;
}

QStringList BytelystWorld::mismatches() const
{
    QStringList symbols = broker.positions().keys();
    for (const BotPosition& position : book.positions) {
        if (position.isOpen() && !symbols.contains(position.symbol))
            symbols << position.symbol;
    }
    symbols.removeIf(
        [this](const QString& symbol) { return std::abs(broker.position(symbol) - botPosition(symbol)) < nothing; });
    return symbols;
}

QStringList BytelystWorld::ghosts() const
{
    QStringList symbols = broker.positions().keys();
    symbols.removeIf([this](const QString& symbol) { return std::abs(botPosition(symbol)) >= nothing; });
    return symbols;
}

QList<BotOrder> BytelystWorld::staleOrders(const QDateTime& now) const
{
    QList<BotOrder> stale;
    for (const BotOrder& order : book.orders) {
        const qint64 age = order.createdAt.secsTo(now);
        const bool waits = order.status == u"pending_new" && age > 5LL * 60;
        const bool old = !isFinalState(order.status) && order.status != u"unknown" && age > 24LL * 3'600;
        if (waits || old)
            stale << order;
    }
    return stale;
}

qsizetype BytelystWorld::quarantined() const
{
    return std::count_if(book.orders.begin(), book.orders.end(),
                         [](const BotOrder& order) { return order.status == u"unknown"; });
}

}  // namespace cockpit
