// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace cockpit {

/// A row of the bot's table profiles.
struct BotProfile {
    QString id;
    QString name;
    QString status;  ///< "active", "inactive"
    bool operator==(const BotProfile&) const = default;
};

/// A row of the bot's table orders.
struct BotOrder {
    QString id;  ///< also the id at the broker
    QString profile;
    QString symbol;
    QString side;  ///< "buy", "sell"
    double quantity = 0;
    QString status;  ///< "pending_new" … "unknown"
    QDateTime createdAt;
    bool operator==(const BotOrder&) const = default;
    double signedQuantity() const { return side == QLatin1String("sell") ? -quantity : quantity; }
};

/// A row of the bot's table positions.
struct BotPosition {
    QString profile;
    QString symbol;
    QString side;  ///< "long", "short"
    double quantity = 0;
    QString status;  ///< "open", "closed"
    bool operator==(const BotPosition&) const = default;
    bool isOpen() const { return status == QLatin1String("open"); }
    double signedQuantity() const { return side == QLatin1String("short") ? -quantity : quantity; }
};

/// What the bot believes: its three tables.
struct BytelystBook {
    QMap<QString, BotProfile> profiles;    ///< by id
    QMap<QString, BotOrder> orders;        ///< by id
    QMap<QString, BotPosition> positions;  ///< by profile and symbol, see positionKey()
};

/// The id of an order that has a name.
QString bytelystOrder(const QString& name);
QString positionKey(const QString& profile, const QString& symbol);
/// Filled, canceled, expired or rejected.
bool isFinalState(const QString& status);

/// An order as the exchange knows it.
struct BrokerOrder {
    BotOrder order;  ///< with the broker's own status
    QString type;    ///< "market", "limit"
    QDateTime updatedAt;
    std::optional<QDateTime> fillsAt;  ///< when the market will take it
};

/// The exchange account: the truth about money. Knows nothing of profiles.
class BytelystBroker
{
public:
    void add(const BrokerOrder& order);
    const BrokerOrder* order(const QString& id) const;
    const QMap<QString, BrokerOrder>& orders() const { return m_orders; }
    void hold(const QString& symbol, double change);
    double position(const QString& symbol) const { return m_positions.value(symbol); }
    const QMap<QString, double>& positions() const { return m_positions; }          ///< signed, never 0
    void setStatus(const QString& id, const QString& status, const QDateTime& at);  ///< "filled" moves the position
    void setFillsAt(const QString& id, const QDateTime& at);

private:
    QMap<QString, BrokerOrder> m_orders;
    QMap<QString, double> m_positions;
};

/// Bot and exchange together, with the ways in which they come to agree or to differ. Thread: one at a time.
class BytelystWorld
{
public:
    struct NewOrder {
        QString profile;
        QString symbol;
        QString side;
        double quantity = 0;
        QString status;        ///< in the bot's table
        QString brokerStatus;  ///< empty: the exchange does not know it
        QDateTime createdAt;
        QString type = QStringLiteral("market");
        QString name{};  ///< fixes the id, see bytelystOrder()
    };

    BytelystBook book;
    BytelystBroker broker;

    /// Writes it into the bot's table and, with a status there, at the exchange; moves no position. Returns its id.
    QString addOrder(const NewOrder& order);
    /// A position both sides agree on.
    void openPosition(const QString& profile, const QString& symbol, double quantity);
    /// An order that both sides saw filled.
    void trade(const QString& profile, const QString& symbol, double change, const QDateTime& at);
    /// The bot learns that one of its orders was filled.
    void applyFill(const BotOrder& order);
    /// Sum over the profiles.
    double botPosition(const QString& symbol) const;
    /// Symbols with an open position of another size at the exchange than in the bot.
    QStringList mismatches() const;
    /// Symbols the exchange holds and the bot does not.
    QStringList ghosts() const;
    /// The signal of the playbook: pending_new for 5 minutes, or not final for 24 hours.
    QList<BotOrder> staleOrders(const QDateTime& now) const;
    qsizetype quarantined() const;
    /// The next ids are others than `other`'s.
    void continueNumbers(const BytelystWorld& other) { m_lastNumber = other.m_lastNumber; }

private:
    qint64 m_lastNumber = 0;
};

}  // namespace cockpit
