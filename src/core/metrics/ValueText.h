// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {

/// A number as a person reads it, without its unit: "61", "1,204", "38.2", "0.0042", "1.2e+15". Infinities are "∞".
QString formatNumber(double value);

/// A value with its unit (SignalSpec::unit): "38.2 %", "41 ms", "3.2 MiB", "yes". An unknown unit gives the number
/// alone.
QString formatValue(double value, const QString& unit);

}  // namespace cockpit
