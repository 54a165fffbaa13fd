// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {

class TradingbotModel;
struct TradingbotReport;

/// What print(SystemHealthMonitor().full_health_check()) writes: one Python dictionary on one line.
QString tradingbotHealth(const TradingbotModel& model);

/// What print(PositionReconciler().reconcile()) writes.
QString tradingbotReportText(const TradingbotReport& report, const TradingbotModel& model);

}  // namespace cockpit
