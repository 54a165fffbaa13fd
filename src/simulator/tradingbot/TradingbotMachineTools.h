// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatorServer.h"

namespace cockpit {

class TradingbotModel;

/// "ps" on the trading machine. The processes are the model's; one form of the command is known.
ToolAnswer runProcessList(const TradingbotModel& model, const QStringList& arguments);

/// "df" on the trading machine, plain or with -h.
ToolAnswer runDiskFree(const TradingbotModel& model, const QStringList& arguments);

}  // namespace cockpit
