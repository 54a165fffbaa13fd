// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace cockpit {

class TradingbotModel;

/// What Prometheus reads of the trading bot and of its machine, made from the model. Thread: the model's.
class TradingbotPages
{
public:
    explicit TradingbotPages(const TradingbotModel& model);

    QByteArray metrics() const;      ///< of the bot
    QByteArray nodeMetrics() const;  ///< of the machine
    static QByteArray marketDataMetrics();
    QByteArray logLines() const;
    /// What the simulator itself is doing: scenario, breaker, stage, counters.
    QJsonObject simulatorState() const;

private:
    const TradingbotModel& m_model;
};

}  // namespace cockpit
