// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The broker's address: the REST interface of an Alpaca account, read with an OAuth token.
#include "simulator/bytelyst/BytelystPages.h"

#include <QJsonArray>
#include <QUuid>

#include <cmath>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

const QUuid assetSpace(u"b7a5f0a6-3a06-4f0d-8b35-6c1f2f0f9d11"_s);
const QMap<QString, double>& marketPrices()
{
    static const QMap<QString, double> prices{{u"AAPL"_s, 228.5},   {u"AMD"_s, 161.2},  {u"BTCUSD"_s, 97'340},
                                              {u"ETHUSD"_s, 3'412}, {u"META"_s, 588.1}, {u"MSFT"_s, 421.9},
                                              {u"NVDA"_s, 138.25},  {u"SPY"_s, 597.4},  {u"TSLA"_s, 342.6}};
    return prices;
}

bool isCrypto(const QString& symbol)
{
    return symbol.endsWith(u"USD");
}

QString asset(const QString& symbol)
{
    return QUuid::createUuidV5(assetSpace, symbol).toString(QUuid::WithoutBraces);
}

QString assetClass(const QString& symbol)
{
    return isCrypto(symbol) ? u"crypto"_s : u"us_equity"_s;
}

QString decimal(double value)
{
    return QString::number(value, 'g', 12);
}

QJsonValue stampWhen(bool condition, const QDateTime& at)
{
    return condition ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QJsonObject orderJson(const BrokerOrder& known)
{
    const BotOrder& order = known.order;
    const bool filled = order.status == u"filled";
    const double price = marketPrices().value(order.symbol);
    return {{u"id"_s, order.id},
            {u"client_order_id"_s, order.id},
            {u"created_at"_s, stampWhen(true, order.createdAt)},
            {u"updated_at"_s, stampWhen(true, known.updatedAt)},
            {u"submitted_at"_s, stampWhen(true, order.createdAt)},
            {u"filled_at"_s, stampWhen(filled, known.updatedAt)},
            {u"canceled_at"_s, stampWhen(order.status == u"canceled", known.updatedAt)},
            {u"asset_id"_s, asset(order.symbol)},
            {u"symbol"_s, order.symbol},
            {u"asset_class"_s, assetClass(order.symbol)},
            {u"qty"_s, decimal(order.quantity)},
            {u"filled_qty"_s, filled ? decimal(order.quantity) : u"0"_s},
            {u"filled_avg_price"_s, filled ? QJsonValue(decimal(price)) : QJsonValue(QJsonValue::Null)},
            {u"type"_s, known.type},
            {u"side"_s, order.side},
            {u"time_in_force"_s, isCrypto(order.symbol) ? u"gtc"_s : u"day"_s},
            {u"limit_price"_s, known.type == u"limit" ? QJsonValue(decimal(price)) : QJsonValue(QJsonValue::Null)},
            {u"status"_s, order.status}};
}

BytelystReply problem(int status, int code, const QString& message)
{
    QJsonObject body{{u"message"_s, message}};
    if (code != 0)
        body[u"code"_s] = code;
    return {status, QJsonDocument(body)};
}

}  // namespace

BytelystReply BytelystPages::broker(const BytelystRequest& request) const
{
    if (request.authorization != "Bearer " + m_keys.brokerKey)
        return problem(401, 40110000, u"request is not authorized"_s);
    if (request.method != "GET")
        return problem(403, 40310000, u"insufficient scope"_s);
    static const QString orders = u"/v2/orders"_s;
    if (request.path == u"/v2/positions")
        return {200, QJsonDocument(brokerPositions())};
    if (request.path == orders)
        return {200, QJsonDocument(brokerOpenOrders())};
    if (request.path.startsWith(orders + u'/'))
        return brokerOrder(request.path.mid(orders.size() + 1));
    if (request.path == u"/v2/account")
        return {200, QJsonDocument(QJsonObject{{u"account_number"_s, u"PA3DEMO00001"_s},
                                               {u"status"_s, u"ACTIVE"_s},
                                               {u"currency"_s, u"USD"_s},
                                               {u"trading_blocked"_s, false}})};
    return problem(404, 0, u"Not Found"_s);
}

QJsonArray BytelystPages::brokerPositions() const
{
    QJsonArray positions;
    const QMap<QString, double>& held = m_model.world().broker.positions();
    for (auto it = held.cbegin(); it != held.cend(); ++it) {
        const double price = marketPrices().value(it.key());
        positions.append(QJsonObject{{u"asset_id"_s, asset(it.key())},
                                     {u"symbol"_s, it.key()},
                                     {u"exchange"_s, isCrypto(it.key()) ? u"CRYPTO"_s : u"NASDAQ"_s},
                                     {u"asset_class"_s, assetClass(it.key())},
                                     {u"qty"_s, decimal(it.value())},
                                     {u"side"_s, it.value() < 0 ? u"short"_s : u"long"_s},
                                     {u"current_price"_s, decimal(price)},
                                     {u"market_value"_s, decimal(price * it.value())}});
    }
    return positions;
}

BytelystReply BytelystPages::brokerOrder(const QString& id) const
{
    if (const BrokerOrder* known = m_model.world().broker.order(id))
        return {200, QJsonDocument(orderJson(*known))};
    return problem(404, 40410000, u"order not found for %1"_s.arg(id));
}

QJsonArray BytelystPages::brokerOpenOrders() const
{
    QJsonArray open;
    for (const BrokerOrder& known : m_model.world().broker.orders()) {
        if (!isFinalState(known.order.status))
            open.append(orderJson(known));
    }
    return open;
}

}  // namespace cockpit
