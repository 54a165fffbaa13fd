// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {

enum class Comparison { Less, LessOrEqual, Equal, NotEqual, GreaterOrEqual, Greater };
QString comparisonSymbol(Comparison comparison);  ///< "<", "<=", "==", "!=", ">=", ">"
bool holds(Comparison comparison, double left, double right);

}  // namespace cockpit
