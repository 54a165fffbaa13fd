// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/connections/HttpTransport.h"
#include "core/metrics/SeriesHistory.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace cockpit::adapters::promql {

/// A number as the API writes it, in a string: "NaN", "+Inf", "1e3". Nothing for other text.
std::optional<double> parseSampleText(const QString& text);

/// The `data` of an answer. Errors: Unauthorized, Unreachable and, with the server's own words, Malformed for a query
/// it refuses (bad_data, execution), TimedOut for one it gave up.
Result<QJsonObject> dataOf(const HttpReply& reply);

/// The number an instant query gave: a scalar or a vector of one element. MissingField: empty, several, or not a
/// number.
Result<double> instantValue(const QJsonObject& data);

/// The samples of a matrix of one series, in order; what is not finite is left out. MissingField: empty or several.
Result<QList<SeriesHistory::Point>> rangeValues(const QJsonObject& data);

}  // namespace cockpit::adapters::promql
