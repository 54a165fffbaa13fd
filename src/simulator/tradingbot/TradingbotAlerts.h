// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/servers/PlatformServers.h"

namespace cockpit {

/// The servers the trading bot stands on: Prometheus, with the platform's own alert rules, and Alertmanager. The bot
/// and its machine are scraped at `port`, the market data process at `marketDataPort`.
ServersPlan tradingbotServers(quint16 port, quint16 marketDataPort);

/// The content of the rule file. Thresholds are the platform's; waiting times and ranges are short, so that a fault is
/// heard of within seconds. Only LowOrderVolume keeps its ten minutes, because every halt sets it off.
QByteArray tradingbotAlertRules();

}  // namespace cockpit
