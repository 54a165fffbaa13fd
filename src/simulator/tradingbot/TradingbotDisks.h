// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QList>

namespace cockpit {

struct TradingbotMachine;

constexpr double memoryBytes = 16.0 * 1024 * 1024 * 1024;
constexpr int processorCores = 4;

/// A file system of the trading machine.
struct TradingbotDisk {
    QByteArray device;
    QByteArray type;
    QByteArray mountedOn;
    double bytes = 0;
    double used = 0;  ///< 0 to 1
};

QList<TradingbotDisk> tradingbotDisks(const TradingbotMachine& machine);

}  // namespace cockpit
